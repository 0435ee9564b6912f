"""Label a short line that is no part of the report, by its words alone."""

import re
from dataclasses import dataclass
from typing import Literal

from qa.articles.beside_dates import read_lone
from qa.articles.byline import Byline, read_byline, read_signature
from qa.articles.caseless_dateline import read_lone_caseless
from qa.articles.date_line import DateLine, read_date_line, read_month_line
from qa.articles.date_search import find_date
from qa.articles.furniture import announces_links, is_credit, is_furniture, is_signed
from qa.articles.names import is_address, is_agency
from qa.articles.plain_text import in_one_line
from qa.articles.scripts import with_ascii_marks
from qa.articles.source_credit import read_source

LineKind = Literal[
    "page furniture", "links", "date line", "dated item", "time", "byline", "photo credit", "source", "publisher"
]
"""A "dated item" is a date with a name beside it, or a month alone: an article's date at its head, elsewhere a fact."""
LONGEST_LABEL = 160
_EMPHASISED = re.compile(r"(?P<marks>\*{1,3}|_{1,3})(?![\s*_])(?P<line>[^*_]+)(?<!\s)(?P=marks)")
"""A line that Markdown prints in italics or bold, as it does a date or a byline."""


@dataclass(frozen=True, slots=True)
class Label:
    """The kind of a line, and what was read from it; a credit such as "Jane Doe / AP" is a byline beside a date."""

    kind: LineKind
    date_line: DateLine | None = None
    byline: Byline | None = None
    outlet: str | None = None
    place: str | None = None


def label(line: str) -> Label | None:
    """Label a line, None where it may be a title, a heading or prose; one without letter or digit is furniture.

    Entities, odd spaces and hidden characters are read as what they show.
    """
    if not any(map(str.isalnum, line)):
        return Label("page furniture")
    if len(line) > 2 * LONGEST_LABEL:
        return None
    emphasised = _EMPHASISED.fullmatch(line)
    shown = with_ascii_marks(in_one_line(emphasised["line"] if emphasised else line))
    return _label(shown) if 0 < len(shown) <= LONGEST_LABEL else None


def _label(line: str) -> Label | None:
    if date_line := read_date_line(line) or read_month_line(line):
        return Label("date line" if date_line.bare else "dated item", date_line=date_line)
    lone = read_lone(line)
    if is_furniture(line) or is_address(line) or lone == "count":
        return Label("links" if announces_links(line) else "page furniture")
    if lone == "time":
        return Label("time")
    if byline := read_byline(line):
        return Label("byline", byline=byline)
    if is_agency(bare := line.strip("()[] ")):
        return Label("publisher", outlet=bare)
    if dateline := read_lone_caseless(line):
        return Label("publisher", outlet=dateline.outlet, place=dateline.place)
    if source := read_source(line):
        date = find_date(line)
        return Label("source", outlet=source.outlet, date_line=DateLine(date, explicit=True) if date else None)
    if not is_credit(line):
        return None
    return Label("photo credit", byline=read_signature(line) if is_signed(line) else None)
