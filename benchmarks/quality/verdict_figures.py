"""Measure the verdict: as people ask, and on pairs, each question with its answer in the archive and without it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.quality.examples import Example
from benchmarks.quality.fit.verdict import out_of_fold
from benchmarks.quality.rows import Rows, of_evidence, of_questions, over_questions
from qa.evaluation.calibration import wrong_at_most
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
from qa.retrieval.logits import logit_of
from qa.retrieval.verdict import MATCHED, READ, SURE


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
    evidence = of_evidence(made, MATCHED.weights)
    questions = of_questions(made, evidence.said)
    return _measure(evidence, evidence.said, questions, questions.said, _called(made, questions, questions.said))


def when_fitted_on_others(made: Sequence[Example]) -> VerdictFigures:
    """Measure the same regressions out of fold: no question is judged by a model that was fitted on it."""
    names = list((READ if made[0].read else MATCHED).weights)
    tried, evidence = out_of_fold(made, names), of_evidence(made, names)
    questions = of_questions(made, tried.evidence)
    called = _called(made, questions, tried.confidence)
    return _measure(evidence, tried.evidence, questions, tried.confidence, called)


def _called(made: Sequence[Example], questions: Rows, confident: Numbers) -> Marks:
    """Return which questions the verdict calls answered, shape (examples,)."""
    sure = questions.features[:, 0] >= logit_of(SURE)
    needed = np.array([it.needed for it in made])
    return np.asarray((confident >= needed) & sure & ~np.array([it.lacking for it in made]))


def _measure(evidence: Rows, likely: Numbers, questions: Rows, confident: Numbers, called: Marks) -> VerdictFigures:
    def right(some: Numbers, true: Marks) -> float:
        return float(((some > 0) == true).mean())

    def balanced(some: Numbers, true: Marks) -> float:
        return balanced_accuracy(some > 0, true)

    asked, pairs, said = questions.asked, questions.pairs, called.astype(float)
    wanted: tuple[tuple[str, Measure, Numbers, Rows, Marks], ...] = (
        ("verdict right", right, said, questions, asked),
        ("verdict AUROC", auroc, confident, questions, asked),
        ("verdict balanced accuracy", balanced, said, questions, asked),
        ("verdict Brier score", brier_score, confident, questions, asked),
        ("verdict calibration error", calibration_error, confident, questions, asked),
        ("pairs: AUROC", auroc, confident, questions, pairs),
        ("pairs: balanced accuracy", balanced, said, questions, pairs),
        ("evidence AUROC", auroc, likely, evidence, evidence.asked),
        ("evidence calibration error", calibration_error, likely, evidence, evidence.asked),
    )
    figures = {
        name: over_questions(measure, values, rows, some)
        for name, measure, values, rows, some in wanted
        if _judged_both(rows, some)
    }
    figures |= _answered(questions, called)
    if (gone := questions.kind == "taken out").any():
        figures["pairs: called answered without it"] = over_questions(_share, said, questions, gone)
    return VerdictFigures(figures, *(_groups(confident, questions, some) for some in (asked, pairs)))


def _answered(questions: Rows, called: Marks) -> dict[str, Figure]:
    """Measure what "answered" is worth: how many are called so, and how often that is wrong at most.

    The bound is no estimate that a bootstrap could widen: it holds with 95% confidence itself.
    """
    answerable = np.asarray(questions.kind == "as is")
    if not answerable.any() or answerable.all():
        return {}
    bound = wrong_at_most(answerable, called, ~questions.true)
    return {
        "answered: coverage": over_questions(_share, called.astype(float), questions, answerable),
        "answered: wrong at most": Figure(bound, bound, bound),
    }


def _share(some: Numbers, _: Marks) -> float:
    return float((some > 0).mean())


def _judged_both(rows: Rows, some: Marks) -> bool:
    """Whether there are answered questions, and others that have no answer, rather than one that was missed."""
    return bool(rows.true[some].any()) and bool(np.isin(rows.kind[some], ("unanswerable", "taken out")).any())


def _groups(likely: Numbers, rows: Rows, some: Marks) -> tuple[Group, ...]:
    return reliability(likely[some], rows.true[some]) if _judged_both(rows, some) else ()
