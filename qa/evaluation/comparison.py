"""Compare two evaluations over the same questions: paired differences, with their intervals and their significance."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa.errors import InvalidJudgements
from qa.evaluation.evaluation import Evaluation
from qa.evaluation.metrics import Figure, Numbers, bootstrap

_FLIPS = 10_000
_AT_ONCE = 100
"""How many flips of all signs are made at once: each takes a number for every question."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier evaluation gave."""

    questions_digest: str
    measures: Mapping[str, Mapping[str, float]]
    """By question id and name."""

    def __len__(self) -> int:
        return len(self.measures)

    def check_same(self, questions_digest: str) -> None:
        """Refuse to be compared with what other questions give: the same id may name another.

        Raises:
            InvalidJudgements: they are others.
        """
        if self.questions_digest != questions_digest:
            raise InvalidJudgements(
                f"the earlier evaluation is of other questions (SHA-256 {self.questions_digest[:16]}, of these "
                f"{questions_digest[:16]}): compare with one of the same file"
            )


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more one evaluation reaches than another."""

    measure: str
    questions: int
    """How many questions both know it for."""
    difference: Figure
    chance: float
    """How often as large a difference would come about if which is which did not matter (two-sided)."""


def compare(now: Evaluation, before: Earlier) -> tuple[Difference, ...]:
    """Compare with the measures of another, by question id and name.

    The significance is that of a paired randomisation test (Smucker, Allan and Carterette 2007, CIKM).

    Raises:
        InvalidJudgements: the other is of another file of questions.
    """
    before.check_same(now.questions_digest)
    names = dict.fromkeys(name for it in now.asked for name in it.measures)
    differences = []
    for name in names:
        gained: Numbers = np.array(
            [
                it.measures[name] - before.measures[it.id][name]
                for it in now.asked
                if name in it.measures and name in before.measures.get(it.id, {})
            ]
        )
        if len(gained):
            differences.append(_difference(name, gained))
    return tuple(differences)


def _difference(name: str, gained: Numbers) -> Difference:
    figure = bootstrap(len(gained), lambda some: float(gained[some].mean()))
    return Difference(name, len(gained), figure, (_as_large(gained) + 1) / (_FLIPS + 1))


def _as_large(gained: Numbers) -> int:
    """Count the flips of signs that give as large a mean."""
    chance, least, count = np.random.default_rng(0), abs(gained.mean()) - 1e-12, 0
    for _ in range(_FLIPS // _AT_ONCE):
        signs = chance.choice((-1.0, 1.0), size=(_AT_ONCE, len(gained)))
        count += int(np.count_nonzero(np.abs((signs * gained).mean(axis=1)) >= least))
    return count
