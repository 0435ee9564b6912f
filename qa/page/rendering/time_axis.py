"""Choose what stands on the two axes of a timeline: round numbers, and the years that have room."""

from collections.abc import Sequence
from dataclasses import dataclass

_HEADS = (8, 6, 4, 2, 1)
"""What a round number begins with; half of it is round, too."""
_YEAR_WIDTH = 36
"""In pixels, with a space."""


@dataclass(frozen=True, slots=True)
class YearMark:
    """Where a year is written below the bars."""

    at: int
    """The place, from 0."""
    year: str
    at_end: bool = False
    """Whether it ends with its place rather than beginning there: there is no more room."""


def ticks(most: int) -> tuple[int, ...]:
    """Return one or two round numbers that are no greater than a count of at least 1: the greatest, and its half."""
    unit = 10 ** (len(str(most)) - 1)
    top = next(head for head in _HEADS if head * unit <= most) * unit
    return (top // 2, top) if top % 2 == 0 else (top,)


def year_marks(firsts: Sequence[YearMark], places: int, pixels: int) -> tuple[YearMark, ...]:
    """Return the years that do not touch each other, the last always, where all places are at least that wide."""
    width, free, kept = places * _YEAR_WIDTH / pixels, float(places), list[YearMark]()
    for mark in reversed(firsts):
        crowded = mark.at + width > places
        start = places - width if crowded else mark.at
        if not kept or start + width <= free:
            kept.append(YearMark(mark.at, mark.year, at_end=crowded))
            free = start
    return tuple(reversed(kept))
