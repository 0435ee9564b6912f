"""Keep what is worked out of a whole revision for whoever asks next."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from qa.index.index import View
from qa.index.store.schema import State

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Worked(Generic[Value]):
    state: State
    value: Value


class Kept(Generic[Value]):
    """Something that is worked out once a revision; any number of threads may ask for it."""

    def __init__(self, work_out: Callable[[View], Value]) -> None:
        self._work_out, self._working = work_out, Lock()
        self._last: _Worked[Value] | None = None

    def at(self, view: View) -> Value:
        """Give it as of the revision of a view."""
        state = view.snapshot.state
        with self._working:
            if self._last is None or self._last.state != state:
                self._last = _Worked(state, self._work_out(view))
            return self._last.value
