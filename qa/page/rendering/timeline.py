"""Render when passages were published as bars, each a link."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qa.page.address import Address
from qa.page.rendering.escaping import Html
from qa.page.rendering.links import anchor
from qa.page.words.locale import Plural
from qa.page.words.words import Words

_MOST_MONTHS = 48


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, a month or a year, and how many were published in it."""

    period: str
    """2022-12-10, 2022-12 or 2022."""
    count: int

    @property
    def first(self) -> str:
        """Return its first day."""
        return (self.period + "-01-01")[:10]

    @property
    def last(self) -> str:
        """Return its last day."""
        if len(self.period) == len("2022-12"):
            year, month = map(int, self.period.split("-"))
            return f"{self.period}-{monthrange(year, month)[1]}"
        return (self.period + "-12-31")[:10]


@dataclass(frozen=True, slots=True)
class Opens:
    """What bars count, what they are called together, and what their links open."""

    counted: Plural
    label: str
    what: str


def bars(days: Mapping[str, int]) -> tuple[Bar, ...]:
    """Count by day within one month, else by month, or by year where that were too many; empty ones between."""
    if not days:
        return ()
    if len({day[:7] for day in days}) == 1:
        month, first, last = min(days)[:8], int(min(days)[8:]), int(max(days)[8:])
        every = [f"{month}{day:02d}" for day in range(first, last + 1)]
        return tuple(Bar(day, days.get(day, 0)) for day in every)
    return by_month(_summed(days, 7))


def by_month(months: Mapping[str, int]) -> tuple[Bar, ...]:
    """Count by month, or by year where that were too many bars."""
    if not months:
        return ()
    every = _months(min(months), max(months))
    if len(every) <= _MOST_MONTHS:
        return tuple(Bar(month, months.get(month, 0)) for month in every)
    years = _summed(months, 4)
    first, last = int(min(years)), int(max(years))
    return tuple(Bar(f"{year:04d}", years.get(f"{year:04d}", 0)) for year in range(first, last + 1))


def timeline(
    shown: Sequence[Bar],
    address: Callable[[Bar], Address],
    chosen: Callable[[Bar], bool],
    opens: Opens,
    words: Words,
) -> Html:
    """Return the bars as HTML: the taller, the more."""
    if not shown:
        return Html()
    most = max(it.count for it in shown)
    items = Html("\n").join(_bar(it, most, address(it), chosen(it), opens, words) for it in shown)
    ends = dict.fromkeys(words.locale.date(it.period) for it in (shown[0], shown[-1]))
    caption = Html().join(Html("<span>{}</span>").format(it) for it in ends)
    return Html("""<div class="periods" style="--periods:{}"><ol class="timeline" aria-label="{}">
{}
</ol><p class="ends" aria-hidden="true">{}</p></div>""").format(len(shown), opens.label, items, caption)


def _bar(it: Bar, most: int, there: Address, chosen: bool, opens: Opens, words: Words) -> Html:
    if not it.count:
        return Html('<li class="gap"></li>')
    text = f"{words.locale.date(it.period)}: {words.locale.counted(it.count, opens.counted)}"
    height = f"{max(it.count / most, 0.04):.0%}"
    bar = Html('<span style="height:{0}" title="{1}"></span><span class="unseen">{1}</span>').format(height, text)
    return Html("<li>{}</li>").format(anchor(there, bar, "period", opens=opens.what, current=chosen))


def _summed(counts: Mapping[str, int], letters: int) -> dict[str, int]:
    summed = dict[str, int]()
    for period, count in counts.items():
        summed[period[:letters]] = summed.get(period[:letters], 0) + count
    return summed


def _months(first: str, last: str) -> list[str]:
    (year, month), (last_year, last_month) = ((int(part) for part in it.split("-")) for it in (first, last))
    numbers = range(year * 12 + month - 1, last_year * 12 + last_month)
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers]
