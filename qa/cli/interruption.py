"""End a command soon after Ctrl-C, even where a library swallows it or works on without looking."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from types import FrameType

_STOPPED = 128 + signal.SIGINT
_GRACE_SECONDS = 0.5
"""How long a stopped command may clean up: it needs a tenth of that where nothing keeps KeyboardInterrupt from it."""


_SHOW_CURSOR = "\x1b[?25h"


@contextmanager
def interruptible(line: str) -> Iterator[None]:
    """Run the block until Ctrl-C, which ends the process within a second: with a line on stderr and exit code 130.

    KeyboardInterrupt is raised once. It gets lost in callbacks, in imports within a bare `except` and in errors that
    are made of it, and comes late out of C code: so whatever comes of it counts as the end, and a thread, which waits
    for nothing, ends the process where nothing has come of it. SIGTERM ends the process likewise, without the line,
    where it has a handler. Main thread only; a Ctrl-C that is ignored stays ignored.
    """
    interrupted, unprinted = Event(), Lock()

    def print_once() -> None:
        if unprinted.acquire(blocking=False):
            print(line, file=sys.stderr, flush=True)  # noqa: T201

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses twice sees no traceback
        interrupted.set()
        raise KeyboardInterrupt

    receiving, sending = os.pipe()
    os.set_blocking(sending, False)
    Thread(target=_end_after_signal, args=(receiving, print_once), name="interruption", daemon=True).start()
    try:
        with _signals(sending, interrupt):
            yield
    except BaseException:
        if not interrupted.is_set():
            raise
    finally:
        os.close(sending)
    if interrupted.is_set():
        print_once()
        sys.exit(_STOPPED)


@contextmanager
def unhurried() -> Iterator[None]:
    """Allow what is interrupted in the block to take its time to end, as a page does that is being visited."""
    with _signals(-1, signal.default_int_handler):
        yield


@contextmanager
def _signals(descriptor: int, interrupt: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Write the numbers of signals to a descriptor, and handle Ctrl-C unless it is ignored."""
    handler, before = signal.getsignal(signal.SIGINT), signal.set_wakeup_fd(descriptor)
    if handler is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is interrupt:
            signal.signal(signal.SIGINT, handler)
        signal.set_wakeup_fd(before)


def _end_after_signal(receiving: int, print_once: Callable[[], None]) -> None:
    with open(receiving, "rb", buffering=0) as signals:
        while number := signals.read(1):
            if number[0] in (signal.SIGINT, signal.SIGTERM):
                time.sleep(_GRACE_SECONDS)
                if number[0] == signal.SIGINT:
                    if sys.stderr.isatty():
                        sys.stderr.write(_SHOW_CURSOR)  # a bar hid it, and what would show it again is not run
                    print_once()
                os._exit(128 + number[0])
