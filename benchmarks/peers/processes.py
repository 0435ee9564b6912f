"""Run a process and ask the operating system what it took: time, processor time, memory of it and its children."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_SAMPLED_EVERY = 0.05
_PROC = Path("/proc")
_WITH_US = ("setpriv", "--pdeathsig", "KILL")
"""Ends a process when whoever started it is killed: running on, it would write where the next one does."""


class Failed(Exception):
    """A process did not do what it was started for; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a process may take before it is ended."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process took, its children included.

    `peak_megabytes` is the larger of two: the most that the process alone ever held as the kernel counts it (VmHWM),
    and the most that it and its children held together when looked at, 20 times a second. `ru_maxrss` would not do: a
    process begins with what the one that started it held. Where there is no /proc, `ru_maxrss` it is.
    """

    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    resident_megabytes: float
    """What it held when it had said all, while it still stood; 0 where it was not kept for that."""
    said: str


def run(command: Sequence[str], environment: Mapping[str, str], bounds: Bounds, *, stays: bool = False) -> Usage:
    """Run a process to its end; one that `stays` says one line, is looked at, and ends with its input.

    Raises:
        Failed: it took too much, or did not end well.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
        started = time.perf_counter()
        process = subprocess.Popen(
            [*(_WITH_US if shutil.which(_WITH_US[0]) else ()), *command],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE if stays else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        watch = _Watch(process.pid, bounds)
        try:
            watch.start()
            said = _listen(process, stays=stays)
            resident = _tree_bytes(process.pid) / 1e6 if stays else 0.0
            if process.stdin:
                process.stdin.close()
            _, status, used = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            watch.stop()
            _end(process)
        if watch.exceeded:
            raise Failed(watch.exceeded)
        if process.returncode:
            raise Failed(f"ended with {process.returncode}: {_last_line(complaints)}")
        peak = watch.peak_bytes / 1e6 or used.ru_maxrss / 1e3
        return Usage(seconds, used.ru_utime + used.ru_stime, peak, resident, said)


class _Watch(threading.Thread):
    """Look at a process and its children until stopped, and end them when they take too much."""

    def __init__(self, pid: int, bounds: Bounds) -> None:
        super().__init__(daemon=True)
        self._pid, self._bounds = pid, bounds
        self._stopped = threading.Event()
        self.peak_bytes = 0
        self.exceeded = ""

    def run(self) -> None:
        until = time.monotonic() + self._bounds.seconds
        while not self._stopped.wait(_SAMPLED_EVERY):
            now = _tree_bytes(self._pid)
            self.peak_bytes = max(self.peak_bytes, now, _status(self._pid, "VmHWM"))
            if now > self._bounds.megabytes * 1e6:
                self.exceeded = f"needed more than {self._bounds.megabytes:,.0f} MB"
            elif time.monotonic() > until:
                self.exceeded = f"took over {self._bounds.seconds:,.0f} s"
            if self.exceeded:
                os.killpg(self._pid, signal.SIGKILL)
                return

    def stop(self) -> None:
        self._stopped.set()
        if self.is_alive():
            self.join()


def _listen(process: "subprocess.Popen[str]", *, stays: bool) -> str:
    if process.stdout is None:
        raise Failed("nothing to listen to")
    return process.stdout.readline() if stays else process.stdout.read()


def _end(process: "subprocess.Popen[str]") -> None:
    """Leave nothing running, whatever happened."""
    if process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if process.stdout:
        process.stdout.close()


def _last_line(complaints: IO[str]) -> str:
    complaints.seek(0)
    lines = [line for line in complaints.read().splitlines() if line.strip()]
    return lines[-1][:200] if lines else "without a word"


def _tree_bytes(pid: int) -> int:
    """Add up what a process and its children hold; pages that they share count for each."""
    return sum(_status(it, "VmRSS") for it in _tree(pid))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in (_PROC / str(pid) / "task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:  # the thread has ended meanwhile
            continue
        for child in found:
            yield from _tree(int(child))


def _status(pid: int, what: str) -> int:
    try:
        lines = (_PROC / str(pid) / "status").read_text().splitlines()
    except OSError:  # it has ended, or there is no /proc
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{what}:")), 0)
