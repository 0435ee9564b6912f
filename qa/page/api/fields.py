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
_WHOLE = re.compile(r"-?[0-9]{1,18}")
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
    if not isinstance(named[_QUESTION], str):
        raise QuestionError(f"{_QUESTION} is {quoted(named[_QUESTION])} and must be text")
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
        QuestionError: it is not an object.
    """
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise QuestionError('the body is not a JSON object: send one such as {"question": "Who visited Astana?"}')
    return given


def _read(name: str, value: Any) -> Any:
    if name not in LISTS:
        return int(value) if isinstance(value, float) and value.is_integer() else value  # JSON's 5.0 is 5
    if value is not None and not isinstance(value, list | tuple):
        raise InvalidFilter(f"{name} is {quoted(value)} and must be a list of names, such as [{quoted('TASS')}]")
    return tuple(value or ())


def _typed(name: str, value: str) -> int | bool | str:
    """Return a whole number, or true or false; what is none is left as it is, for the archive to refuse."""
    if FIELDS.get(name) is bool:
        return _TRUTHS.get(value.lower(), value)
    return int(value) if FIELDS.get(name) is int and _WHOLE.fullmatch(value) else value
