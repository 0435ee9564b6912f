"""Paired differences between two evaluations of the same questions, with confidence intervals and p-values."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa.errors import InvalidJudgements
from qa.evaluation.evaluation import Evaluation
from qa.evaluation.metrics import Figure, Numbers, bootstrap

_FLIPS = 10_000
_AT_ONCE = 100
"""Flips of all signs that are made at once: each takes a number for every question."""


@dataclass(frozen=True, slots=True)
class EarlierEvaluation:
    """The metrics of an earlier evaluation."""

    questions_digest: str
    measures: Mapping[str, Mapping[str, float]]
    """By question id and name."""

    def __len__(self) -> int:
        return len(self.measures)

    def check_same(self, questions_digest: str) -> None:
        """Check that this is an evaluation of the same questions: the same id may name another.

        Raises:
            InvalidJudgements: they are others.
        """
        if self.questions_digest != questions_digest:
            raise InvalidJudgements(
                f"the earlier evaluation is of other questions (SHA-256 {self.questions_digest[:16]}, of these "
                f"{questions_digest[:16]}): compare with one of the same file"
            )


@dataclass(frozen=True, slots=True)
class PairedDifference:
    """The difference of one metric between two evaluations, positive where the later is higher."""

    measure: str
    questions: int
    """The number of questions that have it in both."""
    difference: Figure
    chance: float
    """The p-value, two-sided: how often chance alone gives as large a difference."""


def compare(now: Evaluation, before: EarlierEvaluation) -> tuple[PairedDifference, ...]:
    """Compare two evaluations metric by metric, paired by question.

    The p-value is that of a paired randomisation test (Smucker, Allan and Carterette 2007, CIKM).

    Raises:
        InvalidJudgements: the other is of another file of questions.
    """
    before.check_same(now.questions_digest)
    names = dict.fromkeys(name for it in now.outcomes for name in it.measures)
    differences = []
    for name in names:
        gained: Numbers = np.array(
            [
                it.measures[name] - before.measures[it.id][name]
                for it in now.outcomes
                if name in it.measures and name in before.measures.get(it.id, {})
            ]
        )
        if len(gained):
            differences.append(_difference(name, gained))
    return tuple(differences)


def _difference(name: str, gained: Numbers) -> PairedDifference:
    figure = bootstrap(len(gained), lambda some: float(gained[some].mean()))
    return PairedDifference(name, len(gained), figure, (_as_large(gained) + 1) / (_FLIPS + 1))


def _as_large(gained: Numbers) -> int:
    """Count the flips of signs that give as large a mean."""
    chance, least, count = np.random.default_rng(0), abs(gained.mean()) - 1e-12, 0
    for _ in range(_FLIPS // _AT_ONCE):
        signs = chance.choice((-1.0, 1.0), size=(_AT_ONCE, len(gained)))
        count += int(np.count_nonzero(np.abs((signs * gained).mean(axis=1)) >= least))
    return count
