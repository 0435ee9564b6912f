"""Read the dateline that a report opens with: "MOSCOW, December 10. /TASS/.", "LONDON, March 3 (Reuters) -"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.articles.dates import agreed, find_dates
from qa.articles.names import is_agency, is_place, is_publisher

_LOOKED_AT = 200
_SLASHES = re.compile(r"(?P<before>[^()\n]{2,80}?)[\s.,]\s?/(?P<agency>[^\s/][^/\n]{1,40})/(?=[\s.,:–—-])")
_BRACKETS = re.compile(r"(?P<before>[^()\n]{0,80}?)\s*\((?P<agency>[^()\n]{2,80})\)\s*(?P<dash>[-–—:]*)")
_AFTER_STOP = re.compile(r"(?P<before>[^()\n]{2,60}?)\.\s+(?P<agency>[^\W\d_a-zа-я][^\s()]*(?: [^\s()]+)?)\s*[-–—]+\s")
_AFTER_DASH = re.compile(r"(?P<before>[^()\n–—]{2,60}?)\s+[-–—]+\s+(?P<agency>[^\W\d_][^.()\n]{1,30})\.\s")
_AFTER_COMMA = re.compile(r"(?P<before>[^()\n–—]{2,60}?),\s+(?P<agency>[^,()\n–—-]{2,30}?)\s+[-–—]+\s")
_DASH_ONLY = re.compile(r"(?P<before>[^()\n–—]{3,60}?)\s+(?P<dash>[-–—]+)\s")
_SITE = re.compile(r"(?P<agency>[A-Za-z0-9][\w-]{1,30}\.(?:com|info|kg|kz|net|org|ru|uz))\s+[-–—]+\s", re.IGNORECASE)
_DATED_AGENCY = re.compile(r"(?P<agency>.+?)\s*[-–—,|:]\s*$")
_AROUND = re.compile(
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|[\s,.;|–—-])+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's opening words say of where, when and by whom it was written."""

    place: str | None
    date: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before the agency's name: a place, a date or both."""

    place: str | None
    date: str | None


def read_dateline(paragraph: str) -> Dateline | None:
    """Read a paragraph's dateline; None for prose, even prose that opens with a name in capitals."""
    opening = paragraph[:_LOOKED_AT]
    return next(_readings(opening), None)


def _readings(opening: str) -> Iterator[Dateline]:
    if (match := _SLASHES.match(opening)) and (before := _read_before(match["before"], in_capitals=False)):
        yield Dateline(before.place, before.date, match["agency"].strip())
    if (match := _BRACKETS.match(opening)) and (found := _read_brackets(match)):
        yield found
    for pattern in (_AFTER_STOP, _AFTER_DASH, _AFTER_COMMA):
        if (match := pattern.match(opening)) and is_publisher(match["agency"]):
            before = _read_before(match["before"], in_capitals=True)
            if before or ((before := _read_before(match["before"], in_capitals=False)) and before.date):
                yield Dateline(before.place, before.date, match["agency"])
    if match := _SITE.match(opening):
        yield Dateline(None, None, match["agency"])
    if (match := _DASH_ONLY.match(opening)) and (before := _read_before(match["before"], in_capitals=True)):
        # "BMW - the carmaker" is prose; a place in capitals needs a date, or a dash that is no hyphen.
        long_dash = match["dash"] != "-" and len(before.place or "") > 4
        if before.place and (before.date or long_dash):
            yield Dateline(before.place, before.date, None)


def _read_brackets(match: re.Match[str]) -> Dateline | None:
    inside = find_dates(match["agency"])
    agency = match["agency"].strip()
    if inside:
        named = _DATED_AGENCY.fullmatch(match["agency"][: inside[0].start])
        agency = named["agency"].strip() if named else ""
    dates = tuple(stated.date for stated in inside)
    if not match["before"]:
        return Dateline(None, agreed(dates), agency) if match["dash"] and is_agency(agency) else None
    before = _read_before(match["before"], in_capitals=not is_agency(agency))
    if before is None or not (is_agency(agency) or (is_publisher(agency) and match["dash"]) or (dates and agency)):
        return None
    if not match["dash"] and not dates and not before.date and before.place != (before.place or "").upper():
        return None
    return Dateline(before.place, agreed(dates + ((before.date,) if before.date else ())), agency)


def _read_before(before: str, *, in_capitals: bool) -> _Before | None:
    dates = find_dates(before)
    if not dates:
        place = before.strip(" ,.\u00a0")
        return _Before(place, None) if is_place(place, in_capitals=in_capitals) else None
    after = before[dates[-1].end :]
    place = before[: dates[0].start]
    place = re.sub(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\W*$", "", place).strip(" ,.\u00a0")
    if after and _AROUND.fullmatch(after) is None:
        return None
    if not place:
        return _Before(None, agreed(tuple(stated.date for stated in dates)))
    if not is_place(place, in_capitals=in_capitals):
        return None
    return _Before(place, agreed(tuple(stated.date for stated in dates)))
