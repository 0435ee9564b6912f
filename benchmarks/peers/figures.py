"""Sum up what was measured: medians, ratios within a run, how something grows."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.peers.contenders import CONTENDERS, Contender
from benchmarks.peers.rows import Kind, Row, Run


@dataclass(frozen=True, slots=True)
class Growth:
    """A figure grows as size to the power of `exponent`."""

    exponent: float
    at_one: float

    def at(self, size: float) -> float:
        """Give what the fitted line says of a size."""
        return float(self.at_one * size**self.exponent)


def fit_growth(sizes: Sequence[float], values: Sequence[float]) -> Growth | None:
    """Fit a line by least squares on logarithms; None with fewer than two sizes."""
    if len(set(sizes)) < 2 or min(values, default=0) <= 0:
        return None
    exponent, intercept = np.polyfit(np.log(sizes), np.log(values), 1)
    return Growth(float(exponent), math.exp(intercept))


@dataclass(frozen=True, slots=True)
class Best:
    """The best of several contenders at something."""

    contender: str
    value: float


class Figures:
    """What a run measured, by size, contender and name; each the median of its alternations."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._rows = dict[tuple[str, str, Kind], list[Row]]()
        for row in run.rows:
            self._rows.setdefault((row.step.size, row.step.contender, row.step.kind), []).append(row)

    @property
    def sizes(self) -> list[str]:
        """Give the sizes, the smallest first."""
        found = {row.step.size: row.paragraphs for row in self.run.rows}
        return sorted(found, key=lambda size: found[size])

    def paragraphs(self, size: str) -> int:
        """Count the paragraphs of a size."""
        return next(row.paragraphs for row in self.run.rows if row.step.size == size)

    def of(self, size: str, contender: str, kind: Kind, name: str) -> float | None:
        """Give a figure; None where it was not measured or failed."""
        rows = self._rows.get((size, contender, kind), [])
        values = [row.figures[name] for row in rows if name in row.figures]
        return statistics.median(values) if values else None

    def rate(self, size: str, contender: str) -> float | None:
        """Give paragraphs a second of a whole build."""
        seconds = self.of(size, contender, "build", "seconds")
        return self.paragraphs(size) / seconds if seconds else None

    def failure(self, size: str, contender: str, kind: Kind) -> str:
        """Say why there is no figure; empty where nothing failed."""
        return next((row.failed for row in self._rows.get((size, contender, kind), []) if row.failed), "")

    def least(self, size: str, kind: Kind, name: str, among: Sequence[Contender]) -> Best | None:
        """Give who needs least of something."""
        values = [Best(it.name, value) for it in among if (value := self.of(size, it.name, kind, name)) is not None]
        return min(values, key=lambda it: it.value, default=None)


PEERS = tuple(it for it in CONTENDERS if not it.ours and not it.bare)
HYBRID_PEERS = tuple(it for it in PEERS if it.hybrid)


def ratio(one: float | None, other: float | None) -> float | None:
    """Divide where both are known."""
    return one / other if one is not None and other else None
