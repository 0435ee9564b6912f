"""Ctrl-C ends what it is meant to end, and nothing is left of it afterwards."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from qa.cli.interruption import insistent


@pytest.fixture(autouse=True)
def _default_handler() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.01)


def wait(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.01)


def test_an_interrupt_that_a_library_swallows_comes_again() -> None:
    swallowed = 0
    with pytest.raises(KeyboardInterrupt), insistent():
        try:
            interrupt()
        except BaseException:  # noqa: BLE001  as some imports do
            swallowed += 1
        wait(10)
    assert swallowed == 1


def test_an_interrupt_that_is_obeyed_comes_once() -> None:
    with pytest.raises(KeyboardInterrupt), insistent():
        interrupt()
    wait(2.5)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_where_it_is_ignored_it_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with insistent():
        interrupt()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
