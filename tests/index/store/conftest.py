"""Offer a database with one article in it, and a way to damage it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from qa.index.store.connection import writing
from qa.index.store.state import write_digests, write_state
from tests.index.store.stored import READING, STATE, store


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index folder whose database holds one article of two passages, in row 1 and rows 1 and 2."""
    with writing(tmp_path) as connection:
        store(connection, READING)
        write_state(connection, STATE)
        write_digests(connection, {"vectors-000007.faiss": "d1", "lexical-000007/meta.json": "d2"})
    return tmp_path


@pytest.fixture
def damage(index: Path) -> Callable[..., None]:
    """Change the database behind the back of what writes checksums; columns take values of any kind."""
    path = index / "archive.sqlite"

    def change(*statement: str) -> None:
        _declare(path, "STRICT", "")
        with closing(sqlite3.connect(path)) as connection, connection:
            assert connection.execute(" ".join(statement)).rowcount > 0
        _declare(path, "", "STRICT")

    return change


def _declare(path: Path, before: str, after: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = substr(sql, 1, length(sql) - ?) || ? WHERE type = 'table' AND sql NOT NULL "
            "AND name NOT LIKE 'sqlite_%'",
            (len(before), after),
        )
