"""Read what a page shows between its headline and its first paragraph: the date, the byline, the outlet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import dropwhile, islice
from typing import Any

from qa.articles.blocks import is_closed
from qa.articles.dates import full_date
from qa.articles.formats.head_lines import HeadFacts, read_lines
from qa.articles.formats.html_above import read_above
from qa.articles.formats.html_stated import APART
from qa.articles.formats.markup import blocks_of
from qa.articles.formats.tidy import line, stated_date

_MOST_LINES = 12
_PROSE = 80
"""Characters; a line as long as this that ends as a sentence begins the report."""
_LONGEST_LINE = 200
_SPANS = ("span", "time")
_MOST_SPANS = 40
_CLASSES = ("publish", "entry-date", "post-date")
_MARKED_TIME = f"//time[@pubdate or {' or '.join(f'contains(@class, {name!r})' for name in _CLASSES)}]"


def text_of(element: Any) -> str | None:
    """Return the text of an element as one line."""
    return None if element is None else line(" ".join(element.itertext()))


def find_headline(page: Any, stated: str | None, outlet: str | None) -> Any:
    """Return the element of the headline: the one that says the stated one, else the first `h1` that says anything.

    A logo may be an `h1` and the headline an `h2`, which then says what the window's title begins with.
    """
    parts = APART.split(text_of(next(page.iter("title"), None)) or "")
    logos = {it.casefold() for it in (outlet or "", parts[-1] if len(parts) > 1 else "")}
    shown = [it for it in page.iter("h1") if (text := text_of(it)) and text.casefold() not in logos]
    for heading in shown:
        if agree(text_of(heading), stated):
            return heading
    second = next((it for it in page.iter("h2") if text_of(it) in (stated, parts[0]) and text_of(it)), None)
    inside = [it for it in shown if any(above.tag in ("article", "main") for above in it.iterancestors())]
    return second if second is not None else next(iter(inside or shown), None)


def agree(first: str | None, second: str | None) -> bool:
    """Return whether one headline is the other, or a part of it, as where an outlet's name stands behind it."""
    if not first or not second:
        return False
    small, other = first.casefold(), second.casefold()
    return small in other or other in small


def read_shown(page: Any, headline: Any, title: str) -> HeadFacts:
    """Read the short lines below the headline; the day above it where none is there."""
    if headline is None:
        return HeadFacts()
    shown = _read_below(page, headline, title)
    if shown.date is None or shown.author is None:
        with _spans_apart(headline, page) as parted:
            other = _read_below(page, headline, title) if parted else shown
        shown = replace(
            shown,
            date=shown.date or other.date,
            updated=shown.updated or other.updated,
            author=shown.author or other.author,
        )
    if shown.date is None:
        shown = replace(shown, date=next(filter(None, _times(headline, page)), None))
    if shown.date is None:
        above = read_above(headline)
        shown = replace(shown, date=above.date, updated=shown.updated or above.updated)
    return shown


def _read_below(page: Any, headline: Any, title: str) -> HeadFacts:
    heading = next(blocks_of(headline), "")
    behind = islice(dropwhile(lambda block: block != heading, blocks_of(page)), 1, 1 + _MOST_LINES)
    return read_lines(title, _lines(list(behind)))


@contextmanager
def _spans_apart(headline: Any, page: Any) -> Iterator[bool]:
    """Make lines of the spans below the headline for a while: a date and a name stand beside each other in them."""
    spans: list[Any] = []
    below = islice(dropwhile(lambda it: it is not headline, page.iter("h1", "h2", "p", *_SPANS)), 1, 1 + _MOST_SPANS)
    for element in below:
        if element.tag == "p" and len("".join(element.itertext()).strip()) >= _PROSE:
            break
        if element.tag in _SPANS:
            spans.append((element, element.tag))
    for element, _ in spans:
        element.tag = "div"
    try:
        yield bool(spans)
    finally:
        for element, tag in spans:
            element.tag = tag


def with_visible_day(stated: str | None, visible: str | None) -> str | None:
    """Return the stated date, or the visible one where they differ by a day: the first may be in UTC."""
    if stated is None:
        return visible
    first, second = full_date(stated), full_date(visible)
    return visible if first and second and abs(first - second) == timedelta(days=1) else stated


def _lines(blocks: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if len(block) > _LONGEST_LINE or (len(block) >= _PROSE and is_closed(block)):
            lines.append(block[: 2 * _LONGEST_LINE])
            break
        lines.extend(block.split("\n"))
    return lines


def _times(headline: Any, page: Any) -> Iterator[str | None]:
    """Yield the dates of the `time` elements in the headline's header, above the report, or marked as published."""
    header = next((it for it in headline.iterancestors() if it.tag in ("header", "hgroup")), None)
    inside = () if header is None else header.iter("time")
    for element in (*inside, *_above_report(headline, page), *page.xpath(_MARKED_TIME)):
        if not any(it.tag in ("nav", "aside", "footer") for it in element.iterancestors()):
            yield stated_date(element.get("datetime") or "".join(element.itertext()))


def _above_report(headline: Any, page: Any) -> Iterator[Any]:
    """Yield the `time` elements between the headline and the first paragraph of prose."""
    behind = islice(dropwhile(lambda it: it is not headline, page.iter("h1", "h2", "p", "time")), 1, None)
    for element in behind:
        if element.tag == "time":
            yield element
        elif element.tag == "p" and len("".join(element.itertext()).strip()) >= _PROSE:
            return
