"""Read the block at the start of a text that gives or corrects what the article says of itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from qa.articles.date_search import find_date, find_months
from qa.articles.dates import full_date
from qa.articles.front_matter_block import BrokenBlock, Field, Value, read_block
from qa.articles.language import read_tag
from qa.articles.web_address import web_address
from qa.errors import ArticleUnreadable
from qa.records import Article

_LONGEST = 32_768
_NAMES = """
title: headline
outlet: publisher, publication, newspaper, site_name, site, source, source_domain, hostname
date: published, publish, publication_date, pub
author: authors, byline
place:
section: category, categories
url: link, permalink, canonical_url, source_url
language: lang, locale, in_language
updated: modified, last_modified, last_updated, lastmod, mod
"""
_FIELDS = {
    name.strip().replace("_", ""): field
    for field, names in (line.split(":") for line in _NAMES.strip().split("\n"))
    for name in (field, *names.split(","))
    if name.strip()
}
"""The field that each name is for, as one word in small letters; scrapers and site generators write the others. Where
an article has several, the one that stands first here counts: a host's name is an outlet only where no other is."""
_ABOUT_TIME = re.compile(r"(?:date)?(.+?)(?:datetime|date|time|at|on)?")
"""`date_published`, `published_at` and `pubDatetime` say when it was published."""
_RANK = {name: rank for rank, name in enumerate(_FIELDS)}
_MEANT = re.compile(r"^([A-Za-z][\w-]*)[ \t]*[:=]", re.MULTILINE)
_WITHIN = ("params", "extra", "taxonomies", "metadata", "meta")
"""Where site generators keep the fields that they do not know themselves."""
_PARTS_OF_NAME = (("first_name", "last_name"), ("given", "family"), ("firstname", "lastname"))
_BY = re.compile(r"^(?:by|автор(?:ы)?|авторлар[ыі]?|жазған)\b[ \t]*:?[ \t]+(?=\w)", re.IGNORECASE)
_ADDRESS = re.compile(r"[ \t]*<[^<>@\s]+@[^<>@\s]+>")
_LINKED = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]|\[([^\]]+)\]\([^)]*\)")
"""`[[Ann Lee]]`, `[[people/lee|Ann Lee]]`, `[Ann Lee](https://…)`."""
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)


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
    left_out: tuple[str, ...] = ()
    """The names whose values are nothing that can stand in their field."""

    def correct(self, article: Article) -> Article:
        """Return the article with every stated field replaced."""
        stated: dict[str, Any] = {it.field: it.value for it in self.fields}
        return replace(article, **stated)


def read_front_matter(file: str, text: str) -> FrontMatter | None:
    """Read the front matter, in YAML, TOML or JSON; None where the text has none: a text may begin with a mere rule.

    Front matter that cannot be read makes the file unreadable, with the reason, rather than being ignored:
    an archive that silently drops a correction is worse than one that names the file to mend. Only a value that YAML
    cannot read, such as a headline with a colon that other tools write without quotation marks, is taken as it stands.
    Of the names that other tools use, `_FIELDS` has the common ones; a value there that is no date, or no line of text,
    is left out. So is an address that does not lead to the web: programs open what an export links to, and
    `javascript:` is no source; and a language that is no tag such as `ru`.
    """
    try:
        block = read_block(text, _known)
    except BrokenBlock as error:
        if not any(_known(name) for name in _MEANT.findall(error.body)):
            return None
        raise ArticleUnreadable(file, f"its front matter is {error}; mend or remove it") from error
    if block is None:
        return None
    within = chain.from_iterable(map(_within, block.fields))
    named = {name: it for it in chain(within, block.fields) if (name := _known(it.name))}
    if not named and not block.is_meant:
        return None
    stated: dict[str, str | None] = {}
    left_out = []
    for name in sorted(named, key=_RANK.__getitem__, reverse=True):
        value = _read_value(file, name, named[name].value)
        field = "url" if _FIELDS[name] == "outlet" and value and web_address(value) else _FIELDS[name]
        if value is not None or (name == field and not named[name].value):
            stated[field] = value
        elif name == field:
            left_out.append(name)
    fields = tuple(StatedField(field, value) for field, value in stated.items())
    return FrontMatter(
        block.end, fields, tuple(it.name for it in named.values() if it.as_it_stands), tuple(sorted(left_out))
    )


def begins_with_json_fields(text: str) -> bool:
    """Return whether a text begins with front matter in JSON, and is no file of JSON."""
    block = read_block(text, _known) if text.startswith("{") else None
    return block is not None and any(_known(it.name) for it in block.fields)


def read_date(value: str) -> str | None:
    """Read a date that stands alone; a month is one too. None where it is no date."""
    if _MONTH.fullmatch(value) or full_date(value):
        return value
    return find_date(value) or next((it.date for it in find_months(value)), None)


def _known(name: str) -> str | None:
    """Return a name as `_FIELDS` has it: `pubDate`, `pub-date` and `pub_date` are one; None where it has none."""
    word = name.lower().replace("_", "").replace("-", "")
    about = _ABOUT_TIME.fullmatch(word)
    if word in _FIELDS or about is None:
        return word if word in _FIELDS else None
    return about[1] if _FIELDS.get(about[1]) in {"date", "updated"} else None


def _within(field: Field) -> Iterator[Field]:
    """Yield the fields that stand within one."""
    if field.name in _WITHIN and isinstance(field.value, Mapping):
        yield from (Field(name, value) for name, value in field.value.items())


def _read_value(file: str, name: str, value: Value) -> str | None:
    """Return one value as a line of text, or None where it is none, or not of its field."""
    field, line = _FIELDS[name], None
    lines = list(_lines(value))
    if lines:
        line = ", ".join(lines[:1] if field in {"section", "title"} else lines)
    if not line:
        return None
    if field == "author":
        return _BY.sub("", _ADDRESS.sub("", line), count=1)
    if field == "url" and web_address(line) is None:
        return None
    if field == "language":
        return read_tag(line)
    if field not in {"date", "updated"}:
        return line
    date = read_date(line)
    if date is None and name == "date":
        raise ArticleUnreadable(file, f"its front matter's date {line[:40]!r} is not a date; write it like 2022-12-10")
    return date


def _lines(value: Value) -> Iterator[str]:
    """Yield the lines of text that a value comes to: of a mapping its name, of a list each."""
    if isinstance(value, str):
        if line := _LINKED.sub(lambda link: link[1] or link[2], " ".join(value.split())):
            yield line
    elif isinstance(value, Mapping):
        names = [value.get(it) for it in ("name", "title", "label")]
        parts = [[value.get(first), value.get(last)] for first, last in _PARTS_OF_NAME]
        whole = [" ".join(it for it in part if isinstance(it, str)) for part in parts]
        yield from next(([it] for it in (*names, *whole) if isinstance(it, str) and it), [])
    elif value is not None:
        yield from (line for it in value for line in _lines(it))
