"""Read the YAML block at the start of a text that gives or corrects what the article says of itself."""

import re
from dataclasses import dataclass, replace
from typing import Any

import yaml

from qa.articles.date_search import find_date, find_months
from qa.articles.dates import full_date
from qa.articles.language import read_tag
from qa.articles.web_address import web_address
from qa.errors import ArticleUnreadable
from qa.records import Article

_LONGEST = 32_768
_NAMES = """
title: headline
outlet: publisher, publication, newspaper, site_name, source, sitename, source_domain, hostname
date: published_at, date_published, date_publish, published, published_date, publish_date, publication_date, pubdate
author: authors, byline
place:
section: category, categories
url: link, permalink, canonical_url, source_url
language: lang, locale, in_language
updated: updated_at, date_updated, modified, date_modified, datemodified, last_modified, lastmod
"""
_FIELDS = {
    name.strip(): field
    for field, names in (line.split(":") for line in _NAMES.strip().split("\n"))
    for name in (field, *names.split(","))
    if name.strip()
}
"""The field that each name is for; scrapers and site generators write the others. Where an article has several, the one
that stands first here counts: a host's name is an outlet only where no other is."""
_RANK = {name: rank for rank, name in enumerate(_FIELDS)}
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_MEANT = re.compile(rf"^(?:{'|'.join(_FIELDS)})[ \t]*:", re.MULTILINE | re.IGNORECASE)
_UNQUOTED = re.compile(
    r"^(?P<key>[A-Za-z][\w-]*)[ \t]*:[ \t]+"
    r"(?P<value>[^\s\[{|>&*!#].*?:(?:[ \t].*)?|\[[^\[\]]*\][ \t]*[^\s#].*|[|>][ \t]+\S.*|[*%@`].*|-[ \t].*)$",
    re.MULTILINE,
)
"""A value with a colon that YAML would read as another mapping, `title: Storm: harbour shut`, or one that begins with a
sign of YAML's, `title: [Update] Harbour shut`."""
_KEY = re.compile(r"[A-Za-z][\w-]*")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
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
    unquoted: tuple[str, ...] = ()
    """The names whose values were taken as they stand, since YAML could not read them."""

    def correct(self, article: Article) -> Article:
        """Return the article with every stated field replaced."""
        stated: dict[str, Any] = {it.field: it.value for it in self.fields}
        return replace(article, **stated)


def read_front_matter(file: str, text: str) -> FrontMatter | None:
    """Read the front matter, or give None where the text has none: a text may begin with a mere rule.

    Front matter that cannot be read makes the file unreadable, with the reason, rather than being ignored:
    an archive that silently drops a correction is worse than one that names the file to mend. Only a headline
    with a colon or a sign of YAML's, which other tools write without quotation marks, is taken as it stands. Of the
    names that other tools use, `_FIELDS` has the common ones; a value there that is no date, or no line of text, is
    left out. So is an address that does not lead to the web: programs open what an export links to, and `javascript:`
    is no source; and a language that is no tag such as `ru`.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or closing is None:
        return None
    block = text[opening.end() : closing.start()]
    unquoted: tuple[str, ...] = ()
    try:
        root = _compose(block)
    except (yaml.YAMLError, RecursionError) as error:
        if not _MEANT.search(block):
            return None
        unquoted = tuple(match["key"].lower() for match in _UNQUOTED.finditer(block))
        try:
            root = _compose(_UNQUOTED.sub(_quote, block)) if unquoted else None
        except (yaml.YAMLError, RecursionError):
            root = None
        if root is None:
            raise ArticleUnreadable(file, f"its front matter is not YAML{_where(error)}; mend or remove it") from error
    if not isinstance(root, yaml.MappingNode) or not all(_is_key(key) for key, _ in root.value):
        return None
    named = {key.value.lower(): value for key, value in root.value if key.value.lower() in _FIELDS}
    stated: dict[str, str | None] = {}
    for name in sorted(named, key=_RANK.__getitem__, reverse=True):
        value = _read_value(file, name, named[name])
        if value is not None or name == _FIELDS[name]:
            stated[_FIELDS[name]] = value
    fields = tuple(StatedField(field, value) for field, value in stated.items())
    return FrontMatter(closing.end(), fields, tuple(name for name in unquoted if name in _FIELDS))


def read_date(value: str) -> str | None:
    """Read a date that stands alone; a month is one too. None where it is no date."""
    if _MONTH.fullmatch(value) or full_date(value):
        return value
    return find_date(value) or next((it.date for it in find_months(value)), None)


def _compose(block: str) -> yaml.Node | None:
    return yaml.compose(block, Loader=yaml.SafeLoader)


def _quote(line: re.Match[str]) -> str:
    value = line["value"].replace("'", "''")
    return f"{line['key']}: '{value}'"


def _is_key(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and _KEY.fullmatch(node.value) is not None


def _read_value(file: str, name: str, node: yaml.Node) -> str | None:
    """Read one value as it is written: a title `1984` or `No` is neither a number nor a truth value."""
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        items = [item.value.strip() for item in node.value]
        value = ", ".join(items[:1] if _FIELDS[name] == "section" else items)
    elif isinstance(node, yaml.ScalarNode):
        value = "" if node.tag == _NULL else " ".join(node.value.split())
    elif name != _FIELDS[name]:
        return None
    else:
        raise ArticleUnreadable(file, f"its front matter's `{name}` is not a line of text; write it on one line")
    if _FIELDS[name] == "url" and web_address(value) is None:
        return None
    if _FIELDS[name] == "language":
        return read_tag(value)
    if _FIELDS[name] not in {"date", "updated"} or not value:
        return value or None
    date = read_date(value)
    if date is None and name == "date":
        raise ArticleUnreadable(file, f"its front matter's date {value[:40]!r} is not a date; write it like 2022-12-10")
    return date


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 2})" if mark is not None else ""
