"""Read the YAML block at the start of a text that gives or corrects what the article says of itself."""

import re
from dataclasses import dataclass, replace
from typing import Any

import yaml

from qa.articles.date_search import find_date
from qa.errors import ArticleUnreadable
from qa.records import Article

_LONGEST = 32_768
_FIELDS = {name: name for name in ("title", "outlet", "date", "author", "place", "section", "url")} | {
    "headline": "title",
    "publisher": "outlet",
    "source": "outlet",
}
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_MEANT = re.compile(rf"^(?:{'|'.join(_FIELDS)})[ \t]*:", re.MULTILINE | re.IGNORECASE)
_KEY = re.compile(r"[A-Za-z][\w-]*")
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class StatedField:
    """One field that the front matter states; None clears it."""

    field: str
    value: str | None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a text: where it ends, and what it corrects."""

    end: int
    fields: tuple[StatedField, ...]

    def correct(self, article: Article) -> Article:
        """Return the article with every stated field replaced."""
        stated: dict[str, Any] = {it.field: it.value for it in self.fields}
        return replace(article, **stated)


def read_front_matter(file: str, text: str) -> FrontMatter | None:
    """Read the front matter, or give None where the text has none: a text may begin with a mere rule.

    Front matter that cannot be read makes the file unreadable, with the reason, rather than being ignored:
    an archive that silently drops a correction is worse than one that names the file to mend. `source` and
    `publisher` are taken for the outlet and `headline` for the title, unless those are given themselves.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or closing is None:
        return None
    block = text[opening.end() : closing.start()]
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        if not _MEANT.search(block):
            return None
        raise ArticleUnreadable(file, f"its front matter is not YAML{_where(error)}; mend or remove it") from error
    if not isinstance(root, yaml.MappingNode) or not all(_is_key(key) for key, _ in root.value):
        return None
    stated: dict[str, str | None] = {}
    for key, value in root.value:
        name = key.value.lower()
        if name in _FIELDS and (name == _FIELDS[name] or _FIELDS[name] not in stated):
            stated[_FIELDS[name]] = _read_value(file, name, value)
    return FrontMatter(closing.end(), tuple(StatedField(field, value) for field, value in stated.items()))


def _is_key(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and _KEY.fullmatch(node.value) is not None


def _read_value(file: str, name: str, node: yaml.Node) -> str | None:
    """Read one value as it is written: a title `1984` or `No` is neither a number nor a truth value."""
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        value = ", ".join(item.value.strip() for item in node.value)
    elif isinstance(node, yaml.ScalarNode):
        value = "" if node.tag == _NULL else " ".join(node.value.split())
    else:
        raise ArticleUnreadable(file, f"its front matter's `{name}` is not a line of text; write it on one line")
    if name != "date" or not value:
        return value or None
    date = find_date(value)
    if date is None:
        raise ArticleUnreadable(file, f"its front matter's date {value[:40]!r} is not a date; write it like 2022-12-10")
    return date


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 2})" if mark is not None else ""
