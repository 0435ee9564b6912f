"""Medians, ratios and exponents of a run, and the goals that its ratios are held to."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.peers.contenders import CONTENDERS, MADE
from benchmarks.peers.rows import Kind, Row, Run

PEERS = tuple(it.name for it in CONTENDERS if not it.ours and not it.bare)
HYBRID_PEERS = tuple(it.name for it in CONTENDERS if it.name in PEERS and it.hybrid)


@dataclass(frozen=True, slots=True)
class Growth:
    """A figure that grows as size to the power of `exponent`."""

    exponent: float
    at_one: float

    def at(self, size: float) -> float:
        """Return what the fitted line has for a size."""
        return float(self.at_one * size**self.exponent)


@dataclass(frozen=True, slots=True)
class Value:
    """A number, and the contender that it is of or is held against."""

    contender: str
    value: float


class Figures:
    """What a run measured, by size, contender and name; each the median of its rounds."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._rows = dict[tuple[str, str, Kind], list[Row]]()
        for row in run.rows:
            self._rows.setdefault((row.step.size, row.step.contender, row.step.kind), []).append(row)
        found = {row.step.size: row.paragraphs for row in reversed(run.rows)}
        self.sizes = sorted(found, key=lambda size: found[size])
        """The smallest first."""

    def paragraphs(self, size: str) -> int:
        """Return the number of paragraphs of a size."""
        return self.run.paragraphs(size)

    def present(self, size: str) -> list[str]:
        """Return the contenders that were measured at a size, in their order."""
        return [it.name for it in CONTENDERS if any((size, it.name) == key[:2] for key in self._rows)]

    def of(self, size: str, contender: str, kind: Kind, name: str) -> float | None:
        """Return a figure; None where it was not measured or failed."""
        rows = self._rows.get((size, contender, kind), [])
        values = [row.figures[name] for row in rows if name in row.figures]
        return statistics.median(values) if values else None

    def rate(self, size: str, contender: str) -> float | None:
        """Return paragraphs a second of a whole build."""
        seconds = self.of(size, contender, "build", "seconds")
        return self.paragraphs(size) / seconds if seconds else None

    def failure(self, size: str, contender: str, kind: Kind) -> str:
        """Return why there is no figure; empty where nothing failed."""
        return next((row.failed for row in self._rows.get((size, contender, kind), []) if row.failed), "")

    def least(self, size: str, kind: Kind, name: str, among: Sequence[str]) -> Value | None:
        """Return the least of a figure among some contenders, and whose it is."""
        values = [Value(it, value) for it in among if (value := self.of(size, it, kind, name)) is not None]
        return min(values, key=lambda it: it.value, default=None)

    def growth(self, sizes: Sequence[str], contender: str, kind: Kind, name: str) -> Growth | None:
        """Fit the growth of a figure over sizes; None with fewer than two of them."""
        known = {size: value for size in sizes if (value := self.of(size, contender, kind, name))}
        return fit_growth([self.paragraphs(size) for size in known], list(known.values()))


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio of two figures of the same run and size: others' to ours, to be reached, or ours to others', at most."""

    name: str
    target: float
    ours: str
    kind: Kind
    figure: str
    others: Sequence[str]
    """Ours is held against the best of them."""
    at_most: bool = False
    encoding: bool = True
    """Whether it can only be measured where texts are encoded."""

    def __str__(self) -> str:
        return f"{self.name}: {'at most' if self.at_most else 'at least'} {self.target:g}"

    def met(self, ratio: Value) -> bool:
        """Return whether a ratio is good enough."""
        return ratio.value <= self.target if self.at_most else ratio.value >= self.target

    def at(self, figures: Figures, size: str) -> Value | None:
        """Return the ratio at a size, and against whom; None where a figure is missing."""
        best = figures.least(size, self.kind, self.figure, self.others)
        own = figures.of(size, self.ours, self.kind, self.figure)
        if best is None or not own or (self.encoding and size.startswith(MADE)):
            return None
        return Value(best.contender, own / best.value if self.at_most else best.value / own)


_BARE, _BARE_AVX2 = ("bare encode",), ("bare encode, AVX2",)
GOALS = (
    Goal("build, every sentence encoded too, against bare float32 encode", 1.5, "qa", "build", "seconds", _BARE),
    Goal("build, every sentence encoded too, against the fastest peer", 1.5, "qa", "build", "seconds", PEERS),
    Goal("build by late chunking, against bare float32 encode", 3, "qa, late chunking", "build", "seconds", _BARE),
    Goal("build by late chunking, against the fastest peer", 3, "qa, late chunking", "build", "seconds", PEERS),
    Goal(
        "build without AMX and AVX-512, every sentence encoded too, against bare float32 encode under the same",
        1.3,
        "qa, AVX2",
        "build",
        "seconds",
        _BARE_AVX2,
    ),
    Goal("the same by late chunking", 1.3, "qa, late chunking, AVX2", "build", "seconds", _BARE_AVX2),
    Goal(
        "ask, warm median, against the fastest peer with hybrid search",
        3,
        "qa",
        "serve",
        "median_milliseconds",
        HYBRID_PEERS,
        encoding=False,
    ),
    Goal("the same, `--fast`", 3, "qa --fast", "serve", "median_milliseconds", HYBRID_PEERS, encoding=False),
    Goal("cold first answer, against the fastest peer", 5, "qa", "cold", "seconds", PEERS),
    Goal(
        "peak memory of a build, against the leanest peer",
        0.7,
        "qa",
        "build",
        "peak_megabytes",
        PEERS,
        at_most=True,
        encoding=False,
    ),
)


def fit_growth(sizes: Sequence[float], values: Sequence[float]) -> Growth | None:
    """Fit a line by least squares on logarithms; None with fewer than two sizes."""
    if len(set(sizes)) < 2 or min(values, default=0) <= 0:
        return None
    exponent, intercept = np.polyfit(np.log(sizes), np.log(values), 1)
    return Growth(float(exponent), math.exp(intercept))


def ratio(one: float | None, other: float | None) -> float | None:
    """Divide where both are known."""
    return one / other if one is not None and other else None
