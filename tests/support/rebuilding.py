"""Await the processes that updates start to rebuild derived files."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from qa.build import background
from qa.build.processes import start
from tests.support.patience import PATIENCE


@contextmanager
def rebuilding_awaited() -> Iterator[None]:
    """Wait, at the end, for each process that rebuilds an index: none may write where a test has ended.

    Raises:
        AssertionError: one of them failed.
    """
    processes = list[subprocess.Popen[bytes]]()

    def noted(module: str, *arguments: str, stdin: int | None = None, stdout: int | None = None) -> object:
        processes.append(start(module, *arguments, stdin=stdin, stdout=stdout))
        return processes[-1]

    try:
        with patch.object(background, "start", noted):
            yield
    finally:
        codes = [process.wait(PATIENCE) for process in processes]
    assert not any(codes), f"rebuilding ended with {codes}"
