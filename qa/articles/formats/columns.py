"""Make records of the rows of tables and the objects of JSON, by what their columns and names stand for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa.articles.formats.field_names import FIELDS, WEAK, FieldName, Part, field_name
from qa.articles.formats.markup import shown_text
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import (
    digest,
    joined,
    line,
    stated_date,
    stated_day,
    stated_id,
    stated_language,
    stated_url,
)
from qa.articles.formats.values import instant, person, texts
from qa.errors import ArticleUnreadable

_BESIDE_NAMES = """
fields _source article attributes properties metadata data content post node document doc record item entry
"""
_BESIDE = frozenset(_BESIDE_NAMES.split())
"""Objects whose members count as the record's own: the Guardian, Elasticsearch, Strapi, CouchDB."""
_RENDERED = "rendered"
_NOTHING = frozenset(("none", "null", "nan", "nat", "n/a", "-", "—", "[]", "нет", "жоқ"))
"""What programs and people write where there is nothing to state."""
_LISTED = re.compile(r"\s*;\s*")
_BY = re.compile(r"^(?:by|автор:|авторы:)\s+", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
"""What NewsAPI puts behind the text that it cuts off."""
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"[\s_]+")
_DEEPEST = 3
_COUNTED_DIGITS = (10, 13)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a record with what its name stands for."""

    name: FieldName
    depth: int
    text: str


def record_of(file: str, found: Mapping[str, object], columns: Mapping[str, str], *, alone: bool) -> Record:
    """Make a record of named values; `columns` says which column each field stands in, where its name does not.

    Raises:
        ArticleUnreadable: no value is its text.
    """
    values = _by_field(found, columns)
    title = line(_first(values["title"]))
    text = _whole_text(file, values["text"])
    if not text:
        raise ArticleUnreadable(file, _no_text(found))
    url = next((address for it in values["url"] if (address := stated_url(it.text))), None)
    stated = stated_id(_first(values["id"])) or url or digest(title, text)
    source = next((address for it in values["outlet"] if (address := stated_url(it.text))), None)
    return Record(
        id=None if alone else stated,
        text=text,
        title=title,
        outlet=next((line(it.text) for it in values["outlet"] if not stated_url(it.text)), None),
        author=next(filter(None, (_author(it.text) for it in values["author"])), None) or person(found, "author"),
        date=next((day for it in values["date"] if (day := _date(it.text))), None),
        place=line(_first(values["place"])),
        section=line(_LISTED.split((_first(values["section"]) or "").strip())[0]),
        url=url or source,
        language=stated_language(_first(values["language"])),
        updated=next((day for it in values["updated"] if (day := _day(it.text))), None),
        saved=next((day for it in values["saved"] if (day := _day(it.text))), None),
    )


def has_text(found: Mapping[str, object], columns: Mapping[str, str], *, summary: bool = True) -> bool:
    """Return whether named values are an article's: one of them is its text, or a summary where that is enough."""
    return any(summary or it.name.part == "body" for it in _by_field(found, columns)["text"])


def _by_field(found: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, list[_Value]]:
    """Return the values of each field, the surest first."""
    values: dict[str, list[_Value]] = {field: [] for field in FIELDS}
    for it in _values(found, {_bare(column): field for field, column in columns.items()}, 0):
        values[it.name.field].append(it)
    for listed in values.values():
        listed.sort(key=lambda it: (it.name.tier, it.name.place, it.depth))
    return values


def _values(found: Mapping[str, object], columns: Mapping[str, str], depth: int) -> Iterator[_Value]:
    for column, value in found.items():
        bare = _bare(column)
        if field := columns.get(bare):
            yield from _shown(FieldName(field, -1, 0, "body" if field == "text" else ""), depth, value)
        if name := field_name(column):
            yield from _shown(name, depth, value)
        if bare in _BESIDE and isinstance(value, Mapping) and depth < _DEEPEST and _RENDERED not in value:
            yield from _values(value, columns, depth + 1)


def _shown(name: FieldName, depth: int, value: object) -> Iterator[_Value]:
    """Yield the texts of a value that state something; a list, or an address, is no name that a weak column holds."""
    weak = name.tier == WEAK and name.field in {"title", "outlet", "place"}
    if weak and isinstance(value, list | tuple):
        return
    for text in texts(name.field, value):
        if text.strip() and text.strip().casefold() not in _NOTHING and not (weak and stated_url(text)):
            yield _Value(name, depth, text)


def _bare(column: str) -> str:
    return _SPACE.sub("_", column.strip("\ufeff\"' \t\r\n").lower())


def _whole_text(file: str, values: list[_Value]) -> str:
    """Return the text: its body, behind the opening that some systems keep apart; a summary where nothing else is."""
    body = _shown_part(file, values, "body")
    lead = _shown_part(file, values, "lead")
    if not body or not lead:
        return body or lead or _shown_part(file, values, "summary")
    return body if f" {_words(lead)} " in f" {_words(body)} " else joined((lead, body))


def _shown_part(file: str, values: list[_Value], part: Part) -> str:
    shown = (shown_text(file, _CUT_SHORT.sub("", it.text)) for it in values if it.name.part == part)
    return next(filter(None, shown), "")


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _date(value: str) -> str | None:
    """Return the date that a value states, be it a count of seconds."""
    return _counted(value) or stated_date(value)


def _day(value: str) -> str | None:
    return _counted(value) or stated_day(value)


def _counted(value: str) -> str | None:
    counted = value.isdecimal() and len(value) in _COUNTED_DIGITS
    return next(instant(float(value)), None) if counted else None


def _author(value: str) -> str | None:
    """Return who wrote it; "By" is none of the name, and a number is an account's."""
    stated = line(value)
    if stated is None or stated.isdecimal() or stated_url(stated):
        return None
    return re.sub(r"\s*;\s*", ", ", _BY.sub("", stated).strip("[]'\"")) or None


def _first(values: list[_Value]) -> str | None:
    return next((it.text for it in values), None)


def _no_text(found: Mapping[str, object]) -> str:
    names = ", ".join(str(name) for name in list(found)[:8])
    return f"none of its columns ({names[:120]}) holds a text; name it: qa build --map text=COLUMN"
