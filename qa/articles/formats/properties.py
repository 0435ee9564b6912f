"""Read what the program that wrote a document keeps beside it: a title, and who it was made for or by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qa.articles.formats.markup import local_name
from qa.articles.formats.tidy import line
from qa.articles.names import is_person

_FEWEST_TITLE_WORDS = 3
_LONGEST_TITLE = 200
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|без имени|без названия|(?:document|документ|құжат) ?\d*$)"
    r"\b.*|(?:template|шаблон)\b.*|"
    r".*\.(?:docx?|odt|rtf|indd|qxp|qxd|pdf|pmd|p65|tmp|txt)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:user|admin\w*|owner|guest|windows|microsoft|office|home|computer|laptop|editor|desk|author|"
    r"пользовател\w*|администратор\w*|пайдалануш\w*|редакци\w*|автор)\b|\d",
    re.IGNORECASE,
)
"""What the name of an account on a computer has in it, and that of a person has not."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a program keeps of a document; each is None where it is a file's name or an account's."""

    title: str | None = None
    author: str | None = None


def read_properties(title: str | None, author: str | None) -> Properties:
    """Read properties as they are kept: programs fill them in by themselves, and most then say nothing."""
    return Properties(_title(line(title)), _author(line(author)))


def properties_of(root: Any, creators: Iterable[str] = ("creator",)) -> Properties:
    """Read the properties of a document of an office, whose root holds them; the first creator counts that is there."""
    elements: Iterable[Any] = () if root is None else root.iter()
    found = {local_name(it): "".join(it.itertext()) for it in elements}
    return read_properties(found.get("title"), next((found[it] for it in creators if found.get(it)), None))


def _title(stated: str | None) -> str | None:
    if stated is None or len(stated) > _LONGEST_TITLE or _NO_TITLE.fullmatch(stated):
        return None
    return stated if len(stated.split()) >= _FEWEST_TITLE_WORDS else None


def _author(stated: str | None) -> str | None:
    people = [it.strip() for it in re.split(r"[;,]", stated or "") if it.strip()]
    if not people or not all(is_person(it) and not _ACCOUNT.search(it) for it in people):
        return None
    return ", ".join(dict.fromkeys(people))
