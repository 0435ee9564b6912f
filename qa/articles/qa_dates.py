"""Say a date as the article states it, and no more."""

import datetime
import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_FULL = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
_YEARLESS = re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)


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
    """Tell whether a machine can read the date, with or without its year."""
    return date is not None and bool(_FULL.fullmatch(date) or _YEARLESS.fullmatch(date))


def full_date(date: str | None) -> datetime.date | None:
    """Return the day that a date with its year names, or None where it is partial, or names none."""
    if date is None or not _FULL.fullmatch(date):
        return None
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None


def covered(oldest: str | None, newest: str | None) -> str | None:
    """Return the days an archive spans in words, or None where no article states a full date."""
    if oldest is None or newest is None:
        return None
    if oldest == newest:
        return as_stated(oldest)
    return f"{as_stated(oldest)} to {as_stated(newest)}"
