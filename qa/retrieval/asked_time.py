"""Read the time that a question points at: now, or the days on which reports appeared; never that of an event.

- “This week” and “in the past three weeks” reach up to now: what happened in them cannot have been reported before.
  They are windows. What is so now or is to come can have been (“Who is to visit Astana this week?”): that only prefers
  the newest. “Today” often means nowadays, and is a window where something happened.
- “Yesterday” and “last week” are the times of events, which later articles report too, and “last year” is that of the
  article as often as that of the question. They only prefer the newest, unless the wording points at reports: “last
  week's news”, “articles published last month”.
- A date is that of an event (“in 2004”, “before the election of 2005”) and is not read at all, unless the wording
  points at reports: “articles published in 2004”. A question that states a year of its own does not mean now either.
- “Latest”, “current” and “now” prefer the newest.

What is in doubt is not read, and names never are.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta

from qa.articles.calendar_names import MONTH_OF
from qa.retrieval import time_words
from qa.retrieval.time_words import Unit

_HOURS_A_DAY, _DAYS_A_WEEK, _MONTHS_A_YEAR = 24, 7, 12


@dataclass(frozen=True, slots=True)
class Days:
    """Some days, both included; None where they have no end on that side."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class CountedBack:
    """A day, week, month or year of the calendar, counted back from that of a stated day."""

    unit: Unit
    ago: int


@dataclass(frozen=True, slots=True)
class UpToNow:
    """A number of days, weeks, months or years up to a stated day."""

    unit: Unit
    count: int


Period = Days | CountedBack | UpToNow


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words of a question that point at a time, where they stand, and the days that they mean."""

    words: str
    start: int
    end: int
    period: Period | None
    """None where they only prefer the newest."""


def read_time(text: str) -> TimeWords | None:
    """Return the time that a question points at; of two, only that the newest are preferred, if at all."""
    newest = next((it for it in time_words.NEWEST.finditer(text) if not _is_name(it, text)), None)
    states_year = time_words.STATED_YEAR.search(text) is not None
    windows, preferred = list[TimeWords](), list[TimeWords]()
    for match, period in (*_deictic(text), *_dated(text)):
        if newest is not None and newest.start() < match.end() and match.start() < newest.end():
            continue  # “so far this year”
        if _of_reports(match, text) or (not states_year and _reaches_now(period, match, text)):
            windows.append(_window(match, text, period))
        elif not states_year:
            preferred.append(TimeWords(match[0], *match.span(), None))
    if len({it.period for it in windows}) == 1 and not preferred:
        return windows[0]
    if newest is not None and not states_year:
        return TimeWords(newest[0], *newest.span(), None)
    return next(iter(preferred), None)


def days_of(period: Period, day: date) -> Days:
    """Return the days of a period, seen from a stated day: none is later, but of a period that is stated itself."""
    match period:
        case Days():
            return period
        case UpToNow():
            return Days(_back(day, period.unit, period.count), day)
        case CountedBack(unit, 0):
            return Days(_start(day, unit), day)
        case CountedBack(unit, ago):
            return Days(_start(_back(day, unit, ago), unit), _back(_start(day, unit), "day", 1))


def _deictic(text: str) -> Iterator[tuple[re.Match[str], Period]]:
    """Yield what is counted from now, and the days that it means."""
    for (unit, ago), form in time_words.COUNTED_BACK.items():
        for match in form.finditer(text):
            before, end = text[: match.start()], match.end()
            another = (ago or unit == "day") and time_words.NOT_BEFORE.search(before)
            another = another or (ago and time_words.PAST_OF.match(text, end)) or time_words.NOT_AFTER.match(text, end)
            if not another and not _is_name(match, text):
                yield match, CountedBack(unit, ago)
    for form in time_words.UP_TO_NOW:
        for match in form.finditer(text):
            unit, number = time_words.UNIT_OF[match["unit"].lower()], (match["number"] or "").lower()
            vague = match["plural"] and not number
            if vague or (unit == "year" and number) or time_words.PAST_OF.match(text, match.end()):
                continue  # a figure of twenty years need not be of now
            count = time_words.NUMBERS.get(number) or int(number or 1)
            if match["unit"].lower() in time_words.HOUR:
                count = -(-count // _HOURS_A_DAY)
            yield match, UpToNow(unit, count)


def _dated(text: str) -> Iterator[tuple[re.Match[str], Days]]:
    """Yield the dates that reports are said to be of."""
    for match in time_words.DATED.finditer(text):
        lead, start, end = (
            (match["lead"] or "").lower(),
            _stated(match["date"]),
            _stated(match["last"] or match["date"]),
        )
        if start is None or end is None or start[0] > end[1] or not _of_reports(match, text):
            continue
        if lead in time_words.BEFORE:
            yield match, Days(None, _back(start[0], "day", 1))
        elif lead in time_words.UNTIL:
            yield match, Days(None, end[1])
        elif lead in time_words.AFTER:
            yield match, Days(_back(end[1], "day", -1), None)
        elif match["since"] or (lead in time_words.SINCE and not match["last"]):
            yield match, Days(start[0], None)
        else:
            yield match, Days(start[0], end[1])


def _stated(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a date; None of what is none, or of a day that there is not."""
    numbers, words = re.findall(r"\d+", text), re.findall(r"[^\W\d_]{3,}", text.lower())
    words = [it for it in words if not it.startswith(time_words.YEAR_WORDS)]
    months = [
        MONTH_OF[name]
        for it in words
        for name in (it, it.removesuffix("ғы"), it.removesuffix("гі"))
        if name in MONTH_OF
    ]
    if len(months) < len(words):
        return None  # “around 2004”
    year = next(it for it in numbers if len(it) == len("2004"))
    month, day, *_ = [*months[:1], *(int(it) for it in numbers if it != year), 0, 0]
    try:
        first = date(int(year), month or 1, day or 1)
    except ValueError:
        return None
    return first, first if day else _back(_back(first, "month" if month else "year", -1), "day", 1)


