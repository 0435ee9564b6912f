"""Render when articles or passages were published: bars on a scale, each a link, without the years that have none."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa.page.address import Address
from qa.page.rendering.escaping import Html
from qa.page.rendering.links import anchor
from qa.page.rendering.time_axis import YearMark, ticks, year_marks
from qa.page.words.locale import Plural
from qa.page.words.words import Words

_MOST_MONTHS = 48
_FEW_MONTHS = 12
"""Of as many, the first and the last are named; of more, their years are."""
_FEW_GAPS = 4
"""Of more, the years are not written inside: the bars would have no room."""


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
class Gap:
    """Whole years without anything, which take no more room than a bar."""

    first: int
    last: int

    @property
    def years(self) -> str:
        """Return 1999–2003, or 1999."""
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Opens:
    """What bars count, what they are called together, and what their links open."""

    counted: Plural
    label: str
    what: str
    pixels: int = 200
    """How wide all of them are at least."""


def bars(days: Mapping[str, int]) -> tuple[Bar | Gap, ...]:
    """Count by day within one month, else by month, or by year where that were too many."""
    if len({day[:7] for day in days}) != 1:
        return by_month(_summed(days, 7))
    month, first, last = min(days)[:8], int(min(days)[8:]), int(max(days)[8:])
    return tuple(_counted((f"{month}{day:02d}" for day in range(first, last + 1)), days))


def by_month(months: Mapping[str, int]) -> tuple[Bar | Gap, ...]:
    """Count by month, or by year where that were too many bars."""
    years = _summed(months, 4)
    every = [it for it in _months(min(months), max(months)) if it[:4] in years] if months else []
    return tuple(_counted(every, months) if len(every) <= _MOST_MONTHS else _counted(sorted(years), years))


def timeline(
    shown: Sequence[Bar | Gap],
    address: Callable[[Bar], Address],
    chosen: Callable[[Bar], bool],
    opens: Opens,
    words: Words,
) -> Html:
    """Return the bars as HTML, as tall as their counts on the scale beside them; below, when that was."""
    if not shown:
        return Html()
    most = max(it.count for it in shown if isinstance(it, Bar))
    gaps = sum(isinstance(it, Gap) for it in shown)
    ends = _ends(shown[0], shown[-1], words) if _by_day(shown) or (len(shown) <= _FEW_MONTHS and not gaps) else Html()
    marks = {} if ends else {it.at: it for it in year_marks(_first_of_years(shown), len(shown), opens.pixels)}

    def place(it: Bar | Gap) -> Html:
        if isinstance(it, Gap):
            return _gap(it, opens, words, named=gaps <= _FEW_GAPS)
        return _bar(it, most, address(it), chosen(it), opens, words) if it.count else Html('<span class="none"></span>')

    items = (Html("<li>{}{}</li>").format(place(it), _mark(marks.get(at))) for at, it in enumerate(shown))
    number = words.locale.number(ticks(most)[-1])
    return Html("""<div class="periods{}" style="--periods:{};--digits:{}">{}<ol class="timeline" aria-label="{}">
{}
</ol>{}</div>""").format(
        "" if ends else " by-year",
        len(shown),
        len(number),
        _scale(most, words),
        opens.label,
        Html("\n").join(items),
        ends,
    )


def _scale(most: int, words: Words) -> Html:
    lines = Html().join(
        Html('<span style="bottom:{:.1%}"><b>{}</b></span>').format(it / most, words.locale.number(it))
        for it in ticks(most)
    )
    return Html('<p class="scale" aria-hidden="true">{}</p>').format(lines)


def _bar(it: Bar, most: int, there: Address, chosen: bool, opens: Opens, words: Words) -> Html:
    text = f"{words.locale.date(it.period)}: {words.locale.counted(it.count, opens.counted)}"
    tall = Html('<span class="tall" style="height:{:.1%}"></span>').format(it.count / most)
    inside = Html('{}<span class="named">{}</span>').format(tall, text)
    return anchor(there, inside, "period", opens=opens.what, current=chosen)


def _gap(it: Gap, opens: Opens, words: Words, *, named: bool) -> Html:
    text = f"{it.years}: {words.locale.counted(0, opens.counted)}"
    return Html(
        '<span class="gap" title="{0}"><span class="unseen">{0}</span><i aria-hidden="true">{1}</i></span>'
    ).format(text, it.years if named else "")


def _ends(first: Bar | Gap, last: Bar | Gap, words: Words) -> Html:
    dates = dict.fromkeys(words.locale.date(it.period) for it in (first, last) if isinstance(it, Bar))
    caption = Html().join(Html("<span>{}</span>").format(it) for it in dates)
    return Html('<p class="ends" aria-hidden="true">{}</p>').format(caption)


def _mark(mark: YearMark | None) -> Html:
    if mark is None:
        return Html()
    place = Html(' class="at-end"') if mark.at_end else ""
    return Html('<b aria-hidden="true"{}><span>{}</span></b>').format(place, mark.year)


def _first_of_years(shown: Sequence[Bar | Gap]) -> list[YearMark]:
    firsts = dict[str, int]()
    for at, it in enumerate(shown):
        if isinstance(it, Bar):
            firsts.setdefault(it.period[:4], at)
    return [YearMark(at, year) for year, at in firsts.items()]


def _by_day(shown: Sequence[Bar | Gap]) -> bool:
    return isinstance(shown[0], Bar) and len(shown[0].period) == len("2022-12-10")


def _counted(periods: Iterable[str], counts: Mapping[str, int]) -> Iterator[Bar | Gap]:
    """Yield a bar for each period, and a gap where whole years lie between two."""
    before = None
    for period in periods:
        year = int(period[:4])
        if before is not None and year - before > 1:
            yield Gap(before + 1, year - 1)
        yield Bar(period, counts.get(period, 0))
        before = year


def _summed(counts: Mapping[str, int], letters: int) -> dict[str, int]:
    summed = dict[str, int]()
    for period, count in counts.items():
        summed[period[:letters]] = summed.get(period[:letters], 0) + count
    return summed


def _months(first: str, last: str) -> list[str]:
    (year, month), (last_year, last_month) = ((int(part) for part in it.split("-")) for it in (first, last))
    numbers = range(year * 12 + month - 1, last_year * 12 + last_month)
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers]
