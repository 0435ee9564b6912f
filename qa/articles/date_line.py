"""Read the lines that say when an article was published, and perhaps where, by whom and in which section."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.articles.beside_dates import Beside, Labelled, is_day, strip
from qa.articles.byline import read_beside_date
from qa.articles.calendar_names import WEEKDAY
from qa.articles.date_search import StatedDate, find_dates, find_months
from qa.articles.dates import agreed, is_full
from qa.articles.furniture import is_credit, is_furniture
from qa.articles.names import is_address, is_capitalised, is_paper, is_person, is_place, is_publisher, is_section
from qa.articles.person_or_place import NamesBeside, is_named_as_place, read_names, sort_name
from qa.articles.plain_text import LONGEST_LINE
from qa.articles.scripts import count_words, is_caseless
from qa.articles.source_credit import read_source

_APART = re.compile(r"\s*[|•·‧●()\[\]]\s*|\s+[–—/-]+\s+")
"""Marks that part a date from what has nothing to do with it; a comma parts a place too."""
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_WHO_AND_WHEN = re.compile(r"^(?:авторы (?:және|мен) күні|автор и дата|author and date)\s*:\s*", re.IGNORECASE)
_RUSSIAN_PAPER = re.compile(
    r"(?!(?:Последние|Главные|Все|Свежие|Другие|Новые|Важные)\b)[А-ЯЁ][а-яё-]+ (?:[а-яё-]+ )?"
    r"(?:новости|газета|известия|ведомости|вести|журнал|вестник|правда)"
)
"""Only the first word of such a name has a capital."""
_LONGEST_ZONE = 3
_MOST_RUBRIC_WORDS = 3
_MOST_CASELESS_WORDS = 2


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when, and perhaps where or by whom, and nothing else."""

    date: str
    place: str | None = None
    author: str | None = None
    outlet: str | None = None
    section: str | None = None
    updated: bool = False
    """The line says only when the page was changed."""
    changed: str | None = None
    """The day of change that is stated beside that of publication."""
    explicit: bool = False
    """The line says that it is the date of publication, or gives a full date with a time or a name."""
    bare: bool = True
    """Nothing but times and labels stands beside the date, and it is one of a day."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The date that counts of a line's dates, and its label."""

    date: str
    label: Labelled | None
    changed: str | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands before, between or behind the dates of a line, up to a mark that parts."""

    beside: Beside
    before: int
    """How many dates stand before it."""
    parted: bool
    """Such a mark stands between it and every date."""
    comma: bool
    """A comma stands between it and the first date, or the last."""


@dataclass(slots=True)
class _Named:
    """The names that stand beside a date, one of a kind."""

    place: str | None = None
    author: str | None = None
    outlet: str | None = None
    section: str | None = None
    signed: bool = False
    """A label, a mark or an outlet beside it says that the author is one."""

    def take(self, it: _Stretch) -> bool:
        """Sort a name by what it can be; return False where it is nothing that goes with a date."""
        name = it.beside.name
        if is_day(name) or is_furniture(name) or is_credit(name) or is_address(name):
            return True
        if source := read_source(name):
            self.outlet = self.outlet or source.outlet
        elif byline := read_beside_date(name):
            self.author, self.outlet = self.author or byline.author, self.outlet or byline.outlet
            self.signed = self.author is not None
        elif is_section(name):
            self.section = self.section or name
        elif is_publisher(name) or is_paper(name) or ((it.parted or it.comma) and _RUSSIAN_PAPER.fullmatch(name)):
            self.outlet = self.outlet or name
        elif self._is_signed(it):
            self.author, self.signed = name, True
        elif names := self._named_beside(it):
            self.author, self.place = self.author or names.author, self.place or names.place
        elif it.beside.behind_time and name.isalpha() and not (name.isupper() and len(name) > _LONGEST_ZONE):
            return True  # the word for hours, or a zone, that is not known here
        elif not self.place and (is_place(name, in_capitals=not it.comma) or (it.parted and is_named_as_place(name))):
            self.place = name
        else:
            counts = not any(map(str.isalpha, name))
            return it.parted and (counts or _is_rubric(name))
        return True

    def _is_signed(self, it: _Stretch) -> bool:
        """Return whether a name is a person's by the mark that parts it from the date, or by the label before it."""
        labelled = not it.before and "published" in it.beside.labels
        if self.author or not (it.parted or labelled) or is_caseless(it.beside.name):
            return False
        return is_person(it.beside.name) and sort_name(it.beside.name) != "place"

    def _named_beside(self, it: _Stretch) -> NamesBeside | None:
        """Read who wrote, and perhaps where, beside a date; with no comma between, only what is surely a person."""
        names = read_names(it.beside.name)
        doubtful = names is not None and names.author is None
        return None if doubtful and (not it.comma or it.beside.name.isupper()) else names


