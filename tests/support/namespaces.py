"""Run a command in a namespace of its own: with read-only media, a small disk, or no network."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.support.lacking import lacking


def apart(namespace: str, preparation: str) -> list[str]:
    """Return the words that run a command apart, once it is known that this machine can do so.

    Where it cannot, the test is skipped, or fails where CI is set. It is tried with a command that does nothing, so
    that no complaint of the tested command can be taken for the machine's.
    """
    words = ["unshare", namespace, "sh", "-c", f'{preparation} && exec "$@"', "sh"]
    tried = subprocess.run([*words, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        lacking(f"this machine cannot run commands apart: {tried.stderr.strip()}")
    return words


def read_only(folder: Path) -> list[str]:
    """Return the words that run a command to which a folder is on media that cannot be written."""
    return apart("-rm", f'mount --bind "{folder}" "{folder}" && mount -o remount,ro,bind "{folder}"')


def run(command: Sequence[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command and catch what it says."""
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)
