"""Compare two evaluations over the same questions: paired differences, with their intervals and their significance."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa.evaluation.evaluation import Evaluation
from qa.evaluation.figures import Figure, Numbers, bootstrap

_FLIPS = 10_000


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more one evaluation reaches than another."""

    measure: str
    questions: int
    """How many questions both know it for."""
    difference: Figure
    chance: float
    """How often as large a difference would come about if which is which did not matter (two-sided)."""


def compare(now: Evaluation, before: Mapping[str, Mapping[str, float]]) -> tuple[Difference, ...]:
    """Compare with the measures of another, by question id and name.

    The significance is that of a paired randomisation test (Smucker, Allan and Carterette 2007, CIKM).
    """
    names = dict.fromkeys(name for it in now.asked for name in it.measures)
    differences = []
    for name in names:
        gained: Numbers = np.array(
            [
                it.measures[name] - before[it.id][name]
                for it in now.asked
                if name in it.measures and name in before.get(it.id, {})
            ]
        )
        if len(gained):
            differences.append(_difference(name, gained))
    return tuple(differences)


def _difference(name: str, gained: Numbers) -> Difference:
    figure = bootstrap(len(gained), lambda some: float(gained[some].mean()))
    signs = np.random.default_rng(0).choice((-1.0, 1.0), size=(_FLIPS, len(gained)))
    flipped = np.abs((signs * gained).mean(axis=1))
    as_large = int(np.count_nonzero(flipped >= abs(gained.mean()) - 1e-12))
    return Difference(name, len(gained), figure, (as_large + 1) / (_FLIPS + 1))
