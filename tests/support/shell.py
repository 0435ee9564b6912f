"""Run `qa` as a person does: in a process of its own, or, many times faster, within the one that tests."""

import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from qa.cli.__main__ import main
from qa.models.encoder import choice
from qa.models.reader import choice as reader_choice
from qa.models.reader import running
from tests.conftest import ROOT

_WIDTH = {"COLUMNS": "100"}
_load_encoder = cache(choice._load_default)
_load_reader = cache(running.load_network)
"""Networks are loaded once for all commands: half of the time of an `ask` goes into that."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def qa(*arguments: str | Path, env: Mapping[str, str] | None = None) -> Ran:
    """Run a command within this process; its code is that of `qa_process`, from the words to the exit code."""
    printed, complained = _pipe(), _pipe()
    with (
        patch.object(sys, "argv", ["qa", *map(str, arguments)]),
        patch.dict(os.environ, {**_WIDTH, **(env or {})}),
        patch.object(choice, "_load_default", _load_encoder),
        patch.object(reader_choice, "load_network", _load_reader),
        chdir(ROOT),
        _no_log_handlers(),
        redirect_stdout(printed),
        redirect_stderr(complained),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        else:
            code = 0
    return Ran(_exit_code(code), _read(printed), _read(complained))


def qa_process(*arguments: str | Path, env: Mapping[str, str] | None = None, behind: Sequence[str] = ()) -> Ran:
    """Run a command in a process of its own, behind words that run it apart."""
    ran = subprocess.run(
        [*behind, sys.executable, "-m", "qa.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **_WIDTH, **(env or {})},
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def _pipe() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _read(pipe: io.TextIOWrapper) -> str:
    pipe.seek(0)
    return pipe.read()


def _exit_code(code: str | int | None) -> int:
    assert code is None or isinstance(code, int), code
    return code or 0


@contextmanager
def _no_log_handlers() -> Iterator[None]:
    """Hide pytest's handlers, so that the command installs its own, which writes on its standard error."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