def _of_reports(match: re.Match[str], text: str) -> bool:
    """Return whether a time is said to be that of reports."""
    before, dated = text[: match.start()], match.re is time_words.DATED
    if time_words.PUBLISHED_BEFORE.search(before):
        return True
    if time_words.PASSED_ON_BEFORE.search(before) and time_words.ABOUT_AFTER.match(text, match.end()):
        return True
    if time_words.NEWS_BEFORE.search(before) and (not dated or time_words.OUT_OF.match(match[0])):
        return True
    after = time_words.PUBLISHED_AFTER if dated else time_words.NEWS_AFTER
    return after.match(text, match.end()) is not None


def _reaches_now(period: Period, match: re.Match[str], text: str) -> bool:
    """Return whether what is asked for can only have been reported on these days."""
    if isinstance(period, UpToNow):
        return True
    if not isinstance(period, CountedBack) or period.ago or time_words.TO_COME.search(text):
        return False
    nowadays = text.startswith(("'s", "’s"), match.end()) or not time_words.HAPPENED.search(text)
    return period.unit != "day" or not nowadays


def _is_name(match: re.Match[str], text: str) -> bool:
    """Return whether words are written as a name is, in a text that is not all in capitals."""
    first, *others = match[0].split()
    inside = text[: match.start()].rstrip()[-1:] not in {"", ".", "?", "!", ":"}
    return not text.isupper() and ((inside and first[0].isupper()) or any(it[0].isupper() for it in others))


def _window(match: re.Match[str], text: str, period: Period) -> TimeWords:
    """Return a window with all the words that belong to it."""
    led = time_words.LED_BY.search(text[: match.start()])
    start, end = match.start() if led is None else led.start(), match.end()
    words = text[start if led is not None and led["published"] else match.start() : end]
    return TimeWords(words, start, end + (len("’s") if text[end : end + 2] in {"'s", "’s"} else 0), period)


def _back(day: date, unit: Unit, count: int) -> date:
    """Return the day some units earlier; the last of its month where that is shorter, and no day before the first."""
    try:
        if unit in {"day", "week"}:
            return day - timedelta(count * (_DAYS_A_WEEK if unit == "week" else 1))
        months = day.year * _MONTHS_A_YEAR + day.month - 1 - count * (_MONTHS_A_YEAR if unit == "year" else 1)
        first = date(months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1, 1)
    except (OverflowError, ValueError):
        return date(MINYEAR, 1, 1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def _start(day: date, unit: Unit) -> date:
    """Return the first day of the unit that a day is in; a week begins on Monday."""
    if unit == "week":
        return day - timedelta(day.weekday())
    return day if unit == "day" else day.replace(day=1, month=1 if unit == "year" else day.month)
