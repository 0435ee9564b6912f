"""Read the lines that say who wrote an article, when it was published, and whose it is."""

import re
from dataclasses import dataclass

from qa.articles.dates import agreed, find_dates
from qa.articles.names import is_person, is_place, is_publisher

LONGEST_LINE = 160
_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
_ZONE = (
    r"\(?(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::\d{2})?)?\)?|\b(?:MSK|CET|CEST|BST|EST|EDT|ET|PST|PDT|PT|IST|PKT|"
    r"local time|Moscow time|Astana time|мск)\b"
)
_MILITARY_TIME = r"\b[0-2]\d[0-5]\d\s*(?:GMT|UTC|hrs|hours)\b"
_WEEKDAY = (
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|"
    r"\b(?:понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]|воскресенье)\b"
)
_LABEL = (
    r"\b(?:date|dated|close|published|posted|created|added|on|at|first|last|updated?|modified|time|\d+ min(?:ute)?s? "
    r"read|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|дата|опубликовано|размещено|обновлено|в|года?)\b"
)
_AROUND_DATE = re.compile(
    rf"{_TIME}|{_MILITARY_TIME}|{_ZONE}|{_WEEKDAY}|{_LABEL}|\bг\.|[\s\u00a0,|•·/–—:;()\[\]-]+", re.IGNORECASE
)
_TIME_ONLY = re.compile(
    rf"(?:(?:last )?(?:updated?|published)(?: at)?\s*:?\s*)?(?:{_TIME}|{_MILITARY_TIME})\s*(?:{_ZONE})?", re.IGNORECASE
)
_UPDATED = re.compile(r"\b(?:updated?|modified|обновлено)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|created|added|dated?|опубликовано|размещено|дата)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:by|written by|author|story by|text by|text|words by|reported by|автор|текст|авторы|мәтін)(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|compiled|editing|edited)(?: and \w+)? by (?P<names>[^;().]{3,120})"
    r"(?:[;.].{0,120})?\)?\.?",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?P<lead>source|original source|источник|based on materials (?:from|of|by)|with materials from|по материалам|"
    r"дереккөз)"
    r"\s*:?\s+(?P<outlet>\S.{0,78}?)\.?",
    re.IGNORECASE,
)
_SOURCE_END = re.compile(r"\s*(?:\||\beditor:|\bредактор:|\d{4}-\d\d-\d\d)", re.IGNORECASE)
_MOST_OUTLET_WORDS = 6
_LIST = re.compile(r"\s*,\s*|\s+(?:and|&|и)\s+")
_IN_PLACE = re.compile(r"\s+(?:in|в)\s+[^\W\d_a-zа-я][\w .\-]{1,30}$")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when, and perhaps where or by whom, and nothing else."""

    date: str
    place: str | None = None
    author: str | None = None
    updated: bool = False
    """The line says only when the page was changed."""
    explicit: bool = False
    """The line says that it is the date of publication, or gives a full date with a time or a name."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that says who wrote the article, and perhaps for whom."""

    author: str | None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class SourceCredit:
    """A line that says whose material the article is; its outlet is None where it is no name."""

    outlet: str | None


def read_date_line(line: str) -> DateLine | None:
    """Read a line that states a date and nothing but what goes with one: a time, a place, a name."""
    if (
        len(line) > LONGEST_LINE
        or not any(map(str.isdecimal, line))
        or not (dates := find_dates(line))
        or (line.endswith((".", "!", "?")) and " " in line)
    ):
        return None
    pieces: list[str] = []
    start = 0
    for stated in dates:
        pieces.append(line[start : stated.start])
        start = stated.end
    pieces.append(line[start:])
    date = agreed(tuple(stated.date for stated in dates))
    published = _PUBLISHED.search(line) is not None
    updated = not published and _UPDATED.search(line) is not None
    rest = [word for piece in pieces if (word := _without_surroundings(piece))]
    if date is None or len(rest) > 1:
        return None
    explicit = published or (not date.startswith("--") and re.search(_TIME, line) is not None)
    if not rest:
        return DateLine(date, updated=updated, explicit=explicit)
    name = rest[0]
    byline = read_byline(name)
    if byline:
        return DateLine(date, author=byline.author, updated=updated, explicit=True)
    named_first = pieces[0].strip().startswith(name)
    if is_person(name) and named_first and (published or re.match(r"[\s\u00a0]*[|•·–—]", pieces[0][len(name) :])):
        return DateLine(date, author=name, updated=updated, explicit=True)
    if is_place(name, in_capitals=not (named_first and pieces[0].rstrip().endswith(","))):
        return DateLine(date, place=name, updated=updated, explicit=explicit)
    return None


def is_time(line: str) -> bool:
    """Return whether a line is a time of day and nothing else."""
    return len(line) <= LONGEST_LINE and _TIME_ONLY.fullmatch(line) is not None


def read_byline(line: str) -> Byline | None:
    """Read "By Jane Doe and John Roe, Reuters", "Автор: Иван Иванов", "(Reporting by Jane Doe; Editing by …)"."""
    if len(line) > LONGEST_LINE:
        return None
    if ending := _ENDING.fullmatch(line):
        return _read_ending(line, ending["names"].strip())
    role = _ROLE.match(line)
    if role is None:
        return None
    stated = line[role.end() :].strip()
    names = _LIST.split(_IN_PLACE.sub("", stated))
    people = [name for name in names if is_person(name) or (name.isupper() and is_person(name.title()))]
    outlets = [name for name in names if name not in people]
    if not people or names[: len(people)] != people or not all(is_publisher(name) for name in outlets):
        return None
    end = stated.index(people[-1], sum(map(len, people[:-1]))) + len(people[-1])
    return Byline(stated[:end], ", ".join(outlets) or None)


def _read_ending(line: str, names: str) -> Byline | None:
    if not all(is_person(_IN_PLACE.sub("", name)) for name in _LIST.split(names)):
        return Byline(None) if ";" in line else None
    reported = not re.match(r"\(?(?:edit|additional)", line, re.IGNORECASE)
    return Byline(_IN_PLACE.sub("", names) if reported else None)


def read_source(line: str) -> SourceCredit | None:
    """Read a line like "Source: Xinhua" or "Based on materials from the ministry"; only a name is an outlet."""
    match = _SOURCE.fullmatch(line) if len(line) <= LONGEST_LINE else None
    if match is None or line.endswith((",", ";", ":")):
        return None
    outlet = _SOURCE_END.split(match["outlet"])[0].strip(" .\u00a0")
    named = is_publisher(outlet) or (outlet[:1].isupper() and len(outlet.split()) <= _MOST_OUTLET_WORDS)
    if not named and match["lead"].lower() in {"source", "original source", "источник"}:
        return None
    return SourceCredit(outlet if named else None)


def _without_surroundings(piece: str) -> str:
    """Strip a time, zone, weekday, label and marks off both ends of what is left beside a date."""
    start, end = 0, len(piece)
    while (match := _AROUND_DATE.match(piece, start)) and match.end() > start:
        start = match.end()
    for match in reversed(list(_AROUND_DATE.finditer(piece, start))):
        if match.end() != end:
            break
        end = match.start()
    return piece[start:end].strip()
