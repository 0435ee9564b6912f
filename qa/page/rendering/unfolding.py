"""Render the button that shows all of what stands above it, and less again."""

from qa.page.rendering.escaping import Html
from qa.page.words.words import Words


def unfold(words: Words) -> Html:
    """Return the button; what it unfolds is the element that it stands in."""
    return Html(
        '<button type="button" class="unfold" data-unfolds aria-expanded="false">'
        "<span>{}</span><span>{}</span></button>"
    ).format(words.card.more, words.card.less)
