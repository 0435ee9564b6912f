"""Score the candidates: what the passage means, its best sentence, its words and their order, the words of its
article, whether it holds the type of answer that is asked for, and whether it has room for one.

Every part is absolute: it does not depend on which other passages were found, so that paging and filters leave a
passage's score as it is. The weights were set on questions over news and over an encyclopedia (benchmarks/quality).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import log10

import numpy as np
from numpy.typing import NDArray

from qa.articles.dates import full_date
from qa.articles.plain_text import plain
from qa.index.lexical.words import held_terms, read_terms
from qa.index.store.passages import StoredPassage
from qa.models.reader.protocol import ReaderOutput
from qa.records import Article, Parts, Passage, Sentence
from qa.retrieval.answer_sentence import choose_answer_sentence
from qa.retrieval.event_times import agreement, stated_months
from qa.retrieval.near_duplicates import Wording, wording
from qa.retrieval.query import Query

_PASSAGE, _SENTENCE, _WORDS, _ARTICLE, _PAIRS, _ANSWER_TYPE, _LENGTH = 0.17, 0.26, 0.21, 0.14, 0.10, 0.07, 0.05
_LONG = 240
"""A passage of fewer characters is near to whatever it mentions, and seldom says more."""
READER, RERANKER, NEWEST, TIME = "reader", "reranker", "newest", "time"
_NEWEST, _OLDEST = 0.03, 10_000
"""What counts for an article of the day that “latest” is read against, and after how many days nothing is left of it;
each tenfold age takes a fourth. It orders what is level: of 356 questions over 800 articles the two first results
differ by .12 in the median, and with dates drawn over ten years one first result in a thousand is no longer right
(hit@1 .851 to .850). Where the right article alone is ten years old and all others are of the day, six in a hundred."""
_TIME = 0.10
"""What counts for stating the time that is asked about: of 495 questions with times over 320 long articles the first
passage is right for .457, without it for .370. News lose nothing by it, and would by more (benchmarks/quality)."""
_STRETCH = 50_000
"""Of a long article, only this many characters around a passage, and as many before and after, count as its words."""


@dataclass(frozen=True)
class ScoredPassage:
    """A candidate with what its rank, its answer sentence and its probability are made of."""

    query: Query
    stored: StoredPassage
    article: Article
    sentence_cosines: NDArray[np.float32]
    """One a sentence, shape (n,)."""
    common: float
    """The share of the question's words, names apart, that the passage holds without its headline."""
    held: frozenset[str]
    """The terms of the question that the passage holds, headline included."""
    numbers: float
    """The share of the question's numbers that are among them."""
    parts: Parts
    reading: ReaderOutput | None = None
    """What the reader says of it, if it has read it."""

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(self.parts.values())

    @property
    def matched(self) -> float:
        """The sum of the parts that probabilities were fitted on: without the reader, the reranker and times."""
        return sum(part for name, part in self.parts.items() if name not in {READER, RERANKER, NEWEST, TIME})

    @property
    def best_sentence(self) -> float:
        """The cosine of the sentence nearest to the question."""
        return float(self.sentence_cosines.max(initial=-1.0))

    @cached_property
    def wording(self) -> Wording:
        """What near-duplicates are found by."""
        return wording(self.article.file, self.stored.passage.text)

    @cached_property
    def answer_sentence(self) -> Sentence:
        """The sentence that answers, chosen once for the verdict and the evidence."""
        headline = headline_terms(self.article, self.stored.passage)
        read = None if self.reading is None else self.reading.sentences
        return choose_answer_sentence(self.query, self.stored, headline, self.sentence_cosines, read)


