"""Read the entries of a feed, RSS or Atom, as articles."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from qa.articles.formats.feed_exports import is_article, section_of
from qa.articles.formats.feed_people import person, read_people
from qa.articles.formats.feed_texts import entry_text
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
    people, left_out = read_people(file, data), 0
    for number, entry in enumerate(feed.entries, start=1):
        name = f"{file}#entry {number}"
        if not is_article(entry):
            left_out += 1
        elif text := entry_text(name, entry, _line(entry, "title")):
            yield _record(feed.feed, entry, text, people.of(number - 1, len(feed.entries), _people(entry)))
        else:
            yield ArticleUnreadable(name, "it has no text; save its page")
    if left_out == len(feed.entries):
        raise ArticleUnreadable(file, "none of its entries is a published post or page; export those")
    if left_out:
        yield ArticleUnreadable(file, f"{left_out:,} of its entries are no published posts or pages, and are left out")


def _record(feed: dict[str, Any], entry: dict[str, Any], text: str, author: str | None) -> Record:
    title = _line(entry, "title")
    source = entry.get("source")
    outlet = (_line(source, "title") if isinstance(source, dict) else None) or _line(feed, "title")
    written, changed = _line(entry, "wp_post_date"), _line(entry, "wp_post_modified")
    published = written if stated_day(written) else _line(entry, "published") or _line(entry, "created")
    updated = changed if stated_day(changed) else _line(entry, "updated")
    contents = entry.get("content") or [{}]
    spoken = contents[0].get("language") or entry.get("language") or feed.get("language")
    url = stated_url(entry.get("link"))
    return Record(
        id=stated_id(entry.get("id")) or url or digest(title, text),
        text=text,
        title=title,
        outlet=outlet,
        author=author,
        date=stated_date(published or updated),
        section=line(section_of(entry)),
        url=url or stated_url(entry.get("id")),
        language=stated_language(spoken if isinstance(spoken, str) else None),
        updated=stated_day(updated) if published else None,
    )


def _people(entry: dict[str, Any]) -> str | None:
    named = [person(str(it.get("name") or "")) for it in entry.get("authors") or []]
    return ", ".join(dict.fromkeys(filter(None, named))) or person(_line(entry, "author") or "")


def _line(found: dict[str, Any], name: str) -> str | None:
    value = dict.get(found, name)  # its own `get` gives one date for another, with a warning
    return line(shown_text("", value)) if isinstance(value, str) and value.strip() else None
