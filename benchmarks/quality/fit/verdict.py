"""Fit the regressions of qa/retrieval/verdict.py: `python -m benchmarks.quality.fit.verdict QUESTIONS --index DIR`.

Prints the constants to put there, and figures out of fold.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np

from benchmarks.quality.examples import Example, examples
from benchmarks.quality.fit.logistic import Logistic, best_threshold, fit
from benchmarks.quality.fit.out_of_fold_reader import OutOfFoldReader
from benchmarks.quality.ranking_archive import RankingArchive
from benchmarks.quality.rows import Rows, of_evidence, of_questions, print_worth
from qa.evaluation.judged import digest, read_judged_file
from qa.evaluation.metrics import Marks, Numbers, balanced_accuracy
from qa.index.index import Index
from qa.models.encoder.choice import find_encoder
from qa.retrieval.ranking import Models
from qa.retrieval.verdict import MATCHED, READ
from qa.settings import Settings

_FOLDS, _REPEATS, _SEED = 5, 5, 10
_RIDGE = 0.0001
_MOST_ROOM = 1.0
"""The most that the length of a passage may weigh. The short lines of this archive are captions and results, and free
to choose a fit takes 5 logits from a short passage: an archive of short paragraphs would never answer."""
_LOST = 0.05
"""The share of answered questions that may be called "none"."""


@dataclass(frozen=True, slots=True)
class OutOfFold:
    """Probabilities of questions that the models were not fitted on; all but these averaged over models."""

    evidence: Numbers
    """Of each evidence, as `of_evidence` has them."""
    confidence: Numbers
    """Of each example."""
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
    names = list((READ if given.read else MATCHED).weights)
    archive = RankingArchive(index, models, settings)
    made = list(examples(archive, read_judged_file(given.questions, archive).judged))
    print(f"{len(made)} examples, SHA-256 of the questions {digest(given.questions)}")
    tried, evidence = out_of_fold(made, names), of_evidence(made, names)
    print("\nprobability of an evidence, out of fold")
    print_worth(tried.evidence, evidence)
    model = _fit(evidence, most={names.index("room"): _MOST_ROOM})
    print(f"  {dict(zip(names, model.weights, strict=True))}, {model.constant}")
    print("\nconfidence, out of fold")
    questions = of_questions(made, model.likely(evidence.features))
    print_worth(tried.confidence, questions)
    print(f"  balanced accuracy: as asked {tried.balanced:.3f}, pairs {tried.balanced_pairs:.3f}")
    print(f"  ANSWERED, WEAK = {tried.answered:.2f}, {tried.weak:.2f}; below WEAK: {tried.lost:.3f} of the answered")
    model = _fit(questions)
    print(f"  best, any: {model.weights}, {model.constant}")


def out_of_fold(made: Sequence[Example], names: Sequence[str]) -> OutOfFold:
    """Fit and judge on different questions: five folds, drawn five times; names are those of the features."""
    evidence = of_evidence(made, names)
    likely, confident, notes = np.zeros(len(evidence.true)), np.zeros(len(made)), []
    for repeat in range(_REPEATS):
        order = np.random.default_rng(_SEED + repeat).permutation(int(evidence.question.max()) + 1)
        of_evidences = (order % _FOLDS)[evidence.question]
        now, answered, weak = (np.zeros(len(made)) for _ in range(3))
        for left_out in range(_FOLDS):
            on = of_evidences != left_out
            each = _fit(evidence, on, {names.index("room"): _MOST_ROOM}).likely(evidence.features)
            likely[~on] += each[~on] / _REPEATS
            questions = of_questions(made, each)
            on = (order % _FOLDS)[questions.question] != left_out
            all_of_them = _confidence(_fit(questions, on), questions)
            now[~on], known = all_of_them[~on], all_of_them[on]
            answered[~on] = best_threshold(known, questions.true[on])
            weak[~on] = np.quantile(known[questions.true[on]], _LOST)
        confident += now / _REPEATS
        balanced = [
            balanced_accuracy((now >= answered)[it], questions.true[it]) for it in (questions.asked, questions.pairs)
        ]
        notes.append([answered.mean(), weak.mean(), *balanced, (now < weak)[questions.true].mean()])
    return OutOfFold(likely, confident, *np.mean(notes, axis=0).tolist())


def _fit(rows: Rows, on: Marks | None = None, most: Mapping[int, float] = MappingProxyType({})) -> Logistic:
    some = slice(None) if on is None else on
    return fit(rows.features[some], rows.true[some], rows.importance[some], _RIDGE, most)


def _confidence(model: Logistic, questions: Rows) -> Numbers:
    """Return the confidence of each example: never less than its likeliest evidence has."""
    best: Numbers = 1 / (1 + np.exp(-questions.features[:, 0]))
    return np.maximum(best, model.likely(questions.features))


if __name__ == "__main__":
    main()
