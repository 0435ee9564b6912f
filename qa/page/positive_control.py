"""Work out how the archive fares on questions that it is known to answer, while nobody asks any."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from qa.archive.archive import Archive
from qa.page.serving.failures import log_failure
from qa.page.work_queue import WorkQueue

_SECONDS_BETWEEN_LOOKS = 5.0
"""At whether there is a new revision; one that is replaced sooner is not worth its questions."""


@asynccontextmanager
async def working_out_control(archive: Archive, queue: WorkQueue) -> AsyncIterator[None]:
    """Work it out beside what the event loop does, for each revision once."""
    working = asyncio.ensure_future(_work_out(archive, queue))
    try:
        yield
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working


async def _work_out(archive: Archive, queue: WorkQueue) -> None:
    while True:
        try:
            while await queue.run_aside(archive.work_on_control) is None:
                pass
        except Exception as error:  # noqa: BLE001  questions go on without it, and it is tried again
            log_failure("the positive control", error)
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
