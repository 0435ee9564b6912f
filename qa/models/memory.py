"""Know too little memory from a fault of what was being loaded: libraries say it in many ways."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager

from qa.errors import QaError

_SAID = re.compile(
    r"bad[_ ]alloc|(?:can(?:no|')t|could not|unable to|failed to) (?:re)?alloc|failed to map|"
    r"(?:out of|not enough|insufficient) memory|resource temporarily unavailable|can't start new thread",
    re.IGNORECASE,
)
"""How the loader of libraries, C++, OpenVINO, torch and Python say it; the last two where a thread gets no stack."""
_QUOTING = (QaError, ValueError, LookupError, OSError)
"""Errors whose messages repeat what somebody named; of those of the system the number counts, where they have one."""


def short_of_memory(error: BaseException) -> bool:
    """Return whether an error, or what led to it, says that there is too little memory."""
    seen = set[int]()
    waiting = [error]
    while waiting:
        it = waiting.pop()
        if id(it) in seen:
            continue
        seen.add(id(it))
        if isinstance(it, MemoryError) or (isinstance(it, OSError) and it.errno == errno.ENOMEM):
            return True
        numbered = not isinstance(it, OSError) or it.errno is not None
        if not (isinstance(it, _QUOTING) and numbered) and _SAID.search(str(it)):
            return True
        waiting += [earlier for earlier in (it.__cause__, it.__context__) if earlier is not None]
    return False


@contextmanager
def memory_errors() -> Iterator[None]:
    """Raise MemoryError where the block fails for want of memory, whatever it raises; what it loads has no fault.

    Raises:
        MemoryError: there is too little memory.
    """
    try:
        yield
    except Exception as error:
        if short_of_memory(error):
            raise MemoryError(" ".join(str(error).split())[:200]) from error
        raise
