"""Run a command while strace writes down what it asks of the system."""

import shutil
import subprocess
from pathlib import Path

from tests.support.lacking import lacking


def traced(log: Path, calls: str) -> list[str]:
    """Return the words that run a command and list its calls of some kinds, once it is known that this machine can.

    It is tried with a command that does nothing, so that no complaint of the tested command can be taken for strace's.
    """
    if shutil.which("strace") is None:
        lacking("strace is missing: apt-get install strace")
    words = ["strace", "-f", "-y", "-s", "500", "-o", str(log), "-e", f"trace={calls}"]
    tried = subprocess.run([*words, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        lacking(f"strace cannot trace on this machine: {tried.stderr.strip()}")
    return words
