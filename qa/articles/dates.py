"""What a stated date is, and its words: a year is never added."""

import datetime
import re
from dataclasses import dataclass

_MONTH_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTH_NAMES.split())
_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_FULL = re.compile(f"{_YEAR}-{_MONTH}-{_DAY}", re.ASCII)
_FORMS = (_FULL, re.compile(f"--{_MONTH}-{_DAY}", re.ASCII), re.compile(f"{_YEAR}-{_MONTH}", re.ASCII))


@dataclass(frozen=True, slots=True)
class DateParts:
    """What a date states; its year or its day may be missing, not both."""

    year: str | None
    month: int
    day: int | None


def date_parts(date: str) -> DateParts | None:
    """Parse a date as articles have them: 2022-12-10, --12-10 or 2022-12; None for any other text."""
    for form in _FORMS:
        if match := form.fullmatch(date):
            stated = match.groupdict()
            return DateParts(stated.get("year"), int(stated["month"]), int(stated["day"]) if "day" in stated else None)
    return None


def agreed(dates: tuple[str, ...]) -> str | None:
    """Return the first date, or the full one that says more: its year, or the day of its month."""
    if not dates:
        return None
    return next((date for date in dates if _FULL.fullmatch(date) and _says_more(date, dates[0])), dates[0])


def _says_more(full: str, date: str) -> bool:
    return full.endswith(date.removeprefix("-")) if date.startswith("-") else full.startswith(date)


def as_stated(date: str | None) -> str:
    """Return "10 December 2022", "December 2022", "10 December, year not stated" or "undated".

    What is no date is returned as it stands.
    """
    if date is None:
        return "undated"
    if (stated := date_parts(date)) is None:
        return date
    month = MONTHS[stated.month - 1]
    if stated.year is None:
        return f"{stated.day} {month}, year not stated"
    return f"{month} {stated.year}" if stated.day is None else f"{stated.day} {month} {stated.year}"


def is_date(date: str | None) -> bool:
    """Return whether a machine can read the date, with or without its year or its day."""
    return date is not None and date_parts(date) is not None


def is_full(date: str) -> bool:
    """Return whether a stated date has its year, its month and its day."""
    return _FULL.fullmatch(date) is not None


def full_date(date: str | None) -> datetime.date | None:
    """Return the day that a date with its year names, or None where it is partial, or names none."""
    if date is None or not is_full(date):
        return None
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None
