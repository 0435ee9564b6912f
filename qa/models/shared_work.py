"""Do the work of several threads at once: those who come while one works are served together by the next of them."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class _Job(Generic[Given, Made]):
    """What one thread brings, and what becomes of it."""

    given: Given
    made: "Future[Made]"


class SharedWork(Generic[Given, Made]):
    """Work that costs less where it is done for several at once; any number of threads may bring some."""

    def __init__(self, work: Callable[[Sequence[Given]], Sequence[Made]]) -> None:
        """Keep the work: it makes one thing of each that is given, whatever is given beside it."""
        self._work = work
        self._working, self._joining = Lock(), Lock()
        self._waiting: list[_Job[Given, Made]] = []

    def make(self, given: Given) -> Made:
        """Return what is made of one; where the work fails, it fails for all that were served with it."""
        job: _Job[Given, Made] = _Job(given, Future())
        with self._joining:
            self._waiting.append(job)
        with self._working:
            if not job.made.done():
                self._serve_all(job)
        return job.made.result()

    def _serve_all(self, own: _Job[Given, Made]) -> None:
        with self._joining:
            jobs, self._waiting = self._waiting, []
        try:
            for job, made in zip(jobs, self._work([it.given for it in jobs]), strict=True):
                job.made.set_result(made)
        except Exception as failure:  # noqa: BLE001  # each thread that waits raises it
            for job in jobs:
                job.made.set_exception(failure)
        except BaseException:  # Ctrl-C: the others serve themselves
            with self._joining:
                self._waiting += [it for it in jobs if it is not own]
            raise
