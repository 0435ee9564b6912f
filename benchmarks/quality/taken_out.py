"""Rank the passages of an index for a question as `Archive.ask` does, with some passages removed from the archive."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from qa.index.index import View
from qa.index.lexical.index import LexicalHits
from qa.index.store.articles import read_articles
from qa.index.store.passages import StoredPassage, read_passages
from qa.records import Article
from qa.retrieval.fusion import fuse
from qa.retrieval.near_duplicates import group_copies, wording
from qa.retrieval.query import Query, query_of
from qa.retrieval.question import parse
from qa.retrieval.ranking import Models, RankedPassage, words_cosine
from qa.retrieval.reranking import read
from qa.retrieval.scoring import ScoredPassage, score_passages
from qa.retrieval.verdict import leads
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Ranked:
    """The passages found for a question, best first, each with its near-duplicates."""

    query: Query
    passages: tuple[RankedPassage, ...]

    @property
    def leading(self) -> list[ScoredPassage]:
        """The best of each group of near-duplicates."""
        return [it.scored for it in self.passages]

    @property
    def groups(self) -> list[tuple[ScoredPassage, ...]]:
        """Each group, its best first."""
        return [(it.scored, *it.copies) for it in self.passages]


def rank(view: View, models: Models, settings: Settings, question: str, gone: Collection[int] = ()) -> Ranked:
    """Rank without the passages of some rows: neither search finds them, and their articles no longer hold them.

    Terms are weighted by their rarity in the whole archive; a few passages more or less hardly change it. What a
    question quotes need not be held.
    """
    searches, kept = view.snapshot, view.snapshot.catalogue.living_rows()
    kept[list(gone)] = False
    asked = parse(question)
    query = query_of(view, models.encoder, asked, models.encoder.encode_question(asked.words))
    dense = searches.dense.search(query.vector, settings.candidates, kept if gone else None)
    lexical = searches.lexical.search(query.terms.sought, settings.candidates + len(gone))
    places = np.flatnonzero(kept[lexical.rows])[: settings.candidates]
    lexical = LexicalHits(lexical.rows[places], lexical.scores[places])
    candidates = fuse(dense, lexical, searches.dense, query.vector)
    chosen: list[int] = candidates.rows[: settings.scored].tolist()
    stored = read_passages(view.connection, [*chosen, *gone])
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    scored = score_passages(
        query,
        [stored[row] for row in chosen],
        _without(articles, [stored[row] for row in gone]),
        candidates.cosines[: settings.scored].tolist(),
    )
    wordings = [wording(it.article.file, it.stored.passage.text) for it in scored]
    groups = group_copies(wordings, words_cosine(models.encoder, scored))
    copies = {scored[group[0]].stored.row: tuple(scored[at] for at in group[1:]) for group in groups}
    leading = [scored[group[0]] for group in groups]
    if models.reader is not None:
        leading = read(query.text, leading, models.reader, settings.read)
    shares = leads([it.matched for it in leading]).tolist()
    both = zip(leading, shares, strict=True)
    return Ranked(query, tuple(RankedPassage(it, copies[it.stored.row], share) for it, share in both))


def _without(articles: Mapping[int, Article], gone: Collection[StoredPassage]) -> Mapping[int, Article]:
    """Blank passages in their articles' texts, so that other passages stay where they are."""
    left = dict(articles)
    for it in gone:
        article, passage = left[it.article_row], it.passage
        blank = " " * (passage.end - passage.start)
        text = article.text[: passage.start] + blank + article.text[passage.end :]
        left[it.article_row] = replace(article, text=text)
    return left
