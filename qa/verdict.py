"""Say how likely it is that the archive answers, and that each passage does.

Two logistic regressions with few features, all of the evidence and none of the question alone (its length gives away
who wrote it, not whether it can be answered). Fitted by benchmarks/quality/fit_verdict.py on questions over 2,124 news
articles, on the same questions without the paragraphs that answer them, and on questions that have no answer there.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.records import Verdict
from qa.weighing import Weighed

ANSWERED, WEAK = 0.65, 0.45
"""The least confidence for each verdict: the first maximises balanced accuracy, the second loses 5% of the answered."""

_SHARPNESS = 20.0
_COMPARED = 50
_SHOWN = 5
_NO_OTHERS = 0.11


def leads(scores: Sequence[float], compared: int = _COMPARED) -> NDArray[np.float64]:
    """Give each passage's log share among the first ones given: 0 where it stands alone, -1 where three are level."""
    values = np.array(scores, dtype=np.float64)
    if not len(values):
        return values
    best = np.sort(values[:compared])[::-1]
    shares: NDArray[np.float64] = _SHARPNESS * (values - best[0])
    return shares - math.log(np.exp(_SHARPNESS * (best - best[0])).sum())


def confidence_features(weighed: Sequence[Weighed], lead: float) -> tuple[float, float, float, float, float]:
    """Measure how well the best passages, given best first, fit the question.

    In order: the first's lead, its share of the question's common words, its best sentence's cosine, the best share of
    the question's names among the first five, and how far its best sentence stands above its article's other passages.
    """
    first = weighed[0]
    others = sorted((it.best_sentence for it in weighed[1:] if it.article.file == first.article.file), reverse=True)
    above = first.best_sentence - float(np.mean(others[:_SHOWN])) if others else _NO_OTHERS
    return lead, first.common, first.best_sentence, max(it.names for it in weighed[:_SHOWN]), above


def confidence(weighed: Sequence[Weighed], lead: float) -> float:
    """Give the probability that one of the first five passages, given best first, answers."""
    if not weighed:
        return 0.0
    lead, common, sentence, names, above = confidence_features(weighed, lead)
    return _sigmoid(0.56 * lead + 1.37 * common + 2.5 * sentence + 1.7 * names + 1.2 * above - 2.48)


def probability(weighed: Weighed, lead: float) -> float:
    """Give the probability that one passage answers."""
    return _sigmoid(1.35 * lead + 1.43 * weighed.best_sentence + 1.38 * weighed.common - 0.56)


def verdict(confident: float) -> Verdict:
    """Name what a confidence means."""
    if confident >= ANSWERED:
        return "answered"
    return "weak" if confident >= WEAK else "none"


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))
