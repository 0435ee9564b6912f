"""What a stated date is, and its words: a year is never added."""

import datetime
import re

_MONTH_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTH_NAMES.split())
_FULL = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
_YEARLESS = re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


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
    if full := _FULL.fullmatch(date):
        return f"{int(full[3])} {MONTHS[int(full[2]) - 1]} {full[1]}"
    if yearless := _YEARLESS.fullmatch(date):
        return f"{int(yearless[2])} {MONTHS[int(yearless[1]) - 1]}, year not stated"
    if month := _MONTH.fullmatch(date):
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    return date


def is_date(date: str | None) -> bool:
    """Return whether a machine can read the date, with or without its year or its day."""
    return date is not None and any(form.fullmatch(date) for form in (_FULL, _YEARLESS, _MONTH))


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
