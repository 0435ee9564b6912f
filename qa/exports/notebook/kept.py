"""A passage that was kept: its words, where they stand, the question that found it, and a note."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from qa.errors import InvalidExport, quoted
from qa.exports.citations import Citation
from qa.records import Span

_TEXTS = ("quote", "file", "passage", "passage_id", "question")
_OPTIONAL = ("headline", "outlet", "author", "date", "place", "section", "url")


@dataclass(frozen=True, slots=True)
class Kept:
    """A citation with a note, and the search that found it."""

    citation: Citation
    note: str = ""
    address: str = ""
    """The search as a link of the page, `?q=…&passage=…`; empty where it was not found there."""

    @property
    def sentence(self) -> Span | None:
        """Where in its passage the quote stands; None where it is the whole passage, or stands nowhere in it."""
        passage, quote = self.citation.passage, self.citation.quote
        start = passage.find(quote) if quote else -1
        return None if start < 0 or quote == passage else Span(start, start + len(quote))


def fields_of(kept: Kept) -> dict[str, object]:
    """Return what a file of a notebook says of a passage."""
    citation = asdict(kept.citation) | {"retrieved": kept.citation.retrieved.isoformat()}
    return citation | {"note": kept.note, "address": kept.address}


def kept_of(given: Mapping[str, object]) -> Kept:
    """Read what a file of a notebook says of a passage; what else it says is left out.

    Raises:
        InvalidExport: something is missing or of another type.
    """
    values: dict[str, object] = {name: _text(given, name) for name in _TEXTS}
    values |= {name: None if given.get(name) is None else _text(given, name) for name in _OPTIONAL}
    values["paragraph"], values["retrieved"] = _number(given.get("paragraph")), _day(_text(given, "retrieved"))
    citation = Citation(**{it.name: values[it.name] for it in fields(Citation)})  # type: ignore[arg-type]
    note, address = (_text(given, name) if given.get(name) is not None else "" for name in ("note", "address"))
    return Kept(citation, note, address)


def _text(given: Mapping[str, object], name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str):
        raise InvalidExport(f"the notebook's {name} is {quoted(value)} and must be text: open a file that was saved")
    return value


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise InvalidExport(f"the notebook's paragraph is {quoted(value)} and must be a whole number from 1")
    return value


def _day(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise InvalidExport(f"the notebook's retrieved is {quoted(value)} and must be a day: 2026-11-22") from None
