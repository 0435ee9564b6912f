"""The lock that lets one process at a time write an index.

The kernel holds the lock and frees it when its process dies, however it dies: the file left behind locks nothing.
"""

import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qa.errors import IndexBusy, IndexUnwritable
from qa.index.steps import reached

LOCK = "writer.lock"
_PATIENCE_SECONDS, _NAMELESS_SECONDS, _RETRY_SECONDS = 30.0, 1.0, 0.05


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds the lock."""

    name: str
    brief: bool
    """Whether it will be done in a moment."""


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Acquire the index for writing, or raise at once who holds it; only one who tidies it is waited for.

    Raises:
        IndexBusy: another process writes it; the message says which, and since when.
        IndexUnwritable: the folder cannot be made or written.
    """
    with _opened(folder) as handle:
        _acquire(handle, folder)
        _write_holder(handle, folder, brief=False)
        yield


@contextmanager
def tidying_lock(folder: Path) -> Iterator[None]:
    """Acquire the index for a moment, once nobody else has it; who comes meanwhile waits.

    Raises:
        IndexUnwritable: the folder cannot be made or written.
    """
    with _opened(folder) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        _write_holder(handle, folder, brief=True)
        yield


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    path = folder / LOCK
    if folder.is_dir() and not os.access(folder, os.W_OK):  # nothing is tried on read-only media
        raise IndexUnwritable(f"the index folder {folder} cannot be written: choose another with --index")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise IndexUnwritable(
            f"the index folder {folder} cannot be written ({error.strerror}): choose another with --index"
        ) from error
    try:
        yield handle
    finally:
        os.close(handle)


def _write_holder(handle: int, folder: Path, *, brief: bool) -> None:
    """Write into the file who holds the lock."""
    holder = {
        "process": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat("T", "seconds"),
        "brief": brief,
    }
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps(holder).encode(), 0)
    except OSError as error:
        path = folder / LOCK
        raise IndexUnwritable(f"{path} cannot be written ({error.strerror}): make room or check the disk") from error
    reached("locked")


def _acquire(handle: int, folder: Path) -> None:
    """Acquire the lock, waiting for one who holds it briefly, or who has not yet said who it is."""
    started, before = time.monotonic(), None
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder, waited = _holder(folder / LOCK), time.monotonic() - started
            settled = holder is not None and not holder.brief and holder == before
            if settled or waited > (_PATIENCE_SECONDS if holder and holder.brief else _NAMELESS_SECONDS):
                name = holder.name if holder else "another process"
                raise IndexBusy(f"{folder} is being written by {name}: wait for it to end, or stop it") from error
            before = holder
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _holder(path: Path) -> _Holder | None:
    """Read who holds the lock; None where it was acquired only now, or is held by nobody who says so."""
    try:
        holder = json.loads(path.read_bytes())
        name = f"process {holder['process']} on {holder['host']} since {holder['since']}"
        return _Holder(name, bool(holder.get("brief")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
