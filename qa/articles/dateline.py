"""Read the dateline that a report opens with: "MOSCOW, December 10. /TASS/.", "LONDON, March 3 (Reuters) -"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa.articles.beside_dates import strip
from qa.articles.byline_parts import cut_names, is_role
from qa.articles.caseless_dateline import read_caseless
from qa.articles.date_search import find_dates
from qa.articles.dateline_parts import Dateline
from qa.articles.dates import agreed, is_full
from qa.articles.names import is_agency, is_capitalised, is_place, is_publisher
from qa.articles.scripts import with_ascii_marks

_LOOKED_AT = 200
_DASH = r"[-–—]+"
_SLASHES = re.compile(r"(?P<before>[^()\n]{2,80}?)[\s.,]\s?/(?P<agency>[^\s/][^/\n]{1,40})/(?:\.(?!\w)|(?=[\s,:–—-]))")
_BRACKETS = re.compile(
    rf"(?P<before>[^()\n]{{0,80}}?)\s*(?P<first>{_DASH})?\s*\((?P<agency>[^()\n]{{2,80}})\)\.?\s*(?P<dash>(?:{_DASH}|:)?)"
)
_AFTER_STOP = re.compile(
    rf"(?P<before>[^()\n]{{2,60}}?)\.\s+(?P<agency>[^\W\d_a-zа-я][^\s()\d]*(?:(?<!\.) [^\s()\d–—-]+)?)"
    rf"(?:\s*{_DASH}\s(?:(?P<author>[^\W\d_][^.()\n]{{3,40}})\.\s)?|\.\s)"
)
_AFTER_DASH = re.compile(
    rf"(?P<before>[^()\n–—]{{2,60}}?)\s+{_DASH}\s+(?P<agency>[^\W\d_](?:[^.()\n,]|\.(?=\w)){{1,30}})"
    r"(?:,\s(?P<author>[^.,()\n]{3,40}))?\.\s"
)
_AFTER_COMMA = re.compile(rf"(?P<before>[^()\n–—]{{2,60}}?),\s+(?P<agency>[^,()\n–—-]{{2,30}}?)\s+{_DASH}\s")
_DASH_ONLY = re.compile(rf"(?P<before>[^()\n–—]{{3,60}}?)\s+(?P<dash>{_DASH})\s")
_DATED = re.compile(
    r"(?P<before>[^\W\d_][\w .'’/-]{1,40}?, [^()\n]{3,40}?(?<!\d)(?:18|19|20|21)\d\d(?: ?(?:г|года|р|року|r|roku)\b)?)"
    rf"(?:\.?\s?(?P<dash>{_DASH})\s|\.\s)"
)
_SITE = re.compile(
    rf"(?P<agency>[A-Za-z0-9][\w-]{{1,30}}\.(?:com|info|kg|kz|net|org|ru|uz))\s+{_DASH}\s", re.IGNORECASE
)
_AGENCY_FIRST = re.compile(rf"(?P<agency>[^\W\d_][^,()\n]{{1,40}}),\s(?P<date>[^()\n–—]{{3,40}}?)(?:\.\s|\s{_DASH}\s)")
_STATE = (
    r"(?:[^\W\d_]\.){2,}|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|"
    r"Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|W\.Va|Alta|Man|Ont|Que|Sask)\."
)
"""A pattern for a place's last word whose stop is its own: N.Y., D.C., Ore."""
_OWN_STOP = re.compile(_STATE)
_STATE_BEHIND = re.compile(rf",\s(?:{_STATE})")
_DATED_AGENCY = re.compile(r"(?P<agency>.+?)\s*[-–—,|:]\s*$")
_REPORTER = re.compile(r"(?:(?:соб|спец)?корр(?:\.|еспондент(?:ы|а)?)|correspondent|reporter)\s+", re.IGNORECASE)
_WIRE = re.compile(r"info|inform|media|news|press|wire|ақпарат|инфо|медиа|пресс", re.IGNORECASE)
"""What names of agencies hold that are one word with one capital: "Interpress", "Казинформ"."""
_AGENCY_WORD = re.compile(r"agentur|\bag[eê]n[cz]|\bajans|\bагент", re.IGNORECASE)
_INNER_STOP = re.compile(r"\w\.\w")
_IN_DATELINES = frozenset(("AA", "AGI", "ANP", "ATS", "AWP", "DHA", "epd", "İHA", "KNA", "PAP", "SDA"))
"""Agencies whose acronym says so only between a place and a dash."""
_NEWS_AGENCY = re.compile(r"(?!M?[DR]NA)[A-Z]{1,3}NA")
"""The acronym of a "… News Agency"."""
_MOST_AGENCY_WORDS = 4
_FEWEST_ACRONYM_LETTERS, _MOST_ACRONYM_LETTERS = 3, 6
_EDGES = " ,.;\u00a0"
_QUOTES = " \"“„«¿¡'‘"


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before the agency's name: a place, a date or both."""

    place: str | None
    date: str | None


