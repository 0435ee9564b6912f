"""Find places on the map for the words of its topics."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

_LETTER, _WIDE_LETTER, _HEIGHT = 8.2, 15.0, 20.0
"""How much room a letter takes at most, on average, and how high a line is."""
_SHIFTS = (0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0)
"""How many lines a label may stand above or below where it belongs, the nearest first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A text and where its middle is."""

    text: str
    x: float
    y: float

    @property
    def half(self) -> float:
        """Return half of its width."""
        return sum(_WIDE_LETTER if east_asian_width(it) in "WF" else _LETTER for it in self.text) / 2

    def touches(self, other: "Spot") -> bool:
        """Return whether two texts would stand on one another."""
        return abs(self.x - other.x) < self.half + other.half and abs(self.y - other.y) < _HEIGHT


def place_labels(wanted: Sequence[Spot], marks: Sequence[Spot], width: float, height: float) -> tuple[Spot, ...]:
    """Return labels where there is room for them, those that come first best; without those that there is none for.

    They stay off marks where they can.
    """
    placed = list[Spot]()
    for it in wanted:
        free = [spot for spot in _spots(it, width, height) if not any(spot.touches(other) for other in placed)]
        clear = (spot for spot in free if not any(spot.touches(mark) for mark in marks))
        placed += [next(clear, free[0])] if free else []
    return tuple(placed)


def _spots(wanted: Spot, width: float, height: float) -> Iterator[Spot]:
    """Yield where a label may stand inside the map."""
    half = wanted.half
    if 2 * half > width:
        return
    x = min(max(wanted.x, half), width - half)
    for shift in _SHIFTS:
        y = wanted.y + shift * _HEIGHT
        if _HEIGHT / 2 <= y <= height - _HEIGHT / 2:
            yield Spot(wanted.text, x, y)
