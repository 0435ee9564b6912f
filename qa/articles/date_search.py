"""Find the dates that a short line states: a year is never added."""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa.articles.calendar_names import MONTH_BEHIND_DAY, MONTH_NAME, MONTH_OF, month_key
from qa.articles.dates import agreed
from qa.articles.scripts import with_ascii_marks

LONGEST_LINE = 200
"""No date is looked for further into a line: what states an article's date is short."""

_FIRST_YEAR, _LAST_YEAR = 1500, 2199
"""A date of another year is another calendar's, 1403/10/28 or 2568-06-18: it is none, and is not reckoned."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_FIRST_MONTH, _FIRST_BEHIND_DAY, _REST = 0xE001, 0xE011, "\ue000"
"""Before a line is searched, the name of a month becomes one character that means it, and as many of _REST."""

_TWICE = r"(?:\s?[/(]\s?(?P=named)\ue000*\)?)?"
"""The same month by its other Arabic name: "تشرين الثاني/نوفمبر"."""
_MONTH = rf"(?P<named>[\ue001-\ue00c])\ue000*\.?{_TWICE}"
_ANY_MONTH = rf"(?P<named>[\ue001-\ue00c\ue011-\ue01c])\ue000*\.?{_TWICE}"
_NO_MONTH = r"(?!\.?\s(?:de\s)?[\ue001-\ue00c])"
"""Behind a day: "mar 3 may" is Tuesday, 3 May."""
_DAY = r"(?<![\d.:/–-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.?º|°|-?го|-?е|-?ші|-?шы)?"
_BARE_YEAR = r"(?P<year>(?:18|19|20|21)\d\d)(?!\d|:\d)(?!\s*(?:GMT|UTC|MSK|hrs|hours)\b)"
_OF_YEAR = r"(?:\s?(?:года|год|г|жылғы|жылдың|жылы|жыл|ж|року|рік|р|roku|r|م)(?!\w)\.?)?"
_YEAR = rf"(?:{_BARE_YEAR}{_OF_YEAR}|['’](?P<short>\d\d)(?!\w))"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:\s(?:[A-Z]{2,5}|[+-]\d{4}))?"
_BEFORE_MONTH = r"(?:\.?\s{1,3}|-|/|\.)(?:(?:of|de|d['’])\s?)?"
_BEFORE_YEAR = r"(?:[\s,/-]{1,3}|\.)(?:(?:of|de|del)\s)?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?<![\w.,/+-])(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=$|[\s|,;)]|T?\d{6}(?!\d)|T\d\d:)",
        r"(?<![\w-])--(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?(?:(?P<year>\d{{4}})|(?P<short>\d\d))(?![\d:]|\.\d)",
        rf"{_DAY}(?P<mark>[/-])(?P<slashed>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?!\d)",
        rf"{_DAY}/(?P<slashed>\d{{1,2}})/(?P<short>\d\d)(?![\d/])",
        rf"{_DAY}(?P<mark>[/.\s-])(?P<roman>(?-i:[IVX]{{1,4}}))(?P=mark)(?P<year>\d{{4}})(?!\d)",
        r"(?<!\d)(?:(?P<year>\d{1,4})\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日号號일]",
        r"(?<![\d.])(?P<year>\d{4})\.\s(?P<month>\d{1,2})\.\s(?P<day>\d{1,2})(?![\d:])",
        rf"{_DAY}{_BEFORE_MONTH}{_ANY_MONTH}{_BEFORE_YEAR}{_YEAR}",
        rf"{_DAY}-{_MONTH}-(?P<short>\d\d)(?!\d)",
        rf"(?<!\d){_BARE_YEAR}{_OF_YEAR}[\s,]{{1,3}}{_DAY}{_BEFORE_MONTH}{_MONTH}",
        rf"(?<!\d){_BARE_YEAR}[\s,/-]{{1,3}}{_MONTH}[\s/-]{{1,2}}(?P<day>\d{{1,2}})(?![\d:])",
        rf"{_DAY}{_BEFORE_MONTH}{_ANY_MONTH}(?=\s(?:-\s)?\()",
        rf"{_MONTH}\s{{1,3}}(?:the\s)?(?P<day>\d{{1,2}})\s+{_TIME}\s+{_YEAR}",
        rf"{_MONTH}\s{{1,3}}(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]){_NO_MONTH}(?:[\s,]{{1,3}}(?:del?\s)?{_YEAR})?",
        rf"{_DAY}{_BEFORE_MONTH}{_MONTH}",
    )
)
_MONTH_OF_YEAR = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_MONTH}[\s,]{{1,2}}(?:de\s)?{_BARE_YEAR}{_OF_YEAR}",
        rf"{_BARE_YEAR}{_OF_YEAR}\s{_MONTH}",
        r"(?<![\w.,/+-])(?P<year>(?:18|19|20|21)\d\d)-(?P<month>\d\d)(?![\w/+-]|[.,:]\d)",
    )
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date in ISO 8601, `--12-10` where no year is stated, and where in the line it stands."""

    date: str
    start: int
    end: int


