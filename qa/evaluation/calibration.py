"""Choose the thresholds of an index by its owner's own judged questions, with a bound on how often "answered" is wrong.

A question that is called answered is wrong if none of the first five passages answers it. Of what is called answered,
at most one in ten may be wrong with 95% confidence: the one-sided bound of Clopper and Pearson (Biometrika 26, 1934).
Questions to judge have an answer as often as whoever wrote them liked, so they are weighted: three with one to one
without.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from scipy.stats import beta  # type: ignore[import-untyped]

from qa.archive.archive import Archive
from qa.errors import InvalidJudgements
from qa.evaluation.evaluation import QuestionOutcome, evaluate
from qa.evaluation.metrics import Numbers
from qa.index.calibration import Calibration
from qa.settings import Settings, Thresholds

FEWEST, _FEWEST_WITHOUT = 50, 10
"""Judged questions, and those among them without an answer: 29 called answered and none of them wrong are bounded by
.098, and fewer by no tenth."""
MOST_WRONG, _CONFIDENCE, _ANSWERABLE = 0.1, 0.95, 3.0
_LOST = 0.05
"""The share of questions with an answer that may be called "none"."""
_OPEN = Thresholds(answered=0.0, answered_unread=0.0, weak=0.0)
"""With these, "answered" says that nothing but the confidence stands against it."""


@dataclass(frozen=True, slots=True)
class Bounded:
    """What is called answered from some confidence on."""

    answered: float
    """The least confidence."""
    called: int
    wrong: int
    bound: float
    """The share of wrong ones that is not exceeded."""
    coverage: float
    """The share of questions with an answer that is called answered."""


def calibrating(settings: Settings) -> Settings:
    """Return the settings that an archive is to be opened with to be calibrated: nothing but confidence decides."""
    return replace(settings, thresholds=_OPEN)


def calibrate(archive: Archive, path: Path, today: date) -> Calibration:
    """Return the thresholds that judged questions give an archive that was opened with `calibrating` settings.

    Raises:
        InvalidJudgements: there are too few, or no threshold keeps the bound; the message says which.
    """
    made = evaluate(archive, path)
    outcomes, count = made.outcomes, len(made.outcomes)
    _check_enough(path, count, sum(not it.answerable for it in outcomes))
    chosen = bounded(outcomes)
    if chosen is None:
        raise InvalidJudgements(
            f"{path}: no threshold keeps wrong answers to one in ten with {_CONFIDENCE:.0%} confidence over these "
            f"{count:,} questions; judge more of them, or see `qa evaluate {path} --misses`"
        )
    weak = float(np.quantile([it.confidence for it in outcomes if it.answered], _LOST))
    return Calibration(
        answered=chosen.answered,
        weak=min(weak, chosen.answered),
        questions=count,
        called=chosen.called,
        wrong=chosen.wrong,
        bound=chosen.bound,
        coverage=chosen.coverage,
        questions_digest=made.questions_digest,
        encoder_fingerprint=archive.models.fingerprint,
        reader=archive.models.reader,
        calibrated_on=today.isoformat(),
    )


def bounded(outcomes: Sequence[QuestionOutcome]) -> Bounded | None:
    """Return the lowest threshold that keeps the bound, of those that calling each question answered would set.

    None where none does. The verdict of each outcome says whether anything else stands against calling it answered.
    """
    callable_ = [it for it in outcomes if it.verdict == "answered"]
    best: Bounded | None = None
    for least in sorted({it.confidence for it in callable_}, reverse=True):
        called = [it for it in callable_ if it.confidence >= least]
        bound = _bound(outcomes, called)
        if bound <= MOST_WRONG:
            covered = sum(it.answerable for it in called) / max(sum(it.answerable for it in outcomes), 1)
            best = Bounded(least, len(called), sum(not it.answered for it in called), bound, covered)
    return best


def upper_bound(wrong: float, called: float) -> float:
    """Return the share of wrong ones that is not exceeded with 95% confidence, by Clopper and Pearson."""
    return 1.0 if wrong >= called else float(beta.ppf(_CONFIDENCE, wrong + 1, called - wrong))


def _bound(outcomes: Sequence[QuestionOutcome], called: Sequence[QuestionOutcome]) -> float:
    """Bound the weighted share of wrong ones; weighted, they say as much as fewer of equal weight (Kish 1965)."""
    with_answer = sum(it.answerable for it in outcomes)
    without = len(outcomes) - with_answer
    heavier = _ANSWERABLE * without / with_answer if with_answer and without else 1.0
    weights: Numbers = np.array([heavier if it.answerable else 1.0 for it in called])
    wrong = np.array([not it.answered for it in called])
    worth = float(weights.sum() ** 2 / np.square(weights).sum())
    return upper_bound(worth * float(weights[wrong].sum() / weights.sum()), worth)


def _check_enough(path: Path, judged: int, without: int) -> None:
    if judged < FEWEST:
        raise InvalidJudgements(
            f"{path} holds {judged:,} judged questions, and fewer than {FEWEST} cannot show that nine in ten answers "
            "are right: judge more"
        )
    if without < _FEWEST_WITHOUT:
        raise InvalidJudgements(
            f"{path} holds {without:,} questions without an answer, and {_FEWEST_WITHOUT} at least are needed to see "
            "whether they are called answered: add more"
        )
