"""Print on terminals that do not know every letter, and say in one line what the system refuses."""

import codecs
import os
import resource
import sys
from io import TextIOWrapper

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
