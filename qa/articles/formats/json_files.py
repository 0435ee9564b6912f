"""Read articles from JSON: one, a list of them however it is wrapped, or one a line."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from qa.articles.decoding import decode
from qa.articles.formats.columns import has_text, record_of
from qa.articles.formats.json_shapes import Articles, find_articles, has_headline
from qa.articles.formats.json_stream import EXPORT_AGAIN, SPACE, STEP, items
from qa.articles.formats.limits import check_size, mapped, read_whole
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import line
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_NO_ARTICLE = "no article is in it: no member is known to hold the text; say which one does"
_EMPTY = f"no article is in it; {EXPORT_AGAIN}"
_JSON_FEED = "jsonfeed.org"


def read_json(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    """Read a file of JSON. A bare list is read an article at a time, so it may be larger than a record.

    Raises:
        ArticleUnreadable: it is damaged, or no article is in it.
    """
    if _first_character(opened) == "[":
        yield from _read_list(file, opened, settings, columns)
        return
    with mapped(file, EXPORT_AGAIN):
        found = json.loads(decode(file, read_whole(file, opened, settings)), strict=False)
    listed = None if _is_article(found, columns, summary=False) else find_articles(found, columns)
    if listed is not None:
        outlet = line(str(found.get("title"))) if _JSON_FEED in str(found.get("version")) else None
        for number, item in enumerate(listed.items, start=1):
            yield _of_outlet(_record(f"{file}#article {number}", item, columns), outlet)
        yield from _left_out(file, listed)
    elif not found:
        raise ArticleUnreadable(file, _EMPTY)
    elif _is_article(found, columns, summary=True):
        yield record_of(file, found, columns, alone=True)
    else:
        raise ArticleUnreadable(file, _NO_ARTICLE)


def read_jsonl(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    """Read a file with an object of JSON on each line; the rest of it is read where a line is damaged."""
    number = 0
    while data := opened.readline(settings.largest_file_bytes + 1):
        number += 1
        name = f"{file}#line {number}"
        if len(data) > settings.largest_file_bytes and not data.endswith(b"\n"):
            _skip_line(opened)
        if not data.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            check_size(name, len(data), settings)
            with mapped(name, EXPORT_AGAIN):
                found = json.loads(decode(name, data), strict=False)
        except ArticleUnreadable as problem:
            yield problem
        else:
            yield _record(name, found, columns)


def _read_list(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    number = 0
    for number, item in enumerate(items(file, opened, settings), start=1):
        yield from _read_item(file, str(number), item, columns)
    if not number:
        raise ArticleUnreadable(file, _EMPTY)


def _read_item(
    file: str, number: str, item: object, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    """Read an item of a list: an article, or a page of the answers of an interface, which holds a list of them."""
    around = isinstance(item, dict) and not has_headline(item) and not has_text(item, columns)
    listed = find_articles(item, columns) if around else None
    if listed is None:
        yield _record(f"{file}#article {number}", item, columns)
        return
    for place, inner in enumerate(listed.items, start=1):
        yield _record(f"{file}#article {number}.{place}", inner, columns)
    yield from _left_out(f"{file}#article {number}", listed)


def _left_out(name: str, listed: Articles) -> Iterator[ArticleUnreadable]:
    if listed.unpublished:
        yield ArticleUnreadable(name, f"{listed.unpublished:,} of its posts are not published, and are left out")


def _is_article(found: object, columns: Mapping[str, str], *, summary: bool) -> bool:
    return isinstance(found, dict) and has_text(found, columns, summary=summary)


def _of_outlet(found: Record | ArticleUnreadable, outlet: str | None) -> Record | ArticleUnreadable:
    """Return an item of a feed with the feed's name as its outlet."""
    return replace(found, outlet=found.outlet or outlet) if isinstance(found, Record) else found


def _record(name: str, found: object, columns: Mapping[str, str]) -> Record | ArticleUnreadable:
    if not isinstance(found, dict):
        return ArticleUnreadable(name, "it is no object with named members; remove it")
    try:
        return record_of(name, found, columns, alone=False)
    except ArticleUnreadable as problem:
        return problem


def _first_character(opened: BinaryIO) -> str:
    head = opened.read(STEP)
    opened.seek(0)
    return head.decode("utf-8", "ignore").lstrip(SPACE)[:1]


def _skip_line(opened: BinaryIO) -> None:
    while (chunk := opened.readline(STEP)) and not chunk.endswith(b"\n"):
        pass
