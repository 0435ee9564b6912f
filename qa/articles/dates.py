"""Read the dates that a short line states, and write a stated date in words: a year is never added."""

import calendar
import datetime
import re
from dataclasses import dataclass

_ENGLISH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_RUSSIAN = (
    "янв(?:ар[яь])?|фев(?:рал[яь])?|мар(?:та?)?|апр(?:ел[яь])?|ма[яй]|июн[яь]?|июл[яь]?|авг(?:уста?)?|"
    "сент?(?:ябр[яь])?|окт(?:ябр[яь])?|ноя(?:бр[яь])?|дек(?:абр[яь])?"
)
_KAZAKH = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
_MONTH = rf"(?P<month>{_ENGLISH}|{_RUSSIAN}|{_KAZAKH})(?![^\W\d_])\.?"
_SHORTEST = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма|июн|июл|авг|сен|окт|ноя|дек"
_STARTS = tuple(f"{_SHORTEST}|{_KAZAKH}".split("|"))
_DAY = r"(?<![\d.:/-])(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:18|19|20|21)\d\d)(?![\d:])(?!\s*(?:GMT|UTC|MSK|hrs|hours)\b)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?<![\w-])--(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{_DAY}\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}})(?!\d)",
        rf"{_DAY}/(?P<slashed>\d{{1,2}})/(?P<year>\d{{4}})(?!\d)",
        rf"{_DAY}(?:st|nd|rd|th)?[ \u00a0-](?:of )?{_MONTH}(?:[ ,\u00a0-]{{1,3}}{_YEAR})?",
        rf"(?<!\w){_MONTH}[ \u00a0](?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:[ ,\u00a0]{{1,3}}{_YEAR})?",
    )
)
_MONTH_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTH_NAMES.split())
_FULL = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
_YEARLESS = re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
LONGEST_LINE = 200
"""No date is looked for further into a line: what states an article's date is short."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date in ISO 8601, `--12-10` where no year is stated, and where in the line it stands."""

    date: str
    start: int
    end: int


def find_dates(line: str) -> tuple[StatedDate, ...]:
    """Find every date in a line, in order; an impossible day, or 03/04/2023, which may be two days, is none."""
    found: list[StatedDate] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(line[:LONGEST_LINE]):
            date = _read(match)
            if date and not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(StatedDate(date, match.start(), match.end()))
    return tuple(sorted(found, key=lambda stated: stated.start))


def find_date(line: str) -> str | None:
    """Find the date that a line states; the first, made full by another that agrees in day and month."""
    return agreed(tuple(stated.date for stated in find_dates(line)))


def agreed(dates: tuple[str, ...]) -> str | None:
    """Return the first date, or the full one that agrees with it in day and month."""
    if not dates:
        return None
    return next((date for date in dates if is_full(date) and date[-5:] == dates[0][-5:]), dates[0])


def is_full(date: str) -> bool:
    """Return whether a stated date has its year."""
    return not date.startswith("--")


def _read(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    day = int(parts["day"])
    year = int(parts["year"]) if parts.get("year") else None
    month = _month(parts.get("month"))
    if parts.get("slashed"):
        first, second = day, int(parts["slashed"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if second <= 12 else (second, first)
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return None
    leap_year = 2000  # a day without a year may be 29 February
    if not 1 <= day <= calendar.monthrange(year or leap_year, month)[1]:
        return None
    return f"--{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"


def _month(stated: str | None) -> int:
    if stated is None:
        return 0
    if stated.isdecimal():
        return int(stated)
    low = stated.lower()
    longest = max((start for start in _STARTS if low.startswith(start)), key=len)
    return _STARTS.index(longest) % 12 + 1


def as_stated(date: str | None) -> str:
    """Return "10 December 2022", "10 December, year not stated", "undated", or what stands there if it is no date."""
    if date is None:
        return "undated"
    if full := _FULL.fullmatch(date):
        return f"{int(full[3])} {MONTHS[int(full[2]) - 1]} {full[1]}"
    if yearless := _YEARLESS.fullmatch(date):
        return f"{int(yearless[2])} {MONTHS[int(yearless[1]) - 1]}, year not stated"
    return date


def is_date(date: str | None) -> bool:
    """Return whether a machine can read the date, with or without its year."""
    return date is not None and bool(_FULL.fullmatch(date) or _YEARLESS.fullmatch(date))


def full_date(date: str | None) -> datetime.date | None:
    """Return the day that a date with its year names, or None where it is partial, or names none."""
    if date is None or not _FULL.fullmatch(date):
        return None
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None
