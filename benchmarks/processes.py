"""Run a process and ask the operating system what it took: time, processor time, memory of it and its children."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

_SAMPLED_EVERY, _AT_ONCE = 0.05, 65_536
_PROC = Path("/proc")
_WITH_US = ("setpriv", "--pdeathsig", "KILL")
"""Ends a process when whoever started it is killed: running on, it would write where the next one does."""


class Failed(Exception):
    """A process did not do what it was started for; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a process may take before it is ended."""

    seconds: float = 600
    megabytes: float = 20_000


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
    """What it held when it had printed all, while it still stood; 0 where it was not kept for that."""
    output: str


def run(
    command: Sequence[str], environment: Mapping[str, str], bounds: Bounds | None = None, *, stays: bool = False
) -> Usage:
    """Run a process to its end; one that `stays` prints one line, is looked at, and ends with its input.

    Raises:
        Failed: it took too much, or did not end well.
    """
    with tempfile.TemporaryFile() as complaints:
        started = time.perf_counter()
        process = subprocess.Popen(
            [*(_WITH_US if shutil.which(_WITH_US[0]) else ()), *command],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE if stays else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            bufsize=0,
            start_new_session=True,
        )
        try:
            seen = _watched(process, bounds or Bounds())
            _, status, used = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            _end(process)
        if process.returncode:
            raise Failed(f"ended with {process.returncode}: {_last_line(complaints)}")
        peak = seen.peak_bytes / 1e6 or used.ru_maxrss / 1e3
        resident = seen.resident_bytes / 1e6
        return Usage(seconds, used.ru_utime + used.ru_stime, peak, resident, seen.output.decode(errors="replace"))


def resident_megabytes() -> float:
    """Read how much memory this process holds; 0 where there is no /proc."""
    return _status(os.getpid(), "VmRSS") / 1e6


@dataclass(slots=True)
class _Seen:
    """What a process printed, and what it and its children held."""

    output: bytes = b""
    peak_bytes: int = 0
    resident_bytes: int = 0


def _watched(process: "subprocess.Popen[bytes]", bounds: Bounds) -> _Seen:
    """Read what a process prints until it ends, and look at its memory meanwhile.

    Raises:
        Failed: it took too much; it still runs.
    """
    seen, until = _Seen(), time.monotonic() + bounds.seconds
    stdout = cast("IO[bytes]", process.stdout)
    while True:
        if select.select([stdout], [], [], _SAMPLED_EVERY)[0]:
            some = stdout.read(_AT_ONCE)
            if not some:
                return seen
            seen.output += some
        now = _tree_bytes(process.pid)
        seen.peak_bytes = max(seen.peak_bytes, now, _status(process.pid, "VmHWM"))
        if process.stdin and not process.stdin.closed and seen.output.endswith(b"\n"):
            seen.resident_bytes = now
            process.stdin.close()
        if now > bounds.megabytes * 1e6:
            raise Failed(f"needed more than {bounds.megabytes:,.0f} MB")
        if time.monotonic() > until:
            raise Failed(f"took over {bounds.seconds:,.0f} s")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Leave nothing running, whatever happened."""
    if process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in filter(None, (process.stdin, process.stdout)):
        pipe.close()


def _last_line(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    lines = [line for line in complaints.read().decode(errors="replace").splitlines() if line.strip()]
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
