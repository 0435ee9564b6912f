"""What a build states of how an archive is read, and an index keeps until another build states otherwise."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from qa.errors import ArchiveIndexError
from qa.index.index import Index
from qa.index.store.schema import State
from qa.settings import Settings


def with_choices(settings: Settings, state: State | None) -> Settings:
    """Return settings with what an index keeps in place of what they leave open."""
    columns = json.loads(state.columns) if state is not None and state.columns else {}
    selection = json.loads(state.selection) if state is not None and state.selection else ()
    return replace(
        settings,
        columns=settings.columns or tuple(columns.items()),
        selection=tuple(selection) if settings.selection is None else settings.selection,
        versions_apart=_chosen(settings.versions_apart, state is not None and state.versions_apart),
        furniture_kept=_chosen(settings.furniture_kept, state is not None and state.furniture_kept),
    )


def with_choices_of(index: Path, settings: Settings) -> Settings:
    """Return the same for the index in a folder; where it cannot be read, who opens it says why."""
    with suppress(ArchiveIndexError):
        return with_choices(settings, Index(index).state())
    return with_choices(settings, None)


def state_choices(state: State, settings: Settings) -> State:
    """Return what an index says of itself, with the choices that it was built with."""
    return replace(
        state,
        columns=json.dumps(dict(settings.columns), ensure_ascii=False, sort_keys=True) if settings.columns else "",
        selection=json.dumps(settings.selection, ensure_ascii=False) if settings.selection else "",
        versions_apart=int(bool(settings.versions_apart)),
        furniture_kept=int(bool(settings.furniture_kept)),
    )


def _chosen(stated: bool | None, kept: bool | int) -> bool:
    return bool(kept if stated is None else stated)
