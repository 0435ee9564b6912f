"""Find places on the map for the words of its topics."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import numpy as np
from numpy.typing import NDArray

_LETTER, _WIDE_LETTER, _HEIGHT = 8.2, 15.0, 20.0
"""How much room a letter takes at most, on average, and how high a line is."""
_DOWN, _ACROSS = 7, 4
"""How many half lines a label may stand above or below where it belongs, and how many quarters of it to the side."""
_DOT = 3.0
"""Half of a dot, with the air around it."""


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

    def covered(self, dots: NDArray[np.float64]) -> int:
        """Return how many dots it would stand on, given where each is."""
        near = np.abs(dots - (self.x, self.y)) < (self.half + _DOT, _HEIGHT / 2 + _DOT)
        return int(near.all(axis=1).sum())


def place_labels(
    wanted: Sequence[Spot], marks: Sequence[Spot], dots: Sequence[tuple[float, float]], width: float, height: float
) -> tuple[Spot, ...]:
    """Return labels where there is room for them, those that come first best; without those that there is none for.

    They stay off marks where they can, then on as few dots as can be, then near where they belong.
    """
    placed, at = list[Spot](), np.array(dots, dtype=np.float64).reshape(-1, 2)
    for it in wanted:
        free = [spot for spot in _spots(it, width, height) if not any(spot.touches(other) for other in placed)]
        if free:
            placed.append(min(free, key=lambda spot: (sum(map(spot.touches, marks)), spot.covered(at))))
    return tuple(placed)


def _spots(wanted: Spot, width: float, height: float) -> Iterator[Spot]:
    """Yield where a label may stand inside the map, the nearest first."""
    half = wanted.half
    if 2 * half > width:
        return
    shifts = [
        (across * half / 2, down * _HEIGHT / 2)
        for down in range(-_DOWN, _DOWN + 1)
        for across in range(-_ACROSS, _ACROSS + 1)
    ]
    seen = set[tuple[float, float]]()
    for across, down in sorted(shifts, key=lambda it: (abs(it[0]) + 2 * abs(it[1]), it)):
        x, y = min(max(wanted.x + across, half), width - half), wanted.y + down
        if _HEIGHT / 2 <= y <= height - _HEIGHT / 2 and (x, y) not in seen:
            seen.add((x, y))
            yield Spot(wanted.text, x, y)
