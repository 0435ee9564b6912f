"""Ctrl-C ends what it is meant to end, whatever becomes of it, and nothing is left of it afterwards."""

import os
import pty
import signal
import subprocess
import sys
import textwrap

import pytest

from tests.conftest import ROOT

BEGIN = """
import ctypes, os, signal, sys, threading, time
from contextlib import suppress
from qa.cli.interruption import interruptible, unhurried

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)
"""


def run(body: str) -> "subprocess.CompletedProcess[str]":
    """Run some lines in a process of their own: an interruption that gets lost would end this one."""
    lines = [sys.executable, "-c", BEGIN + textwrap.dedent(body)]
    return subprocess.run(lines, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "block",
    [
        "interrupt(); time.sleep(30)",
        "try: interrupt(); time.sleep(1)\n    except: pass\n    time.sleep(30)",
        "try: interrupt(); time.sleep(1)\n    except BaseException: raise ImportError('initialization failed')",
        "threading.Timer(0.1, interrupt).start(); ctypes.CDLL(None).usleep(30_000_000)",
        "try: interrupt(); time.sleep(1)\n    finally: interrupt(); time.sleep(0.1)",
        "sys.exit((interrupt(), 7)[1])",
    ],
    ids=["obeyed", "swallowed", "turned into another error", "in C code", "pressed twice", "at the end"],
)
def test_whatever_becomes_of_ctrl_c_the_end_is_one_line_and_130(block: str) -> None:
    ran = run(f"with interruptible('stopped'):\n    {block}\nprint('went on')")
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "stopped\n")


def test_what_is_not_interrupted_ends_as_it_does() -> None:
    ran = run("""
        with suppress(ValueError), interruptible("stopped"):
            raise ValueError
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        assert signal.set_wakeup_fd(-1) == -1
        with interruptible("stopped"):
            sys.exit(7)
    """)
    assert (ran.returncode, ran.stderr) == (7, "")


def test_what_is_unhurried_may_take_its_time() -> None:
    ran = run("""
        with interruptible("stopped"):
            with suppress(KeyboardInterrupt), unhurried():
                try:
                    interrupt()
                    time.sleep(1)
                finally:
                    time.sleep(1)
                    print("ended in its own time")
            interrupt()
            time.sleep(30)
    """)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "ended in its own time\n", "stopped\n")


def test_where_it_is_ignored_it_stays_ignored() -> None:
    ran = run("""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with interruptible("stopped"), unhurried():
            interrupt()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    """)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_sigterm_ends_what_does_not_obey_it_without_a_word() -> None:
    ran = run("""
        signal.signal(signal.SIGTERM, lambda *_: None)
        with interruptible("stopped"):
            signal.raise_signal(signal.SIGTERM)
            time.sleep(30)
    """)
    assert (ran.returncode, ran.stderr) == (128 + signal.SIGTERM, "")


def test_a_cursor_that_a_bar_has_hidden_is_shown_again() -> None:
    """C code hears nothing of it, so the bar is not stopped."""
    terminal, end = pty.openpty()
    body = """
        from rich.console import Console
        from qa.cli.build_progress import BuildProgress
        with interruptible("stopped"), BuildProgress(Console(stderr=True)):
            threading.Timer(0.1, interrupt).start()
            ctypes.CDLL(None).usleep(30_000_000)
    """
    lines = [sys.executable, "-c", BEGIN + textwrap.dedent(body)]
    env = {**os.environ, "TERM": "xterm"}
    ran = subprocess.run(lines, cwd=ROOT, stdout=end, stderr=end, env=env, timeout=60, check=False)
    os.close(end)
    shown = os.read(terminal, 100_000).decode()
    os.close(terminal)
    assert ran.returncode == 130
    assert "\x1b[?25l" in shown
    assert "\x1b[?25h" in shown.rpartition("\x1b[?25l")[2]
    assert shown.endswith("stopped\r\n")
