"""Check what is asked for beside the question, and read its filters."""

import re
from calendar import monthrange
from datetime import date

from qa.articles.dates import full_date
from qa.articles.language import read_tag
from qa.articles.plain_text import is_text
from qa.articles.stated_names import fold, shown_name
from qa.errors import InvalidDate, InvalidFilter, InvalidLimit, ReversedDates, quoted
from qa.index.filters import Filters, date_of
from qa.records import KINDS, ORDERS, SearchRequest
from qa.settings import Settings

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def check_beside(request: SearchRequest, settings: Settings) -> None:
    """Check all that is asked beside the question.

    Raises:
        InvalidLimit, InvalidFilter: as asking does.
    """
    check_page(request, settings)
    filters_of(request)
    asked_day(request)
    check_choices(request)


def check_page(request: SearchRequest, settings: Settings) -> None:
    """Check how many passages are asked for, from which on, and in which order.

    Raises:
        InvalidLimit: as for `check_limit`.
        InvalidFilter: there is no such order.
    """
    check_limit(request.limit, request.offset, settings)
    if request.order not in ORDERS:
        raise InvalidFilter(f"unknown order {quoted(request.order)}: choose {', '.join(ORDERS)}")


def check_limit(limit: int, offset: int, settings: Settings) -> None:
    """Check that some results are asked for, and no more than anyone reads.

    Raises:
        InvalidLimit: `limit` is not 1 to the largest, or `offset` is negative.
    """
    if not _is_whole(limit) or not 1 <= limit <= settings.largest_limit:
        raise InvalidLimit(f"limit is {quoted(limit)} and must be a whole number from 1 to {settings.largest_limit:,}")
    if not _is_whole(offset) or offset < 0:
        raise InvalidLimit(f"offset is {quoted(offset)} and must be a whole number, 0 or more")


def check_choices(request: SearchRequest) -> None:
    """Check what is chosen among a few values.

    Raises:
        InvalidFilter: there is no such kind, or what is true or false is neither.
    """
    if request.kind is not None and request.kind not in KINDS:
        raise InvalidFilter(f"unknown kind {quoted(request.kind)}: choose {', '.join(KINDS)}")
    for name, given in (("as_written", request.as_written), ("any_time", request.any_time)):
        if not isinstance(given, bool):
            raise InvalidFilter(f"{name} is {quoted(given)} and must be true or false")


def filters_of(request: SearchRequest) -> Filters:
    """Return the filters of a request; both dates are included, and "2022" or "2022-12" mean the whole of it.

    Raises:
        InvalidFilter: an impossible date, `after` later than `before`, or a name that is empty or no text.
    """
    first = _date_number("after", request.after, last_day=False)
    last = _date_number("before", request.before, last_day=True)
    if first is not None and last is not None and first > last:
        raise ReversedDates(request.after, request.before)
    return Filters(
        after=first,
        before=last,
        as_of=_date_number("as_of", request.as_of, last_day=True),
        files=frozenset(_named("articles", request.articles)),
        outlets=frozenset(map(fold, _named("outlets", request.outlets))),
        places=frozenset(map(fold, _named("places", request.places))),
        languages=frozenset(read_tag(it) or it for it in _named("languages", request.languages)),
    )


def asked_day(request: SearchRequest) -> date | None:
    """Return the day that words such as “this week” are to be read against, of a month or a year its last.

    It is the one as of which the archive is asked, unless another is stated.

    Raises:
        InvalidDate: it is no date.
    """
    number = _date_number("asked_on", request.asked_on, last_day=True)
    number = number or _date_number("as_of", request.as_of, last_day=True)
    return None if number is None else full_date(date_of(number))


def _date_number(field: str, given: str | None, *, last_day: bool) -> int | None:
    """Parse a date into the number YYYYMMDD; of a month or a year its first day, or its last."""
    if given is None:
        return None
    match = _DATE.fullmatch(given.strip()) if isinstance(given, str) else None
    if match is None:
        raise InvalidDate(field, given)
    year, month, day_of_month = (int(part) if part else None for part in match.groups())
    try:
        start = date(year or 0, (12 if last_day else 1) if month is None else month, 1)
        end = monthrange(start.year, start.month)[1] if last_day else 1
        found = start.replace(day=end if day_of_month is None else day_of_month)
    except ValueError as error:
        raise InvalidDate(field, given) from error
    return found.year * 10_000 + found.month * 100 + found.day


def _named(field: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return names, each of which names something: an empty one may be a variable that was never set."""
    for name in given:
        if not isinstance(name, str) or not is_text(name):
            raise InvalidFilter(f"{field} holds {quoted(name)}, which is not text: correct it")
        if not shown_name(name):
            raise InvalidFilter(f"{field} holds {quoted(name)}, which is empty: name something or leave it out")
    return given


def _is_whole(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool)
