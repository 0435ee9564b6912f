"""Run a coroutine in a loop of its own: where a browser is driven, the test's thread has a running one already."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")


def run(made: Coroutine[Any, Any, Made]) -> Made:
    """Return what a coroutine returns, or raise what it raises."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, made).result()
