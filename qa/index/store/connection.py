"""Open `archive.sqlite` for reading or writing, and turn SQLite's errors into ours."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from qa.errors import IndexDamaged, IndexIncompatible, IndexUnwritable
from qa.index.files import mode_of
from qa.index.steps import reached
from qa.index.store.schema import APPLICATION_ID, DATABASE, FORMAT, PAGE_BYTES, SCHEMA
from qa.index.store.sqlite_errors import check_there, missing, rebuild, sqlite_errors

_WAIT_SECONDS = 30.0
_MERGE_MILLISECONDS, _PATIENT_MERGE_MILLISECONDS = 250, 5_000
_LONG_LOG = 64_000_000
"""Bytes; a longer log is worth waiting for: it is emptied only when no question is looking at what was before."""
_CACHE_KILOBYTES = 64_000
_NO_ROOM_TO_SPEAK = (sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMOPEN)
_log = logging.getLogger(__name__)


@contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the database inside one read transaction: everything read belongs to one revision.

    Where the folder cannot be written and nobody who may write it has it open, or the disk is too full for the file
    through which SQLite's readers and writers speak with each other (so there are none), it
    is opened as one that nothing will change (`immutable`), unless changes wait in a write-ahead log: they would be
    overlooked.

    Raises:
        IndexMissing, IndexDamaged, IndexIncompatible, IndexUnwritable: with the remedy.
    """
    path = folder / DATABASE
    check_there(folder)
    with sqlite_errors(path), closing(_connect_for_reading(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        if _is_blank(connection):  # a first build that did not end
            raise missing(folder)
        _check_format(connection, path)
        connection.execute("BEGIN")
        yield connection


@contextmanager
def writing(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open or create the database inside one write transaction, committed at the end or not at all.

    What is deleted is overwritten, and the write-ahead log is merged and emptied as soon as no question is still
    looking at what was before.
    """
    path = folder / DATABASE
    new = not path.exists()
    with sqlite_errors(path), closing(_connect(path, "mode=rwc")) as connection:
        if new or _is_blank(connection):
            connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        else:  # a database of another program is left as it is
            _check_format(connection, path)
        _prepare(connection)
        connection.execute("BEGIN IMMEDIATE")
        if new or _is_blank(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            for statement in SCHEMA.split(";"):
                connection.execute(statement)
        reached("transaction begun")
        yield connection
        reached("ready to commit")
        connection.execute("COMMIT")
        reached("committed")
        try:
            _merge_log(connection, _patience(folder))
        except sqlite3.Error as error:  # what is committed is safe in the log
            _log.warning("%s: the change is saved, but its log could not be merged (%s)", path, error)


def database_mode(connection: sqlite3.Connection) -> int:
    """Return who may read and write the database: what is derived from it is for the same people."""
    _, _, file = connection.execute("PRAGMA database_list").fetchone()
    return mode_of(Path(file))


def _patience(folder: Path) -> int:
    long = _log_bytes(folder / DATABASE) > _LONG_LOG
    return _PATIENT_MERGE_MILLISECONDS if long else _MERGE_MILLISECONDS


def _log_bytes(path: Path) -> int:
    """Return the bytes of the log beside a database; whoever closes it last takes the log away, at any moment."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size
    except FileNotFoundError:
        return 0


def shrink(folder: Path) -> bool:
    """Rewrite the database without the room that deleted rows left; False where the old pages are in use.

    Answers come from the old pages until it is done.
    """
    path = folder / DATABASE
    with sqlite_errors(path), closing(_connect(path, "mode=rw")) as connection:
        _prepare(connection)
        connection.execute("VACUUM")
        reached("rewritten")
        return _merge_log(connection, _PATIENT_MERGE_MILLISECONDS)


def _merge_log(connection: sqlite3.Connection, patience: int) -> bool:
    """Merge the write-ahead log into the database and empty it; False where others kept it busy.

    `patience` is how many milliseconds to wait for them.
    """
    connection.execute(f"PRAGMA busy_timeout = {patience}")
    (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    reached("merged")
    return not busy


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA wal_autocheckpoint = 0")  # it is merged once, after the commit
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")


def _connect(path: Path, options: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?{options}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_WAIT_SECONDS)


def _connect_for_reading(path: Path) -> sqlite3.Connection:
    waiting = _log_bytes(path) > 0
    if os.access(path.parent, os.W_OK) and os.access(path, os.W_OK):
        connection = _connect(path, "mode=rw")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.Error as error:
            connection.close()
            if waiting or error.sqlite_errorcode not in _NO_ROOM_TO_SPEAK:
                raise
        else:
            return connection
    elif (beside := _beside_a_writer(path)) is not None:
        return beside
    elif waiting:
        raise IndexUnwritable(f"{path}-wal holds changes not yet merged: run `qa status` once where it can be written")
    return _connect(path, "mode=ro&immutable=1")


def _beside_a_writer(path: Path) -> sqlite3.Connection | None:
    """Open a database that somebody else has open for writing, by what they share; None where that cannot be read."""
    if not path.with_name(path.name + "-shm").exists():
        return None
    connection = _connect(path, "mode=ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        connection.close()
        return None
    return connection


def _is_blank(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    return bool(tables == 0 and mark == 0)


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if mark != APPLICATION_ID:
        raise IndexDamaged(f"{path} is not an index of this program: {rebuild(path)}")
    if version > FORMAT:
        raise IndexIncompatible(
            f"{path} has format {version}, written by a newer version; this one reads {FORMAT}: upgrade, "
            "or build into another folder with --index"
        )
    if version < FORMAT:
        raise IndexIncompatible(f"{path} has the old format {version}, this version reads {FORMAT}: {rebuild(path)}")
