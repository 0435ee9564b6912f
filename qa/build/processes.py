"""Start a module of this package in a process of its own, never a fork of this one: threads do not survive that."""

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import IO

_PACKAGE = Path(__file__).parents[1]


def start(
    module: str,
    *arguments: str,
    stdin: int | None = None,
    stdout: int | IO[bytes] | None = None,
    stderr: int | None = None,
    kept: Collection[int] = (),
) -> "subprocess.Popen[bytes]":
    """Start it with the package that runs here, wherever it is run from; Ctrl-C in the shell does not reach it.

    It keeps some of the file descriptors of this process, under their numbers.
    """
    path = [str(_PACKAGE.parent), os.environ.get("PYTHONPATH")]
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        pass_fds=kept,
        process_group=0,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, path))},
    )
