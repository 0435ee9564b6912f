"""Encode examples as the rows that a regression is fitted on, and print what probabilities are worth there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.examples import Example
from qa.evaluation.metrics import Figure, Marks, Measure, Numbers, auroc, bootstrap, brier_score, calibration_error
from qa.retrieval.verdict import together

_TAKEN_OUT = 0.1
"""What a question whose answer was removed counts: probabilities are to fit the questions that people ask."""
_GROUPS = 10


@dataclass(frozen=True, slots=True)
class Rows:
    """One row for each example, or for each of its first ten evidences."""

    features: Numbers
    true: Marks
    said: Numbers
    """The probability that qa/retrieval/verdict.py has now."""
    question: NDArray[np.int64]
    kind: NDArray[np.str_]

    @property
    def importance(self) -> Numbers:
        """Return what each row counts in a fit, shape (rows,)."""
        return np.where(self.kind == "taken out", _TAKEN_OUT, 1.0)

    @property
    def asked(self) -> Marks:
        """Choose the questions as they are."""
        return np.asarray(self.kind != "taken out")

    @property
    def pairs(self) -> Marks:
        """Choose the questions that have an answer, with it and with it removed."""
        return np.asarray(self.kind != "unanswerable")


def of_questions(made: Sequence[Example], likely: Numbers) -> Rows:
    """Encode one row for each example, with what the probabilities of its first ten come to: is it answered?

    The probabilities are those of `of_evidence`, shape (evidences,).
    """
    ends = np.cumsum([len(it.evidence) for it in made])
    found = [together(likely[end - len(it.evidence) : end].tolist()) for it, end in zip(made, ends, strict=True)]
    return Rows(
        features=np.array([[it.best, it.any] for it in found]),
        true=np.array([it.answered for it in made]),
        said=np.array([it.confidence for it in made]),
        question=np.array([it.question for it in made]),
        kind=np.array([it.kind for it in made]),
    )


def of_evidence(made: Sequence[Example], names: Collection[str]) -> Rows:
    """Encode one row for each of the first ten evidences of each example, with some features: does it answer?"""
    return Rows(
        features=np.array([[getattr(row, name) for name in names] for it in made for row in it.evidence]),
        true=np.array([answers for it in made for answers in it.answers]),
        said=np.array([likely for it in made for likely in it.probabilities]),
        question=np.array([it.question for it in made for _ in it.evidence]),
        kind=np.array([it.kind for it in made for _ in it.evidence]),
    )


def over_questions(measure: Measure, likely: Numbers, rows: Rows, some: Marks) -> Figure:
    """Measure some rows; the bootstrap draws questions, each with all its rows."""
    likely, true = likely[some], rows.true[some]
    _, question = np.unique(rows.question[some], return_inverse=True)
    order = np.argsort(question, kind="stable")
    of_one = np.split(order, np.flatnonzero(np.diff(question[order])) + 1)

    def figure(questions: NDArray[np.int64]) -> float:
        drawn = np.concatenate([of_one[at] for at in questions])
        return measure(likely[drawn], true[drawn])

    return bootstrap(len(of_one), figure)


def print_worth(likely: Numbers, rows: Rows) -> None:
    """Print how well probabilities part true from false, and what they mean."""
    for name, some in (("as asked", rows.asked), ("pairs", rows.pairs)):
        if not rows.true[some].all():
            for measure in (auroc, brier_score, calibration_error):
                title = f"{measure.__name__.replace('_', ' ')}, {name}"
                print(f"  {title:32}{over_questions(measure, likely, rows, some)}")
    order = np.flatnonzero(rows.asked)[np.argsort(likely[rows.asked], kind="stable")]
    groups = [group for group in np.array_split(order, _GROUPS) if len(group)]
    print("  said/true, as asked:", " ".join(f"{likely[it].mean():.2f}/{rows.true[it].mean():.2f}" for it in groups))
