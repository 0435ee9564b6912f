"""Read the date that a page shows above its headline, where it stands with it and not in the head of the site."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from qa.articles.date_line import read_date_line
from qa.articles.dates import is_full
from qa.articles.formats.head_lines import HeadFacts, read_lines
from qa.articles.formats.tidy import line, stated_date

_MOST_LEVELS = 5
_MOST_ELEMENTS = 4
"""How many that say something are looked at above a headline."""
_LONGEST = 120
"""Characters; what is longer is no line of a head."""
_LONGEST_LINK = 3
"""Words; a longer link that states no date is the headline of another report."""
_MOST_LINKS = 4
_MOST_INSIDE = 40
_PASSED_OVER = ("figure", "script", "style", "button")
_LISTS = ("nav", "ul", "ol", "form")
"""Passed over inside the article, where they are the way to it from the front page; elsewhere the site's own."""
_WAY = "crumb"
_ENDS = ("aside", "footer", "header", "article", "h1", "h2", "h3", "h4", "h5", "h6")
_WHOLE = ("article", "main")
_HEADS_NAMES = "header head top topbar top-bar masthead page-header site-header header-top"
_HEADS = frozenset(_HEADS_NAMES.split())
_PART = re.compile(r"[A-Za-z][a-z]*")
_DATED_NAMES = "date dates datetime time published publish posted pub pubdate created meta info data дата"
_DATED = frozenset(_DATED_NAMES.split())
_OTHERS_NAMES = """
today current now clock weather site teaser related promo last latest recent ticker popular other more sidebar banner
prev previous next archive calendar comment event
"""
_OTHERS = frozenset(_OTHERS_NAMES.split())
"""Words of the classes of what is of the day of reading, or of another report."""


def read_above(headline: Any) -> HeadFacts:
    """Read the day that stands above a headline, beside it or beside what it stands in.

    An element whose class says so may state it, or one in the article's own part of the page: the day of reading stands
    above the headline too, but in the head of the site.
    """
    seen, updated = 0, None
    for element, inside in _before(headline):
        if element.tag in _PASSED_OVER or not (shown := line(" ".join(element.itertext()))):
            continue
        if element.tag in _LISTS and (inside or _WAY in (element.get("class") or "")):
            continue
        seen += 1
        if seen > _MOST_ELEMENTS or element.tag in (*_ENDS, *_LISTS) or len(shown) > _LONGEST or _is_of_others(element):
            break
        day = _day(element)
        updated = updated or day.updated
        if day.date is not None:
            return replace(day, updated=updated) if inside or _is_marked(element) else HeadFacts()
    return HeadFacts()


def _before(headline: Any) -> Iterator[tuple[Any, bool]]:
    """Yield the elements before the headline and before what it stands in, the nearest first.

    Each comes with whether it is in the part of the page that is the article's.
    """
    node = headline
    for level in range(_MOST_LEVELS):
        parent = node.getparent()
        if parent is None or node.tag in _WHOLE or parent.tag in ("html", "aside", "nav", "footer"):
            return
        within = any(it.tag in _WHOLE for it in (parent, *parent.iterancestors()))
        for element in node.itersiblings(preceding=True):
            if isinstance(element.tag, str):
                yield element, within or (level == 0 and parent.tag != "body")
        node = parent


def _day(element: Any) -> HeadFacts:
    """Return the day that an element states, and perhaps that of a change."""
    found = [line(" ".join(it.itertext())) for _, it in zip(range(_MOST_INSIDE), element.iter(), strict=False)]
    dates = [date for it in found if it and (date := read_date_line(it)) and is_full(date.date)]
    times = [stated_date(it.get("datetime")) for it in element.iter("time")]
    published = [it.date for it in dates if not it.updated]
    day = next(filter(None, [*published, *times]), None)
    return HeadFacts(date=day, updated=read_lines("", list(filter(None, found))).updated)


def _is_of_others(element: Any) -> bool:
    """Return whether what an element holds is of the site, or of other reports, by its classes and its links."""
    links = [line(" ".join(it.itertext())) or "" for it in element.iter("a")]
    too_long = any(len(it.split()) > _LONGEST_LINK and read_date_line(it) is None for it in links)
    headings = next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None
    heads = {element.get("id") or "", *(element.get("class") or "").split()} & _HEADS
    return bool(headings or too_long or len(links) > _MOST_LINKS or heads or _class_words(element) & _OTHERS)


def _is_marked(element: Any) -> bool:
    return bool(_class_words(element) & _DATED)


def _class_words(element: Any) -> set[str]:
    """Return the words of the classes and ids of an element and of what is in it."""
    inside = (it for _, it in zip(range(_MOST_INSIDE), element.iter(), strict=False))
    names = (it.get(name) or "" for it in inside for name in ("class", "id", "itemprop"))
    tags = {"time"} if next(element.iter("time"), None) is not None else set()
    return {part.lower() for name in names for part in _PART.findall(name[:200])} | tags