def find_dates(line: str) -> tuple[StatedDate, ...]:
    """Find every date in a line, in order; an impossible day, or 03/04/2023, which may be two days, is none.

    With dots the day comes first, and a year of two digits is one of 1970 to 2069.
    """
    return _find(line, _PATTERNS)


def find_months(line: str) -> tuple[StatedDate, ...]:
    """Find every month with its year and no day in a line, as `2022-12`."""
    return _find(line, _MONTH_OF_YEAR)


def find_date(line: str) -> str | None:
    """Find the date that a line states; the first, made full by another that agrees in day and month."""
    return agreed(tuple(stated.date for stated in find_dates(line)))


def _find(line: str, patterns: Iterable[re.Pattern[str]]) -> tuple[StatedDate, ...]:
    if not any(map(str.isdecimal, line[:LONGEST_LINE])):
        return ()
    searched = MONTH_NAME.sub(_as_month, with_ascii_marks(line[:LONGEST_LINE]))
    found: list[StatedDate] = []
    spans: list[tuple[int, int]] = []
    for match in _matches(searched, patterns):
        if any(match.start() < end and start < match.end() for start, end in spans):
            continue  # nor is an impossible date read again without its year
        spans.append(match.span())
        if date := _read(match):
            found.append(StatedDate(date, match.start(), match.end()))
    return tuple(sorted(found, key=lambda stated: stated.start))


def _as_month(word: re.Match[str]) -> str:
    key, first = month_key(word[0]), _FIRST_MONTH
    month = MONTH_OF.get(key)
    if month is None:
        month, first = MONTH_BEHIND_DAY.get(key), _FIRST_BEHIND_DAY
    return word[0] if month is None else chr(first + month - 1) + _REST * (len(word[0]) - 1)


def _matches(searched: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(searched)


def _read(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month, year = _month(parts), _year(parts)
    if "day" not in parts:
        pair_of_years = parts.get("month") is not None and month == ((year or 0) + 1) % 100  # the season 2010-11
        return None if pair_of_years or not 1 <= month <= 12 else f"{year:04d}-{month:02d}"
    day = int(parts["day"])
    if parts.get("slashed"):
        first, second = day, month
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if second <= 12 else (second, first)
    if not 1 <= month <= 12 or (year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR):
        return None
    leap_year = 2000  # a day without a year may be 29 February
    if not 1 <= day <= calendar.monthrange(year or leap_year, month)[1]:
        return None
    return f"--{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"


def _month(parts: dict[str, str | None]) -> int:
    if named := parts.get("named"):
        return ord(named) % 16
    if roman := parts.get("roman"):
        return _ROMAN.index(roman) + 1 if roman in _ROMAN else 0
    return int(parts.get("month") or parts.get("slashed") or 0)


def _year(parts: dict[str, str | None]) -> int | None:
    if year := parts.get("year"):
        return int(year)
    if short := parts.get("short"):
        return int(short) + (2000 if int(short) < 70 else 1900)
    return None
