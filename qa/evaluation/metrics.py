"""Metrics of rankings and probabilities, with 95% confidence intervals by a bootstrap over questions."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
"""Probabilities; shape (questions,)."""
Marks = NDArray[np.bool_]
"""What is true, or predicted; shape (questions,)."""
Measure = Callable[[Numbers, Marks], float]
"""A metric of probabilities and of what is true."""

DEPTH = 10
"""The depth to which a ranking is measured."""

_RESAMPLES = 1_000
_BINS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric with its confidence interval; NaN where the questions give none."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f}  [{self.low:.3f}, {self.high:.3f}]"


@dataclass(frozen=True, slots=True)
class Group:
    """A tenth of the questions, grouped by predicted probability."""

    questions: int
    said: float
    """The mean predicted probability."""
    true: float
    """The share that was answered."""


def bootstrap(count: int, figure: Callable[[NDArray[np.int64]], float], seed: int = 0) -> Figure:
    """Compute a metric of `count` questions, given row numbers, shape (count,), and its percentile bootstrap interval.

    A resample without a figure is left out. What has one on none (an AUROC where no question is answered) is NaN, and
    so is its interval.
    """
    chance = np.random.default_rng(seed)
    resampled = np.array([figure(chance.integers(count, size=count)) for _ in range(_RESAMPLES)])
    known = resampled[~np.isnan(resampled)]
    low, high = np.percentile(known, [2.5, 97.5]) if len(known) else (math.nan, math.nan)
    return Figure(figure(np.arange(count)), float(low), float(high))


def mean(values: Sequence[float]) -> Figure:
    """Average over questions."""
    numbers = np.array(values, dtype=np.float64)
    return bootstrap(len(numbers), lambda some: float(numbers[some].mean()))


def reciprocal_rank(gains: Sequence[bool]) -> float:
    """Return one over the rank of the first gain, 0 without one."""
    return next((1 / place for place, gain in enumerate(gains, start=1) if gain), 0.0)


def discounted_gain(gains: Sequence[bool], missed: int) -> float:
    """Return nDCG with binary gains (Järvelin and Kekäläinen 2002); `missed` gold counts in the ideal ranking."""
    best = min(sum(gains) + missed, len(gains))
    ideal = sum(1 / math.log2(place + 1) for place in range(1, best + 1))
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, start=1)) / ideal if ideal else 0.0


def ranking_metrics(gains: Sequence[bool], found: int, missed: int) -> dict[str, float]:
    """Return the metrics of one question's first ten places: which gain, and how much gold they hold and miss.

    A place can hold several of the gold; with no gold at all, every metric is 0.
    """
    first = [*gains[:DEPTH], *[False] * (DEPTH - len(gains))]
    measures = {f"hit@{depth}": float(any(first[:depth])) for depth in (1, 3, 5)}
    measures[f"MRR@{DEPTH}"] = reciprocal_rank(first)
    measures[f"nDCG@{DEPTH}"] = discounted_gain(first, missed)
    measures[f"recall@{DEPTH}"] = found / (found + missed) if found + missed else 0.0
    return measures


def auroc(likely: Numbers, true: Marks) -> float:
    """Return the area under the ROC curve: how often a true one is rated likelier than a false one, ties half.

    Both of shape (questions,).
    """
    if true.all() or not true.any():
        return math.nan
    values, place, counts = np.unique(likely, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    positives = int(true.sum())
    wins = float(ranks[true].sum()) - positives * (positives + 1) / 2
    return wins / (positives * (len(values[place]) - positives))


def balanced_accuracy(predicted: Marks, true: Marks) -> float:
    """Return the mean of the true positive rate and the true negative rate; both of shape (questions,)."""
    if true.all() or not true.any():
        return math.nan
    return float(predicted[true].mean() + (~predicted[~true]).mean()) / 2


def brier_score(likely: Numbers, true: Marks) -> float:
    """Return the mean squared error of probabilities (Brier 1950); both of shape (questions,)."""
    return float(np.square(likely - true).mean())


def reliability(likely: Numbers, true: Marks) -> tuple[Group, ...]:
    """Group the questions into ten of equal size by probability, and compare it with the share that was answered.

    Both of shape (questions,).
    """
    groups = np.array_split(np.argsort(likely, kind="stable"), _BINS)
    return tuple(
        Group(len(group), float(likely[group].mean()), float(true[group].mean())) for group in groups if len(group)
    )


def calibration_error(likely: Numbers, true: Marks) -> float:
    """Return the expected calibration error over ten groups of equal size; both of shape (questions,)."""
    return sum(group.questions * abs(group.said - group.true) for group in reliability(likely, true)) / len(likely)
