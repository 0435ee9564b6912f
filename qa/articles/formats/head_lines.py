"""Read the short lines between a headline and a report as those of a text: the date, the byline, the outlet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.articles.blocks import cut
from qa.articles.closing import Closing
from qa.articles.date_line import read_date_line
from qa.articles.dates import is_full
from qa.articles.metadata import describe
from qa.articles.opening import read_opening

_APART = re.compile(r"\s*[|•·]\s*")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of its article; `lines` are the lines that say it."""

    date: str | None = None
    updated: str | None = None
    author: str | None = None
    outlet: str | None = None
    place: str | None = None
    section: str | None = None
    lines: tuple[str, ...] = ()


def read_lines(title: str, lines: Sequence[str]) -> Shown:
    """Read the lines below a headline as those of a text are read."""
    text = "\n\n".join((title, *lines))
    pieces = tuple(cut(text))
    opening = read_opening(pieces)
    said = [pieces[number].text for number, role in opening.reasons.items() if role != "title"]
    said += [piece.text for piece in pieces if piece.label and piece.label.kind != "dated item"]
    article = describe("", text, pieces, opening, Closing(), [])
    dates = [it.date for it in opening.dates if not it.updated and not it.date.startswith("--")]
    changed = [it.date for it in opening.dates if it.updated and is_full(it.date)] or list(_updates(said))
    return Shown(
        date=next(iter(dates), None),
        updated=next(iter(changed), None),
        author=article.author,
        outlet=article.outlet,
        place=next(filter(None, [*(it.place for it in opening.dates), *opening.places]), None),
        section=article.section,
        lines=tuple(said),
    )


def _updates(said: Sequence[str]) -> Iterator[str]:
    """Yield the days of change that stand in one line with the day of publication."""
    for part in (part for shown in said for part in _APART.split(shown)):
        found = read_date_line(part)
        if found and found.updated and is_full(found.date):
            yield found.date


def without_said(paragraphs: Sequence[str], shown: Shown, *headlines: str | None) -> list[str]:
    """Return the paragraphs without the headline and the lines above the report that say when and by whom."""
    said = {_words(it) for it in (*shown.lines, *headlines) if it}
    number = 0
    while number < len(paragraphs) and _words(paragraphs[number]) in said:
        number += 1
    return [it for it in paragraphs[number:] if it]


def _words(text: str) -> str:
    """Return a line as two spellings of it are compared, whatever quotation marks they have."""
    return " ".join(re.findall(r"\w+", text.casefold()))
