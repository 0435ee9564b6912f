"""Find what is missing where nothing answers: words of the question that stand nowhere, and what is nearest to each.

All of it is counted in the index of words, and what is nearest is mostly scored already: it takes milliseconds.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from qa.index.dense.protocol import Mask
from qa.index.filters import Filters
from qa.index.held_languages import held_languages
from qa.index.index import View
from qa.index.lexical.words import held_terms
from qa.index.store.articles import read_articles
from qa.index.store.passages import StoredPassage, read_passages
from qa.records import Absence, Article, Nearest, Sentence
from qa.retrieval.missing_words import MissingWord, words_that_may_be_missing
from qa.retrieval.query import Query
from qa.retrieval.question import Question
from qa.retrieval.ranking import Ranking
from qa.retrieval.relevance import Search
from qa.retrieval.scope import Scope, scope_of
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.verdict import SHOWN

_MOST_ROWS = 4_000
"""For how many passages at most it is looked up in which articles a question's words stand, the rarest words first:
that takes a millisecond, and a word in more says little of what is missing."""
_MOST_LOOKED_UP = 2
"""For how many words, none of which the best five hold, the nearest passage is shown; a long question has many."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Where words stand."""

    nowhere: frozenset[MissingWord]
    articles: Mapping[MissingWord, Mask]
    """Which articles hold each in some passage, the rarest word first; those in many passages are left out."""


def find_absence(view: View, question: Question, filters: Filters, search: Search, ranking: Ranking) -> Absence | None:
    """Return what is missing of a question; None where something may answer it, and where that is not judged.

    Of what a question quotes, every word is looked for by itself.
    """
    if ranking.assessment is None or ranking.assessment.verdict != "none":
        return None
    scope = scope_of(view, replace(question, required=()), filters) if question.required else search.scope
    query, judged = search.query, ranking.judged
    absence = Absence((), (), (), scope.passages, sum(it.reading is not None for it in judged))
    if not judged or not _shares_a_language(view, query, judged[:SHOWN]):
        return absence
    words = words_that_may_be_missing(query, held_languages(view.snapshot.catalogue))
    found = _look_up(view, scope, words)
    apart = _apart(found.articles)
    seen = frozenset[str]().union(*(it.held for it in judged[:SHOWN]))
    unseen = [it for it in found.articles if it not in apart and it.terms.isdisjoint(seen)]
    return replace(
        absence,
        nowhere=tuple(it.written for it in words if it in found.nowhere),
        apart=tuple(it.written for it in words if it in apart),
        nearest=(
            *_nearest_in_meaning(query, [it for it in words if it in found.nowhere], judged),
            *_nearest_with(view, query, scope, [*apart, *unseen[:_MOST_LOOKED_UP]], judged),
        ),
    )


def _shares_a_language(view: View, query: Query, best: Sequence[ScoredPassage]) -> bool:
    """Return whether the words of a question can stand in what it finds."""
    languages = {it.stored.passage.language for it in best} - {None}
    return query.language is None or (
        query.language in held_languages(view.snapshot.catalogue) and (not languages or query.language in languages)
    )


def _look_up(view: View, scope: Scope, words: Sequence[MissingWord]) -> _Found:
    """Look up where words stand in a scope, the rarest first."""
    catalogue, lexical = view.snapshot.catalogue, view.snapshot.lexical
    nowhere, articles, looked_up = set[MissingWord](), dict[MissingWord, Mask](), 0
    for most, place in sorted((it.held_at_most(lexical), place) for place, it in enumerate(words)):
        word, looked_up = words[place], looked_up + most
        common = looked_up > _MOST_ROWS
        rows = scope.holding(word.parts, most=1 if common else None)
        if not len(rows):
            nowhere.add(word)
        elif not common:
            articles[word] = np.zeros(len(catalogue.articles), dtype=np.bool_)
            articles[word][catalogue.article_of[rows]] = True
    return _Found(frozenset(nowhere), articles)


def _apart(articles: Mapping[MissingWord, Mask]) -> list[MissingWord]:
    """Return the rarest pair of words that no article holds both of, else as few words as can be that none holds all.

    Words are given rarest first. Without the commonest, then the next, as long as no article holds all that are left.
    """
    words = list(articles)
    for second, common in enumerate(words):
        for rare in words[:second]:
            if not (articles[rare] & articles[common]).any():
                return [rare, common]
    if not words or np.logical_and.reduce(list(articles.values())).any():
        return []
    for word in reversed(list(articles)):
        left = [it for it in words if it is not word]
        if not np.logical_and.reduce([articles[it] for it in left]).any():
            words = left
    return words


def _nearest_in_meaning(
    query: Query, words: Sequence[MissingWord], judged: Sequence[ScoredPassage]
) -> Iterator[Nearest]:
    """Yield the passage with the sentence that is nearest in meaning to the question."""
    if words:
        nearest = max(judged, key=lambda it: it.best_sentence)
        yield _nearest(query, words, nearest.stored, nearest.article, held=False)


def _nearest_with(
    view: View, query: Query, scope: Scope, words: Sequence[MissingWord], judged: Sequence[ScoredPassage]
) -> Iterator[Nearest]:
    """Yield the best passage with each of some words: of those that were judged, else the one that shares most words.

    A passage that is the best one for several words comes once.
    """
    wanted = defaultdict[int, list[MissingWord]](list)
    for word in words:
        row = next((it.stored.row for it in judged if word.terms and word.terms <= it.held), None)
        rows = scope.sharing(query.terms.sought, 1, word.parts).rows.tolist() if row is None else [row]
        for it in rows:
            wanted[it].append(word)
    stored = {it.stored.row: it.stored for it in judged if it.stored.row in wanted}
    articles = {it.stored.article_row: it.article for it in judged if it.stored.row in wanted}
    stored |= read_passages(view.connection, [row for row in wanted if row not in stored])
    unread = {it.article_row for it in stored.values()}.difference(articles)
    articles |= read_articles(view.connection, sorted(unread))
    for row, together in wanted.items():
        yield _nearest(query, together, stored[row], articles[stored[row].article_row], held=True)


def _nearest(
    query: Query, words: Sequence[MissingWord], stored: StoredPassage, article: Article, *, held: bool
) -> Nearest:
    return Nearest(
        words=tuple(it.written for it in words),
        held=held,
        passage_id=stored.passage.id,
        paragraph=stored.passage.number,
        file=article.file,
        headline=article.name,
        language=stored.passage.language,
        sentence=_sentence(query, words, stored),
    )


def _sentence(query: Query, words: Sequence[MissingWord], stored: StoredPassage) -> Sentence:
    """Return the sentence with such a word, if any, that is nearest in meaning to the question."""
    passage = stored.passage
    if not stored.sentences:
        return Sentence(passage.text, 0, len(passage.text))
    cosines = (stored.sentence_vectors @ query.vector).tolist()
    each = [held_terms(it.text, passage.language) for it in stored.sentences]
    holding = [place for place, held in enumerate(each) if any(it.stands_among(held) for it in words)]
    return stored.sentences[max(holding or range(len(each)), key=lambda place: cosines[place])]
