"""Read and write what the index says of itself, and the digests of the files derived from it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import astuple

from qa.index.store.schema import State, check_row, checksum


def read_state(connection: sqlite3.Connection) -> State | None:
    """Read what the index says of itself; None before the first build has ended."""
    row = connection.execute("SELECT * FROM state").fetchone()
    if row is None:
        return None
    only, *columns, expected = row
    check_row("state", only, expected, *columns)
    return State(*columns)


def write_state(connection: sqlite3.Connection, state: State) -> None:
    """Replace what the index says of itself: the switch from one revision to the next."""
    columns = (1, *astuple(state))
    marks = ", ".join("?" * (len(columns) + 1))
    connection.execute(f"INSERT OR REPLACE INTO state VALUES ({marks})", (*columns, checksum(*columns)))  # noqa: S608


def read_digests(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the digest that each derived file must have, by its path below the index folder."""
    return dict(connection.execute("SELECT file, digest FROM derived").fetchall())


def write_digests(connection: sqlite3.Connection, digests: Mapping[str, str]) -> None:
    """Replace the digests of the derived files."""
    connection.execute("DELETE FROM derived")
    connection.executemany("INSERT INTO derived VALUES (?, ?)", digests.items())
