"""Compute how likely it is that each passage answers, and out of these that the archive does.

One logistic regression says of a passage how likely it is that it answers: of evidence alone, none of the question
alone (its length gives away who wrote it, not whether it can be answered). The verdict's figure is made of the
figures of the first five and of nothing else, so that the two cannot contradict each other. There are other weights
where a reader has read the first passages than where none has. Fitted by benchmarks/quality/fit/verdict.py on questions
over 2,124 news articles, on the same questions without the paragraphs that answer them, and on questions that have no
answer there.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from qa.articles.plain_text import plain
from qa.records import Verdict
from qa.retrieval.logits import likelihood, logit_of
from qa.retrieval.query import Query
from qa.retrieval.scoring import ScoredPassage, room
from qa.settings import Thresholds

SHIPPED = Thresholds(answered=0.6, answered_unread=0.8, weak=0.4)
"""Balanced accuracy is level from .5 to .7, for SURE decides more often; below `weak` are 7% of what is answered and
41% of what is not. Unread, of the questions whose answer was taken out one in six is called answered at .8, a third at
.6; at .83 it is one in eight, but of our own questions over the seeds six in ten are on the right side, not eight
(benchmarks/quality/README.md)."""
_FOREIGN = 0.9
"""Added to the logit of a passage in another language than the question, whose cosines are lower: between denying what
is there and calling answered what is not (Russian over English articles, benchmarks/quality/README.md)."""
SURE = 0.5
"""The least probability of the likeliest passage for the verdict "answered"."""
DENIED = 0.2
"""Below this confidence it is nearly sure that nothing answers: of 24 judged questions there, 2 are answered."""


@dataclass(frozen=True, slots=True)
class Regression:
    """What each feature counts, by its name, and the constant."""

    weights: Mapping[str, float]
    constant: float

    def likely(self, found: "Features | Together") -> float:
        """Return the probability."""
        value = sum(weight * getattr(found, name) for name, weight in self.weights.items()) + self.constant
        return likelihood(value)


MATCHED = Regression(
    MappingProxyType(
        {
            "lead": 1.227,
            "common": 1.075,
            "sentence": 1.998,
            "stated": 1.458,
            "numbers": 0.67,
            "room": 1.0,
            "first": 0.747,
        }
    ),
    -4.154,
)
READ = Regression(
    MappingProxyType(
        {
            "lead": 1.14,
            "common": 0.609,
            "sentence": 1.617,
            "stated": 1.261,
            "numbers": 0.585,
            "room": 1.0,
            "first": 0.877,
            "read": 0.317,
        }
    ),
    -2.63,
)
MATCHED_TOGETHER = Regression(MappingProxyType({"best": 0.757, "any": 0.095}), 0.844)
READ_TOGETHER = Regression(MappingProxyType({"best": 0.587, "any": 0.46}), 0.638)
RELEVANT = Regression(MappingProxyType({"lead": 1.51, "sentence": 1.65, "common": 0.98}), -0.2)
"""For what is counted and left out unread: most candidates are beside the point, and these three features suffice."""

_SHARPNESS = 20.0
_COMPARED = 50
SHOWN = 5
"""How many passages the confidence is about."""


def leads(scores: Sequence[float], compared: int = _COMPARED) -> NDArray[np.float64]:
    """Return each passage's log share among the first ones given, shape (n,).

    It is 0 where a passage stands alone, about -1 where three are level.
    """
    return leads_over(scores, scores[:compared])


def leads_over(scores: Sequence[float], rivals: Sequence[float]) -> NDArray[np.float64]:
    """Return each passage's log share among some others, shape (n,); there is one at least where there are scores."""
    if not len(scores):
        return np.empty(0, dtype=np.float64)
    best = max(rivals)
    shares: NDArray[np.float64] = _SHARPNESS * (np.array(scores, dtype=np.float64) - best)
    return shares - math.log(np.exp(_SHARPNESS * (np.array(rivals, dtype=np.float64) - best)).sum())


@dataclass(frozen=True, slots=True)
class Features:
    """How well a passage fits a question; the greater, the likelier it is that it answers."""

    lead: float
    """See `leads`."""
    common: float
    """The share of the question's common words that it holds."""
    sentence: float
    """The cosine of its best sentence."""
    stated: float
    """0 where a time or a figure is asked for and its answer sentence holds none, else 1."""
    numbers: float
    """The share of the question's numbers that it holds, headline included."""
    room: float
    """How much it has for an answer, see `qa.retrieval.scoring.room`."""
    first: float
    """1 where it is ranked first, else 0."""
    read: float
    """What the reader says of it; 0 where it was not read."""


