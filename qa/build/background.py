"""Rebuild the derived files beside those that answer, in a process of its own, and swap them in.

An update leaves this to another process, so that it takes no longer in a large archive than in a small one:
`python -m qa.build.background INDEX`. What changes meanwhile is added before the swap, for which alone the index is
locked.
"""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from qa.build.processes import start
from qa.errors import IndexUnwritable, QaError
from qa.index.derived_files import Derivation, Derived
from qa.index.files import exclusive, grant, mode_of
from qa.index.lock import tidying_lock
from qa.index.rebuild_policy import adopt, remove_unnamed, write_all
from qa.index.steps import reached
from qa.index.store.connection import reading, writing
from qa.index.store.schema import DATABASE, State
from qa.index.store.state import read_state, write_state
from qa.settings import Settings

_BESIDE = "rebuilding"
_LOCK = "rebuilding.lock"
_BEHIND_QUESTIONS = 10
"""By how much it lets questions go first (`nice`)."""
_log = logging.getLogger(__name__)


def start_rebuilding(index: Path) -> None:
    """Start a process that rebuilds the derived files and outlives this one; do nothing where one is at it."""
    try:
        with _alone(index) as alone:
            pass
        if alone:
            process = start(
                "qa.build.background", str(index.absolute()), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
            Thread(target=process.wait, name="rebuilding", daemon=True).start()
    except (IndexUnwritable, OSError) as error:  # the update is made; the next one tries again
        _log.warning("the files derived from %s could not be rewritten (%s)", index, error)


def rebuild(index: Path, settings: Settings) -> bool:
    """Rebuild the derived files and swap them in; return False where another process does, or has done so.

    Raises:
        ArchiveIndexError: with the remedy; what answered before still does.
    """
    with _alone(index) as alone:
        return alone and _rebuild(index, settings)


@contextmanager
def _alone(index: Path) -> Iterator[bool]:
    """Yield whether no other process rebuilds the files meanwhile."""
    try:
        with exclusive(index / _LOCK) as alone:
            if alone:
                with suppress(OSError):  # another user's, or there is no index any more
                    grant(index / _LOCK, mode_of(index / DATABASE))
            yield alone
    except OSError as error:
        raise IndexUnwritable(f"{error.filename or index} cannot be written ({error.strerror}): make room") from error


def _rebuild(index: Path, settings: Settings) -> bool:
    beside = index / _BESIDE
    shutil.rmtree(beside, ignore_errors=True)  # of one that died
    try:
        beside.mkdir()
        with reading(index) as connection:
            state = read_state(connection)
            if state is None:
                return False
            work = Derivation(connection, beside, settings)
            made = Derived(beside, write_all(work, state), work.digests)
        reached("rebuilt beside")
        return _swap(index, state, made, settings)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def remove_abandoned(index: Path) -> None:
    """Delete what a process that died while it rebuilt has left."""
    if (index / _BESIDE).exists():
        with _alone(index) as alone:
            if alone:
                shutil.rmtree(index / _BESIDE, ignore_errors=True)


def _swap(index: Path, then: State, made: Derived, settings: Settings) -> bool:
    """Bring what was made up to date with what changed since, and let the state name it."""
    with tidying_lock(index):
        with writing(index) as connection:
            state = read_state(connection)
            if state is None or _made_for_other(state, then):
                return False
            state = adopt(Derivation(connection, index, settings), state, made)
            write_state(connection, state)
        remove_unnamed(index, state)
        reached("swapped")
        return True


def _made_for_other(state: State, then: State) -> bool:
    """Return whether another process has rebuilt the files meanwhile."""
    return (state.encoder_fingerprint, state.compacted, state.vectors_name) != (
        then.encoder_fingerprint,
        then.compacted,
        then.vectors_name,
    )


if __name__ == "__main__":
    logging.basicConfig(format="qa: %(message)s", level=logging.WARNING)
    os.nice(_BEHIND_QUESTIONS)
    try:
        rebuild(Path(sys.argv[1]), Settings())
    except QaError as error:
        _log.warning("%s", error)
        sys.exit(2)