def read_dateline(paragraph: str) -> Dateline | None:
    """Read a paragraph's dateline; None for prose, even prose that opens with a name in capitals."""
    return next(_readings(with_ascii_marks(paragraph[:_LOOKED_AT])), None)


def dateline_end(paragraph: str) -> int:
    """Return where a paragraph's dateline ends, which is no sentence by itself; 0 where there is none."""
    dateline = read_dateline(paragraph)
    return dateline.end if dateline else 0


def _readings(opening: str) -> Iterator[Dateline]:
    if (match := _SLASHES.match(opening)) and (before := _read_before(match["before"], in_capitals=False)):
        yield _signed(Dateline(before.place, before.date, match["agency"].strip(), end=match.end()))
    if (match := _BRACKETS.match(opening)) and (found := _read_brackets(match)):
        yield from _read_behind_agency(found, opening, match.end())
        yield replace(_signed(found), end=match.end())
    for pattern in (_AFTER_STOP, _AFTER_DASH, _AFTER_COMMA):
        match = pattern.match(opening)
        if match and pattern is _AFTER_DASH and not _is_no_sentence(match["agency"].strip()):
            continue
        if match and (found := _read_after(match)):
            yield replace(found, end=match.end())
    if (match := _AGENCY_FIRST.match(opening)) and is_agency(match["agency"]):
        before = _read_before(match["date"], in_capitals=False)
        if before and before.date:
            yield Dateline(before.place, before.date, match["agency"], end=match.end())
    if match := _SITE.match(opening):
        yield Dateline(None, None, match["agency"], end=match.end())
    yield from read_caseless(opening)
    if (match := _DATED.match(opening)) and (found := _read_dated(match, opening)):
        yield found
    if (match := _DASH_ONLY.match(opening)) and (before := _read_before(match["before"], in_capitals=True)):
        # "BMW - the carmaker" is prose; a place in capitals needs a date, or a dash that is no hyphen.
        long_dash = match["dash"] != "-" and len(before.place or "") > 4
        if before.place and (before.date or long_dash):
            yield Dateline(before.place, before.date, None, end=match.end())


def _read_behind_agency(agency: Dateline, opening: str, start: int) -> Iterator[Dateline]:
    """Read the place and the date behind an agency: "(ANSA) - ROMA, 03 MAG -"."""
    match = None if agency.place else _DASH_ONLY.match(opening, start)
    before = _read_before(match["before"], in_capitals=False) if match else None
    if match and before and before.place and before.date:
        yield Dateline(before.place, before.date, agency.outlet, end=match.end())


def _read_dated(match: re.Match[str], opening: str) -> Dateline | None:
    """Read a place and a full date without an agency, where a sentence follows; behind a mere stop, a whole report."""
    before = _read_before(match["before"], in_capitals=False)
    follows = opening[match.end() :].lstrip(_QUOTES)[:1].isupper()
    if before is None or not before.place or not is_full(before.date or "") or not follows:
        return None
    dated = match["before"].startswith(f"{before.place},") and (match["dash"] or len(opening) == _LOOKED_AT)
    return Dateline(before.place, before.date, None, end=match.end()) if dated else None


def _read_after(match: re.Match[str]) -> Dateline | None:
    """Read an agency behind a stop, a dash or a comma; one that nobody knows needs a place with a date."""
    agency, author = match["agency"].strip(), match.groupdict().get("author")
    capitals = _read_before(match["before"], in_capitals=True)
    before = capitals or _read_before(match["before"], in_capitals=False)
    if before is None:
        return None
    if is_publisher(agency):
        is_dateline = bool(capitals or before.date)
    else:
        evidence = (capitals is not None, before.date is not None, _is_acronym(agency))
        is_dateline = before.place is not None and _may_be_agency(agency) and sum(evidence) > 1
    if not is_dateline:
        return None
    dateline = Dateline(before.place, before.date, agency)
    people = [part.name for part in cut_names(author or "") if part.kind == "person"]
    return replace(dateline, author=", ".join(people) or None)


