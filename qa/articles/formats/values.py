"""Read the values that tables and JSON have: texts, numbers, dates of databases, and objects and lists around them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from qa.articles.formats.field_names import squashed

_INSIDE = (
    "rendered",
    "main",
    "original",
    "name",
    "value",
    "#text",
    "$t",
    "_",
    "@value",
    "$date",
    "$oid",
    "$numberLong",
    "$numberInt",
    "display_name",
    "displayName",
    "full_name",
    "fullName",
    "headline",
    "title",
    "url",
    "@id",
)
"""Where a value is an object, the names under which its text stands: WordPress, MongoDB, schema.org."""
_TEXTS_INSIDE = ("text", "content", "html")
"""The same for the blocks that a text is made of."""
_DAYS_INSIDE = ("date", "iso", "datetime", "seconds", "_seconds")
"""The same for a day and time that a program wrote whole: PHP, Parse, Firestore."""
_AROUND = ("data", "attributes", "node", "nodes", "edges", "fields", "_source", "items", "profile", "author", "user")
_NO_NAMES = frozenset(("headline", "title", "url", "@id"))
"""What an object for a person has beside the name."""
"""Objects that only stand around a value: Strapi, GraphQL."""
_GIVEN = ("firstname", "givenname", "forename", "имя", "аты")
_FAMILY = ("lastname", "familyname", "surname", "фамилия", "тегі")
_ORGANISATION = "Organization"
_DAYS = frozenset(("date", "updated", "saved"))
_DEEPEST = 6
_EARLIEST_SECONDS, _EARLIEST_MILLISECONDS = 1e8, 1e11
_LATEST_MILLISECONDS = 7e12


def texts(field: str, value: object, depth: int = 0) -> Iterator[str]:
    """Yield the texts that a value states; the people of a list are one, and of several sections the first counts."""
    if not isinstance(value, list | tuple):
        yield from _text(field, value, depth)
    elif depth <= _DEEPEST:
        shown = [text for item in persons_first(value) for text in _text(field, item, depth + 1)]
        if field == "section":
            yield from shown[:1]
        elif shown:
            yield ("\n\n" if field == "text" else ", ").join(shown)


def persons_first(values: Sequence[object]) -> Sequence[object]:
    """Return values without those that schema.org calls an organisation, where any other is among them."""
    people = [it for it in values if not is_organisation(it)]
    return people or values


def is_organisation(value: object) -> bool:
    """Return whether a value is an object of schema.org for a body of people."""
    kinds = value.get("@type") if isinstance(value, Mapping) else None
    return any(
        isinstance(it, str) and it.endswith(_ORGANISATION) for it in (kinds if isinstance(kinds, list) else [kinds])
    )


def person(found: Mapping[str, object], prefix: str = "") -> str | None:
    """Return the name of a person whose given and family names stand apart."""
    named = {squashed(name): value.strip() for name, value in found.items() if isinstance(value, str)}
    parts = [next((it for name in names if (it := named.get(prefix + name))), "") for names in (_GIVEN, _FAMILY)]
    return " ".join(filter(None, parts)) or None


def instant(value: float) -> Iterator[str]:
    """Yield the day of a count of seconds or milliseconds since 1970."""
    if not _EARLIEST_SECONDS <= value < _LATEST_MILLISECONDS:
        return
    seconds = value / 1000 if value >= _EARLIEST_MILLISECONDS else value
    yield datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _text(field: str, value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        if depth <= _DEEPEST:
            yield from _of_object(field, value, depth)
    elif isinstance(value, list | tuple):
        yield from texts(field, value, depth + 1)
    elif isinstance(value, datetime | date):
        yield value.isoformat()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if field in _DAYS:
            yield from instant(value)
        elif field in {"id", "title"} and value == value:
            yield str(value)


def _of_object(field: str, value: Mapping[str, object], depth: int) -> Iterator[str]:
    """Yield the text that stands in an object: under a name of its own, as a person's names, or one object deeper."""
    inside = (*_TEXTS_INSIDE, *_INSIDE) if field == "text" else (*_INSIDE, *_DAYS_INSIDE) if field in _DAYS else _INSIDE
    for name in (it for it in inside if field != "author" or it not in _NO_NAMES):
        inner = value.get(name)
        whole = isinstance(inner, str) and bool(inner.strip())
        if whole or (inner is not None and (name.startswith("$") or (field in _DAYS and name in _DAYS_INSIDE))):
            yield from _text(field, inner, depth + 1)
            return
    named = person(value) if field == "author" else None
    if named:
        yield named
        return
    for name in _AROUND:
        if isinstance(inner := value.get(name), Mapping | list):
            yield from texts(field, inner, depth + 1)
            return
