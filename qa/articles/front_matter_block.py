"""Read the block of fields that a text may begin with, as site generators write it: in YAML, TOML or JSON."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import yaml

LONGEST = 32_768
_OPENING = re.compile(r"---[ \t]*(?P<language>yaml|toml|json)?[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML_OPENING = re.compile(r"\+\+\+[ \t]*\n")
_TOML_CLOSING = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_JSON_OPENING = re.compile(r"\{\s*[\"}]")
_KEY = re.compile(r"[A-Za-z][\w-]*")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?P<value>\s.*)?", re.DOTALL)
_NESTED = re.compile(r"\n(?:\t|[ ]+(?:-[ ]+)?[\w-]+:(?:\s|$))")
_SIGNS = re.compile(r"[&!]\S|#(?=\S)|\{")
"""What YAML takes for an anchor, a tag, a comment or a mapping, where a headline begins with it."""
_NULL = "tag:yaml.org,2002:null"

Value = str | None | Sequence["Value"] | Mapping[str, "Value"]
"""Numbers, dates and truth values are text, as they are written."""
Known = Callable[[str], object]
"""Returns something true for the name of a field that is read."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the block, by its name in small letters."""

    name: str
    value: Value
    as_it_stands: bool = False
    """Whether its value is the text behind the colon, since YAML reads something else there, or nothing."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of fields, and where it ends in the text."""

    end: int
    fields: tuple[Field, ...]
    is_meant: bool = True
    """Whether it is front matter even where no field of it is known."""


class BrokenBlock(ValueError):
    """A block begins and ends as one, and cannot be read."""

    def __init__(self, language: str, body: str, line: int | None = None) -> None:
        super().__init__(f"not {language}{f' (line {line})' if line else ''}")
        self.body = body


def read_block(text: str, known: Known) -> Block | None:
    """Read the block that a text begins with; None where it begins with none: a mere rule is no block.

    An unknown field that YAML cannot read is left out.

    Raises:
        BrokenBlock: a block is there, and cannot be read.
    """
    for opening_line, closing_line, usual in ((_OPENING, _CLOSING, "yaml"), (_TOML_OPENING, _TOML_CLOSING, "toml")):
        if opening := opening_line.match(text):
            closing = closing_line.search(text, opening.end(), opening.end() + LONGEST)
            language = opening.groupdict().get("language") or usual
            return _READ[language](text[opening.end() : closing.start()], closing.end(), known) if closing else None
    return _without_fences(text) if _JSON_OPENING.match(text) else None


def _toml(body: str, end: int, _: Known) -> Block:
    try:
        read = tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BrokenBlock("TOML", body) from error
    return Block(end, tuple(_fields(read)))


def _json(body: str, end: int, _: Known) -> Block:
    try:
        read = json.loads(body, parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise BrokenBlock("JSON", body) from error
    return Block(end, tuple(_fields(read if isinstance(read, dict) else {})))


def _without_fences(text: str) -> Block | None:
    """Read an object that other text than JSON follows."""
    try:
        read, end = json.JSONDecoder(parse_float=str, parse_int=str).raw_decode(text[:LONGEST])
    except (ValueError, RecursionError):
        return None
    rest = text[end:].lstrip(" \t")
    if not isinstance(read, dict) or not rest.startswith("\n") or rest.lstrip().startswith(("{", "[")):
        return None
    return Block(end, tuple(_fields(read)), is_meant=False) if rest.strip() else None


def _fields(read: Mapping[str, object]) -> Iterator[Field]:
    yield from (Field(name.lower(), _plain(value)) for name, value in read.items())


def _plain(value: object) -> Value:
    if isinstance(value, dict):
        return {str(name).lower(): _plain(it) for name, it in value.items()}
    if isinstance(value, list):
        return [_plain(it) for it in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return None if value is None else str(value)


def _yaml(body: str, end: int, known: Known) -> Block | None:
    """Read fields in YAML; where that fails, each by itself, and what YAML cannot read as it stands."""
    try:
        root = _compose(body)
    except (yaml.YAMLError, RecursionError) as error:
        return Block(end, tuple(_each_entry(body, error, known)), is_meant=False)
    if not isinstance(root, yaml.MappingNode) or not all(_is_key(key) for key, _ in root.value):
        return None
    return Block(end, tuple(_of_node(key.value, value, body) for key, value in root.value))


def _of_node(key: str, node: yaml.Node, body: str) -> Field:
    start = node.start_mark.index or 0
    line = body[body.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    entry = _ENTRY.match(line)
    written = (entry["value"] or "").strip() if entry and entry["key"] == key else ""
    if _SIGNS.match(written) and (isinstance(node, yaml.ScalarNode) or _is_word_in_braces(node)):
        return Field(key.lower(), written, as_it_stands=True)
    return Field(key.lower(), _value(node))


def _each_entry(body: str, error: Exception, known: Known) -> Iterator[Field]:
    """Yield the entries of a block that is no YAML: a line that begins with a name, and what is indented below it.

    Raises:
        BrokenBlock: something stands there that is no entry.
    """
    for entry in re.split(r"\n(?=\S)(?![#\]}-])", body.strip("\n")):
        try:
            root = _compose(entry)
        except (yaml.YAMLError, RecursionError):
            root = None
        if isinstance(root, yaml.MappingNode) and all(_is_key(key) for key, _ in root.value):
            yield from (_of_node(key.value, value, entry) for key, value in root.value)
            continue
        found = _ENTRY.fullmatch(entry)
        if found is None and not entry.startswith("#"):
            mark = getattr(error, "problem_mark", None)
            raise BrokenBlock("YAML", body, mark.line + 2 if mark else None) from error
        if found is None or (_NESTED.search(found["value"] or "") and not known(found["key"])):
            continue
        if _NESTED.search(found["value"] or ""):
            raise BrokenBlock("YAML", body, body[: body.find(entry)].count("\n") + 2) from error
        yield Field(found["key"].lower(), _as_it_stands(found["value"] or ""), as_it_stands=True)


def _as_it_stands(value: str) -> str:
    """Return a value without the quotation mark that was never closed."""
    value = " ".join(value.split())
    unclosed = value[:1] in {'"', "'"} and value.count(value[0]) == 1
    return value[1:] if unclosed else value


def _compose(body: str) -> yaml.Node | None:
    return yaml.compose(body, Loader=yaml.SafeLoader)


def _is_word_in_braces(node: yaml.Node) -> bool:
    """Return whether a node is `{Storm}`, which YAML reads as a name without a value."""
    return isinstance(node, yaml.MappingNode) and [value.tag for _, value in node.value] == [_NULL]


def _is_key(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and _KEY.fullmatch(node.value) is not None


def _value(node: yaml.Node, depth: int = 3) -> Value:
    """Return a value as it is written: a title `1984` or `No` is neither a number nor a truth value."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == _NULL else " ".join(node.value.split())
    if not depth:
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_value(it, depth - 1) for it in node.value]
    return {key.value.lower(): _value(it, depth - 1) for key, it in node.value if isinstance(key, yaml.ScalarNode)}


_READ: Mapping[str, Callable[[str, int, Known], Block | None]] = {"yaml": _yaml, "toml": _toml, "json": _json}
