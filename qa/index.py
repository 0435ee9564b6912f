"""Hold what answers at one revision, and follow the truth as it changes."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from qa.accelerators import (
    Accelerators,
    accelerators_in_memory,
    open_accelerators,
    remove_unnamed,
    write_accelerators,
)
from qa.catalogue import Catalogue, read_catalogue
from qa.errors import IndexBusy, IndexDamaged, IndexMissing, IndexUnwritable
from qa.lock import writer_lock
from qa.store.connection import reading, writing
from qa.store.rows import read_state, write_state
from qa.store.schema import State

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One revision: what it says of itself, its articles and passages in brief, and the two searches over them."""

    state: State
    catalogue: Catalogue
    accelerators: Accelerators


@dataclass(frozen=True, slots=True)
class View:
    """A snapshot, and a connection that sees the rows of the same revision."""

    snapshot: Snapshot
    connection: sqlite3.Connection


class Index:
    """An index folder, opened for reading; any number of threads may ask at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._snapshot: Snapshot | None = None
        self._loading = Lock()

    def state(self) -> State:
        """Read what the index says of itself, without loading what answers.

        Raises:
            IndexMissing, IndexDamaged, IndexIncompatible, IndexUnwritable: with the remedy.
        """
        with reading(self.folder) as connection:
            return _state(connection, self.folder)

    @contextmanager
    def view(self) -> Iterator[View]:
        """Look at the newest revision; everything seen through one view belongs to it.

        Raises:
            IndexMissing, IndexDamaged, IndexIncompatible, IndexUnwritable: with the remedy.
        """
        while True:
            with reading(self.folder) as connection:
                snapshot = self._current(connection)
                if snapshot is not None:
                    yield View(snapshot, connection)
                    return

    def _current(self, connection: sqlite3.Connection) -> Snapshot | None:
        """Load the revision that the connection sees, unless loaded; None when a newer one has replaced it."""
        state = _state(connection, self.folder)
        with self._loading:
            if self._snapshot is not None and self._snapshot.state == state:
                return self._snapshot
            catalogue = read_catalogue(connection)
            try:
                accelerators = open_accelerators(self.folder, state, len(catalogue.passage_rows))
            except IndexDamaged as damage:
                if self.state() != state:
                    return None
                try:
                    _repair(self.folder, state)
                except (IndexBusy, IndexUnwritable) as reason:
                    _log.warning("%s: made anew from the database, in memory only, for %s", damage, reason)
                    accelerators = accelerators_in_memory(connection)
                else:
                    _log.warning("%s: made anew from the database", damage)
                    return None
            self._snapshot = Snapshot(state, catalogue, accelerators)
            return self._snapshot


def _state(connection: sqlite3.Connection, folder: Path) -> State:
    state = read_state(connection)
    if state is None:
        raise IndexMissing(f"the first build of {folder} did not end: run `qa build FOLDER --index {folder}` again")
    return state


def _repair(folder: Path, damaged: State) -> None:
    """Write the accelerators again under new names, unless a newer revision has meanwhile.

    Raises:
        IndexBusy, IndexUnwritable: it cannot be done now.
    """
    with writer_lock(folder):
        with writing(folder) as connection:
            if read_state(connection) != damaged:
                return
            files = write_accelerators(connection, folder, damaged.revision)
            state = replace(
                damaged,
                vectors_name=files.vectors_name,
                vectors_digest=files.vectors_digest,
                lexical_name=files.lexical_name,
                lexical_digest=files.lexical_digest,
            )
            write_state(connection, state)
        remove_unnamed(folder, state)
