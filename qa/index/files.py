"""Write files so that a crash leaves the old or the new, and know whether one is what was written."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import xxhash
from filelock import FileLock, Timeout

_BLOCK = 1 << 20
_REMEMBERED = 1_000
"""How many files' digests are kept: an index that is followed for a year has seen very many."""
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""Errors of disks that give a file only one name, as memory sticks do."""
_REMOVALS = 3
"""How often it is tried to delete a folder in which something appears meanwhile."""


def unused_name(folder: Path, stem: str, suffix: str = "") -> str:
    """Return a name that nothing in the folder has: a file that may be mapped into a process is never written again."""
    name, again = f"{stem}{suffix}", 0
    while (folder / name).exists():
        again += 1
        name = f"{stem}-{again}{suffix}"
    return name


def synchronise(path: Path) -> None:
    """Flush a file's bytes, or a folder's list of names, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def mode_of(path: Path) -> int:
    """Return who may read and write a file or a folder."""
    return stat.S_IMODE(path.stat().st_mode)


def grant(path: Path, mode: int) -> None:
    """Set who may read and write a file or a folder, flushed to the disk; nothing is done where it is so.

    Raises:
        OSError: it is another user's.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        if stat.S_IMODE(os.fstat(handle).st_mode) != mode:
            os.fchmod(handle, mode)
            os.fsync(handle)
    finally:
        os.close(handle)


def remove_folder(path: Path) -> None:
    """Delete a folder and what stands in it, also what another program puts there meanwhile, such as a lock.

    Raises:
        OSError: it cannot be deleted.
    """
    for attempt in range(1, _REMOVALS + 1):
        try:
            shutil.rmtree(path)
        except OSError as error:
            if error.errno != errno.ENOTEMPTY or attempt == _REMOVALS:
                raise
        else:
            return


def write_new(path: Path, data: bytes) -> None:
    """Create a file, whole or not at all, and never over another.

    Raises:
        FileExistsError: there is one of that name.
        OSError: nothing was written.
    """
    beside = path.with_name(f".{uuid4().hex}.new")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _name_new(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    try:
        synchronise(path.parent)
    except OSError:
        path.unlink()
        raise


def write_over(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a file, whole or not at all, in place of one of that name, for those who may read what goes with it.

    Raises:
        OSError: it was not written.
    """
    beside = path.with_name(f".{uuid4().hex}.new")
    try:
        beside.write_bytes(data)
        if like is not None and like.exists():
            beside.chmod(mode_of(like))
        synchronise(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    synchronise(path.parent)


def _name_new(beside: Path, path: Path) -> None:
    """Name a file as no other is named; the name never stands for a part of it."""
    try:
        os.link(beside, path)  # unlike a rename, it fails where the name is taken
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        path.open("xb").close()  # the name is reserved, so that nothing is replaced
        try:
            beside.replace(path)
        except OSError:
            path.unlink()
            raise


@contextmanager
def exclusive(path: Path, patience_seconds: float = 0) -> Iterator[bool]:
    """Acquire a lock file among all threads and processes; yield False where another still holds it after the patience.

    The kernel frees the lock of a process that dies.

    Raises:
        OSError: the file cannot be made or written.
    """
    lock = FileLock(path, patience_seconds)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def digest(path: Path) -> str:
    """Hash a file (XXH3, 128 bits): made to notice damage, not to withstand a forger."""
    whole = xxhash.xxh3_128()
    with path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            whole.update(block)
    return whole.hexdigest()


class Digests:
    """Digests of files, each read only once as long as it stays the same file."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[int, int, str]] = {}

    def of(self, path: Path) -> str:
        """Return the digest of a file, from memory where neither its size nor its time of change differs."""
        status = path.stat()
        file, version = (status.st_dev, status.st_ino), (status.st_size, status.st_mtime_ns)
        known = self._known.get(file)
        if known is None or known[:2] != version:
            known = self._known[file] = (*version, digest(path))
            if len(self._known) > _REMEMBERED:
                del self._known[next(iter(self._known))]
        return known[2]
