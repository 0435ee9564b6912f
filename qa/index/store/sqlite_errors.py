"""SQLite's errors as errors of this program, each with its remedy."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.errors import IndexBusy, IndexDamaged, IndexMissing, IndexUnwritable, QaError
from qa.index.store.schema import DATABASE


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Raise SQLite's errors as this program's, with the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    except UnicodeDecodeError as error:  # SQLite's complaint holds a damaged name
        raise IndexDamaged(f"{path} is damaged: {rebuild(path)}") from error


def check_there(folder: Path) -> None:
    """Check that there is an index.

    Raises:
        IndexMissing: with the command.
        IndexUnwritable: it may not even be looked whether there is one.
    """
    try:
        there = (folder / DATABASE).is_file()
    except OSError as error:
        raise IndexUnwritable(
            f"the index folder {folder} cannot be entered ({error.strerror}): allow yourself to read it, or choose "
            "another with --index"
        ) from error
    if not there:
        raise missing(folder)


def missing(folder: Path) -> IndexMissing:
    """Return the error that names the command which makes an index."""
    return IndexMissing(f"no index in {folder}: build one with `qa build FOLDER --index {folder}`")


def rebuild(path: Path) -> str:
    """Return the remedy for a database that no longer can be used."""
    return (
        f"delete the files in {path.parent} and run `qa build` again, which loses no article but those added without a "
        "file"
    )


def _translated(error: sqlite3.Error, path: Path) -> QaError:
    code, reason = getattr(error, "sqlite_errorcode", None), " ".join(str(error).split())
    reason, _, _text = reason.partition(" with text ")  # an article's, which no message is to hold
    primary = code & 0xFF if code is not None else None
    if primary == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE:
        free = shutil.disk_usage(path.parent).free
        return IndexUnwritable(
            f"the disk is full: {path} could not grow with {free / 1e6:,.0f} MB free; a passage takes about 5 KB, "
            "twice that while a build runs: make room and run the same command again, nothing is lost"
        )
    if primary == sqlite3.SQLITE_CANTOPEN and _takes_no_more_files(path.parent):
        return IndexUnwritable(
            f"the disk takes no more files: {path} cannot be opened: make room by deleting some, and run the same "
            "command again, nothing is lost"
        )
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return IndexUnwritable(
            f"{path} cannot be written: check its permissions, or choose another folder with --index"
        )
    if primary == sqlite3.SQLITE_IOERR:
        return IndexUnwritable(
            f"the disk reported an error for {path} ({reason}): check it, then run the command again"
        )
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return IndexBusy(f"another program holds {path}: wait for it, then run the same command again")
    return IndexDamaged(f"{path} is damaged ({reason}): {rebuild(path)}")


def _takes_no_more_files(folder: Path) -> bool:
    try:
        status = os.statvfs(folder)
    except OSError:  # the folder itself is what cannot be opened
        return False
    return status.f_files > 0 and status.f_favail == 0
