"""Fit the regressions of qa/retrieval/verdict.py: `python -m benchmarks.quality.fit.verdict QUESTIONS --index DIR`.

Prints the constants to put there, and figures out of fold.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.quality.examples import examples
from benchmarks.quality.fit.logistic import best_threshold, fit
from benchmarks.quality.fit.out_of_fold_reader import OutOfFoldReader
from benchmarks.quality.rows import Rows, of_evidence, of_questions, print_worth
from qa.archive.archive import Archive
from qa.evaluation.judged import digest, read_judged_file
from qa.evaluation.metrics import Numbers, balanced_accuracy
from qa.index.index import Index
from qa.models.encoder.choice import find_encoder
from qa.retrieval.ranking import Models
from qa.retrieval.verdict import EVIDENCE_MATCHED, EVIDENCE_READ, MATCHED, READ
from qa.settings import Settings

_FOLDS, _REPEATS, _SEED = 5, 5, 10
RIDGE, _EVIDENCE_RIDGE = 0.02, 0.0001
_LOST = 0.05
"""The share of answered questions that may be called "none"."""


@dataclass(frozen=True, slots=True)
class OutOfFold:
    """Probabilities of questions that the models were not fitted on; all but `likely` averaged over models."""

    likely: Numbers
    answered: float
    """The threshold with the best balanced accuracy."""
    weak: float
    """The threshold that loses 5% of what is true."""
    balanced: float
    """The balanced accuracy on questions as they are."""
    balanced_pairs: float
    lost: float
    """The share of what is true that falls below `weak`."""


def main() -> None:
    """Ask the archive every question, fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, help="judged questions, one JSON object a line (see judged.py)")
    parser.add_argument("--index", type=Path, required=True, help="the index of the articles that they are about")
    parser.add_argument("--read", action="store_true", help="those for what was read, where readers know the questions")
    given = parser.parse_args()
    index, settings, encoder = Index(given.index), Settings(), find_encoder()
    models = Models(encoder, OutOfFoldReader() if given.read else None)
    regression, of_one = (READ, EVIDENCE_READ) if given.read else (MATCHED, EVIDENCE_MATCHED)
    archive = Archive(index, models, settings)
    made = list(examples(archive, index, models, settings, read_judged_file(given.questions, archive).judged))
    print(f"{len(made)} examples, SHA-256 of the questions {digest(given.questions)}")
    print("\nconfidence, out of fold")
    tried = _print_fit(of_questions(made, regression.weights), RIDGE, list(regression.weights))
    print(f"  balanced accuracy: as asked {tried.balanced:.3f}, pairs {tried.balanced_pairs:.3f}")
    print(f"  ANSWERED, WEAK = {tried.answered:.2f}, {tried.weak:.2f}; below WEAK: {tried.lost:.3f} of the answered")
    print("\nprobability of an evidence, out of fold")
    _print_fit(of_evidence(made, of_one.weights), _EVIDENCE_RIDGE, list(of_one.weights))


def _print_fit(rows: Rows, ridge: float, names: Sequence[str]) -> OutOfFold:
    """Print what models gave out of fold, and the regression fitted on all."""
    tried, model = out_of_fold(rows, ridge), fit(rows.features, rows.true, rows.importance, ridge)
    print_worth(tried.likely, rows)
    weighted = " + ".join(f"{weight:.3f} * {name}" for weight, name in zip(model.weights, names, strict=True))
    print(f"  {weighted} {'-' if model.constant < 0 else '+'} {abs(model.constant):.3f}")
    return tried


def out_of_fold(rows: Rows, ridge: float) -> OutOfFold:
    """Fit and judge on different questions: five folds, drawn five times."""
    likely, notes = np.zeros(len(rows.true)), []
    for repeat in range(_REPEATS):
        order = np.random.default_rng(_SEED + repeat).permutation(int(rows.question.max()) + 1)
        fold = (order % _FOLDS)[rows.question]
        now, answered, weak = (np.zeros(len(fold)) for _ in range(3))
        for left_out in range(_FOLDS):
            on, off = fold != left_out, fold == left_out
            model = fit(rows.features[on], rows.true[on], rows.importance[on], ridge)
            known, now[off] = model.likely(rows.features[on]), model.likely(rows.features[off])
            answered[off] = best_threshold(known, rows.true[on])
            weak[off] = np.quantile(known[rows.true[on]], _LOST)
        likely += now / _REPEATS
        balanced = [balanced_accuracy((now >= answered)[it], rows.true[it]) for it in (rows.asked, rows.pairs)]
        notes.append([answered.mean(), weak.mean(), *balanced, (now < weak)[rows.true].mean()])
    return OutOfFold(likely, *np.mean(notes, axis=0).tolist())


if __name__ == "__main__":
    main()
