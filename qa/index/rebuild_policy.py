"""The decision, at each revision, what becomes of the derived files: kept, updated, or rewritten.

Rewriting them costs time that grows with the archive, so it is done when the archive is small, or a good part of
it has changed. In between, newer passages are searched from memory, and passages that are gone are left out.
"""

import logging
import secrets
import sqlite3
from collections.abc import Set
from dataclasses import replace
from pathlib import Path

from qa.index.derived_files import KINDS, Derivation, Derived, DerivedKind
from qa.index.files import remove_folder
from qa.index.steps import reached
from qa.index.store.articles import next_row
from qa.index.store.changes import delete_removed, removed_passages
from qa.index.store.schema import State
from qa.index.store.state import read_digests, write_digests
from qa.settings import Settings

_log = logging.getLogger(__name__)


def write_all(work: Derivation, state: State) -> State:
    """Write the derived files of a state from all passages, and return it with their names."""
    for kind in KINDS:
        state = kind.new(work, state)
    return replace(state, compacted=state.revision)


def rewrite_derived(work: Derivation, state: State) -> State:
    """Write them, and name them in the index: nothing is left in them of what is gone."""
    state = write_all(work, state)
    delete_removed(work.connection, state.revision)
    return _named(work, state)


def derive(work: Derivation, before: State, state: State, last_row: int) -> State:
    """Update the derived files to the revision after one whose greatest passage row was `last_row`."""
    if outgrown(work.connection, state, work.settings):
        return rewrite_derived(work, state)
    return derive_changes(work, before, state, last_row)


def derive_changes(work: Derivation, before: State, state: State, last_row: int) -> State:
    """Update them in the time that the changes take: newer passages are searched from memory, gone ones left out."""
    if state.passages <= work.settings.rewritten_up_to:
        return rewrite_derived(work, state)
    known = Derived(work.folder, before, read_digests(work.connection))
    for kind in KINDS:
        state = kind.changed(work, state, known, last_row)
    return _named(work, state)


def adopt(work: Derivation, state: State, made: Derived) -> State:
    """Move files that were rewritten beside into the index, updated with what changed since."""
    for kind in KINDS:
        state = kind.moved(work, state, made)
    delete_removed(work.connection, made.state.revision)
    return _named(work, replace(state, compacted=made.state.revision))


def rebuild_kinds(work: Derivation, state: State, damaged: Set[DerivedKind]) -> State:
    """Rewrite what is damaged of the derived files of a state, under another name."""
    known = Derived(work.folder, state, read_digests(work.connection))
    for kind in KINDS:
        state = kind.new(work, state) if kind in damaged else kind.same(work, state, known)
    return _named(work, state)


def outgrown(connection: sqlite3.Connection, state: State, settings: Settings) -> bool:
    """Return whether to rewrite them: many passages are new or gone, or more than the search was made for."""
    trained, gone, newest = state.vectors_trained, removed_passages(connection), next_row(connection, "passage") - 1
    return (
        newest - state.vectors_through > min(settings.longest_tail, settings.dead_share * state.passages)
        or gone >= settings.dead_share * (state.passages + gone)
        or (state.passages > 2 * trained if trained else state.passages > settings.exact_up_to)
    )


def _named(work: Derivation, state: State) -> State:
    """Write the digests into the index, and return the state under a mark of its own."""
    write_digests(work.connection, work.digests)
    reached("derived files named")
    return replace(state, mark=secrets.token_hex(8))


def remove_unnamed(folder: Path, state: State) -> None:
    """Delete the derived files of earlier revisions and of builds that died; processes keep what they have open."""
    for path in folder.iterdir():
        if not any(path.name.startswith(f"{kind.stem}-") and path.name.endswith(kind.suffix) for kind in KINDS):
            continue
        if path.name in (state.catalogue_name, state.vectors_name, state.lexical_name):
            continue
        try:
            remove_folder(path) if path.is_dir() else path.unlink()
            reached("earlier file removed")
        except OSError as error:
            _log.warning("%s is no longer used but cannot be deleted (%s)", path, error.strerror)
    reached("earlier files removed")
