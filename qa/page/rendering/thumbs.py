"""Render the two thumbs by which a reader judges."""

from qa.page.rendering.display import escaped

_THUMB = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 10.5v9.5H3.5v-9.5zM7 11.5 11 3.5c1.6 0 2.7 1.1 2.4 '
    '2.8L12.7 9.5h6a2 2 0 0 1 2 2.4l-1.3 6.5A2 2 0 0 1 17.4 20H7"/></svg>'
)


def thumbs(of: str, right: str, wrong: str) -> str:
    """Return buttons that say yes or no of a passage, by its id, or of the verdict, and take it back."""
    return f'<span class="thumbs">{_thumb(of, "yes", right)}{_thumb(of, "no", wrong)}</span>'


def _thumb(of: str, says: str, text: str) -> str:
    return (
        f'<button type="button" class="thumb" data-judges="{escaped(of)}" data-says="{says}" aria-pressed="false" '
        f'title="{text}" aria-label="{text}">{_THUMB}</button>'
    )
