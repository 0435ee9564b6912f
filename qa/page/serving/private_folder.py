"""Store uploads where only this user can read them, and remove those of pages that died."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = "GRADIO_TEMP_DIR"
_PREFIX = "qa-page-"
_TRIES = 3
"""How often a folder is made that cannot be locked: another page that starts may remove it before, and some disks have
no locks."""


@contextmanager
def private_files() -> Iterator[None]:
    """Store uploads in a folder that ends with this process, and remove those of pages that died."""
    before = os.environ.get(_NAME)
    parent = Path(before or tempfile.gettempdir())
    _remove_abandoned(parent)
    with _locked_folder(parent) as folder:
        os.environ[_NAME] = str(folder)
        try:
            yield
        finally:
            if before is None:
                del os.environ[_NAME]
            else:
                os.environ[_NAME] = before


@contextmanager
def _locked_folder(parent: Path) -> Iterator[Path]:
    """Yield a new folder that is locked, and removed in the end; the kernel frees the lock of a process that dies."""
    for left in reversed(range(_TRIES)):
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        lock = _lock(folder)
        if lock is not None or not left:
            break
        shutil.rmtree(folder, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _remove_abandoned(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        lock = _lock(folder)
        if lock is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(lock)


def _lock(folder: Path) -> int | None:
    """Lock a folder; None where it is gone, another user's, or locked by another process.

    The folder itself is locked: a lock file, as `qa.index.files.exclusive` makes, would be one more name to remove.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_uid == os.getuid() and folder.exists():
            return handle
    except OSError:  # another process has it, or the disk has no locks and nothing counts as abandoned
        pass
    os.close(handle)
    return None
