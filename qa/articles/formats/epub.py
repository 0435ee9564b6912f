"""Read a book as one article: the chapters of its spine, one after the other."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from qa.articles.formats.html import decode_page
from qa.articles.formats.limits import check_size, open_zip, read_member
from qa.articles.formats.markup import local_name, paragraphs_of, parse_markup
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import joined, line, stated_date, stated_language
from qa.articles.formats.zipped_xml import below, parse_member
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_MOST_CHAPTERS = 10_000
_PAGES = frozenset(("application/xhtml+xml", "text/html"))
_NO_TEXT = "it has no text; pictures of pages are not read"
_CHANGED = "modification"


def read_epub(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record]:
    """Read a book; its table of contents is no part of the text."""
    with open_zip(file, opened) as packed:
        container = parse_member(file, packed, "META-INF/container.xml", settings)
        place = next((it.get("full-path") for it in container.iter() if local_name(it) == "rootfile"), None) or ""
        package = parse_member(file, packed, place, settings)
        paragraphs = list(_paragraphs(file, packed, package, posixpath.dirname(place), settings))
    title = _stated(package, "title")
    while paragraphs and title and line(paragraphs[0]) == title:
        paragraphs.pop(0)
    if not paragraphs:
        raise ArticleUnreadable(file, _NO_TEXT)
    people = [line("".join(it.itertext())) for it in package.iter() if local_name(it) == "creator"]
    yield Record(
        id=None,
        text=joined(paragraphs),
        title=title,
        outlet=_stated(package, "publisher"),
        author=", ".join(filter(None, people)) or None,
        date=_date(package),
        section=_stated(package, "subject"),
        language=stated_language(_stated(package, "language")),
    )


def _paragraphs(file: str, packed: zipfile.ZipFile, package: Any, folder: str, settings: Settings) -> Iterator[str]:
    size = 0
    for name in _chapters(package, folder)[:_MOST_CHAPTERS]:
        if name not in packed.NameToInfo:
            raise ArticleUnreadable(file, f"its chapter {name} is missing; save the book again")
        data = read_member(file, packed, packed.getinfo(name), settings)
        size += len(data)
        check_size(file, size, settings)
        page = parse_markup(file, decode_page(file, data)) if data.strip() else None
        yield from filter(None, paragraphs_of(page).split("\n\n"))


def _chapters(package: Any, folder: str) -> list[str]:
    """Return the names of the chapters in the order of the spine, without the table of contents."""
    items = {
        it.get("id"): it.get("href")
        for it in package.iter()
        if local_name(it) == "item"
        and it.get("media-type") in _PAGES
        and "nav" not in (it.get("properties") or "").split()
    }
    spine = [it.get("idref") for it in package.iter() if local_name(it) == "itemref"]
    return [below(folder, href) for it in spine if (href := items.get(it))]


def _stated(package: Any, name: str) -> str | None:
    return next((line("".join(it.itertext())) for it in package.iter() if local_name(it) == name), None)


def _date(package: Any) -> str | None:
    """Return the day of publication; a book may state the day of its last change beside it."""
    stated = [it for it in package.iter() if local_name(it) == "date"]
    events = [next((str(value) for key, value in it.attrib.items() if key.endswith("event")), "") for it in stated]
    dates = [stated_date("".join(it.itertext())) for it, event in zip(stated, events, strict=True) if event != _CHANGED]
    return next(filter(None, dates), None)
