"""Measure the verdict: as people ask, and on pairs, each question with its answer in the archive and without it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.quality.examples import Example
from benchmarks.quality.fit.verdict import RIDGE, out_of_fold
from benchmarks.quality.rows import Rows, of_questions, over_questions
from qa.evaluation.metrics import (
    Figure,
    Group,
    Marks,
    Measure,
    Numbers,
    auroc,
    balanced_accuracy,
    brier_score,
    calibration_error,
    reliability,
)
from qa.retrieval.verdict import ANSWERED, MATCHED, READ


@dataclass(frozen=True, slots=True)
class VerdictFigures:
    """What a verdict is worth on a collection."""

    figures: dict[str, Figure]
    asked: tuple[Group, ...]
    """Confidence said and share answered, ten groups of equal size, of questions as asked."""
    pairs: tuple[Group, ...]
    """The same of pairs."""


def as_shipped(made: Sequence[Example]) -> VerdictFigures:
    """Measure qa/retrieval/verdict.py as it stands."""
    rows = of_questions(made, MATCHED.weights)
    return _measure(rows, rows.said, ANSWERED)


def when_fitted_on_others(made: Sequence[Example]) -> VerdictFigures:
    """Measure the same regression out of fold: no question is judged by a model that was fitted on it."""
    rows = of_questions(made, (READ if made[0].read else MATCHED).weights)
    tried = out_of_fold(rows, RIDGE)
    return _measure(rows, tried.likely, tried.answered)


def _measure(rows: Rows, likely: Numbers, answered: float) -> VerdictFigures:
    def balanced(some: Numbers, true: Marks) -> float:
        return balanced_accuracy(some >= answered, true)

    def right(some: Numbers, true: Marks) -> float:
        return float(((some >= answered) == true).mean())

    wanted: tuple[tuple[str, Measure, Marks], ...] = (
        ("verdict right", right, rows.asked),
        ("verdict AUROC", auroc, rows.asked),
        ("verdict balanced accuracy", balanced, rows.asked),
        ("verdict Brier score", brier_score, rows.asked),
        ("verdict calibration error", calibration_error, rows.asked),
        ("pairs: AUROC", auroc, rows.pairs),
        ("pairs: balanced accuracy", balanced, rows.pairs),
    )
    figures = {
        name: over_questions(measure, likely, rows, some) for name, measure, some in wanted if _judged_both(rows, some)
    }
    return VerdictFigures(figures, *(_groups(likely, rows, some) for some in (rows.asked, rows.pairs)))


def _judged_both(rows: Rows, some: Marks) -> bool:
    """Whether there are answered questions, and others that have no answer, rather than one that was missed."""
    return bool(rows.true[some].any()) and bool(np.isin(rows.kind[some], ("unanswerable", "taken out")).any())


def _groups(likely: Numbers, rows: Rows, some: Marks) -> tuple[Group, ...]:
    return reliability(likely[some], rows.true[some]) if _judged_both(rows, some) else ()