@dataclass(frozen=True, slots=True)
class Together:
    """What the probabilities of some passages come to, as logits."""

    best: float
    """That of the likeliest."""
    any: float
    """That one of the first five answers, if they were independent (a noisy or: Pearl 1988, section 4.3.2)."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Whether the best passages answer a question."""

    verdict: Verdict
    confidence: float
    """How likely it is that one of the first five does."""
    carried_by: int | None
    """The row of the likeliest passage; None where there is none."""
    lacking: tuple[str, ...] = ()
    """Names and numbers of the question that none of the first five holds."""


def features(scored: ScoredPassage, lead: float, *, first: bool) -> Features:
    """Measure a passage, given its lead over the others and whether it is ranked first."""
    return Features(
        lead=lead,
        common=scored.common,
        sentence=scored.best_sentence,
        stated=float(_states_what_is_asked(scored)),
        numbers=scored.numbers,
        room=room(scored.stored.passage),
        first=float(first),
        read=0.0 if scored.reading is None else scored.reading.logit,
    )


def _states_what_is_asked(scored: ScoredPassage) -> bool:
    """Return whether the answer sentence holds the time or figure that is asked for; it is chosen only where one is."""
    asked = scored.query.answer_type
    return not (asked.time or asked.figure) or not asked.missing_in(plain(scored.answer_sentence.text))


def together(probabilities: Sequence[float]) -> Together:
    """Measure what the probabilities of passages, best passage first, come to; there is one at least."""
    none = math.prod(1 - it for it in probabilities[:SHOWN])
    return Together(logit_of(max(probabilities)), logit_of(1 - none))


def probability(scored: ScoredPassage, lead: float, *, first: bool) -> float:
    """Return the probability that one passage answers."""
    likely = (MATCHED if scored.reading is None else READ).likely(features(scored, lead, first=first))
    foreign = scored.query.is_foreign(scored.stored.passage.language)
    return likelihood(logit_of(likely) + _FOREIGN) if foreign else likely


def relevance(scored: ScoredPassage, lead: float) -> float:
    """Return about the same for a passage that may be left out: without a look at its sentences."""
    weights = RELEVANT.weights
    value = weights["lead"] * lead + weights["sentence"] * scored.best_sentence + weights["common"] * scored.common
    return likelihood(value + RELEVANT.constant)


def assess(
    passages: Sequence[ScoredPassage],
    probabilities: Sequence[float],
    thresholds: Thresholds | None = None,
    *,
    unsure: bool,
) -> Assessment:
    """Assess whether any of the best passages answers, given best first with their probabilities.

    Nothing is answered where there is reason to be unsure, or where the first five hold no name of the question, or no
    number of it.
    """
    if not passages:
        return Assessment("none", 0.0, None)
    least, best = thresholds or SHIPPED, max(probabilities)
    confident, missing = confidence(passages, probabilities), _missing(passages)
    unsure = unsure or lacks(passages)
    carrier = passages[probabilities.index(best)]
    verdict: Verdict = "weak" if confident >= least.weak else "none"
    if confident >= least_for_answered(carrier, least) and best >= SURE and not unsure:
        verdict = "answered"
    return Assessment(verdict, confident, carrier.stored.row, _as_written(carrier.query, missing))


def least_for_answered(carrier: ScoredPassage, thresholds: Thresholds) -> float:
    """Return the confidence that "answered" needs; the regressions were fitted on English questions."""
    read = carrier.reading is not None or carrier.query.language in {None, "en"}
    return thresholds.answered if read else thresholds.answered_unread


def confidence(passages: Sequence[ScoredPassage], probabilities: Sequence[float]) -> float:
    """Return the probability that one of the first five passages answers: never less than the likeliest of all has.

    There is one passage at least; the probabilities are theirs, in the same order.
    """
    regression = MATCHED_TOGETHER if passages[0].reading is None else READ_TOGETHER
    return max(*probabilities, regression.likely(together(probabilities)))


def lacks(passages: Sequence[ScoredPassage]) -> bool:
    """Return whether the first five passages hold no name of the question, or no number of it; there is one passage."""
    asked, missing = passages[0].query.terms, _missing(passages)
    return any(bool(some) and some <= missing for some in (asked.names, asked.numbers))


def _missing(passages: Sequence[ScoredPassage]) -> frozenset[str]:
    """Return the terms of the question's names and numbers that none of the first five passages holds.

    In another language a name may be written with other letters: where the first passage is in one, none is missed.
    """
    first = passages[0]
    foreign, asked = first.query.is_foreign(first.stored.passage.language), first.query.terms
    sought = asked.numbers if foreign else asked.names | asked.numbers
    return sought.difference(*(it.held for it in passages[:SHOWN]))


def _as_written(query: Query, missing: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a question all of whose terms are missing, each once."""
    words = (it.word.written for it in query.words if it.terms and missing.issuperset(it.terms))
    return tuple({word.casefold(): word for word in words}.values())
