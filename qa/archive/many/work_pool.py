"""Share out many questions among threads, each question once, and collect the answers in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
PATIENCE_SECONDS = 10.0
"""How long what was lent is waited for, when all before it is there: then it is made here as well."""


class Lost(Exception):
    """Whoever was lent something will make nothing more."""


@dataclass(slots=True)
class _Piece(Generic[Given, Made]):
    given: Given
    made: "Future[Made]" = field(default_factory=Future)
    lent: bool = False


class WorkPool(Generic[Given, Made]):
    """Pieces of work, each made by the first who is free, here or elsewhere."""

    def __init__(
        self, given: Iterable[Given], make: Callable[[Given], Made], patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self._make, self._patience = make, patience_seconds
        self._pieces: list[_Piece[Given, Made]] = [_Piece(it) for it in given]
        self._waiting = deque(self._pieces)
        self._ended = False

    def __len__(self) -> int:
        return len(self._pieces)

    def work(self) -> None:
        """Make pieces until none is left."""
        for piece in self._each():
            self._make_here(piece)

    def lend(self, make: Callable[[Given], Made | None]) -> None:
        """Make pieces elsewhere until none is left; what cannot be made there is made here.

        Raises:
            Lost: `make` raised it, and will make no more.
        """
        for piece in self._each():
            piece.lent = True
            try:
                made = make(piece.given)
            except Lost:
                self._make_here(piece)
                raise
            except Exception:  # noqa: BLE001  # it is raised again where it is made here
                made = None
            if made is None:
                self._make_here(piece)
            else:
                piece.made.set_result(made)

    def end(self) -> None:
        """Begin no other piece."""
        self._ended = True

    def results(self) -> Iterator[Made]:
        """Yield what is made, in order; raise what the first raised that could not be made."""
        for piece in self._pieces:
            lent = False
            while not piece.made.done() and not (lent and piece.lent):
                lent = piece.lent
                wait([piece.made], self._patience)
            yield piece.made.result() if piece.made.done() else self._make(piece.given)

    def _each(self) -> Iterator[_Piece[Given, Made]]:
        while not self._ended:
            try:
                yield self._waiting.popleft()
            except IndexError:
                return

    def _make_here(self, piece: _Piece[Given, Made]) -> None:
        if self._ended:
            return
        piece.lent = False
        try:
            piece.made.set_result(self._make(piece.given))
        except BaseException as failure:  # noqa: BLE001  # whoever wants the result raises it
            piece.made.set_exception(failure)
