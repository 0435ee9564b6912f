"""Read the fields in which a program says what it asks for."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from qa.errors import InvalidFilter, QuestionError, quoted
from qa.records import SearchRequest

FIELDS: Mapping[str, Any] = {it.name: get_type_hints(SearchRequest)[it.name] for it in fields(SearchRequest)}
"""What may be said, and of what type: all that `Archive.ask` takes."""
LISTS = frozenset(name for name, kind in FIELDS.items() if kind == tuple[str, ...])
_QUESTION = "question"
SHORT = "q"
"""The question, as it is called in an address."""
_WHOLE = re.compile(r"-?[0-9]{1,4000}")
"""Python parses no number that is much longer."""
_CALLED: Mapping[Any, str] = {str: "text", int: "a whole number", bool: "true or false"}
_TEXT_OR_NULL = "text or null"
_LONGEST_SHOWN = 80
_TRUTHS = {"true": True, "false": False, "1": True, "0": False}


def search_request(given: Mapping[str, Any]) -> SearchRequest:
    """Return a request; the values that `Archive.answer` checks are left to it.

    Raises:
        QuestionError: a field is missing, unknown, given twice or of another type.
    """
    named = {_QUESTION if name == SHORT else name: value for name, value in given.items()}
    for name in named:
        if name not in FIELDS:
            raise QuestionError(f"there is no field {quoted(name)}: the fields are {', '.join(FIELDS)}")
    if len(named) < len(given):
        raise QuestionError(f"the question is given as {_QUESTION} and as {SHORT}: leave one of them out")
    if _QUESTION not in named:
        raise QuestionError(f"the field {_QUESTION}, in short {SHORT}, is missing: the fields are {', '.join(FIELDS)}")
    return SearchRequest(**{name: _read(name, value) for name, value in named.items()})


def query_fields(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the fields of an address, where all are text and those of a list are repeated.

    Raises:
        QuestionError: another field is repeated.
    """
    given = list(pairs)
    for name, times in Counter(name for name, _ in given).items():
        if times > 1 and name not in LISTS:
            raise QuestionError(f"{quoted(name)} is given {times} times: give it once")
    lists = {name: [value for it, value in given if it == name] for name, _ in given if name in LISTS}
    return {name: _typed(name, value) for name, value in given} | lists


def body_fields(body: bytes) -> Mapping[str, Any]:
    """Return the fields of a body of JSON.

    Raises:
        QuestionError: it is not an object, or a field is given twice in one.
    """
    try:
        given = json.loads(body, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise QuestionError('the body is not a JSON object: send one such as {"question": "Who visited Astana?"}')
    return given


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    given = list(pairs)
    for name, times in Counter(name for name, _ in given).items():
        if times > 1:
            raise QuestionError(f"{quoted(name)} is given {times} times: give it once")
    return dict(given)


def _read(name: str, value: Any) -> Any:
    """Return the value of a field; a text that is to be something else is left for the archive to refuse.

    Raises:
        QuestionError: it is of another type, shown in the words of JSON.
    """
    if name in LISTS:
        return _names(name, value)
    kind = FIELDS[name]
    if kind is int and isinstance(value, float) and value.is_integer():
        return int(value)  # JSON's 5.0 is 5
    if not isinstance(value, str) and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
        raise QuestionError(f"{name} is {_in_json(value)} and must be {_CALLED.get(kind, _TEXT_OR_NULL)}")
    return value


def _names(name: str, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        raise InvalidFilter(f'{name} is {_in_json(value)} and must be a list of names, such as ["TASS"]')
    for it in value:
        if not isinstance(it, str):
            raise InvalidFilter(f"{name} holds {_in_json(it)}, which is not text: correct it")
    return tuple(value)


def _in_json(value: Any) -> str:
    """Return a value as whoever sent it wrote it, cut off where it is long."""
    try:
        shown = json.dumps(value)
    except RecursionError:
        return "lists within lists"
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"


def _typed(name: str, value: str) -> int | bool | str:
    """Return a whole number, or true or false; what is none is left as it is, for the archive to refuse."""
    if FIELDS.get(name) is bool:
        return _TRUTHS.get(value.lower(), value)
    return int(value) if FIELDS.get(name) is int and _WHOLE.fullmatch(value) else value
