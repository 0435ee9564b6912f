"""Tell which of the candidates for a question bear on it: what is counted, and what is put in the order of dates.

Candidates are found for any question, and most of them are beside its point.
"""

from collections.abc import Sequence

from qa.retrieval.near_duplicates import group_copies, wording
from qa.retrieval.scoring import Weighed
from qa.retrieval.verdict import leads_over, probability

FLOOR = 0.003
"""The least probability of answering, without a reader: 99% of the passages that answer a question have more, and 5% of
its other candidates (benchmarks/quality/fit/relevance_floor.py)."""


def relevant(candidates: Sequence[Weighed], compared: int) -> list[Weighed]:
    """Choose the candidates that bear on the question, in the order given; the first few are what leads are over."""
    likely = probabilities(candidates, compared)
    return [it for it, its_own in zip(candidates, likely, strict=True) if its_own >= FLOOR]


def probabilities(candidates: Sequence[Weighed], compared: int) -> list[float]:
    """Give the probability that each answers, as far as can be told before any is read."""
    leads = leads_over([it.matched for it in candidates], _rivals(candidates[:compared]))
    return [probability(it, lead) for it, lead in zip(candidates, leads.tolist(), strict=True)]


def _rivals(first: Sequence[Weighed]) -> list[float]:
    """Give the scores of the first candidates, the best alone of copies: a report in fifty outlets is one rival."""
    ordered = sorted(first, key=lambda it: (-it.matched, it.stored.row))
    wordings = [wording(it.article.file, it.stored.passage.text) for it in ordered]
    groups = group_copies(wordings, lambda _first, _second: 0.0)  # to encode them would take longer than all else
    return [ordered[group[0]].matched for group in groups]
