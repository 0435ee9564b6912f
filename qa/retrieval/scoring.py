"""Weigh the candidates: what the passage means, its best sentence, its words and their order, the words of its
article, whether it holds the kind of answer that is asked for, and whether it has room for one.

Every part is absolute: it does not depend on which other passages were found, so that paging and filters leave a
passage's score as it is. The weights were set on questions over news and over an encyclopedia (benchmarks/quality).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from qa.articles.plain_text import plain
from qa.index.lexical.words import terms
from qa.index.store.passages import StoredPassage
from qa.models.encoder.protocol import Vectors
from qa.models.reader.protocol import ReaderOutput
from qa.records import Article, Passage
from qa.retrieval.answer_type import AnswerKind
from qa.retrieval.term_weights import QuestionTerms, held_terms

_PASSAGE, _SENTENCE, _WORDS, _ARTICLE, _PAIRS, _KIND, _LENGTH = 0.17, 0.26, 0.21, 0.14, 0.10, 0.07, 0.05
_LONG = 240
"""A passage of fewer characters is near to whatever it mentions, and seldom says more."""
READER, RERANKER = "reader", "reranker"
_STRETCH = 50_000
"""Of a long article, stretches of so many characters count as a passage's article's words: its own and both beside."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question in every form that passages are compared with."""

    text: str
    """As read: with misspelt words replaced."""
    vector: Vectors
    words: QuestionTerms
    kind: AnswerKind


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with what its rank, its mark and its probability are made of."""

    stored: StoredPassage
    article: Article
    sentence_cosines: NDArray[np.float32]
    common: float
    """The share of the question's words, names apart, that the passage holds without its headline."""
    names: float
    """The share of the question's names that the passage holds, headline included."""
    numbers: float
    """The share of its numbers, likewise."""
    parts: Mapping[str, float]
    reading: ReaderOutput | None = None
    """What a reader says of it, if one has read it."""

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(self.parts.values())

    @property
    def matched(self) -> float:
        """The sum of the parts without a reader's and a reranker's: what probabilities were fitted on."""
        return sum(part for name, part in self.parts.items() if name not in {READER, RERANKER})

    @property
    def best_sentence(self) -> float:
        """The cosine of the sentence nearest to the question."""
        return float(self.sentence_cosines.max(initial=-1.0))


def weigh(
    query: Query, stored: Sequence[StoredPassage], articles: Mapping[int, Article], cosines: Sequence[float]
) -> list[Weighed]:
    """Weigh candidates and order them best first."""

    @cache
    def terms_between(article_row: int, start: int, end: int) -> frozenset[str]:
        return held_terms(articles[article_row].text[start:end])

    def weigh_one(passage: StoredPassage, cosine: float) -> Weighed:
        article = articles[passage.article_row]
        first, last = passage.passage.start // _STRETCH, passage.passage.end // _STRETCH
        around = terms_between(passage.article_row, max(first - 1, 0) * _STRETCH, (last + 2) * _STRETCH)
        return _weigh_one(query, passage, article, around, cosine)

    weighed = [weigh_one(passage, cosine) for passage, cosine in zip(stored, cosines, strict=True)]
    return best_first(weighed)


def best_first(weighed: Iterable[Weighed]) -> list[Weighed]:
    """Order candidates; equal scores by file and place, however the index came to be."""
    return sorted(weighed, key=lambda it: (-it.score, it.article.file, it.stored.passage.start))


def headline_terms(article: Article, passage: Passage) -> frozenset[str]:
    """Give the terms of what stands over a passage: its article's headline, its own heading."""
    return held_terms("\n".join(part for part in (article.title, passage.heading) if part))


def room(passage: Passage) -> float:
    """Say how much room a passage has for an answer: 1 for a paragraph of usual length, less for a single line."""
    return min(len(passage.text) / _LONG, 1.0)


def _weigh_one(query: Query, stored: StoredPassage, article: Article, around: frozenset[str], cosine: float) -> Weighed:
    passage, asked = stored.passage, query.words
    headline = headline_terms(article, passage)
    words = terms(passage.text)
    own = frozenset(words)
    sentence_cosines = stored.sentence_vectors @ query.vector
    parts = {
        "passage": _PASSAGE * cosine,
        "sentence": _SENTENCE * float(sentence_cosines.max(initial=0.0)),
        "words": _WORDS * asked.coverage(own | headline),
        "article": _ARTICLE * asked.coverage(around | headline),
        "phrases": _PAIRS * asked.pair_share(words),
        "kind": _KIND * any(query.kind.held_by(plain(it.text)) for it in stored.sentences),
        "length": _LENGTH * room(passage),
    }
    return Weighed(
        stored=stored,
        article=article,
        sentence_cosines=sentence_cosines,
        common=asked.coverage(own, asked.common),
        names=asked.coverage(own | headline, asked.names),
        numbers=asked.coverage(own | headline, asked.numbers),
        parts=MappingProxyType(parts),
    )
