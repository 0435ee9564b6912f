"""Run a part of a benchmark in a process of its own, and read what memory a process holds."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


def apart(job: Callable[_P, _T], *arguments: _P.args, **named: _P.kwargs) -> _T:
    """Run in a new process, so that its memory is its own; never by fork, which hangs after a search on threads."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(job, *arguments, **named).result()


def resident(what: str = "VmRSS") -> int:
    """Read from the operating system (Linux) how many bytes this process holds; "VmHWM" is the most it ever held."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{what}:"))
