"""Read the entries of a feed, RSS or Atom, as articles."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from qa.articles.formats.libraries import load
from qa.articles.formats.limits import mapped, read_whole, refuse_entities
from qa.articles.formats.markup import shown_text
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import digest, line, stated_date, stated_day, stated_id, stated_language, stated_url
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_MOST_ENTRIES = 50_000
"""A second reads 3,000 of them."""
_MOST_TAGS = 1_000_000
"""A second reads 40,000 of them where nothing else is between them."""
_WHOLE = ("full-text", "fulltext", "full_text")
"""How the names of the element end that holds the whole report; before them stands whose name it is."""
_SAVE_AGAIN = "save the feed again"


def read_feed(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read a feed entry by entry; its own title is their outlet.

    Raises:
        ArticleUnreadable: it has no entries, or feedparser is not installed.
    """
    data = read_whole(file, opened, settings)
    refuse_entities(file, data)
    if data.count(b"<item") + data.count(b"<entry") > _MOST_ENTRIES:
        raise ArticleUnreadable(file, f"it has more than {_MOST_ENTRIES:,} entries; split it")
    if data.count(b"<") > _MOST_TAGS:
        raise ArticleUnreadable(file, f"it has more than {_MOST_TAGS:,} tags; split it")
    feedparser = load(file, "feedparser")
    with mapped(file, _SAVE_AGAIN):
        # Never the bytes themselves: what begins as an address would be fetched.
        feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        raise ArticleUnreadable(file, f"it has no entries; {_SAVE_AGAIN}")
    for number, entry in enumerate(feed.entries, start=1):
        name = f"{file}#entry {number}"
        text = _text(name, entry)
        yield _record(feed.feed, entry, text) if text else ArticleUnreadable(name, "it has no text; save its page")


def _record(feed: dict[str, Any], entry: dict[str, Any], text: str) -> Record:
    title = _line(entry, "title")
    source = entry.get("source")
    outlet = (_line(source, "title") if isinstance(source, dict) else None) or _line(feed, "title")
    tags = [line(str(tag.get("term") or tag.get("label") or "")) for tag in entry.get("tags") or []]
    published, updated = _line(entry, "published") or _line(entry, "created"), _line(entry, "updated")
    contents = entry.get("content") or [{}]
    spoken = contents[0].get("language") or entry.get("language") or feed.get("language")
    url = stated_url(entry.get("link"))
    return Record(
        id=stated_id(entry.get("id")) or url or digest(title, text),
        text=text,
        title=title,
        outlet=outlet,
        author=_people(entry) or None,
        date=stated_date(published or updated),
        section=next(filter(None, tags), None),
        url=url or stated_url(entry.get("id")),
        language=stated_language(spoken if isinstance(spoken, str) else None),
        updated=stated_day(updated) if published else None,
    )


def _text(name: str, entry: dict[str, Any]) -> str:
    """Return the longest text that an entry holds: the whole report stands beside its summary, or in a name of its own.

    The feeds that Russian search engines ask for have it in `yandex:full-text` and the like.
    """
    whole = [value for name, value in entry.items() if name.endswith(_WHOLE) and isinstance(value, str)]
    values = (
        whole + [str(it.get("value") or "") for it in entry.get("content") or []] + [str(entry.get("summary") or "")]
    )
    return max((shown_text(name, value) for value in values), key=len)


def _people(entry: dict[str, Any]) -> str | None:
    named = [line(str(it.get("name") or "")) for it in entry.get("authors") or []]
    return ", ".join(dict.fromkeys(filter(None, named))) or _line(entry, "author")


def _line(found: dict[str, Any], name: str) -> str | None:
    value = dict.get(found, name)  # its own `get` gives one date for another, with a warning
    return line(shown_text("", value)) if isinstance(value, str) and value.strip() else None
