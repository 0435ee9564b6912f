"""Hold a process that reads a file to its time and memory."""

import contextlib
import sys
from typing import BinaryIO

MOST_BYTES = 3_000_000_000
"""Of addresses, of which a process uses a small part: pandas alone maps 1.2 GB."""


def given_file() -> BinaryIO:
    """Return the file that is to be read, from its beginning."""
    opened = sys.stdin.buffer
    opened.seek(0)
    return opened


def limit(seconds: int) -> None:
    """End this process where it computes for more seconds from now, or takes more memory than a parser needs."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + seconds + 1
    with contextlib.suppress(ValueError, OSError):  # the system may allow less already
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