def read_date_line(line: str) -> DateLine | None:
    """Read a line that states a date and nothing but what goes with one.

    Of several dates the one labelled as published counts, else the one without a label, else the update.
    """
    if len(line) > LONGEST_LINE or not any(map(str.isdecimal, line)):
        return None
    line = _WHO_AND_WHEN.sub("Автор: ", line)
    dates = find_dates(line)
    if not dates:
        return None
    stretches = list(_stretches(line, dates))
    chosen = _choose(dates, _label_dates(len(dates), stretches))
    named = _Named()
    if chosen is None or not all(named.take(it) for it in stretches if it.beside.name):
        return None
    timed = any(it.beside.timed for it in stretches)
    return DateLine(
        chosen.date,
        place=named.place,
        author=named.author,
        outlet=named.outlet,
        section=named.section,
        updated=chosen.label == "updated",
        changed=chosen.changed,
        bare=not any(it.beside.name for it in stretches),
        explicit=chosen.label == "published" or (timed and is_full(chosen.date)) or named.signed,
    )


def read_month_line(line: str) -> DateLine | None:
    """Read a line that states a month with its year, perhaps a label or a section, and nothing else."""
    months = find_months(line) if len(line) <= LONGEST_LINE and any(map(str.isdecimal, line)) else ()
    if len(months) != 1 or find_dates(line):
        return None
    besides = [it.beside for it in _stretches(line, months)]
    sections = [it.name for it in besides if it.name]
    labels = [label for it in besides for label in it.labels]
    if not all(map(is_section, sections)) or len(sections) > 1:
        return None
    return DateLine(months[0].date, section=next(iter(sections), None), updated=labels == ["updated"], bare=False)


def _stretches(line: str, dates: Sequence[StatedDate]) -> Iterator[_Stretch]:
    start = 0
    for before, end in enumerate([*(date.start for date in dates), len(line)]):
        parts = _APART.split(line[start:end])
        for number, part in enumerate(parts):
            first, last = number == 0 and before > 0, number == len(parts) - 1 and before < len(dates)
            beside = _paper(part.strip(" ,")) or strip(part)
            ahead = last and before == 0 and beside.before_comma
            comma = ahead or (first and before == len(dates) and part.startswith(","))
            yield _Stretch(beside, before, not (first or last), comma)
        if before < len(dates):
            start = dates[before].end


def _is_rubric(name: str) -> bool:
    if is_caseless(name):
        return count_words(name) <= _MOST_CASELESS_WORDS
    return is_capitalised(name) and len(name.split()) <= _MOST_RUBRIC_WORDS


def _paper(part: str) -> Beside | None:
    """Read the name of a paper that begins with a weekday: "Sunday Times"."""
    weekday = _WEEKDAY.match(part) and is_publisher(part)
    return Beside(part, (), timed=False) if weekday else None


def _label_dates(count: int, stretches: Sequence[_Stretch]) -> list[Labelled | None]:
    """Return for each date the label before it; or behind it, where the line ends in a label and begins without one."""
    between: list[Labelled | None] = [None] * (count + 1)
    for it in stretches:
        if it.beside.labels:
            between[it.before] = it.beside.labels[-1]
    return between[1:] if between[0] is None and between[-1] else between[:-1]


def _choose(dates: Sequence[StatedDate], labels: Sequence[Labelled | None]) -> _Chosen | None:
    """Choose the date that counts; none where two are stated, as of what went on from the one to the other."""
    kinds: tuple[Labelled | None, ...] = ("published", None, "updated")
    stated = {kind: tuple(it.date for it, label in zip(dates, labels, strict=True) if label == kind) for kind in kinds}
    for kind in kinds:
        if date := agreed(stated[kind]):
            changed = next(filter(is_full, stated["updated"]), None) if kind != "updated" else None
            return _Chosen(date, kind, changed) if all(agreed((it, date)) == date for it in stated[kind]) else None
    return None
