"""Read a file in a process of its own: a library in C may crash over it, or never end."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from qa.errors import ArticleUnreadable

_DAMAGED = "it is damaged, or of another kind than it says; save it again"
_ROOT = Path(__file__).parents[3]
"""What holds the package that runs here, wherever it is run from."""
_OVER_TIME = -signal.SIGXCPU


def lines_of(file: str, module: str, opened: BinaryIO, arguments: Sequence[str] = ()) -> Iterator[bytes]:
    """Yield the lines that a module of ours writes of a file, which it has as its standard input.

    The process ends with the reading, however that ends.

    Raises:
        ArticleUnreadable: the process crashed, or took more time than it has set itself.
    """
    with _as_file(opened) as given, _started(module, given, arguments) as child:
        if child.stdout is None:
            return
        yield from child.stdout
        code = child.wait()
    if code == _OVER_TIME:
        raise ArticleUnreadable(file, "reading it took too long; save it again, or split it")
    if code:
        raise ArticleUnreadable(file, _DAMAGED)


@contextmanager
def _started(module: str, given: IO[bytes], arguments: Sequence[str]) -> Iterator["subprocess.Popen[bytes]"]:
    path = (str(_ROOT), os.environ.get("PYTHONPATH"))
    child = subprocess.Popen(  # noqa: S603 - our own module, in this Python
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, path))},
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


@contextmanager
def _as_file(opened: BinaryIO) -> Iterator[IO[bytes]]:
    """Lend a file that a process can be given: one that lies in memory or in a zip is written out for it."""
    opened.seek(0)
    try:
        opened.fileno()
    except (OSError, AttributeError):
        with tempfile.TemporaryFile() as copied:
            shutil.copyfileobj(opened, copied)
            copied.seek(0)
            yield copied
    else:
        yield opened
