"""Read the times of events that a text states: “in 2004”, “from 1811 to 1827”, “since May 1999”, “the 1990s”.

A time is the months from its first to its last. Without a year it is not read: “in March” may be any.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.articles.calendar_names import MONTH_OF

_MONTHS_A_YEAR, _DECADE = 12, 10
_NOTHING_STATED = 0.25
_LONGEST_ENDING = 5
"""Of the name of a month, in letters: “сентябре” begins with “сент”."""
_ALWAYS, _NEVER = 0, 10_000 * _MONTHS_A_YEAR
_YEAR = r"(?:1\d|20)\d\d(?![\d%]|[.,/]\d)"
_NO_FIGURE = r"(?<![\d.,/$€£-])"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = r"[^\W\d_]{3,14}"


def _date_pattern(name: str) -> str:
    return (
        rf"(?:(?:(?:{_DAY}\s+)?(?P<{name}month>{_MONTH})\.?,?\s+(?:{_DAY}\s?,?\s+)?)?(?P<{name}year>{_YEAR})"
        rf"(?:-(?P<{name}number>[01]\d)(?:-[0-3]\d)?\b|(?P<{name}decade>['’]?s\b|-[хе]\b|-(?:ші|шы)\s+жылдар))?"
        rf"(?:\s+год\w{{0,2}}|\s+жыл\w{{0,4}}(?:\s+(?!бері\b)(?P<{name}after>[^\W\d_]{{3,12}}))?)?)"
    )


_TIME = re.compile(
    rf"(?<![\w-]){_NO_FIGURE}(?:(?P<lead>from|between|since|after|before|until|till|by|prior\s+to|beginning\s+in|starting\s+in"
    r"|с|после|до|между|начиная\s+с|к)\s+)?"
    rf"{_date_pattern('first')}"
    r"(?:\s*(?P<dash>[-–—])\s*(?P<short>\d\d)(?!\d)"
    r"|\s*(?:[-–—]|\b(?:and\s+)?(?:to|and|until|till|through|и|по|до|дейін|мен)\b)\s*"
    rf"{_date_pattern('last')}|(?P<since>\s+(?:onwards?|бері)\b))?",
    re.IGNORECASE,
)
_SINCE = frozenset(["since", "after", "from", "с", "после", "beginning in", "starting in", "начиная с"])
_UNTIL = frozenset(["before", "until", "till", "by", "prior to", "до", "к"])


@dataclass(frozen=True, slots=True, order=True)
class Months:
    """Some months, both included, counted from the year 0."""

    first: int
    last: int

    def overlaps(self, other: "Months") -> bool:
        """Return whether they have a month in common."""
        return self.first <= other.last and other.first <= self.last


def stated_months(text: str) -> tuple[Months, ...]:
    """Return the times that a text states, in its order."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Months]:
    for match in _TIME.finditer(text):
        lead = " ".join((match["lead"] or "").lower().split())
        first = _date(match, "first")
        if match["short"] is not None:
            century = first.first // _MONTHS_A_YEAR // 100 * 100
            last = _year(century + int(match["short"]))
        elif match["lastyear"] is not None:
            last = _date(match, "last")
        elif lead in _SINCE or match["since"] is not None:
            last = Months(first.last, _NEVER)
        elif lead in _UNTIL:
            first, last = Months(_ALWAYS, first.last), first
        else:
            last = first
        if first.first <= last.last:
            yield Months(first.first, last.last)


def _date(match: re.Match[str], name: str) -> Months:
    year, number = int(match[f"{name}year"]), match[f"{name}number"]
    if match[f"{name}decade"] is not None:
        return Months(_year(year).first, _year(year + _DECADE - 1).last)
    month = int(number or 0) or _month((match[f"{name}month"] or match[f"{name}after"] or "").lower())
    if not 1 <= month <= _MONTHS_A_YEAR:
        return _year(year)
    at = year * _MONTHS_A_YEAR + month - 1
    return Months(at, at)


def _month(word: str) -> int:
    """Return the number of a month by its name, in Russian and Kazakh whatever its ending; 0 of another word."""
    endings = 1 if word.isascii() else _LONGEST_ENDING
    return next((MONTH_OF[cut] for end in range(endings) if (cut := word[: len(word) - end]) in MONTH_OF), 0)


def _year(year: int) -> Months:
    return Months(year * _MONTHS_A_YEAR, year * _MONTHS_A_YEAR + _MONTHS_A_YEAR - 1)


def agreement(asked: Sequence[Months], stated: Sequence[Months]) -> float:
    """Return how far stated times agree with those that are asked for: 1 where they overlap, 0 where none does.

    Of several that are asked for it is the mean; a quarter where nothing is stated.
    """
    if not stated:
        return _NOTHING_STATED
    return sum(any(it.overlaps(other) for other in stated) for it in asked) / len(asked)
