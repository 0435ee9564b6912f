"""The decision, at each revision, what becomes of the derived files: kept, updated, or rewritten.

Rewriting them costs time that grows with the archive, so it is done when the archive is small, or a good part of
it has changed. In between, newer passages are searched from memory, and passages that are gone are left out.
"""

import logging
import re
import secrets
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qa.errors import DerivedDamaged
from qa.index.derived_files import Accelerators, PassageTotals, VectorFile, files_in, vector_file
from qa.index.files import remove_folder
from qa.index.steps import reached
from qa.index.store.articles import next_row
from qa.index.store.changes import forget_removed, removed_passages, removed_since
from qa.index.store.schema import State
from qa.index.store.state import read_digests, write_digests
from qa.settings import Settings

_OURS = re.compile(r"(catalogue-.*\.npz|vectors-.*\.faiss|lexical-.*)")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Derived:
    """The derived files of a revision."""

    catalogue_name: str
    vectors: VectorFile
    lexical_name: str
    compacted: int
    """The revision since which table `removed` is complete."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is damaged of the derived files, in words; None where nothing is."""

    catalogue: str | None
    vectors: str | None
    words: str | None

    def __str__(self) -> str:
        return "; ".join(part for part in (self.catalogue, self.vectors, self.words) if part)


@dataclass(frozen=True, slots=True)
class Made:
    """Derived files that were rewritten beside the index, as of a revision."""

    revision: int
    catalogue_name: str
    vectors: VectorFile
    lexical_name: str
    lexical_digests: Mapping[str, str]
    """By the names of the files in the lexical folder."""


def rewrite_derived(
    connection: sqlite3.Connection, folder: Path, revision: int, contents: PassageTotals, settings: Settings
) -> Derived:
    """Write the derived files from all passages, so that nothing is left in them of what is gone."""
    accelerators = Accelerators(connection, folder, revision, settings)
    vectors, words = accelerators.new_vectors(contents), accelerators.new_words(contents)
    derived = Derived(accelerators.new_catalogue(), vectors, words, revision)
    forget_removed(connection, revision)
    write_digests(connection, accelerators.digests)
    reached("derived files named")
    return derived


def derive(
    connection: sqlite3.Connection,
    folder: Path,
    before: State,
    contents: PassageTotals,
    settings: Settings,
    last_row: int,
) -> Derived:
    """Update the derived files to the revision after a state, whose greatest passage row was `last_row`."""
    if outgrown(connection, before, contents, settings):
        return rewrite_derived(connection, folder, before.revision + 1, contents, settings)
    return derive_changes(connection, folder, before, contents, settings, last_row)


def derive_changes(
    connection: sqlite3.Connection,
    folder: Path,
    before: State,
    contents: PassageTotals,
    settings: Settings,
    last_row: int,
) -> Derived:
    """Update them in the time that the changes take: newer passages are searched from memory, gone ones left out."""
    if contents.passages <= settings.rewritten_up_to:
        return rewrite_derived(connection, folder, before.revision + 1, contents, settings)
    accelerators = Accelerators(connection, folder, before.revision + 1, settings)
    expected = read_digests(connection)
    catalogue = accelerators.same_catalogue(before.catalogue_name, expected)
    vectors = accelerators.same_vectors(vector_file(before), expected)
    try:
        digests = files_in(expected, before.lexical_name)
        words = accelerators.changed_words(
            folder / before.lexical_name,
            digests,
            removed_since(connection, before.revision),
            last_row,
            contents.passages,
        )
    except DerivedDamaged as damage:
        _log.warning("%s: rebuilt from the database", damage)
        words = accelerators.new_words(contents)
    write_digests(connection, accelerators.digests)
    reached("derived files named")
    return Derived(catalogue, vectors, words, before.compacted)


def adopt(
    connection: sqlite3.Connection, folder: Path, beside: Path, state: State, made: Made, settings: Settings
) -> Derived:
    """Move files that were rewritten beside into the index, updated with what changed since."""
    accelerators = Accelerators(connection, folder, state.revision, settings)
    catalogue = accelerators.moved_catalogue(beside / made.catalogue_name)
    vectors = accelerators.moved_vectors(beside / made.vectors.name, made.vectors)
    words = accelerators.changed_words(
        beside / made.lexical_name,
        made.lexical_digests,
        removed_since(connection, made.revision),
        made.vectors.through,
        state.passages,
    )
    forget_removed(connection, made.revision)
    write_digests(connection, accelerators.digests)
    reached("derived files named")
    return Derived(catalogue, vectors, words, made.revision)


def mend(connection: sqlite3.Connection, folder: Path, state: State, damage: Damage, settings: Settings) -> Derived:
    """Rewrite what is damaged of the derived files of a state, under another name."""
    accelerators = Accelerators(connection, folder, state.revision, settings)
    contents = PassageTotals(state.passages, next_row(connection, "passage") - 1)
    expected = read_digests(connection)
    catalogue, vectors, words = state.catalogue_name, vector_file(state), state.lexical_name
    derived = Derived(
        accelerators.new_catalogue() if damage.catalogue else accelerators.same_catalogue(catalogue, expected),
        accelerators.new_vectors(contents) if damage.vectors else accelerators.same_vectors(vectors, expected),
        accelerators.new_words(contents) if damage.words else accelerators.same_words(words, expected),
        state.compacted,
    )
    write_digests(connection, accelerators.digests)
    reached("derived files named")
    return derived


def outgrown(connection: sqlite3.Connection, before: State, contents: PassageTotals, settings: Settings) -> bool:
    """Return whether to rewrite them: many passages are new or gone, or more than the search was made for."""
    trained, gone = before.vectors_trained, removed_passages(connection)
    return (
        contents.last_row - before.vectors_through > min(settings.longest_tail, settings.dead_share * contents.passages)
        or gone >= settings.dead_share * (contents.passages + gone)
        or (contents.passages > 2 * trained if trained else contents.passages > settings.exact_up_to)
    )


def with_derived(state: State, derived: Derived) -> State:
    """Return a state that names these derived files, under a mark of its own."""
    return replace(
        state,
        mark=secrets.token_hex(8),
        compacted=derived.compacted,
        catalogue_name=derived.catalogue_name,
        vectors_name=derived.vectors.name,
        vectors_through=derived.vectors.through,
        vectors_trained=derived.vectors.trained,
        vectors_recall=derived.vectors.recall,
        lexical_name=derived.lexical_name,
    )


def remove_unnamed(folder: Path, state: State) -> None:
    """Delete the derived files of earlier revisions and of builds that died; readers keep what they have open."""
    named = {state.catalogue_name, state.vectors_name, state.lexical_name}
    for path in folder.iterdir():
        if path.name in named or not _OURS.fullmatch(path.name):
            continue
        try:
            remove_folder(path) if path.is_dir() else path.unlink()
            reached("earlier file removed")
        except OSError as error:
            _log.warning("%s is no longer used but cannot be deleted (%s)", path, error.strerror)
    reached("earlier files removed")
