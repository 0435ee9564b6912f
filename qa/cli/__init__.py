"""Run the command `qa` in the shell.

Each command reads its options, calls the package that does the work, and prints what comes back or what is wrong.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.cli.__main__ import main

__all__ = ["main"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "main": "__main__",
        },
    )
