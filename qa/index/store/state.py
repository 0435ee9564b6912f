"""What the index says of itself, which states went before it, and the digests of the files derived from it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import astuple
from pathlib import Path

from qa.errors import IndexMissing
from qa.index.store.schema import State, check_row, insert_row


def read_state(connection: sqlite3.Connection) -> State | None:
    """Read what the index says of itself; None before the first build has ended."""
    row = connection.execute("SELECT * FROM state").fetchone()
    if row is None:
        return None
    only, *columns, expected = row
    check_row("state", only, expected, *columns)
    return State(*columns)


def require_state(connection: sqlite3.Connection, folder: Path) -> State:
    """Read what the index in a folder says of itself.

    Raises:
        IndexMissing: the first build has not ended.
    """
    state = read_state(connection)
    if state is None:
        raise IndexMissing(f"the first build of {folder} did not end: run `qa build FOLDER --index {folder}` again")
    return state


def write_state(connection: sqlite3.Connection, state: State) -> None:
    """Replace what the index says of itself: the switch from one revision to the next."""
    connection.execute("DELETE FROM state")
    insert_row(connection, "state", 1, *astuple(state))
    insert_row(connection, "history", state.mark, state.revision)


def is_in_history(connection: sqlite3.Connection, state: State) -> bool:
    """Return whether this database once had that state, since its last compaction; a copy put in its place may not."""
    found = connection.execute("SELECT mark, revision, checksum FROM history WHERE mark = ?", (state.mark,)).fetchone()
    if found is None:
        return False
    mark, revision, expected = found
    check_row("history", mark, expected, revision)
    return bool(revision == state.revision)


def read_digests(connection: sqlite3.Connection) -> dict[str, str]:
    """Read the digest that each derived file must have, by its path below the index folder."""
    found = dict[str, str]()
    for file, digest, expected in connection.execute("SELECT file, digest, checksum FROM derived"):
        check_row("derived", file, expected, digest)
        found[file] = digest
    return found


def write_digests(connection: sqlite3.Connection, digests: Mapping[str, str]) -> None:
    """Replace the digests of the derived files."""
    connection.execute("DELETE FROM derived")
    for file, digest in digests.items():
        insert_row(connection, "derived", file, digest)
