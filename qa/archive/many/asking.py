"""Ask many questions: by how many threads, and with how many processes beside this one."""

import logging
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.archive.answering import Answering
from qa.archive.many.messages import Task
from qa.archive.many.work_pool import PATIENCE_SECONDS, Lost, WorkPool
from qa.errors import QaError
from qa.index.index import Index
from qa.models.hardware import processors
from qa.records import Answer, SearchRequest
from qa.retrieval.ranking import Models
from qa.settings import Settings

if TYPE_CHECKING:
    from qa.archive.many.helper import Slot

WITH_READER, WITHOUT_READER = 12, 3
"""How many at a time. What waits for a reader is read together; without one, more than a few wait for Python's lock."""
SLOTS_WITH_READER, SLOTS_WITHOUT_READER = 4, 2
"""How many at a time in each process that helps: while one waits for a network, it goes on with another."""
BUSY_WITH_READER, BUSY_WITHOUT_READER = 2, 1
"""How many processors the threads keep busy by themselves; for each other there may be a process that helps."""
WORTH_A_HELPER = 30
"""How many questions there are for each process that helps: it takes a second to start.

Over 2,124 articles, on two processors and without a reader, 30 questions are answered 1.35 times as fast as in a loop
with such a process and 1.1 times without; 60 are 1.6 times, 160 are 1.7 times. 20 are answered no faster with one.
"""
_MOST_HELPERS = 7
_MOST_PASSAGES = 100_000
"""Each process that helps has the vector file in memory once more, which is 77 MB here."""
_log = logging.getLogger(__name__)


class AskingMany:
    """An index with the networks that many questions to it are answered with."""

    def __init__(self, answering: Answering, index: Index, models: Models, settings: Settings) -> None:
        self._answering, self._index, self._models, self._settings = answering, index, models, settings

    def answers(self, questions: Iterable[str], beside: SearchRequest) -> tuple[Answer, ...]:
        """Return the answer to each question, asked as a request is, in their order; the first that fails ends it.

        Raises:
            TypeError: one question is given, not several.
            ArchiveClosed: the index was closed.
        """
        self._index.check_open()  # where there is no question too
        if isinstance(questions, str):
            raise TypeError("questions must be several: write ask_many([question])")
        reads = self._models.reader is not None and self._settings.read > 0
        here, slots = (WITH_READER, SLOTS_WITH_READER) if reads else (WITHOUT_READER, SLOTS_WITHOUT_READER)
        pool = WorkPool[str, Answer](
            questions,
            lambda question: self._answering.answer(replace(beside, question=question)),
            PATIENCE_SECONDS,
        )
        count = self._helpers(len(pool), BUSY_WITH_READER if reads else BUSY_WITHOUT_READER)
        with ThreadPoolExecutor(here + count * slots, "asking") as threads, ExitStack() as stack:
            stack.callback(pool.end)
            for _ in range(here):
                threads.submit(pool.work)
            if count:
                from qa.archive.many.helper import helpers

                for slot in stack.enter_context(helpers(count, slots, self._task(), self._models)):
                    threads.submit(_lend, pool, slot, beside)
            stack.callback(pool.end)  # before the helpers end, so that nothing of theirs is begun again here
            return tuple(pool.results())

    def _helpers(self, questions: int, busy: int) -> int:
        count = min(processors() - busy, questions // WORTH_A_HELPER, _MOST_HELPERS)
        if count < 1:
            return 0
        try:
            return count if self._index.state().passages <= _MOST_PASSAGES else 0
        except QaError:  # the first question that is asked raises it
            return 0

    def _task(self) -> Task:
        encoder, reranker = self._models.encoder, self._models.reranker
        return Task(
            self._index.folder.absolute(),
            self._settings,
            encoder.name,
            encoder.fingerprint,
            self._models.reader is not None,
            None if reranker is None else reranker.name,
        )


def _lend(pool: WorkPool[str, Answer], slot: "Slot", beside: SearchRequest) -> None:
    try:
        slot.wait()
        pool.lend(lambda question: slot.answer(replace(beside, question=question)))
    except Lost as why:
        _log.info("%s", why)
    finally:
        slot.close()
