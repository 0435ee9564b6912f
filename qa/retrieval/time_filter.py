"""Apply the time that a question points at: as a date filter, or as a preference for the newest."""

from dataclasses import replace
from datetime import date

import numpy as np

from qa.articles.dates import full_date
from qa.index.filters import Filters, date_of
from qa.index.index import View
from qa.records import AskedTime
from qa.retrieval.asked_time import TimeWords, days_of


def apply_time(view: View, time: TimeWords | None, filters: Filters, day: date | None) -> AskedTime | None:
    """Return what is made of the words of a question, read against a day: if none is stated, the newest of an article.

    A date filter that is stated stands instead of theirs, and what would leave no passage is not applied.
    """
    if time is None:
        return None
    day = day or _newest(view)
    asked_on = None if day is None else day.isoformat()
    if time.period is None:
        return AskedTime(time.words, None, None, asked_on, soft=True, applied=day is not None)
    days = None if day is None else days_of(time.period, day)
    first, last = (None, None) if days is None else (days.first, days.last)
    meant = AskedTime(
        time.words,
        None if first is None else first.isoformat(),
        None if last is None else last.isoformat(),
        asked_on,
        soft=False,
        applied=days is not None and not filters.dated,
    )
    left = view.snapshot.catalogue.mask(narrowed(filters, meant), view.connection)
    return meant if left.any() else replace(meant, applied=False)


def narrowed(filters: Filters, time: AskedTime | None) -> Filters:
    """Return filters with the days that a question points at."""
    if time is None or not time.narrows:
        return filters
    return replace(filters, after=_number(time.first), before=_number(time.last))


def newest_on(time: AskedTime | None) -> date | None:
    """Return the day from which back the newest are preferred; None where they are not."""
    return full_date(time.asked_on) if time is not None and time.soft else None


def _number(day: str | None) -> int | None:
    return None if day is None else int(day.replace("-", ""))


def _newest(view: View) -> date | None:
    """Return the newest day that an article states; one that there is not, such as 31 February, is none."""
    catalogue = view.snapshot.catalogue
    stated = np.unique(catalogue.dates[catalogue.living])[::-1].tolist()
    return next((day for number in stated if (day := full_date(date_of(number))) is not None), None)
