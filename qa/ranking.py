"""Rank passages for a question: search twice, fuse, weigh in blocks, fold copies.

Blocks have a fixed size and each is ordered by itself, so that a longer list begins with the shorter one, pages join
up, and the verdict, which looks at the first block only, does not depend on how many results are asked for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from qa.copies import Wording, group_copies, wording
from qa.encoder.protocol import Encoder, Vectors
from qa.fusion import Candidates, fuse
from qa.index import View
from qa.plain_text import plain
from qa.question import Question
from qa.reranker.protocol import Reranker
from qa.reranking import rerank
from qa.settings import Settings
from qa.store.articles import read_articles
from qa.store.passages import read_passages
from qa.verdict import confidence, leads
from qa.weighing import Query, Weighed, weigh

_FAR = 0.7
"""Passages whose vectors, headlines included, are so far apart are no copies by meaning: of all that are, none was
below .78."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage in its place, with its copies and its lead over the others."""

    weighed: Weighed
    copies: tuple[Weighed, ...]
    lead: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages for a question, best first, and how likely it is that one of the first answers."""

    ranked: tuple[Ranked, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Models:
    """What reads texts."""

    encoder: Encoder
    reranker: Reranker | None = None


def rank(view: View, models: Models, settings: Settings, asked: Question, query: Query) -> Ranking:
    """Rank at least as many passages as are to be shown, as far as there are any."""
    wanted = asked.offset + asked.limit
    if asked.order != "relevance":  # ordered by date is a set of one size, whatever the page
        wanted = max(wanted, settings.candidates)
    blocks = _blocks(view, models, settings, query, _candidates(view, settings, asked, query, wanted))
    weighed: list[Weighed] = []
    wordings: list[Wording] = []
    groups: list[list[int]] = []
    cosine = words_cosine(models.encoder, weighed)  # of what is in the list by then
    for block in blocks:
        weighed += block
        wordings += [wording(it.article.file, it.stored.passage.text) for it in block]
        if len(weighed) >= wanted and len(groups := group_copies(wordings, cosine)) >= wanted:
            break
    else:
        groups = group_copies(wordings, cosine)
    leading = [weighed[group[0]] for group in groups]
    first = sum(group[0] < settings.weighed for group in groups)
    shares = leads([it.matched for it in leading], first)
    return Ranking(
        tuple(
            Ranked(leading[place], tuple(weighed[other] for other in group[1:]), float(shares[place]))
            for place, group in enumerate(groups)
        ),
        confidence(query, leading[:first], float(shares[0]) if first else 0.0),
    )


def _candidates(view: View, settings: Settings, asked: Question, query: Query, wanted: int) -> Candidates:
    """Search by meaning and by words, filters first, and fuse; where more is wanted, the next nearest follow."""
    searches, vector = view.snapshot, query.vector
    filters = None if asked.filters.empty else asked.filters
    mask = None if filters is None else view.snapshot.catalogue.mask(filters, view.connection)
    dense = searches.dense.search(vector, settings.candidates, mask)
    lexical = searches.lexical.search(list(query.words.weights), settings.candidates, filters)
    fused = fuse(dense, lexical, searches.dense, vector)
    if 2 * wanted <= len(fused.rows):
        return fused
    deeper = searches.dense.search(vector, settings.candidates + 2 * wanted, mask)
    new = ~np.isin(deeper.rows, fused.rows)
    return Candidates(
        np.concatenate([fused.rows, deeper.rows[new]]), np.concatenate([fused.cosines, deeper.cosines[new]])
    )


def _blocks(
    view: View, models: Models, settings: Settings, query: Query, candidates: Candidates
) -> Iterator[list[Weighed]]:
    """Weigh the candidates block by block, each ordered best first; a reranker reads the first of the first block."""
    for start in range(0, len(candidates.rows), settings.weighed):
        block = slice(start, start + settings.weighed)
        rows = candidates.rows[block].tolist()
        stored = read_passages(view.connection, rows)
        articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
        cosines = candidates.cosines[block].tolist()
        weighed = weigh(query, [stored[row] for row in rows], articles, cosines)
        if models.reranker is not None and start == 0:
            weighed = rerank(query.text, weighed, models.reranker, settings.reranked)
        yield weighed


def words_cosine(encoder: Encoder, weighed: list[Weighed]) -> Callable[[int, int], float]:
    """Compare two passages by their words alone, headline and heading apart; each is encoded once if ever.

    Encoding takes long, so those whose stored vectors are far apart are compared by these.
    """

    @cache
    def vector(place: int) -> Vectors:
        encoded: Vectors = encoder.encode_passages([plain(weighed[place].stored.passage.text)])[0]
        return encoded

    def cosine(first: int, second: int) -> float:
        stored = float(weighed[first].stored.vector @ weighed[second].stored.vector)
        return stored if stored < _FAR else float(vector(first) @ vector(second))

    return cosine
