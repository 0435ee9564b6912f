"""Check a value against a JSON schema, as far as the schemas here go; a keyword that is not known is an error."""

from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "object": (dict,),
    "array": (list,),
}
_KNOWN = {"type", "enum", "anyOf", "properties", "required", "additionalProperties", "items", "description", "$ref"}


def differences(value: Any, schema: Mapping[str, Any], document: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """Yield where a value is not as its schema says."""
    assert not schema.keys() - _KNOWN, schema
    if "$ref" in schema:
        found: Any = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        yield from differences(value, found, document, at)
    if "anyOf" in schema and all(any(differences(value, it, document)) for it in schema["anyOf"]):
        yield f"{at}: {value!r} is none of {schema['anyOf']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    kinds = schema.get("type", list(_TYPES))
    allowed = [kind for name in ([kinds] if isinstance(kinds, str) else kinds) for kind in _TYPES[name]]
    if type(value) not in allowed:
        yield f"{at}: {value!r} is no {kinds}"
    elif isinstance(value, dict):
        yield from _of_object(value, schema, document, at)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from differences(item, schema["items"], document, f"{at}/{number}")


def _of_object(
    value: Mapping[str, Any], schema: Mapping[str, Any], document: Mapping[str, Any], at: str
) -> Iterator[str]:
    yield from (f"{at}/{name} is missing" for name in schema.get("required", ()) if name not in value)
    for name, item in value.items():
        expected = schema.get("properties", {}).get(name, schema.get("additionalProperties", True))
        if expected is False:
            yield f"{at}/{name} is not foreseen"
        elif expected is not True:
            yield from differences(item, expected, document, f"{at}/{name}")
