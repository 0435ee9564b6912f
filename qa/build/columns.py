"""Know in which columns of its tables an archive's articles stand, where their names do not say."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from qa.articles.formats.columns import ALIASES
from qa.errors import ArchiveIndexError, FolderError, quoted
from qa.index.index import Index
from qa.index.store.schema import State
from qa.settings import Settings


def with_columns(settings: Settings, state: State | None) -> Settings:
    """Return settings with the columns that an index was built with, unless others are given."""
    if settings.columns or state is None or not state.columns:
        return settings
    return replace(settings, columns=tuple(json.loads(state.columns).items()))


def with_columns_of(index: Path, settings: Settings) -> Settings:
    """Return settings with the columns of an index, if it is there and can be read: else who opens it says why."""
    with suppress(ArchiveIndexError):
        return with_columns(settings, Index(index).state())
    return settings


def columns_text(settings: Settings) -> str:
    """Return the columns as an index stores them; empty where none are given."""
    return json.dumps(dict(settings.columns), ensure_ascii=False, sort_keys=True) if settings.columns else ""


def checked_columns(columns: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return columns in their order by field.

    Raises:
        FolderError: one is of no field, or has no name; the message names the fields.
    """
    for field, column in columns.items():
        if field not in ALIASES or not column.strip():
            fields = ", ".join(ALIASES)
            raise FolderError(f"{quoted(field)}: a column is named as FIELD=COLUMN, and the fields are {fields}")
    return tuple(sorted(columns.items()))
