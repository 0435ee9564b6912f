"""Describe an answer as JSON: the schema of what `Answer.to_dict` returns, from the types of its records."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from qa.records import ORDERS, Answer, SearchRequest
from qa.records.forms import FILTERS, written

_PLAIN: Mapping[Any, str] = {str: "string", bool: "boolean", int: "integer", float: "number", NoneType: "null"}
_FILTERS = "Filters"


def answer_schemas(place: str) -> dict[str, dict[str, Any]]:
    """Return a schema for each kind of object in an answer, by its name; `place` is where others find them by name."""

    def reference(name: str) -> dict[str, Any]:
        return {"$ref": f"{place}{name}"}

    def schema(kind: Any) -> dict[str, Any]:
        if kind in _PLAIN:
            return {"type": _PLAIN[kind]}
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin in (Union, UnionType):
            return {"anyOf": [schema(it) for it in arguments]}
        if origin is tuple:
            return {"type": "array", "items": schema(arguments[0])}
        if is_dataclass(kind):
            return reference(kind.__name__)  # type: ignore[union-attr]
        if issubclass(kind, Mapping):  # the parts of a score
            return {"type": "object", "additionalProperties": schema(float)}
        raise TypeError(f"an answer holds {kind}, which JSON has no schema for")

    def properties(kind: type) -> dict[str, Any]:
        types = get_type_hints(kind)
        return {name: schema(types[name]) for name in written(kind)}

    asked = properties(SearchRequest) | {"order": {"enum": list(ORDERS)}}
    filters = {name: asked.pop(name) for name in FILTERS}
    made = {it.__name__: _object(it.__doc__, properties(it)) for it in _records(Answer)}
    answered = asked | {"filters": reference(_FILTERS)} | properties(Answer)
    return made | {
        _FILTERS: _object("The filters of a question.", filters),
        "Answer": _object(Answer.__doc__, answered),
    }


def _object(describes: str | None, properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": describes,
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _records(kind: Any) -> Iterator[type]:
    """Yield the records that a type holds, itself first."""
    if is_dataclass(kind):
        yield kind  # type: ignore[misc]
        types = get_type_hints(kind)
        for name in written(kind):  # type: ignore[arg-type]
            yield from _records(types[name])
    for argument in get_args(kind):
        yield from _records(argument)
