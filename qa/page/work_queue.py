"""A queue that starts a few pieces of work at a time, in the order they come: more would make all of them slower."""

import asyncio
import heapq
from collections.abc import Callable
from itertools import count
from typing import TypeVar

from anyio.to_thread import run_sync

Made = TypeVar("Made")

ANSWER, FILTERS = 0, 1
"""How urgent a piece of work is: filters wait until nobody waits for an answer."""
_SECONDS_BETWEEN_LOOKS = 0.2
"""At whether there is other work."""


class WorkQueue:
    """A place where work waits for its turn; all of it is asked for in one event loop."""

    def __init__(self, at_once: int = 2, most_waiting: int = 64) -> None:
        self._at_once = self._free = at_once
        self._most_waiting = most_waiting
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._coming = count()

    async def run(self, urgency: int, work: Callable[[], Made]) -> Made | None:
        """Do a piece of work in a thread when its turn has come, the most urgent first.

        None if too many wait that are as urgent: what comes after it anyway does not count.
        """
        if sum(waiting <= urgency for waiting, *_ in self._waiting) >= self._most_waiting:
            return None
        await self._turn(urgency)
        try:
            return await run_sync(work)
        finally:
            self._next()

    async def run_aside(self, work: Callable[[], Made]) -> Made:
        """Do a piece of work in a thread when there is no other; it takes no turn, so that whatever comes goes on."""
        while self._free < self._at_once:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
        return await run_sync(work)

    async def _turn(self, urgency: int) -> None:
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (urgency, next(self._coming), turn))
        try:
            await turn
        except asyncio.CancelledError:  # whoever waited has gone, perhaps just as the turn was theirs
            if turn.done() and not turn.cancelled():
                self._next()
            raise

    def _next(self) -> None:
        while self._waiting:
            *_, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1