def _read_brackets(match: re.Match[str]) -> Dateline | None:
    inside = find_dates(match["agency"])
    agency = match["agency"].strip()
    dash = match["dash"] or match["first"]
    if inside:
        named = _DATED_AGENCY.fullmatch(match["agency"][: inside[0].start])
        agency = named["agency"].strip() if named else ""
    dates = tuple(stated.date for stated in inside)
    if not match["before"]:
        return Dateline(None, agreed(dates), agency) if dash and is_agency(agency) else None
    capitals = _read_before(match["before"], in_capitals=True)
    before = capitals or _read_before(match["before"], in_capitals=False)
    if before is None:
        return None
    sure = capitals is not None or match["before"].startswith(f"{before.place},")
    dated = before.date and before.place and sure and _may_be_agency(agency)
    paper = capitals is not None and is_publisher(agency)
    if before.place and (is_publisher(before.place) or _AGENCY_WORD.search(before.place)):
        return None  # "Polska Agencja Prasowa (PAP) –" is the agency itself
    known = is_agency(agency) or (dash and agency in _IN_DATELINES and (capitals or before.date))
    known = known or (dash and _NEWS_AGENCY.fullmatch(agency)) or (capitals and before.date and _is_short(agency))
    full = dated and is_full(before.date or "")
    if not (known or full or (dash and (paper or dated)) or (capitals and dates and agency)):
        return None
    if not dash and not dates and not before.date and before.place != (before.place or "").upper():
        return None
    stated = agreed(dates + ((before.date,) if before.date else ()))
    own_desk = is_role(agency) and " " not in agency
    return Dateline(before.place, stated, None if own_desk else agency)


def _signed(dateline: Dateline) -> Dateline:
    """Part the agency from its reporter: "Корр. ТАСС Иван Петров"; a person's name is taken for two words."""
    role = _REPORTER.match(dateline.outlet or "")
    words = (dateline.outlet or "")[role.end() :].split() if role else []
    if not words:
        return dateline
    person = " ".join(words[-2:]) if len(words) > 2 else None
    return replace(dateline, outlet=" ".join(words[:-2] if person else words), author=person)


def _may_be_agency(name: str) -> bool:
    return is_capitalised(name) and len(name.split()) <= _MOST_AGENCY_WORDS and strip(name).name == name


def _is_no_sentence(name: str) -> bool:
    """Return whether what ends in a stop behind a dash can be an agency; "Путин." and "Взрыв." are sentences."""
    several = re.search(r"[\s-]", name) is not None
    return several or is_publisher(name) or _is_acronym(name) or _WIRE.search(name) is not None


def _is_acronym(name: str) -> bool:
    """Return whether a name is a word that nothing but a name is: "КАЗИНФОРМ", "ҚазАқпарат", "24.kg"."""
    return len(name.split()) == 1 and (sum(map(str.isupper, name)) > 1 or _INNER_STOP.search(name) is not None)


def _is_short(name: str) -> bool:
    """Return whether a name is an acronym in capitals, which behind a place in capitals and a date is an agency's."""
    length = _FEWEST_ACRONYM_LETTERS <= len(name) <= _MOST_ACRONYM_LETTERS
    return length and name.isalpha() and name.isupper() and strip(name).name == name


def _place(stretch: str, name: str) -> str:
    """Return a place's name without the marks around it, with the stop of its last word where it is that word's own."""
    place = name.strip(_EDGES)
    at = stretch.find(place) + len(place)
    if behind := _STATE_BEHIND.match(stretch, at):
        return f"{place}{behind[0]}"  # "Ore." and "Mo." are read as words beside a date too
    first, _, last = place.rpartition(" ")
    stopped = first and stretch[at : at + 1] == "." and _OWN_STOP.fullmatch(f"{last}.")
    return f"{place}." if stopped else place


def _read_before(before: str, *, in_capitals: bool) -> _Before | None:
    dates = find_dates(f"{before} (")  # a bracket or a dash stands behind it
    if not dates:
        place = _place(before, before) if before.strip(_EDGES) else ""
        return _Before(place, None) if is_place(place, in_capitals=in_capitals) else None
    around = [before[: dates[0].start], before[dates[-1].end :]]
    places = [_place(stretch, name) for stretch in around if (name := strip(stretch).name.strip(_EDGES))]
    date = agreed(tuple(stated.date for stated in dates))
    if not places:
        return _Before(None, date)
    if len(places) > 1 or not is_place(places[0], in_capitals=in_capitals):
        return None
    return _Before(places[0], date)
