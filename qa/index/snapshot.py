"""What answers at one revision, and how the next one is made out of it."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qa.errors import DerivedDamaged
from qa.index.catalogue import Catalogue, check_complete, open_catalogue, read_catalogue
from qa.index.dense.combined import CombinedSearch
from qa.index.dense.vector_file import make_search, open_search
from qa.index.derived_files import check_digests, open_words, vector_file
from qa.index.derived_policy import Damage
from qa.index.files import Digests
from qa.index.lexical.documents import documents
from qa.index.lexical.index import LexicalIndex
from qa.index.store.passages import RowVectors, each_vectors
from qa.index.store.schema import State
from qa.index.store.state import read_digests
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One revision: what it says of itself, its articles and passages in brief, and the two searches over them."""

    state: State
    catalogue: Catalogue
    dense: CombinedSearch
    lexical: LexicalIndex


class SnapshotDamaged(DerivedDamaged):
    """Derived files of a revision are not what was written; they can be rebuilt."""

    def __init__(self, damage: Damage) -> None:
        super().__init__(str(damage))
        self.damage = damage


def load(
    connection: sqlite3.Connection, folder: Path, state: State, before: Snapshot | None, digests: Digests
) -> Snapshot:
    """Load the revision that a connection sees, as far as possible out of the one before.

    Raises:
        SnapshotDamaged: a derived file is missing, or is not what was written.
        IndexDamaged: the database is not.
    """
    damage = dict[str, str]()
    catalogue = dense = words = None
    expected = read_digests(connection)
    try:
        catalogue = _catalogue(connection, folder, state, before, expected, digests)
    except DerivedDamaged as error:
        damage["catalogue"] = str(error)
        catalogue = read_catalogue(connection)
    check_complete(catalogue, state)
    try:
        dense = _dense(connection, folder, state, catalogue, before, expected, digests)
    except DerivedDamaged as error:
        damage["vectors"] = str(error)
    try:
        words = open_words(folder, state, expected, digests)
    except DerivedDamaged as error:
        damage["words"] = str(error)
    if dense is None or words is None or damage:
        raise SnapshotDamaged(Damage(damage.get("catalogue"), damage.get("vectors"), damage.get("words")))
    return Snapshot(state, catalogue, dense, words)


def load_in_memory(connection: sqlite3.Connection, state: State, settings: Settings) -> Snapshot:
    """Load the revision that a connection sees from the database alone, writing nothing."""
    catalogue = read_catalogue(connection)
    check_complete(catalogue, state)
    made = make_search(lambda: each_vectors(connection), state.passages, settings.exact_up_to)
    dense = CombinedSearch.of(made.search, _nothing(made.search.size), None)
    return Snapshot(state, catalogue, dense, LexicalIndex.of(documents(connection)))


def _catalogue(
    connection: sqlite3.Connection,
    folder: Path,
    state: State,
    before: Snapshot | None,
    expected: Mapping[str, str],
    digests: Digests,
) -> Catalogue:
    if before is not None and before.state.revision >= state.compacted:
        return before.catalogue.followed(connection, before.state.revision)
    check_digests(folder, [state.catalogue_name], expected, digests)
    return open_catalogue(folder / state.catalogue_name).followed(connection, state.compacted)


def _dense(
    connection: sqlite3.Connection,
    folder: Path,
    state: State,
    catalogue: Catalogue,
    before: Snapshot | None,
    expected: Mapping[str, str],
    digests: Digests,
) -> CombinedSearch:
    file = vector_file(state)
    if before is not None and before.state.vectors_name == file.name and before.state.revision >= state.compacted:
        base, known, after = before.dense.base, before.dense.tail, len(before.catalogue.article_of) - 1
    else:
        check_digests(folder, [file.name], expected, digests)
        base = open_search(folder / file.name, file.trained)
        known, after = _nothing(base.size), file.through
    tail = _joined([known, *each_vectors(connection, after)])
    whole = len(base) + len(tail.rows) == state.passages
    return CombinedSearch.of(base, tail, None if whole else catalogue.living_rows())


def _nothing(size: int) -> RowVectors:
    return RowVectors(np.empty(0, dtype=np.int64), np.empty((0, size), dtype=np.float32))


def _joined(some: Sequence[RowVectors]) -> RowVectors:
    some = [it for it in some if len(it.rows)] or some[:1]
    if len(some) == 1:
        return some[0]
    return RowVectors(np.concatenate([it.rows for it in some]), np.concatenate([it.vectors for it in some]))
