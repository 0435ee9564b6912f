"""The values that options know, to complete what is typed: those of an index are read without any model."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import get_args

import typer

from qa.articles.stated_names import shown_name, shown_places
from qa.errors import QaError
from qa.index.store.article_files import stored_digests
from qa.index.store.articles import count_languages, outlets_stated, places_stated
from qa.index.store.connection import reading
from qa.records.request import KINDS, Order
from qa.settings import default_index


def outlets(context: typer.Context) -> list[str]:
    """Return the outlets that the articles of an index state."""
    return _read(context, lambda connection: map(shown_name, outlets_stated(connection)))


def places(context: typer.Context) -> list[str]:
    """Return the places that the articles of an index state."""
    return _read(context, lambda connection: (it for place in places_stated(connection) for it in shown_places(place)))


def languages(context: typer.Context) -> list[str]:
    """Return the languages that the articles of an index are in."""
    return _read(context, count_languages)


def article_files(context: typer.Context) -> list[str]:
    """Return the files of the articles that an index holds."""
    return _read(context, stored_digests)


def orders() -> list[str]:
    """Return the orders of passages."""
    return list(get_args(Order))


def kinds() -> list[str]:
    """Return what a search may be taken for."""
    return list(KINDS)


def formats() -> list[str]:
    """Return the formats that citations are written in."""
    from qa.exports.citations.formats import FORMATS

    return list(FORMATS)


def _read(context: typer.Context, names: Callable[[sqlite3.Connection], Iterable[str]]) -> list[str]:
    index = context.params.get("index")
    found = set[str]()
    with suppress(QaError), reading(default_index() if index is None else Path(index)) as connection:
        found.update(names(connection))
    return sorted(found - {""})
