"""The database opens for what it is, and writes all or nothing."""

import sqlite3
from pathlib import Path

import pytest

from qa.errors import IndexBusy, IndexDamaged, IndexMissing, IndexUnwritable
from qa.store.connection import reading, sqlite_errors, writing


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with writing(tmp_path):
        pass
    with pytest.raises(ValueError, match="on purpose"), writing(tmp_path) as connection:
        connection.execute("INSERT INTO skipped VALUES ('a', 'b', 'c')")
        raise ValueError("on purpose")
    with reading(tmp_path) as connection:
        assert connection.execute("SELECT count(*) FROM skipped").fetchone() == (0,)


def test_a_first_write_that_fails_leaves_no_index(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="on purpose"), writing(tmp_path):
        raise ValueError("on purpose")
    with pytest.raises(IndexMissing), reading(tmp_path):
        pass
    with writing(tmp_path):
        pass
    with reading(tmp_path):
        pass


def test_a_reader_sees_one_state_while_a_writer_commits(tmp_path: Path) -> None:
    with writing(tmp_path):
        pass
    with reading(tmp_path) as reader:
        assert reader.execute("SELECT count(*) FROM skipped").fetchone() == (0,)
        with writing(tmp_path) as writer:
            writer.execute("INSERT INTO skipped VALUES ('a', 'b', 'c')")
        assert reader.execute("SELECT count(*) FROM skipped").fetchone() == (0,)
    with reading(tmp_path) as reader:
        assert reader.execute("SELECT count(*) FROM skipped").fetchone() == (1,)


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with writing(tmp_path):
        pass
    with pytest.raises(IndexUnwritable), reading(tmp_path) as connection:
        connection.execute("INSERT INTO skipped VALUES ('a', 'b', 'c')")


def test_a_path_with_signs_that_addresses_use_is_opened(tmp_path: Path) -> None:
    odd = tmp_path / "50% & more? #1"
    odd.mkdir()
    with writing(odd):
        pass
    with reading(odd):
        pass


@pytest.mark.parametrize(
    ("code", "error", "remedy"),
    [
        (sqlite3.SQLITE_FULL, IndexUnwritable, "make room"),
        (sqlite3.SQLITE_READONLY, IndexUnwritable, "--index"),
        (sqlite3.SQLITE_CANTOPEN, IndexUnwritable, "permissions"),
        (sqlite3.SQLITE_IOERR, IndexUnwritable, "check it"),
        (sqlite3.SQLITE_BUSY, IndexBusy, "wait"),
        (sqlite3.SQLITE_CORRUPT, IndexDamaged, "qa build"),
        (sqlite3.SQLITE_NOTADB, IndexDamaged, "qa build"),
    ],
)
def test_each_complaint_of_sqlite_becomes_one_line_with_a_remedy(
    tmp_path: Path, code: int, error: type[Exception], remedy: str
) -> None:
    complaint = sqlite3.OperationalError("as SQLite says it")
    complaint.sqlite_errorcode = code
    with pytest.raises(error, match=remedy), sqlite_errors(tmp_path / "archive.sqlite"):
        raise complaint
