"""Read the short lines between a headline and a report as those of a text: the date, the byline, the outlet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.articles.blocks import cut, is_closed
from qa.articles.closing import Closing
from qa.articles.metadata import changes, describe, head_lines
from qa.articles.opening import read_opening

_MOST_ABOVE = 12
_PROSE = 80
"""Characters; a line as long as this that ends as a sentence is of a report."""


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """What a page shows of its article; `lines` are the lines that say it."""

    date: str | None = None
    updated: str | None = None
    author: str | None = None
    outlet: str | None = None
    place: str | None = None
    section: str | None = None
    lines: tuple[str, ...] = ()


def read_lines(title: str, lines: Sequence[str]) -> HeadFacts:
    """Read the lines below a headline as those of a text are read."""
    text = "\n\n".join((title, *lines))
    pieces = tuple(cut(text))
    opening = read_opening(pieces)
    article = describe("", text, pieces, opening, Closing(), [])
    dates = [it.date for it in opening.dates if not it.updated and not it.date.startswith("--")]
    return HeadFacts(
        date=next(iter(dates), None),
        updated=next(changes(opening, pieces), None),
        author=article.author,
        outlet=article.outlet,
        place=next(filter(None, [*(it.place for it in opening.dates), *opening.places]), None),
        section=article.section,
        lines=tuple(head_lines(opening, pieces)),
    )


def without_said(paragraphs: Sequence[str], shown: HeadFacts, *headlines: str | None) -> list[str]:
    """Return the paragraphs without the headline and the lines above the report that say when and by whom.

    What stands above the headline is the page's, unless it is prose.
    """
    paragraphs = _below_headline(paragraphs, headlines)
    said = {_words(it) for it in (*shown.lines, *headlines) if it}
    number = 0
    while number < len(paragraphs) and _words(paragraphs[number]) in said:
        number += 1
    return [it for it in paragraphs[number:] if it]


def _below_headline(paragraphs: Sequence[str], headlines: Sequence[str | None]) -> Sequence[str]:
    wanted = {_words(it) for it in headlines if it}
    for number, paragraph in enumerate(paragraphs[:_MOST_ABOVE]):
        if _words(paragraph) in wanted:
            return paragraphs[number:]
        if len(paragraph) >= _PROSE and is_closed(paragraph):
            break
    return paragraphs


def _words(text: str) -> str:
    """Return a line as two spellings of it are compared, whatever quotation marks they have."""
    return " ".join(re.findall(r"\w+", text.casefold()))
