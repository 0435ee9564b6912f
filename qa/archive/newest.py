"""Keep what takes long to make of a revision, until there is a newer one."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from qa.index.index import Index, View
from qa.index.store.schema import State

Read = TypeVar("Read")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class _Known(Generic[Made]):
    state: State
    made: Made


class Newest(Generic[Read, Made]):
    """Something made of what is read from a revision: when it is first asked for, once for all threads that ask.

    Questions go on meanwhile: its lock is its own, and the index is let go before the making begins.
    """

    def __init__(self, index: Index, read: Callable[[View], Read], make: Callable[[Read], Made]) -> None:
        self._index, self._read, self._make = index, read, make
        self._known: _Known[Made] | None = None
        self._making = Lock()

    def newest(self) -> Made:
        """Give what the newest revision gives; whoever asks while it is made waits for it.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        with self._making:
            with self._index.view() as view:
                state = view.snapshot.state
                if self._known is not None and self._known.state == state:
                    return self._known.made
                read = self._read(view)
            made = self._make(read)
            self._known = _Known(state, made)
            return made
