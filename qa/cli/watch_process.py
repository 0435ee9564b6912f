"""Run `qa watch` beside the page, in a process of its own, so that no question waits for a build."""

import logging
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, Thread

from qa.build.processes import start

_SHORTEST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 2.0, 60.0
_TERMINATION_SECONDS = 10.0
_STDERR = 2
_log = logging.getLogger(__name__)


@contextmanager
def watching(index: Path) -> Iterator[None]:
    """Update an index whenever its folder changes, until the block or this process ends, however it ends."""
    process = _WatchProcess(index)
    thread = Thread(target=process.run, name="qa watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        process.end()
        thread.join()


class _WatchProcess:
    def __init__(self, index: Path) -> None:
        self._index = index
        self._process: subprocess.Popen[bytes] | None = None
        self._ended, self._starting = Event(), Lock()

    def run(self) -> None:
        """Start it, and start it again after a pause when it has ended by itself."""
        pause = _SHORTEST_PAUSE_SECONDS
        while not self._ended.is_set():
            began = time.monotonic()
            why = self._run()
            if self._ended.is_set():
                return
            if time.monotonic() - began > _LONGEST_PAUSE_SECONDS:
                pause = _SHORTEST_PAUSE_SECONDS
            _log.warning("qa watch has ended (%s): started again in %.0f seconds", why, pause)
            self._ended.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)

    def end(self) -> None:
        """End it: politely, then by force."""
        with self._starting:
            self._ended.set()
            process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_TERMINATION_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()

    def _run(self) -> str:
        """Start it, wait until it ends, and return why it did."""
        # The pipe closes when this process dies, even by kill -9: that ends the other.
        arguments = ("watch", "--attached", f"--index={self._index}")
        with self._starting:
            if self._ended.is_set():
                return "the page has ended"
            try:
                self._process = start("qa.cli", *arguments, stdin=subprocess.PIPE, stdout=_STDERR)
            except OSError as error:  # neither memory nor processes are left, for the moment
                return f"it could not be started: {error.strerror}"
        return f"exit code {self._process.wait()}"
