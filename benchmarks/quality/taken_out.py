"""Rank the passages of an index for a question as `Archive.ask` does, with some passages removed from the archive."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from qa.index.index import View
from qa.index.lexical.index import LexicalHits
from qa.index.store.articles import read_articles
from qa.index.store.passages import StoredPassage, read_passages
from qa.records import Article
from qa.retrieval.candidates import fused_for
from qa.retrieval.gathering import gather
from qa.retrieval.query import Query
from qa.retrieval.ranking import Models
from qa.retrieval.reranking import read
from qa.retrieval.scoring import ScoredPassage, score_passages
from qa.retrieval.verdict import leads
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Ranked:
    """The passages found for a question, best first."""

    query: Query
    groups: tuple[tuple[ScoredPassage, ...], ...]
    """Each with its near-duplicates behind it."""
    leads: tuple[float, ...]

    @property
    def leading(self) -> list[ScoredPassage]:
        """The best of each group of near-duplicates."""
        return [group[0] for group in self.groups]


def rank(view: View, models: Models, settings: Settings, query: Query, gone: Collection[int] = ()) -> Ranked:
    """Rank without the passages of some rows: neither search finds them, and their articles no longer hold them.

    Terms are weighted by their rarity in the whole archive; a few passages more or less hardly change it. What a
    question quotes need not be held.
    """
    searches, kept = view.snapshot, view.snapshot.catalogue.living_rows()
    kept[list(gone)] = False
    dense = searches.dense.search(query.vector, settings.candidates, kept if gone else None)
    lexical = searches.lexical.search(query.terms.sought, settings.candidates + len(gone))
    places = np.flatnonzero(kept[lexical.rows])[: settings.candidates]
    lexical = LexicalHits(lexical.rows[places], lexical.scores[places])
    candidates = fused_for(view, query, dense, lexical)
    chosen: list[int] = candidates.rows[: settings.scored].tolist()
    stored = read_passages(view.connection, [*chosen, *gone])
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    scored = score_passages(
        query,
        [stored[row] for row in chosen],
        _without(articles, [stored[row] for row in gone]),
        candidates.cosines[: settings.scored].tolist(),
    )
    found = gather([scored], len(scored), models.encoder)
    leading = list(found.leading)
    if models.reader is not None:
        leading = read(query.text, leading, models.reader, settings.read)
    groups = tuple((it, *found.copies[it.stored.row]) for it in leading)
    return Ranked(query, groups, tuple(leads([it.matched for it in leading]).tolist()))


def _without(articles: Mapping[int, Article], gone: Collection[StoredPassage]) -> Mapping[int, Article]:
    """Blank passages in their articles' texts, so that other passages stay where they are."""
    left = dict(articles)
    for it in gone:
        article, passage = left[it.article_row], it.passage
        blank = " " * (passage.end - passage.start)
        text = article.text[: passage.start] + blank + article.text[passage.end :]
        left[it.article_row] = replace(article, text=text)
    return left
