"""Rank passages for a question: search twice, fuse, score in blocks, group near-duplicates, read the first.

Blocks have a fixed size and each is ordered by itself, so that a longer list begins with the shorter one, pages join
up, and the verdict, which looks at the first block only, does not depend on how many results are asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from qa.index.filters import date_number
from qa.index.index import View
from qa.models.encoder.protocol import Encoder
from qa.models.reader.protocol import Reader
from qa.models.reranker import Reranker
from qa.records import SearchRequest, Topic
from qa.retrieval.candidates import candidates, first_candidates, score_rows
from qa.retrieval.gathering import gather
from qa.retrieval.near_duplicates import group_copies, wording
from qa.retrieval.query import Query
from qa.retrieval.reranking import read, rerank
from qa.retrieval.scope import Scope
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.verdict import Assessment, assess, leads, leads_over, probability, relevance
from qa.settings import Settings

RELEVANCE_FLOOR = 0.003
"""The least probability of answering, without a reader: 99% of the passages that answer a question have more, and 5% of
its other candidates (benchmarks/quality/fit/relevance_floor.py)."""


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage in its place, with its near-duplicates and how likely it is that it answers; None for a topic."""

    scored: ScoredPassage
    copies: tuple[ScoredPassage, ...]
    probability: float | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages for a search in the order asked for, and whether the best of them answer a question."""

    ranked: tuple[RankedPassage, ...]
    assessment: Assessment | None
    """None for a topic."""
    topic: Topic | None = None

    @property
    def best(self) -> int | None:
        """The rank, from 1, of the passage that carries the verdict; None where there is none."""
        rows = [it.scored.stored.row for it in self.ranked]
        row = None if self.assessment is None else self.assessment.carried_by
        return rows.index(row) + 1 if row in rows else None


@dataclass(frozen=True, slots=True)
class Models:
    """The networks that a question is answered with."""

    encoder: Encoder
    reader: Reader | None = None
    reranker: Reranker | None = None


def rank(view: View, models: Models, settings: Settings, request: SearchRequest, query: Query, scope: Scope) -> Ranking:
    """Rank at least as many passages as are to be shown, as far as there are any, in the order asked for.

    What is ordered by date is the same set whatever the page: the relevant ones among the first candidates.
    """
    if request.by_date:
        wanted, chosen = settings.candidates, iter(first_candidates(view, settings, query, scope).items())
    else:
        wanted, chosen = request.offset + request.limit, candidates(view, settings, query, scope)
    found = gather(blocks(view, models, settings, query, chosen), wanted, models.encoder)
    leading, first = list(found.leading), found.first
    if models.reader is not None and settings.read:  # to load it for nothing takes longer than the question
        leading = [*read(query.text, leading[:first], models.reader, settings.read), *leading[first:]]
    shares = leads([it.matched for it in leading], first).tolist()
    likely = [
        probability(it, share, first=place == 0) for place, (it, share) in enumerate(zip(leading, shares, strict=True))
    ]
    assessment = assess(leading[:first], likely[:first], unsure=bool(scope.unheld) or query.vague is not None)
    likely[first:] = [min(its_own, assessment.confidence) for its_own in likely[first:]]  # the verdict saw none of them
    ranked = tuple(
        RankedPassage(it, found.copies[it.stored.row], its_own) for it, its_own in zip(leading, likely, strict=True)
    )
    if request.by_date:
        ranked = by_date(_relevant_or_first(ranked, found.scored, settings.scored), newest=request.order == "newest")
    return Ranking(ranked, assessment)


def relevant(candidates: Sequence[ScoredPassage], compared: int) -> list[ScoredPassage]:
    """Return the candidates that are relevant, in the order given; the first few are what leads are over.

    Candidates are found for any question, and most of them are beside its point.
    """
    likely = probabilities(candidates, compared)
    return [it for it, its_own in zip(candidates, likely, strict=True) if its_own >= RELEVANCE_FLOOR]


def probabilities(candidates: Sequence[ScoredPassage], compared: int) -> list[float]:
    """Return the probability that each answers, as far as it is known before any is read."""
    shares = leads_over([it.matched for it in candidates], _rivals(candidates[:compared]))
    return [relevance(it, lead) for it, lead in zip(candidates, shares.tolist(), strict=True)]


def _rivals(first: Sequence[ScoredPassage]) -> list[float]:
    """Return the scores of the first candidates, of near-duplicates the best: a report in fifty outlets is one."""
    ordered = sorted(first, key=lambda it: (-it.matched, it.stored.row))
    wordings = [wording(it.article.file, it.stored.passage.text) for it in ordered]
    groups = group_copies(wordings, lambda _first, _second: 0.0)  # to encode them would take longer than all else
    return [ordered[group[0]].matched for group in groups]


def _relevant_or_first(
    ranked: tuple[RankedPassage, ...], scored: Sequence[ScoredPassage], compared: int
) -> tuple[RankedPassage, ...]:
    """Return the relevant ones; where none is, the first block, so that there is an answer."""
    rows = {it.stored.row for it in relevant(scored, compared) or scored[:compared]}
    return tuple(it for it in ranked if any(one.stored.row in rows for one in (it.scored, *it.copies)))


def by_date(ranked: Sequence[RankedPassage], *, newest: bool) -> tuple[RankedPassage, ...]:
    """Order passages by date; those whose article states no year come last, and equal dates stay best first."""
    dated = [it for it in ranked if date_number(it.scored.article.date) is not None]
    undated = [it for it in ranked if date_number(it.scored.article.date) is None]
    return (*sorted(dated, key=lambda it: it.scored.article.date or "", reverse=newest), *undated)


def blocks(
    view: View, models: Models, settings: Settings, query: Query, chosen: Iterator[tuple[int, float]]
) -> Iterator[list[ScoredPassage]]:
    """Score the candidates block by block, each ordered best first; a reranker reads the first of the first block."""
    reranker = models.reranker
    while block := list(islice(chosen, settings.scored)):
        scored = score_rows(view, query, dict(block))
        if reranker is not None:
            scored, reranker = rerank(query.text, scored, reranker, settings.reranked), None
        yield scored
