"""Vectors kept as they are made, beside the database, so that an interrupted build goes on where it stopped."""

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

from qa.errors import IndexDamaged
from qa.index.files import mode_of
from qa.index.steps import reached
from qa.index.store.schema import DATABASE
from qa.index.store.sqlite_errors import sqlite_errors
from qa.index.store.vectors import check

PENDING = "pending.sqlite"
_log = logging.getLogger(__name__)


class PendingVectors:
    """The packed vectors made since the last revision, by their key."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._path = folder, folder / PENDING
        try:
            self._connection = self._open()
        except IndexDamaged:
            self._connection = self._open_again()

    def _open(self) -> sqlite3.Connection:
        new, database = not self._path.exists(), self._folder / DATABASE
        with ExitStack() as unless_opened, sqlite_errors(self._path):
            connection = unless_opened.enter_context(closing(sqlite3.connect(self._path, isolation_level=None)))
            connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vectors BLOB) STRICT")
            if new and database.exists():
                self._path.chmod(mode_of(database))
            unless_opened.pop_all()
        reached("pending vectors opened")
        return connection

    def _open_again(self) -> sqlite3.Connection:
        """Replace a damaged file: it holds nothing that cannot be made again.

        A file that another program holds, or that the disk does not let be read, is not damaged and stays.
        """
        remove_pending(self._folder)
        return self._open()

    def known(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Yield those that are there for some of the keys; a damaged one is not there."""
        for key in keys:
            try:
                with sqlite_errors(self._path):
                    row = self._connection.execute("SELECT vectors FROM vectors WHERE key = ?", (key,)).fetchone()
            except IndexDamaged:
                self._connection.close()
                self._connection, row = self._open_again(), None
            if row is not None and _sound(key, row[0]):
                yield key, row[0]

    def save(self, packed: Mapping[bytes, bytes]) -> None:
        """Write some vectors, all of them or none."""
        with sqlite_errors(self._path), self._connection:
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", packed.items())

    def delete(self, keys: Iterable[bytes]) -> bool:
        """Delete some, which the database has now; return whether any are left."""
        with sqlite_errors(self._path), self._connection:
            self._connection.execute("BEGIN")
            self._connection.executemany("DELETE FROM vectors WHERE key = ?", [(key,) for key in keys])
            return self._connection.execute("SELECT 1 FROM vectors LIMIT 1").fetchone() is not None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def delete_pending(folder: Path, keys: Iterable[bytes]) -> None:
    """Delete the vectors that an update used, but not those of a build that was stopped, which will want them."""
    pending = PendingVectors(folder)
    try:
        left = pending.delete(keys)
    finally:
        pending.close()
    if not left:
        remove_pending(folder)


def remove_pending(folder: Path) -> None:
    """Delete the vectors made for a build that has ended."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path = folder / (PENDING + suffix)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("%s is no longer used but cannot be deleted (%s)", path, error.strerror)
    reached("pending vectors removed")


def _sound(key: bytes, packed: bytes) -> bool:
    try:
        check(key, packed)
    except IndexDamaged:
        return False
    return True
