"""Open `archive.sqlite` for reading or writing, and turn SQLite's errors into ours."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from qa.errors import IndexBusy, IndexDamaged, IndexIncompatible, IndexMissing, IndexUnwritable, QaError
from qa.store.schema import APPLICATION_ID, DATABASE, FORMAT, SCHEMA

_WAIT_SECONDS = 30.0


@contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the database inside one read transaction: everything read belongs to one revision.

    Where the folder cannot be written, SQLite is told that nothing will change (`immutable`), unless changes wait in a
    write-ahead log: they would be overlooked.

    Raises:
        IndexMissing, IndexDamaged, IndexIncompatible, IndexUnwritable: with the remedy.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise _missing(folder)
    log = path.with_name(DATABASE + "-wal")
    options = "mode=rw"
    if not os.access(folder, os.W_OK) or not os.access(path, os.W_OK):
        if log.exists() and log.stat().st_size:
            raise IndexUnwritable(f"{log} holds changes not yet merged: run `qa status` once where it can be written")
        options = "immutable=1"
    with sqlite_errors(path), closing(_connect(path, options)) as connection:
        connection.execute("PRAGMA query_only = ON")
        if _is_blank(connection):  # a first build that did not end
            raise _missing(folder)
        _check_format(connection, path)
        connection.execute("BEGIN")
        yield connection


@contextmanager
def writing(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open or create the database inside one write transaction, committed at the end or not at all."""
    path = folder / DATABASE
    new = not path.exists()
    with sqlite_errors(path), closing(_connect(path, "mode=rwc")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        if new or _is_blank(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            for statement in SCHEMA.split(";"):
                connection.execute(statement)
        _check_format(connection, path)
        yield connection
        connection.execute("COMMIT")
        connection.execute("PRAGMA busy_timeout = 0")  # empty the log if nobody reads just now; never wait for a reader
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Name the remedy for what SQLite complains of."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, path) from error


def _connect(path: Path, options: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?{options}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_WAIT_SECONDS)


def _is_blank(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    return bool(tables == 0 and mark == 0)


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if mark != APPLICATION_ID:
        raise IndexDamaged(f"{path} is not an index of this program: {_anew(path)}")
    if version > FORMAT:
        raise IndexIncompatible(
            f"{path} has format {version}, written by a newer version; this one knows {FORMAT}: upgrade, "
            "or build into another folder with --index"
        )
    if version < FORMAT:
        raise IndexIncompatible(f"{path} has the old format {version}, this version knows {FORMAT}: {_anew(path)}")


def _missing(folder: Path) -> IndexMissing:
    return IndexMissing(f"no index in {folder}: build one with `qa build FOLDER --index {folder}`")


def _anew(path: Path) -> str:
    return f"delete the files in {path.parent} and run `qa build` again, which loses no article"


def _translated(error: sqlite3.Error, path: Path) -> QaError:
    code, said = getattr(error, "sqlite_errorcode", None), " ".join(str(error).split())
    primary = code & 0xFF if code is not None else None
    if primary == sqlite3.SQLITE_FULL:
        return IndexUnwritable(f"the disk is full: make room for {path} and run the same command again")
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return IndexUnwritable(
            f"{path} cannot be written: check its permissions, or choose another folder with --index"
        )
    if primary == sqlite3.SQLITE_IOERR:
        return IndexUnwritable(f"the disk reported an error for {path} ({said}): check it, then run the command again")
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return IndexBusy(f"another program holds {path}: wait for it, then run the same command again")
    return IndexDamaged(f"{path} is damaged ({said}): {_anew(path)}")
