"""Find the text of a feed's entry, without what the feed's own program puts around it."""

from typing import Any

from qa.articles.formats.field_names import field_name
from qa.articles.formats.markup import shown_text

_OF_MEDIA = ("media_", "itunes_", "podcast_")
"""Whose texts are of a picture or a recording."""


def entry_text(name: str, entry: dict[str, Any], title: str | None) -> str:
    """Return the longest text that an entry holds: the whole report stands beside its summary, or in a name of its own.

    The feeds that Russian search engines ask for have it in `yandex:full-text`, `turbo:content` and the like.
    """
    whole = [value for name, value in entry.items() if isinstance(value, str) and _holds_text(name)]
    values = (
        whole + [str(it.get("value") or "") for it in entry.get("content") or []] + [str(entry.get("summary") or "")]
    )
    link = entry.get("link")
    shown = [
        shown_text(name, _without_frame(value, link if isinstance(link, str) else None, title)) for value in values
    ]
    paragraphs = max(shown, key=len).split("\n\n")
    return "\n\n".join(paragraphs[1:] if len(paragraphs) > 1 and paragraphs[0] == title else paragraphs)


def _holds_text(name: str) -> bool:
    """Return whether an element is for the whole text; before its name stands whose name it is."""
    names = (name, name.partition("_")[2])
    return not name.startswith(_OF_MEDIA) and any((it := field_name(each)) and it.part == "body" for each in names)


def _without_frame(value: str, link: str | None, title: str | None) -> str:
    """Return a text without the menu of its header, and without the last line, in which WordPress links to the report.

    "The post TITLE appeared first on SITE" in whatever language: a paragraph with the report's own title and address.
    """
    header = value[: value.find("</header>") + 1]
    start, end = header.find("<menu"), header.find("</menu>")
    if 0 <= start < end:
        value = value[:start] + value[end:]
    before, mark, last = value.rpartition("<p")
    own = bool(mark and link and title) and link.rstrip("/") in last and before.strip() != ""  # type: ignore[union-attr]
    return before if own and (title or "") in shown_text("", mark + last) else value
