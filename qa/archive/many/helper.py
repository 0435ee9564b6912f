"""Start processes that help to answer many questions, and lend them the networks of this one."""

import logging
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, Pipe
from typing import Any

from qa.archive.many.messages import Call, Ready, Task
from qa.archive.many.work_pool import Lost
from qa.build.processes import start
from qa.records import Answer, SearchRequest
from qa.retrieval.ranking import Models

ENDING_SECONDS = 2.0
"""How long a process that is asked to end is waited for."""
_log = logging.getLogger(__name__)


class Slot:
    """A place where a helping process answers one question at a time."""

    def __init__(self, connection: Connection, models: Models) -> None:
        self._connection, self._models = connection, models

    def answer(self, request: SearchRequest) -> Answer | None:
        """Return the answer; None where the question cannot be answered there.

        Raises:
            Lost: the process has ended, or does something else than it should.
        """
        try:
            self._connection.send(request)
            while isinstance(received := self._connection.recv(), Call):
                self._connection.send(self._called(received))
        except Exception as why:
            raise Lost(f"a process that helped to answer is given up: {why!r}") from why
        if received is not None and not isinstance(received, Answer):
            raise Lost(f"a process that helped to answer is given up: it sent {type(received).__name__}")
        return received

    def wait(self) -> None:
        """Wait until questions can be sent.

        Raises:
            Lost: the process has ended.
        """
        try:
            ready = self._connection.recv()
        except Exception as why:
            raise Lost(f"a process that was to help to answer has ended: {why!r}") from why
        if not isinstance(ready, Ready):
            raise Lost(f"a process that was to help to answer sent {type(ready).__name__}")

    def close(self) -> None:
        """Send nothing more."""
        self._connection.close()

    def _called(self, call: Call) -> Any:
        found = getattr(getattr(self._models, call.network), call.name)
        return found(*call.given) if callable(found) else found


@contextmanager
def helpers(count: int, slots: int, task: Task, models: Models) -> Iterator[Sequence[Slot]]:
    """Start processes with some slots each; all end with the block, however it ends."""
    processes, found = list["subprocess.Popen[bytes]"](), list[Slot]()
    try:
        for _ in range(count):
            try:
                processes.append(_started(slots, task, models, found))
            except OSError as error:  # neither memory nor processes are left: the others do all
                _log.info("no process can be started that helps to answer: %s", error)
                break
        yield found
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            _end(process)


def _started(slots: int, task: Task, models: Models, found: list[Slot]) -> "subprocess.Popen[bytes]":
    pairs = [Pipe() for _ in range(slots)]
    try:
        pairs[0][0].send(task)  # it waits there
        descriptors = [theirs.fileno() for _, theirs in pairs]
        process = start(
            "qa.archive.many.helper_process",
            *map(str, descriptors),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            kept=descriptors,
        )
    finally:
        for _, theirs in pairs:
            theirs.close()
    found += [Slot(ours, models) for ours, _ in pairs]
    return process


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(ENDING_SECONDS)
    except subprocess.TimeoutExpired:  # stopped, or deep in a library
        process.kill()
        process.wait()
