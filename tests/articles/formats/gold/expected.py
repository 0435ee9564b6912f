"""What a gold file is, and what is right of each article in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tests.articles.formats.gold.stories import Story


@dataclass(frozen=True, slots=True)
class Expected:
    """What is right of one article; None where nothing is stated."""

    title: str | None
    language: str | None
    first: str
    """The first paragraph of the report."""
    last: str
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    updated: str | None = None
    url: str | None = None
    section: str | None = None
    kept: tuple[str, ...] = ()
    """What must stand in the report besides."""
    absent: tuple[str, ...] = ()
    """What must not stand in the report: menus, footers, marks."""


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A file with all that is right of it."""

    name: str
    format: str
    data: bytes = field(repr=False)
    articles: tuple[Expected, ...]


def of(story: Story, **stated: Any) -> Expected:
    """Return what is right of a file that prints a story, with what the file states of it."""
    first, *between, last = story.paragraphs
    known = Expected(story.title, story.language, first, last, kept=tuple(between))
    return replace(known, **stated)


def gold(name: str, format: str, data: bytes | str, *articles: Expected) -> GoldFile:  # noqa: A002
    """Return a gold file; a text is written in UTF-8."""
    return GoldFile(name, format, data.encode() if isinstance(data, str) else data, articles)


def tagged(paragraphs: Sequence[str]) -> str:
    """Return paragraphs in the tags of a page."""
    return "\n".join(f"<p>{it}</p>" for it in paragraphs)


def spaced(paragraphs: Sequence[str]) -> str:
    """Return paragraphs with an empty line between them."""
    return "\n\n".join(paragraphs)
