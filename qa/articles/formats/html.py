"""Read a web page as one article: its body by trafilatura, what it says of itself by our own reading."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from qa.articles.decoding import decode
from qa.articles.formats.head_lines import without_said
from qa.articles.formats.html_body import find_body
from qa.articles.formats.html_head import agree, find_headline, read_shown, text_of, with_visible_day
from qa.articles.formats.html_metadata import read_metadata
from qa.articles.formats.html_stated import Stated, without_outlet
from qa.articles.formats.libraries import load
from qa.articles.formats.limits import read_whole
from qa.articles.formats.markup import parse_markup
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import stated_url
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,5}\)(\S{8,1000}) -->")
"""What browsers write into the pages that they save."""
_MOST_HEADINGS = 10
_BEHIND_TITLE = re.compile(r"\s+(?:[|–—»·-]|::)\s+([^|–—»·]{2,60})")
_CHARSET_HEAD = 4_096
MOST_ELEMENTS = 60_000
"""Of a page. The largest of 181 pages of news has 1,600; trafilatura takes time by their square: 50,000 paragraphs
take 10 s, 150,000 take 79 s."""
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_BODY = "no article is in it that can be told from the page around it; save its text instead"


def read_html(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record]:
    """Read a file that is a page."""
    yield read_page(file, read_whole(file, opened, settings))


def read_page(file: str, data: bytes, charset: str | None = None, url: str | None = None) -> Record:
    """Read a page as one article.

    Raises:
        ArticleUnreadable: it holds none, or trafilatura is not installed.
    """
    load(file, "trafilatura")
    text = decode_page(file, data, charset)
    page = parse_markup(file, text)
    if page is None:
        raise ArticleUnreadable(file, _NO_BODY)
    if next(islice(page.iter(), MOST_ELEMENTS, None), None) is not None:
        raise ArticleUnreadable(file, f"it has more than {MOST_ELEMENTS:,} elements, as no article has; split it")
    saved_from = _SAVED_FROM.search(text[:_CHARSET_HEAD])
    url = url or (stated_url(saved_from[1]) if saved_from else None)
    stated = read_metadata(page)
    headline = find_headline(page, stated.title, stated.outlet)
    title = _title(page, stated, headline)
    shown = read_shown(page, headline, title or "")
    body = find_body(file, page, url or stated.url)
    headings = map(text_of, islice(page.iter("h1"), _MOST_HEADINGS))
    paragraphs = without_said(body, shown, title, stated.title, text_of(headline), *headings)
    if not paragraphs:
        raise ArticleUnreadable(file, _NO_BODY)
    return Record(
        id=None,
        text="\n\n".join(paragraphs),
        title=title,
        outlet=stated.outlet or shown.outlet or _outlet_of_window(page, title),
        author=stated.author or shown.author,
        date=with_visible_day(stated.date, shown.date),
        place=stated.place or shown.place,
        section=stated.section or shown.section,
        url=stated.url or url,
        language=stated.language,
        updated=stated.updated or shown.updated,
    )


def decode_page(file: str, data: bytes, charset: str | None = None) -> str:
    """Decode a page: UTF-8 where it is, else as its transport or the page itself declares, else by its letters."""
    head = data[:_CHARSET_HEAD]
    if head.startswith(_MARKS) or b"\0" in head:
        return decode(file, data)
    declared = _CHARSET.search(head)
    for encoding in ("utf-8", charset, declared[1].decode("ascii") if declared else None):
        try:
            if encoding and (text := data.decode(encoding)).strip():
                return text
        except (UnicodeDecodeError, LookupError):
            continue
    return decode(file, data)


def _outlet_of_window(page: Any, title: str | None) -> str | None:
    """Return what stands behind the headline in the window's title."""
    window = text_of(next(page.iter("title"), None))
    if not title or not window or not window.casefold().startswith(title.casefold()):
        return None
    behind = _BEHIND_TITLE.fullmatch(window[len(title) :])
    return behind[1] if behind else None


def _title(page: Any, stated: Stated, headline: Any) -> str | None:
    """Return the headline as the page shows it, where that and what it states agree; else what it states."""
    heading = text_of(headline)
    if stated.title:
        return heading if agree(heading, stated.title) else stated.title
    window = text_of(next(page.iter("title"), None))
    return heading or (without_outlet(window, stated.outlet) if window else None)
