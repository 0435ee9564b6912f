"""Decide which passages are relevant to a question: one set for each, whatever its filters, its order and its limit.

Of a question it is counted among the passages closest to it in the whole archive, and a filter only takes away from
it: a search inside a filter finds more, and would call more relevant. Of a topic it is all that holds its words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Self

import numpy as np

from qa.index.dense.protocol import Rows
from qa.index.filters import Filters
from qa.index.index import View
from qa.retrieval.candidates import candidates, score_rows
from qa.retrieval.near_duplicates import group_copies
from qa.retrieval.query import Query
from qa.retrieval.question import Question
from qa.retrieval.scope import Scope, scope_of
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.verdict import leads_over, relevance
from qa.settings import Settings

_IN_A_ROW = 25
"""After this many of the closest in a row that are not relevant, hardly any is: of 670 among the first 200 for 53
questions over 560 articles, 664 stand before, and for half of the questions no more is scored than to answer them."""
RELEVANCE_FLOOR = 0.003
"""The least probability of answering, without a reader: 99% of the passages that answer a question have more, and 5% of
its other candidates (benchmarks/quality/fit/relevance_floor.py)."""


@dataclass(frozen=True, slots=True)
class Relevant:
    """The passages that are relevant to a question, copies too, best first."""

    rows: Rows
    among: int | None
    """Among how many of the closest they were looked for; None where among all."""
    scored: Mapping[int, ScoredPassage]
    """What was scored to find them, by row."""

    def within(self, view: View, filters: Filters) -> Self:
        """Return those whose articles satisfy a filter."""
        if filters.empty:
            return self
        return replace(self, rows=self.rows[view.snapshot.catalogue.mask(filters, view.connection)[self.rows]])


@dataclass(frozen=True, slots=True)
class Search:
    """A query, the passages that it is put to, and those of them that are relevant."""

    query: Query
    scope: Scope
    relevant: Relevant
    unheld: tuple[str, ...]
    """Quoted words that are not insisted on: no passage holds them, each or all of them together."""


def search_for(
    view: View, question: Question, query: Query, filters: Filters, find: Callable[[Scope], Relevant]
) -> Search:
    """Return what a question is searched by, given its query and who finds what is relevant without filters."""
    scope = everywhere = scope_of(view, question, whole_archive(view, filters))
    if not filters.empty:  # what no passage at all holds is not insisted on inside a filter either
        scope = scope_of(view, replace(question, required=everywhere.required), filters)
    unheld = tuple(it for it in question.required if it not in scope.required)
    return Search(query, scope, find(everywhere).within(view, filters), unheld)


def whole_archive(view: View, filters: Filters) -> Filters:
    """Return what of some filters chooses between the versions of articles, which the rest only take away from."""
    older = view.snapshot.catalogue.names_older(filters.files, view.connection)
    return Filters(as_of=filters.as_of, files=filters.files if older else frozenset())


def find_relevant(view: View, settings: Settings, query: Query, everywhere: Scope) -> Relevant:
    """Find what is relevant in a scope that no filter narrows; neither a reader nor a reranker is asked.

    Of a question the closest are looked through until some in a row are not relevant: to score many takes long.
    """
    if query.kind == "topic":
        return Relevant(everywhere.holding_all(query.terms.sought).rows, None, {})
    closest = candidates(view, settings, query, everywhere)
    scored = dict[int, ScoredPassage]()
    found, others, step = list[int](), list[float](), settings.scored
    while rows := dict(islice(closest, min(step, settings.candidates - len(scored)))):
        new = {it.stored.row: it for it in score_rows(view, query, rows)}
        others = others or rivals(list(new.values()))
        found += [it.stored.row for it in relevant([new[row] for row in rows], others)]
        scored |= new
        if not found or found[-1] not in list(rows)[-_IN_A_ROW:]:
            break
        step = _IN_A_ROW
    among = None if next(closest, None) is None else len(scored)
    return Relevant(np.array(found, dtype=np.int64), among, scored)


def relevant(candidates: Sequence[ScoredPassage], others: Sequence[float]) -> list[ScoredPassage]:
    """Return the candidates that are relevant, in the order given, given the scores of their rivals.

    Candidates are found for any question, and most of them are beside its point.
    """
    likely = probabilities(candidates, others)
    return [it for it, its_own in zip(candidates, likely, strict=True) if its_own >= RELEVANCE_FLOOR]


def probabilities(candidates: Sequence[ScoredPassage], others: Sequence[float]) -> list[float]:
    """Return the probability that each answers, as far as it is known before any is read."""
    shares = leads_over([it.matched for it in candidates], others)
    return [relevance(it, lead) for it, lead in zip(candidates, shares.tolist(), strict=True)]


def rivals(first: Sequence[ScoredPassage]) -> list[float]:
    """Return the scores of the first candidates, of near-duplicates the best: a report in fifty outlets is one."""
    ordered = sorted(first, key=lambda it: (-it.matched, it.stored.row))
    groups = group_copies([it.wording for it in ordered], lambda _first, _second: 0.0)  # to encode them takes long
    return [ordered[group[0]].matched for group in groups]
