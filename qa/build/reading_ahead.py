"""Read the files of a folder ahead of who takes them, in processes beside this one, while passages are encoded here."""

import logging
import subprocess
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, Pipe
from pickle import UnpicklingError

from qa.build.file_contents import FileContents, ReadFile, open_contents
from qa.build.processes import start
from qa.build.reading_process import Wanted
from qa.errors import ArticleUnreadable
from qa.models.hardware import processors

_FEWEST = 200
"""With fewer files the processes, which take half a second to start, would hardly have begun."""
_MOST_PROCESSES = 4
"""Each takes some 150 MB, with what it knows of languages."""
_UNDERWAY = 8
"""Files that a process has to read, or has read, before they are taken."""
_ATTEMPTS = 2
_ENDS = "whatever reads it is ended by it; save it again, or leave it out"
_log = logging.getLogger(__name__)


class FilesAhead:
    """The contents of some files, taken in the order of the files."""

    def __init__(self, wanted: Wanted, files: Sequence[str], processes: int) -> None:
        self._wanted, self._files = wanted, deque(files)
        self._processes = deque(_Process(wanted, files[place::processes]) for place in range(processes))

    def take(self) -> FileContents:
        """Return the contents of the next file; one of many articles is read here, as they are taken.

        Raises:
            ArticleUnreadable: it cannot be opened, or has ended two processes that read it.
        """
        file, read = self._files.popleft(), None
        if self._processes:
            read = self._processes[0].take()
            self._processes.rotate(-1)
        return read.contents() if read else open_contents(self._wanted.folder, file, self._wanted.settings)

    def close(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.end()


@contextmanager
def files_ahead(wanted: Wanted, files: Sequence[str]) -> Iterator[FilesAhead]:
    """Lend the contents of some files, read by other processes where there are many; these end with the block."""
    processes = min(processors(), _MOST_PROCESSES) if len(files) >= _FEWEST else 0
    ahead = FilesAhead(wanted, files, processes)
    try:
        yield ahead
    finally:
        ahead.close()


class _Process:
    """A process that reads some files, and the next of them that are underway."""

    def __init__(self, wanted: Wanted, files: Sequence[str]) -> None:
        self._wanted, self._files = wanted, deque(files)
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._sent = 0
        self._start()

    def take(self) -> ReadFile | None:
        """Return the next file; None where it is to be read elsewhere."""
        read = self._received()
        self._files.popleft()
        self._sent = max(0, self._sent - 1)
        return read

    def end(self) -> None:
        """End the process."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()  # it only reads
            self._process.wait()
        self._process = self._connection = None

    def _received(self) -> ReadFile | None:
        for _ in range(_ATTEMPTS):
            if self._connection is None:
                return None
            try:
                self._send(self._connection)
                read: ReadFile | None = self._connection.recv()
            except (EOFError, OSError, UnpicklingError) as why:
                _log.info("a process that reads files has ended over %s: %r", self._files[0], why)
                self.end()
                self._start()
            else:
                return read
        return ReadFile(None, problem=ArticleUnreadable(self._files[0], _ENDS))

    def _send(self, connection: Connection) -> None:
        """Send names until enough are underway."""
        while self._sent < min(_UNDERWAY, len(self._files)):
            connection.send(self._files[self._sent])
            self._sent += 1

    def _start(self) -> None:
        self._sent = 0
        ours, theirs = Pipe()
        try:
            self._process = start(
                "qa.build.reading_process",
                str(theirs.fileno()),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                kept=(theirs.fileno(),),
            )
            self._connection = ours
            ours.send(self._wanted)
        except OSError as why:  # neither memory nor processes are left: files are read here
            _log.info("no process can be started that reads files: %s", why)
            self.end()
            ours.close()
        finally:
            theirs.close()
        if self._connection is not None:
            self._send(self._connection)