def score_passages(
    query: Query, stored: Sequence[StoredPassage], articles: Mapping[int, Article], cosines: Sequence[float]
) -> list[ScoredPassage]:
    """Score candidates and order them best first."""

    @cache
    def terms_between(article_row: int, start: int, end: int, language: str | None) -> frozenset[str]:
        return held_terms(articles[article_row].text[start:end], language)

    def score(passage: StoredPassage, cosine: float) -> ScoredPassage:
        article = articles[passage.article_row]
        first, last = passage.passage.start // _STRETCH, passage.passage.end // _STRETCH
        start, end = max(first - 1, 0) * _STRETCH, (last + 2) * _STRETCH
        around = terms_between(passage.article_row, start, end, passage.passage.language)
        return _score(query, passage, article, around, cosine)

    return best_first(score(passage, cosine) for passage, cosine in zip(stored, cosines, strict=True))


def best_first(scored: Iterable[ScoredPassage]) -> list[ScoredPassage]:
    """Order candidates; equal scores by file and place, however the index came to be."""
    return sorted(scored, key=lambda it: (-it.score, it.article.file, it.stored.passage.start))


def headline_terms(article: Article, passage: Passage) -> frozenset[str]:
    """Return the terms of what stands over a passage: its article's headline, its own heading."""
    return held_terms("\n".join(part for part in (article.title, passage.heading) if part), passage.language)


def room(passage: Passage) -> float:
    """Return how much room a passage has for an answer: 1 for a paragraph of usual length, less for a single line."""
    return min(len(passage.text) / _LONG, 1.0)


def newest_part(query: Query, article: Article) -> Parts:
    """Return the part of a score for an article's age, where the newest are preferred: nothing for undated ones.

    Nor for those of days after the one that the question is read against: on that day they were not there.
    """
    if query.newest_on is None:
        return Parts()
    day = full_date(article.date)
    age = -1 if day is None else (query.newest_on - day).days
    return Parts({NEWEST: 0.0 if age < 0 else _NEWEST * max(1 - log10(1 + age) / log10(_OLDEST), 0.0)})


def time_part(query: Query, passage: Passage, article: Article) -> Parts:
    """Return the part of a score for the times of events that a passage states, where any is asked about.

    What it states itself counts, with its headings; where that is nothing, the day of its article.
    """
    if not query.times:
        return Parts()
    stated = stated_months(plain(" ; ".join(filter(None, (passage.text, passage.heading, article.title)))))
    return Parts({TIME: _TIME * agreement(query.times, stated or stated_months(article.date or ""))})


def _words_lacked(meaning: float, sentence_cosines: NDArray[np.float32]) -> float:
    """Return what counts for the words that a passage cannot share, being in another language: as much as its meaning.

    In one language a passage's share of the words is about its cosine on the common scale.
    """
    return min(max((meaning + float(sentence_cosines.max(initial=0.0))) / 2, 0.0), 1.0)


def _score(
    query: Query, stored: StoredPassage, article: Article, around: frozenset[str], cosine: float
) -> ScoredPassage:
    passage, asked = stored.passage, query.terms
    headline = headline_terms(article, passage)
    own = read_terms(passage.text, passage.language)
    held = asked.held_by(own.held | headline)
    scale = query.scale_for(passage.language)
    meaning, sentence_cosines = scale.of(cosine), scale.of(stored.sentence_vectors @ query.vector)
    instead = _words_lacked(meaning, sentence_cosines) if query.is_foreign(passage.language) else 0.0
    parts = {
        "passage": _PASSAGE * meaning,
        "sentence": _SENTENCE * float(sentence_cosines.max(initial=0.0)),
        "words": _WORDS * max(asked.share(held), instead),
        "article": _ARTICLE * max(asked.coverage(around | headline), instead),
        "phrases": _PAIRS * max(asked.pair_share(own.run), instead),
        "kind": _ANSWER_TYPE * any(query.answer_type.held_by(plain(it.text)) for it in stored.sentences),
        "length": _LENGTH * room(passage),
        **newest_part(query, article),
        **time_part(query, passage, article),
    }
    return ScoredPassage(
        query=query,
        stored=stored,
        article=article,
        sentence_cosines=sentence_cosines,
        common=max(asked.coverage(own.held, asked.common), instead),
        held=held,
        numbers=asked.share(held, asked.numbers),
        parts=Parts(parts),
    )
