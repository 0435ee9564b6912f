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
from qa.evaluation.metrics import Marks, Numbers
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
    answerable: Marks = np.array([it.answerable for it in outcomes], dtype=bool)
    wrong: Marks = np.array([not it.answered for it in outcomes], dtype=bool)
    confident: Numbers = np.array([it.confidence if it.verdict == "answered" else -1.0 for it in outcomes])
    best: Bounded | None = None
    for least in sorted(set(confident[confident >= 0].tolist()), reverse=True):
        called: Marks = confident >= least
        bound = wrong_at_most(answerable, called, wrong)
        if bound <= MOST_WRONG:
            covered = float((called & answerable).sum() / max(answerable.sum(), 1))
            best = Bounded(least, int(called.sum()), int((called & wrong).sum()), bound, covered)
    return best


def upper_bound(wrong: float, called: float) -> float:
    """Return the share of wrong ones that is not exceeded with 95% confidence, by Clopper and Pearson."""
    return 1.0 if wrong >= called else float(beta.ppf(_CONFIDENCE, wrong + 1, called - wrong))


def wrong_at_most(answerable: Marks, called: Marks, wrong: Marks) -> float:
    """Bound the share of wrong ones among what is called answered, three answerable questions counted to one other.

    All have shape (questions,). Of unequal weights, questions say as much as fewer of equal ones (Kish 1965).
    """
    with_answer, without = int(answerable.sum()), int((~answerable).sum())
    heavier = _ANSWERABLE * without / with_answer if with_answer and without else 1.0
    weights: Numbers = np.where(answerable, heavier, 1.0)[called]
    if not len(weights):
        return 1.0
    worth = float(weights.sum() ** 2 / np.square(weights).sum())
    return upper_bound(worth * float(weights[wrong[called]].sum() / weights.sum()), worth)


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
