"""Keep vectors as they are made, beside the truth, so that an interrupted build goes on where it stopped."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from qa.store.connection import sqlite_errors
from qa.store.rows import EncodedPassage

PENDING = "pending.sqlite"


class PendingVectors:
    """The vectors made since the last revision, by their key."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PENDING
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError:  # damaged: it holds nothing that cannot be made again
            remove_pending(folder)
            with sqlite_errors(self._path):
                self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None)
        connection.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB, sentence_vectors BLOB) STRICT"
        )
        return connection

    def known(self, keys: Iterable[str]) -> Iterator[tuple[str, EncodedPassage]]:
        """Give the vectors that are there for some of the keys."""
        for key in keys:
            row = self._connection.execute(
                "SELECT vector, sentence_vectors FROM vectors WHERE key = ?", (key,)
            ).fetchone()
            if row is not None:
                yield key, EncodedPassage(*row)

    def save(self, encoded: Iterable[tuple[str, EncodedPassage]]) -> None:
        """Keep some vectors, all of them or none."""
        with sqlite_errors(self._path), self._connection:
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                [(key, kept.vector, kept.sentence_vectors) for key, kept in encoded],
            )

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def remove_pending(folder: Path) -> None:
    """Forget the vectors made for a build that has ended."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        (folder / (PENDING + suffix)).unlink(missing_ok=True)
