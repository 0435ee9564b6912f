"""Rank passages for a question: search twice, fuse, score in blocks, group near-duplicates, read the first.

Blocks have a fixed size and each is ordered by itself, so that a longer list begins with the shorter one, pages join
up, and the verdict, which looks at the first block only, does not depend on how many results are asked for. What is
relevant stands before everything else, in any order.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain, islice

from qa.index.filters import date_number
from qa.index.index import View
from qa.models.encoder.protocol import Encoder
from qa.models.reader.protocol import Reader
from qa.models.reranker import Reranker
from qa.records import SearchRequest, Topic
from qa.retrieval.candidates import candidates, score_rows
from qa.retrieval.differing_answers import differing_answers
from qa.retrieval.gathering import gather
from qa.retrieval.relevance import Search
from qa.retrieval.reranking import read, rerank
from qa.retrieval.scoring import ScoredPassage, best_first
from qa.retrieval.verdict import Assessment, assess, leads, probability
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage in its place, with its near-duplicates and how likely it is that it answers, where that is judged."""

    scored: ScoredPassage
    copies: tuple[ScoredPassage, ...]
    probability: float | None
    relevant: bool
    """Whether it is, or a copy of it."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages for a search in the order asked for, and whether the best of them answer a question."""

    ranked: tuple[RankedPassage, ...]
    assessment: Assessment | None
    """None for a topic, and for a question in a language that is not read."""
    topic: Topic | None = None
    judged: tuple[ScoredPassage, ...] = ()
    """Those of the first block, best first, of which the assessment is made."""
    differing: tuple[int, ...] = ()
    """The rows of the passages whose answers differ by day, the newest first."""

    @property
    def best(self) -> int | None:
        """The rank, from 1, of the passage that carries the verdict; None where there is none."""
        row = None if self.assessment is None else self.assessment.carried_by
        return None if row is None else self.ranks.get(row)

    @property
    def ranks(self) -> dict[int, int]:
        """The rank of each passage, from 1, by its row."""
        return {it.scored.stored.row: rank for rank, it in enumerate(self.ranked, start=1)}


@dataclass(frozen=True, slots=True)
class Models:
    """The networks that a question is answered with."""

    encoder: Encoder
    reader: Reader | None = None
    reranker: Reranker | None = None


def rank(view: View, models: Models, settings: Settings, request: SearchRequest, search: Search) -> Ranking:
    """Rank at least as many passages as are to be shown, as far as there are any, in the order asked for.

    All that is relevant is ranked whatever the page, and so are the first candidates where the order is by date.
    """
    query, relevant = search.query, frozenset(search.relevant.rows.tolist())
    chosen = candidates(view, settings, query, search.scope)
    wanted = request.offset + request.limit
    if request.by_date:
        chosen, wanted = islice(chosen, settings.candidates), settings.candidates + len(relevant)
    first_block = dict(islice(chosen, settings.scored))
    further = {it: 0.0 for it in search.relevant.rows.tolist() if it not in first_block}  # their scores are known
    beyond = ((row, cosine) for row, cosine in chosen if row not in further)
    rows = chain(first_block.items(), further.items(), beyond)
    found = gather(
        blocks(view, models, settings, search, rows), wanted, models.encoder, len(first_block) + len(further)
    )
    leading, first = list(found.leading), found.first
    if query.readable:  # nobody can tell whether they answer
        unjudged = [ranked_passage(it, found.copies[it.stored.row], None, relevant) for it in leading]
        return Ranking(in_order(unjudged, request), None)
    if models.reader is not None and settings.read:  # to load it for nothing takes longer than the question
        leading = [*read(query.text, leading[:first], models.reader, settings.read), *leading[first:]]
    shares = leads([it.matched for it in leading], first).tolist()
    likely = [
        probability(it, share, first=place == 0) for place, (it, share) in enumerate(zip(leading, shares, strict=True))
    ]
    unsure = bool(search.unheld) or query.vague is not None
    assessment = assess(leading[:first], likely[:first], settings.thresholds, unsure=unsure)
    likely[first:] = [min(its_own, assessment.confidence) for its_own in likely[first:]]  # the verdict saw none of them
    differing = differing_answers(leading, likely)
    ranked = [
        ranked_passage(leading[place], found.copies[leading[place].stored.row], likely[place], relevant)
        for place in newest_first(len(leading), differing)
    ]
    return Ranking(
        in_order(ranked, request),
        carried_by_newest(assessment, [leading[it].stored.row for it in differing]),
        judged=tuple(leading[:first]),
        differing=tuple(leading[it].stored.row for it in differing),
    )


def newest_first(count: int, differing: Sequence[int]) -> list[int]:
    """Return the places of a list in their new order: answers that differ by day change places with each other."""
    order = list(range(count))
    for place, it in zip(sorted(differing), differing, strict=True):
        order[place] = it
    return order


def carried_by_newest(assessment: Assessment, differing: Sequence[int]) -> Assessment:
    """Return an assessment that the newest of the answers carries that differ by day, given the rows of all of them."""
    return replace(assessment, carried_by=differing[0]) if assessment.carried_by in differing else assessment


def ranked_passage(
    lead: ScoredPassage, copies: tuple[ScoredPassage, ...], probability: float | None, relevant: Set[int]
) -> RankedPassage:
    """Return a passage that leads its copies; they are relevant together."""
    return RankedPassage(lead, copies, probability, any(it.stored.row in relevant for it in (lead, *copies)))


def in_order(ranked: Sequence[RankedPassage], request: SearchRequest) -> tuple[RankedPassage, ...]:
    """Return what is relevant, then the rest, each best first or by date."""
    parts = [it for it in ranked if it.relevant], [it for it in ranked if not it.relevant]
    if request.by_date:
        parts = by_date(parts[0], newest=request.order == "newest"), by_date(parts[1], newest=request.order == "newest")
    return (*parts[0], *parts[1])


def by_date(ranked: Sequence[RankedPassage], *, newest: bool) -> list[RankedPassage]:
    """Order passages by date; those whose article states no year come last, and equal dates stay best first."""
    dated = [it for it in ranked if date_number(it.scored.article.date) is not None]
    undated = [it for it in ranked if date_number(it.scored.article.date) is None]
    return [*sorted(dated, key=lambda it: it.scored.article.date or "", reverse=newest), *undated]


def blocks(
    view: View, models: Models, settings: Settings, search: Search, chosen: Iterator[tuple[int, float]]
) -> Iterator[list[ScoredPassage]]:
    """Score the candidates block by block, each ordered best first; a reranker reads the first of the first block."""
    reranker, known = models.reranker, search.relevant.scored
    while block := dict(islice(chosen, settings.scored)):
        new = {row: cosine for row, cosine in block.items() if row not in known}
        scored = best_first([*(known[row] for row in block if row in known), *score_rows(view, search.query, new)])
        if reranker is not None:
            scored, reranker = rerank(search.query.text, scored, reranker, settings.reranked), None
        yield scored
