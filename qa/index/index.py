"""The open index: it follows the database as it changes, and every question sees one whole revision."""

import logging
import sqlite3
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from qa.errors import ArchiveClosed, IndexBusy, IndexDamaged, IndexUnwritable
from qa.index.derived_files import Derivation, DerivedKind
from qa.index.files import Digests
from qa.index.lock import writer_lock
from qa.index.rebuild_policy import rebuild_kinds, remove_unnamed
from qa.index.snapshot import Snapshot, SnapshotDamaged, load, load_in_memory
from qa.index.store.connection import reading, writing
from qa.index.store.schema import State
from qa.index.store.state import is_in_history, read_state, require_state, write_state
from qa.settings import Settings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class View:
    """A snapshot, and a connection that sees the rows of the same revision."""

    snapshot: Snapshot
    connection: sqlite3.Connection


class Index:
    """An index folder, opened for reading; any number of threads may ask at once."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        self.folder = folder
        self._settings = settings or Settings()
        self._loaded: Snapshot | None = None
        self._closed = False
        self._digests = Digests()
        self._loading = Lock()

    def close(self) -> None:
        """Drop what was loaded; whoever has a view open goes on with it, and nobody gets another."""
        with self._loading:
            self._closed, self._loaded = True, None

    def check_open(self) -> None:
        """Check that it was not closed.

        Raises:
            ArchiveClosed: it was.
        """
        if self._closed:
            raise ArchiveClosed(self.folder)

    def state(self) -> State:
        """Read what the index says of itself, without loading what answers.

        Raises:
            IndexMissing, IndexDamaged, IndexIncompatible, IndexUnwritable: with the remedy.
            ArchiveClosed: it was closed.
        """
        with self._reading() as connection:
            return require_state(connection, self.folder)

    @contextmanager
    def view(self) -> Iterator[View]:
        """Open the newest revision; everything seen through one view belongs to it.

        Raises:
            IndexMissing, IndexDamaged, IndexIncompatible, IndexUnwritable: with the remedy.
            ArchiveClosed: it was closed.
        """
        while True:
            with self._reading() as connection:
                state = require_state(connection, self.folder)
                try:
                    snapshot = self._current(connection, state)
                except SnapshotDamaged as found:
                    damaged = found
                else:
                    if snapshot is None:
                        continue
                    if snapshot.state != state:
                        raise IndexDamaged(
                            f"{self.folder} was loaded as of revision {snapshot.state.revision}, and its rows are of "
                            f"{state.revision}: open it again"
                        )
                    yield View(snapshot, connection)
                    return
            self._rebuild_damaged(state, damaged)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        self.check_open()
        with reading(self.folder) as connection:
            yield connection

    def _current(self, connection: sqlite3.Connection, state: State) -> Snapshot | None:
        """Return the snapshot of the revision that the connection sees; None where there is a newer one by now."""
        known = self._loaded
        if known is not None and known.state == state:
            return known
        with self._loading:
            known = self._loaded
            if known is None or known.state != state:
                if known is not None and not is_in_history(connection, known.state):
                    if self.state() != state:
                        return None
                    known = None  # the database is another one, put in the place of that which was loaded
                known = self._loaded = load(connection, self.folder, state, known, self._digests)
            return known

    def _rebuild_damaged(self, state: State, damaged: SnapshotDamaged) -> None:
        """Rebuild damaged derived files, or what they hold in memory, unless a newer revision has replaced them."""
        with self._loading:
            if self.state() != state:
                return
            _log.warning("%s: rebuilt from the database", damaged)
            try:
                _rebuild_on_disk(self.folder, state, damaged.kinds, self._settings)
            except (IndexBusy, IndexUnwritable) as reason:
                _log.info("rebuilt in memory only: %s", reason)
                with reading(self.folder) as connection:
                    now = require_state(connection, self.folder)
                    self._loaded = load_in_memory(connection, now, self._settings)


def _rebuild_on_disk(folder: Path, damaged: State, kinds: Set[DerivedKind], settings: Settings) -> None:
    """Write what is damaged again under a new name, unless a newer revision has meanwhile.

    Raises:
        IndexBusy, IndexUnwritable: it cannot be done now.
    """
    with writer_lock(folder):
        with writing(folder) as connection:
            if read_state(connection) != damaged:
                return
            state = rebuild_kinds(Derivation(connection, folder, settings), damaged, kinds)
            write_state(connection, state)
        remove_unnamed(folder, state)
