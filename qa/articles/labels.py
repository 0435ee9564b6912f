"""Label a short line that is no part of the report, by its words alone."""

from dataclasses import dataclass
from typing import Literal

from qa.articles.byline import Byline, DateLine, is_time, read_byline, read_date_line, read_source
from qa.articles.dates import find_date
from qa.articles.furniture import announces_links, is_credit, is_furniture
from qa.articles.names import is_agency

Kind = Literal["page furniture", "links", "date line", "time", "byline", "photo credit", "source", "publisher"]
LONGEST_LABEL = 160


@dataclass(frozen=True, slots=True)
class Label:
    """The kind of a line, and what was read from it."""

    kind: Kind
    date_line: DateLine | None = None
    byline: Byline | None = None
    outlet: str | None = None


def label(line: str) -> Label | None:
    """Label a line, None where it may be a title, a heading or prose; one without letter or digit is furniture."""
    if not any(map(str.isalnum, line)):
        return Label("page furniture")
    if len(line) > LONGEST_LABEL:
        return None
    if date_line := read_date_line(line):
        return Label("date line", date_line=date_line)
    if is_furniture(line):
        return Label("links" if announces_links(line) else "page furniture")
    if is_time(line):
        return Label("time")
    if byline := read_byline(line):
        return Label("byline", byline=byline)
    if is_agency(line):
        return Label("publisher", outlet=line)
    if source := read_source(line):
        date = find_date(line)
        return Label("source", outlet=source.outlet, date_line=DateLine(date, explicit=True) if date else None)
    return Label("photo credit") if is_credit(line) else None
