"""Read a database's bytes beside SQLite, with a descriptor that is never closed while the database is there.

As soon as a process closes any descriptor of a file, POSIX drops all of the process's locks on it, those of SQLite's
readers among them; another process then takes away the log that they still read from. SQLite itself keeps such
descriptors for the same reason: https://www.sqlite.org/howtocorrupt.html (2.2). Locks are a process's, so this is too.
"""

import os
from pathlib import Path
from threading import Lock

Identity = tuple[int, int]
"""Device and inode."""
_open: dict[Identity, int] = {}
"""What was asked for last stands last."""
_MOST = 64
"""More archives than a process has in use; one that opens thousands in turn does not run out of descriptors."""
_opening = Lock()


def descriptor_of(path: Path) -> int:
    """Give a descriptor to read a file's bytes with, by `os.pread` alone; whoever gets it must not close it.

    Raises:
        FileNotFoundError: there is no such file.
    """
    with _opening:
        _close_deleted()
        found = path.stat()
        known = _open.pop((found.st_dev, found.st_ino), None)
        if known is None:
            known = os.open(path, os.O_RDONLY)
            found = os.fstat(known)
        _open[found.st_dev, found.st_ino] = known
        if len(_open) > _MOST:
            os.close(_open.pop(next(iter(_open))))
        return known


def identity_of(path: Path) -> Identity | None:
    """Tell a database from another that is made later in its place; None where none can be opened.

    Held open, it keeps its inode even when it is deleted, so that none after it gets the same.
    """
    try:
        found = os.fstat(descriptor_of(path))
    except OSError:  # whoever opens it says what is wrong
        return None
    return found.st_dev, found.st_ino


def _close_deleted() -> None:
    """Let go of databases that are gone: nobody waits for locks on them, and their room on the disk is freed."""
    for identity, descriptor in list(_open.items()):
        if os.fstat(descriptor).st_nlink == 0:
            del _open[identity]
            os.close(descriptor)
