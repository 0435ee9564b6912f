"""Work out how the archive fares on questions that it is known to answer, while nobody asks any."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import create_task_group, sleep

from qa.archive.archive import Archive
from qa.page.serving.failures import log_failure
from qa.page.work_queue import WorkQueue

_SECONDS_BETWEEN_LOOKS = 5.0
"""At whether there is a new revision; one that is replaced sooner is not worth its questions."""


@asynccontextmanager
async def working_out_control(archive: Archive, queue: WorkQueue) -> AsyncIterator[None]:
    """Work it out beside what the event loop does, for each revision once.

    At the end a question that is being asked is waited for: a process that ends while a thread is in a model aborts.
    """
    async with create_task_group() as tasks:
        tasks.start_soon(_work_out, archive, queue)
        yield
        tasks.cancel_scope.cancel()


async def _work_out(archive: Archive, queue: WorkQueue) -> None:
    while True:
        try:
            while await queue.run_aside(archive.work_on_control) is None:
                pass
        except Exception as error:  # noqa: BLE001  questions go on without it, and it is tried again
            log_failure("the positive control", error)
        await sleep(_SECONDS_BETWEEN_LOOKS)
