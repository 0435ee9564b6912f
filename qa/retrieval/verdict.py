"""Compute how likely it is that the archive answers, and that each passage does.

Logistic regressions with few features, all of the evidence and none of the question alone (its length gives away who
wrote it, not whether it can be answered); others where a reader has read the first passages than where none has.
Fitted by benchmarks/quality/fit/verdict.py on questions over 2,124 news articles, on the same questions without the
paragraphs that answer them, and on questions that have no answer there.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from qa.articles.plain_text import plain
from qa.records import Verdict
from qa.retrieval.probabilities import likelihood
from qa.retrieval.scoring import ScoredPassage, room

ANSWERED, WEAK = 0.65, 0.45
"""The least confidence for each verdict: balanced accuracy is level from .65 to .72, and more of what is answered is
called so at its lower end; the second loses 6% of the answered."""


@dataclass(frozen=True, slots=True)
class Regression:
    """What each feature counts, by its name, and the constant."""

    weights: Mapping[str, float]
    constant: float

    def likely(self, found: "Features | EvidenceFeatures") -> float:
        """Return the probability."""
        value = sum(weight * getattr(found, name) for name, weight in self.weights.items()) + self.constant
        return likelihood(value)


MATCHED = Regression(
    MappingProxyType(
        {
            "lead": 0.374,
            "common": 0.978,
            "sentence": 2.98,
            "stated": 1.18,
            "names": 1.37,
            "numbers": 0.941,
            "company": 0.368,
            "above": 2.18,
            "room": 1.44,
        }
    ),
    -5.92,
)
READ = Regression(
    MappingProxyType(
        {
            "lead": 0.487,
            "common": 0.668,
            "sentence": 2.57,
            "stated": 1.06,
            "names": 1.13,
            "numbers": 0.674,
            "company": 0.27,
            "above": 1.66,
            "room": 1.51,
            "read": 0.268,
        }
    ),
    -4.07,
)
EVIDENCE_MATCHED = Regression(MappingProxyType({"lead": 1.51, "sentence": 1.65, "common": 0.98}), -0.2)
EVIDENCE_READ = Regression(MappingProxyType({"lead": 1.43, "sentence": 0.783, "common": 0.532, "read": 0.426}), 1.82)

_SHARPNESS = 20.0
_COMPARED = 50
_SHOWN = 5
_NO_OTHERS = 0.11


def leads(scores: Sequence[float], compared: int = _COMPARED) -> NDArray[np.float64]:
    """Return each passage's log share among the first ones given, shape (n,).

    It is 0 where a passage stands alone, about -1 where three are level.
    """
    return leads_over(scores, scores[:compared])


def leads_over(scores: Sequence[float], rivals: Sequence[float]) -> NDArray[np.float64]:
    """Return each passage's log share among some others; there is one at least where there are scores."""
    if not len(scores):
        return np.empty(0, dtype=np.float64)
    best = max(rivals)
    shares: NDArray[np.float64] = _SHARPNESS * (np.array(scores, dtype=np.float64) - best)
    return shares - math.log(np.exp(_SHARPNESS * (np.array(rivals, dtype=np.float64) - best)).sum())


@dataclass(frozen=True, slots=True)
class Features:
    """How well the best passages fit a question; the greater, the likelier it is that they answer."""

    lead: float
    """The first's, see `leads`."""
    common: float
    """The share of the question's common words that the first holds."""
    sentence: float
    """The cosine of its best sentence."""
    stated: float
    """0 where a time or a figure is asked for and its answer sentence holds none, else 1."""
    names: float
    """The best share of the question's names among the first five."""
    numbers: float
    """The share of the question's numbers that the first holds."""
    company: float
    """The share of the next four that stand in the first's article."""
    above: float
    """How far its best sentence stands above its article's other passages."""
    room: float
    """How much it has for an answer, see `qa.retrieval.scoring.room`."""
    read: float
    """What the reader says of it; 0 where it was not read."""


@dataclass(frozen=True, slots=True)
class EvidenceFeatures:
    """How well one passage fits a question; the greater, the likelier it is that it answers."""

    lead: float
    sentence: float
    common: float
    read: float


def features(scored: Sequence[ScoredPassage], lead: float) -> Features:
    """Measure passages given best first, one at least."""
    first, following = scored[0], scored[1:_SHOWN]
    others = sorted((it.best_sentence for it in scored[1:] if it.article.file == first.article.file), reverse=True)
    above = first.best_sentence - float(np.mean(others[:_SHOWN])) if others else _NO_OTHERS
    together = sum(it.article.file == first.article.file for it in following)
    return Features(
        lead=lead,
        common=first.common,
        sentence=first.best_sentence,
        stated=float(not first.query.answer_type.missing_in(plain(first.answer_sentence.text))),
        names=max(it.names for it in scored[:_SHOWN]),
        numbers=first.numbers,
        company=together / len(following) if following else 0.0,
        above=above,
        room=room(first.stored.passage),
        read=_logit(first),
    )


def evidence_features(scored: ScoredPassage, lead: float) -> EvidenceFeatures:
    """Measure one passage; its lead is that over the others, see `leads`."""
    return EvidenceFeatures(lead, scored.best_sentence, scored.common, _logit(scored))


def confidence(scored: Sequence[ScoredPassage], lead: float) -> float:
    """Return the probability that one of the first five passages, given best first, answers."""
    if not scored:
        return 0.0
    regression = MATCHED if scored[0].reading is None else READ
    return regression.likely(features(scored, lead))


def probability(scored: ScoredPassage, lead: float) -> float:
    """Return the probability that one passage answers."""
    regression = EVIDENCE_MATCHED if scored.reading is None else EVIDENCE_READ
    return regression.likely(evidence_features(scored, lead))


def verdict(confident: float) -> Verdict:
    """Return what a confidence means."""
    if confident >= ANSWERED:
        return "answered"
    return "weak" if confident >= WEAK else "none"


def _logit(scored: ScoredPassage) -> float:
    return 0.0 if scored.reading is None else scored.reading.logit
