"""Print on terminals that do not know every letter, and say in one line what the system refuses."""

import codecs
import os
import resource
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

ESCAPED = "escaped as in JSON"
_NEEDED_BYTES = 2_500_000_000
"""Address space that a question takes over a small archive; with 1.5 GB libraries abort, which nothing can catch."""
_FAILED, _UNREAD = 2, 1
"""The second as Typer has it."""


def _escape(error: UnicodeError) -> tuple[str, int]:
    r"""Replace letters that an encoding lacks by `\u25b6`, which loses nothing and which JSON reads."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


codecs.register_error(ESCAPED, _escape)


def replace_closed_streams() -> None:
    """Open the null device for each standard stream that is closed: no file may get its number, and none is missing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)  # the lowest that is free: the stream's own, unless it is taken
            os.set_inheritable(descriptor, True)
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8"))


def print_every_letter() -> None:
    """Escape the letters that a terminal's encoding lacks, so that no printing fails for them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)


def little_memory() -> str | None:
    """Return a warning where this process is allowed less address space than a question takes."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_AS)
    if allowed == resource.RLIM_INFINITY or allowed >= _NEEDED_BYTES:
        return None
    return (
        f"this process may use {allowed / 1e9:,.1f} GB of address space, and a question takes about "
        f"{_NEEDED_BYTES / 1e9:,.1f} GB: raise the limit (ulimit -v)"
    )


def end_now(code: int) -> NoReturn:
    """End this process without waiting: for what a library has left half made, its threads may wait for ever."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def unprinted(error: OSError) -> int:
    """Report that the output could not be written, unless nobody reads it any more; return the exit code.

    Raises:
        OSError: it is another error, that of a file.
    """
    if error.filename is not None:
        raise error
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still to be written is not tried again at the end
    if isinstance(error, BrokenPipeError):
        return _UNREAD
    print(f"qa: the output cannot be written ({error.strerror}): make room, or write it elsewhere", file=sys.stderr)  # noqa: T201
    return _FAILED
