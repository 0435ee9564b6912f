"""Check what is asked before anything is searched: the question, how many results, which articles."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qa.articles.plain_text import is_text, plain
from qa.errors import (
    EmptyQuestion,
    ExcludingQuestion,
    InvalidDate,
    InvalidFilter,
    InvalidLimit,
    LongQuestion,
    ReversedDates,
    WordlessQuestion,
)
from qa.index.filters import Filters, fold
from qa.records import Order
from qa.retrieval.operators import Parsed, parse
from qa.settings import Settings

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_ORDERS: tuple[Order, ...] = ("relevance", "newest", "oldest")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be searched for."""

    text: str
    """As it was asked, tidied."""
    parsed: Parsed
    limit: int
    offset: int
    order: Order
    filters: Filters


def check_question(text: str, settings: Settings) -> str:
    """Give the question's words, its space tidied.

    Raises:
        InvalidQuestion: empty, too long, or without a letter or digit.
    """
    if not isinstance(text, str) or not text.strip():
        raise EmptyQuestion
    if len(text) > settings.longest_question_characters:
        raise LongQuestion(len(text), settings.longest_question_characters)
    tidied = " ".join(plain(text).split())
    if not any(character.isalnum() for character in tidied):
        raise WordlessQuestion
    return tidied


def check_parts(question: str) -> Parsed:
    """Take a tidied question apart.

    Raises:
        InvalidQuestion: it says only what to leave out.
    """
    parsed = parse(question)
    if not any(character.isalnum() for character in parsed.words):
        raise ExcludingQuestion
    return parsed


def check_limit(limit: int, offset: int, settings: Settings) -> None:
    """Refuse to show no results, or more than anyone reads.

    Raises:
        InvalidLimit: `limit` is not 1 to the largest, or `offset` is negative.
    """
    if not _is_whole(limit) or not 1 <= limit <= settings.largest_limit:
        raise InvalidLimit(f"limit is {limit!r} and must be a whole number from 1 to {settings.largest_limit:,}")
    if not _is_whole(offset) or offset < 0:
        raise InvalidLimit(f"offset is {offset!r} and must be a whole number, 0 or more")


def check_order(order: str) -> Order:
    """Give the order by its name.

    Raises:
        InvalidFilter: there is no such order.
    """
    for known in _ORDERS:
        if order == known:
            return known
    raise InvalidFilter(f"there is no order {order!r}: choose {', '.join(_ORDERS)}")


def check_filters(
    after: str | date | None = None,
    before: str | date | None = None,
    outlets: Iterable[str] | None = None,
    places: Iterable[str] | None = None,
    articles: Iterable[str] | None = None,
) -> Filters:
    """Turn what was asked for into filters; both dates are included, and "2022" or "2022-12" mean the whole of it.

    Raises:
        InvalidFilter: an impossible date, `after` later than `before`, or a name that is no text.
    """
    first = _date_number("after", after, last_day=False)
    last = _date_number("before", before, last_day=True)
    if first is not None and last is not None and first > last:
        raise ReversedDates(after, before)
    return Filters(
        first, last, _names("articles", articles, folded=False), _names("outlets", outlets), _names("places", places)
    )


def _date_number(name: str, value: str | date | None, *, last_day: bool) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.year * 10_000 + value.month * 100 + value.day
    match = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise InvalidDate(name, value)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        start = date(year or 0, (12 if last_day else 1) if month is None else month, 1)
        filled = start.replace(day=(monthrange(start.year, start.month)[1] if last_day else 1) if day is None else day)
    except ValueError as error:
        raise InvalidDate(name, value) from error
    return _date_number(name, filled, last_day=last_day)


def _names(name: str, values: Iterable[str] | None, *, folded: bool = True) -> frozenset[str]:
    if isinstance(values, str):
        raise InvalidFilter(f"{name} must be a list of names: write {name}=[{values!r}]")
    wanted = list(values or ())
    if not all(isinstance(value, str) for value in wanted):
        raise InvalidFilter(f"{name} must be a list of names, and holds {wanted!r}")
    for value in wanted:
        if not is_text(value):
            raise InvalidFilter(f"{name} holds {value!r}, which is no text: correct it")
    named = (fold(value) if folded else value for value in wanted)
    return frozenset(value for value in named if value.strip())


def _is_whole(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool)
