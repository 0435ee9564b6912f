"""Let a reranker judge the best candidates: what it says becomes another part of their score."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from qa.articles.plain_text import plain
from qa.models.reranker import Reranker
from qa.retrieval.scoring import RERANKER, Weighed, best_first

_WEIGHT = 0.5
"""Of a judgement from 0 to 1; the first fifty candidates differ by some .3 in all other parts together."""


def rerank(question: str, weighed: Sequence[Weighed], reranker: Reranker, first: int) -> list[Weighed]:
    """Let the first few be judged, headline and heading before the passage, and order all anew."""
    judged = reranker.likelihoods(question, [_read(it) for it in weighed[:first]])
    return best_first(
        [
            *(_with_judgement(it, float(likely)) for it, likely in zip(weighed[:first], judged, strict=True)),
            *weighed[first:],
        ]
    )


def _read(it: Weighed) -> str:
    passage = it.stored.passage
    return "\n".join(plain(part) for part in (it.article.title, passage.heading, passage.text) if part)


def _with_judgement(it: Weighed, likely: float) -> Weighed:
    return replace(it, parts=MappingProxyType({**it.parts, RERANKER: _WEIGHT * likely}))
