"""Rank the passages of an index for a question as `Archive.ask` does, with some passages taken out of the archive."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from qa.answer_kind import kind_asked
from qa.copies import group_copies, wording
from qa.encoder.protocol import Encoder
from qa.fusion import fuse
from qa.index import View
from qa.lexical.index import LexicalHits
from qa.ranking import words_cosine
from qa.records import Article
from qa.settings import Settings
from qa.spelling import spell
from qa.store.articles import read_articles
from qa.store.passages import StoredPassage, read_passages
from qa.terms import weigh_terms
from qa.verdict import leads
from qa.weighing import Query, Weighed, weigh


@dataclass(frozen=True, slots=True)
class Ranked:
    """The groups of copies found for a question, best first."""

    query: Query
    groups: tuple[tuple[Weighed, ...], ...]
    """Each group's best first."""
    leads: tuple[float, ...]
    """For each group, its log share among the first fifty."""

    @property
    def leading(self) -> list[Weighed]:
        """The best of each group."""
        return [group[0] for group in self.groups]


def rank(view: View, encoder: Encoder, settings: Settings, question: str, gone: Collection[int] = ()) -> Ranked:
    """Rank without the passages of some rows: neither search finds them, and their articles no longer hold them.

    Words are weighed by their rarity in the whole archive; a few passages more or less hardly change it.
    """
    searches, kept = view.snapshot, view.snapshot.catalogue.living_rows()
    kept[list(gone)] = False
    question = spell(question, view, encoder).question
    vector = encoder.encode_question(question)
    words = weigh_terms(question, searches.lexical)
    query = Query(question, vector, words, kind_asked(question))
    dense = searches.dense.search(vector, settings.candidates, kept if gone else None)
    lexical = searches.lexical.search(list(words.weights), settings.candidates + len(gone))
    places = np.flatnonzero(kept[lexical.rows])[: settings.candidates]
    lexical = LexicalHits(lexical.rows[places], lexical.scores[places])
    candidates = fuse(dense, lexical, searches.dense, vector)
    chosen: list[int] = candidates.rows[: settings.weighed].tolist()
    stored = read_passages(view.connection, [*chosen, *gone])
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    weighed = weigh(
        query,
        [stored[row] for row in chosen],
        _without(articles, [stored[row] for row in gone]),
        candidates.cosines[: settings.weighed].tolist(),
    )
    wordings = [wording(it.article.file, it.stored.passage.text) for it in weighed]
    groups = group_copies(wordings, words_cosine(encoder, weighed))
    shares = leads([weighed[group[0]].matched for group in groups])
    return Ranked(query, tuple(tuple(weighed[at] for at in group) for group in groups), tuple(shares.tolist()))


def _without(articles: Mapping[int, Article], gone: Collection[StoredPassage]) -> Mapping[int, Article]:
    """Blank passages in their articles' texts, so that other passages stay where they are."""
    left = dict(articles)
    for it in gone:
        article, passage = left[it.article_row], it.passage
        blank = " " * (passage.end - passage.start)
        text = article.text[: passage.start] + blank + article.text[passage.end :]
        left[it.article_row] = replace(article, text=text)
    return left
