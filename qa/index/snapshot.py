"""What answers at one revision, and how the next one is made out of it."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qa.errors import DerivedDamaged
from qa.index.catalogue import Catalogue, check_complete, read_catalogue
from qa.index.dense.combined import CombinedSearch
from qa.index.dense.vector_file import make_search
from qa.index.derived_files import CATALOGUE, VECTORS, WORDS, Derived, DerivedKind
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

    def __init__(self, damage: Mapping[DerivedKind, DerivedDamaged]) -> None:
        super().__init__("; ".join(map(str, damage.values())))
        self.kinds = frozenset(damage)


def load(
    connection: sqlite3.Connection, folder: Path, state: State, before: Snapshot | None, digests: Digests
) -> Snapshot:
    """Load the revision that a connection sees, as far as possible out of the one before.

    Raises:
        SnapshotDamaged: a derived file is missing, or is not what was written.
        IndexDamaged: the database is not.
    """
    damage = dict[DerivedKind, DerivedDamaged]()
    dense = words = None
    derived = Derived(folder, state, read_digests(connection))
    if before is not None and before.state.revision < state.compacted:
        before = None  # what has gone since is no longer recorded
    try:
        catalogue = _catalogue(connection, derived, before, digests)
    except DerivedDamaged as error:
        damage[CATALOGUE] = error
        catalogue = read_catalogue(connection)
    check_complete(catalogue, state)
    try:
        dense = _dense(connection, derived, catalogue, before, digests)
    except DerivedDamaged as error:
        damage[VECTORS] = error
    try:
        words = WORDS.open(derived, digests)
    except DerivedDamaged as error:
        damage[WORDS] = error
    if dense is None or words is None or damage:
        raise SnapshotDamaged(damage)
    return Snapshot(state, catalogue, dense, words)


def load_in_memory(connection: sqlite3.Connection, state: State, settings: Settings) -> Snapshot:
    """Load the revision that a connection sees from the database alone, writing nothing."""
    catalogue = read_catalogue(connection)
    check_complete(catalogue, state)
    made = make_search(lambda: each_vectors(connection), state.passages, settings.exact_up_to)
    dense = CombinedSearch.of(made.search, _nothing(made.search.size), None)
    return Snapshot(state, catalogue, dense, LexicalIndex.of(documents(connection)))


def _catalogue(
    connection: sqlite3.Connection, derived: Derived, before: Snapshot | None, digests: Digests
) -> Catalogue:
    if before is not None:
        return before.catalogue.updated(connection, before.state.revision)
    return CATALOGUE.open(derived, digests).updated(connection, derived.state.compacted)


def _dense(
    connection: sqlite3.Connection, derived: Derived, catalogue: Catalogue, before: Snapshot | None, digests: Digests
) -> CombinedSearch:
    state = derived.state
    if before is not None and before.state.vectors_name == state.vectors_name:
        base, tail, last = before.dense.base, before.dense.tail, len(before.catalogue.article_of) - 1
    else:
        base = VECTORS.open(derived, digests)
        tail, last = _nothing(base.size), state.vectors_through
    tail = _joined([tail, *each_vectors(connection, last)])
    held = len(base) + len(tail.rows)
    if held < state.passages:
        raise DerivedDamaged(f"{VECTORS.path(derived)} and what is newer hold {held} passages of {state.passages}")
    return CombinedSearch.of(base, tail, None if held == state.passages else catalogue.living_rows())


def _nothing(size: int) -> RowVectors:
    return RowVectors(np.empty(0, dtype=np.int64), np.empty((0, size), dtype=np.float32))


def _joined(some: Sequence[RowVectors]) -> RowVectors:
    some = [it for it in some if len(it.rows)] or some[:1]
    if len(some) == 1:
        return some[0]
    return RowVectors(np.concatenate([it.rows for it in some]), np.concatenate([it.vectors for it in some]))
