"""Let Ctrl-C be obeyed even where a library loses it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN_SECONDS = 2.0


@contextmanager
def insistent() -> Iterator[None]:
    """Raise KeyboardInterrupt again every two seconds after Ctrl-C, until the block is left; main thread only.

    One that falls into a callback, or into an import that a library wraps in a bare except, is lost otherwise. Where
    Ctrl-C is ignored or handled in another way already, nothing changes.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.signal(signal.SIGINT, _interrupted)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGALRM, before)


def _interrupted(_number: int, _frame: FrameType | None) -> None:
    signal.setitimer(signal.ITIMER_REAL, _AGAIN_SECONDS, _AGAIN_SECONDS)
    raise KeyboardInterrupt
