"""Compute what takes long once a revision, for whoever asks next."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from qa.index.index import Index, View
from qa.index.store.schema import State

Read = TypeVar("Read")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Computed(Generic[Value]):
    state: State
    value: Value


class PerRevision(Generic[Read, Value]):
    """A value computed of what is read from a revision: once for all threads, when it is first asked for.

    Whoever asks while it is computed waits for it; its lock is its own, so that questions go on meanwhile.
    """

    def __init__(self, read: Callable[[View], Read], compute: Callable[[Read], Value]) -> None:
        self._read, self._compute = read, compute
        self._last: _Computed[Value] | None = None
        self._computing = Lock()

    def value_at(self, view: View) -> Value:
        """Return the value at the revision of a view."""
        with self._computing:
            state = view.snapshot.state
            if self._last is None or self._last.state != state:
                self._last = _Computed(state, self._compute(self._read(view)))
            return self._last.value

    def is_computed(self, index: Index) -> bool:
        """Return whether there is a value at the newest revision, without waiting for one.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        last = self._last
        return last is not None and last.state == index.state()

    def known(self, revision: int) -> Value | None:
        """Return the value at a revision without waiting for it; None where it is not computed, or no longer kept."""
        last = self._last
        return last.value if last is not None and last.state.revision == revision else None

    def current_value(self, index: Index) -> Value:
        """Return the value at the newest revision; the view of it is closed before the computing begins.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        with self._computing:
            with index.view() as view:
                state = view.snapshot.state
                if self._last is not None and self._last.state == state:
                    return self._last.value
                read = self._read(view)
            self._last = _Computed(state, self._compute(read))
            return self._last.value
