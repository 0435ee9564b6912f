"""Rank the passages on a topic: first all that hold its words, then what is near to it in meaning.

Nothing answers a topic, so that no reader is asked. How often its words stand in a passage, its headline and its
article counts beside what they mean.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from qa.index.index import View
from qa.index.lexical.words import terms
from qa.models.encoder.protocol import Encoder
from qa.records import Article, Parts, SearchRequest, Topic
from qa.retrieval.candidates import candidates, score_rows
from qa.retrieval.gathering import gather
from qa.retrieval.query import Query
from qa.retrieval.ranking import Ranking, in_order, ranked_passage
from qa.retrieval.relevance import Search
from qa.retrieval.scoring import ScoredPassage, best_first, newest_part
from qa.settings import Settings

_PASSAGE, _SENTENCE, _WORDS, _ARTICLE = 0.35, 0.35, 0.1, 0.2
"""Meaning .7 and words .3, as a study of topical queries over a news magazine found; on the judged topics of
benchmarks/quality no other parting was better by .01 of nDCG@10."""


def rank_topic(view: View, encoder: Encoder, settings: Settings, request: SearchRequest, search: Search) -> Ranking:
    """Rank at least as many passages as are to be shown, as far as there are any, in the order asked for.

    By date only the first candidates follow what holds all the words.
    """
    query, holding = search.query, search.relevant.rows
    topic = Topic(query.text, len(holding), len(np.unique(view.snapshot.catalogue.article_of[holding])))
    held = frozenset(holding.tolist())
    near: Iterator[int] = (row for row, _ in candidates(view, settings, query, search.scope) if row not in held)
    on_it: Iterable[int] = holding.tolist()
    if request.by_date:
        newest, first = request.order == "newest", np.fromiter(islice(near, settings.candidates), dtype=np.int64)
        on_it, near = _in_time(view, holding, newest=newest), iter(_in_time(view, first, newest=newest))
    blocks = chain(_blocks(view, settings, query, on_it), _blocks(view, settings, query, near))
    found = gather(blocks if request.by_date else map(_by_article, blocks), request.offset + request.limit, encoder)
    ranked = [ranked_passage(it, found.copies[it.stored.row], None, held) for it in found.leading]
    return Ranking(in_order(ranked, request), None, topic)


def _by_article(scored: Iterable[ScoredPassage]) -> list[ScoredPassage]:
    """Order passages best first, the second of an article behind the first of every other: one would fill a page."""
    turns, before = dict[int, int](), Counter[str]()
    ordered = best_first(scored)
    for it in ordered:
        turns[it.stored.row] = before[it.article.file]
        before[it.article.file] += 1
    return sorted(ordered, key=lambda it: turns[it.stored.row])


def _in_time(view: View, rows: NDArray[np.int64], *, newest: bool) -> list[int]:
    """Order rows by the full dates of their articles, before any passage of them is read, as `by_date` will.

    Those without one come last, and equal dates stay best first.
    """
    catalogue = view.snapshot.catalogue
    dates = catalogue.dates[catalogue.article_of[rows]].astype(np.int64)
    order = np.argsort(np.where(dates == 0, np.iinfo(np.int64).max, -dates if newest else dates), kind="stable")
    in_time: list[int] = rows[order].tolist()
    return in_time


def _blocks(view: View, settings: Settings, query: Query, rows: Iterable[int]) -> Iterator[list[ScoredPassage]]:
    """Score passages block by block, in the order given."""

    @cache
    def counts(article: Article) -> Counter[str]:
        return Counter(terms(f"{article.title or ''}\n{article.text}", article.language))

    left = iter(rows)
    while block := list(islice(left, settings.scored)):
        place = {row: at for at, row in enumerate(block)}
        scored = (_for_topic(it, counts(it.article)) for it in score_rows(view, query, dict.fromkeys(block, 0.0)))
        yield sorted(scored, key=lambda it: place[it.stored.row])


def _for_topic(scored: ScoredPassage, in_article: Counter[str]) -> ScoredPassage:
    """Return a passage with the parts of its score that count for a topic."""
    asked, passage = scored.query.terms, scored.stored.passage
    scale = scored.query.scale_for(passage.language)
    over = "\n".join(part for part in (scored.article.title, passage.heading) if part)
    parts = {
        "passage": _PASSAGE * scale.of(float(scored.stored.vector @ scored.query.vector)),
        "sentence": _SENTENCE * scored.best_sentence,
        "words": _WORDS * asked.frequency(Counter(terms(f"{over}\n{passage.text}", passage.language))),
        "article": _ARTICLE * asked.frequency(in_article),
        **newest_part(scored.query, scored.article),
    }
    return replace(scored, parts=Parts(parts))
