"""The shell: the command `qa`."""

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
