"""An answer as dictionaries, lists, texts and numbers: nested as `qa ask --json` writes it, or a row a passage."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qa.records.answer import Answer, Evidence

_LEFT_OUT = frozenset({("Article", "text"), ("Article", "name"), ("Answer", "request")})
"""Fields that are not written: a program that wants a whole article asks for it."""
FILTERS = ("after", "before", "outlets", "places", "languages", "articles", "as_of")


def nested(answer: "Answer") -> dict[str, Any]:
    """Return an answer with its question and filters; nothing in it is shared with the answer."""
    request = _plain(answer.request)
    filters = {name: request.pop(name) for name in FILTERS}
    return {**request, "filters": filters, **_plain(answer)}


def row(answer: "Answer", rank: int, evidence: "Evidence") -> dict[str, str | float | int | None]:
    """Return one evidence of an answer as one row of a table; ranks count from 1."""
    article, passage = evidence.article, evidence.passage
    stated, source = _plain(article), article.source
    del stated["source"]  # a record in itself
    return {
        "question": answer.question,
        "verdict": answer.verdict,
        "confidence": answer.confidence,
        "rank": rank,
        "probability": evidence.probability,
        "score": evidence.score,
        "sentence": evidence.sentence.text,
        "text": passage.text,
        "passage": passage.id,
        "heading": passage.heading,
        "paragraph": passage.number,
        "paragraphs": evidence.paragraphs,
        "copies": len(evidence.copies),
        "page": None if source is None else source.page(passage.start),
        **stated,
    }


def written(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a record that are written."""
    return tuple(it.name for it in fields(kind) if (kind.__name__, it.name) not in _LEFT_OUT)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in written(type(value))}
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
