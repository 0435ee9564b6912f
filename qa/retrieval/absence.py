"""Say what is missing where nothing answers: which words of the question, and what is nearest to each.

All of it is counted in the index of words, and what is nearest is mostly scored already: it takes milliseconds.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
from qa.retrieval.scoring import ScoredPassage, best_first

_MOST_ROWS = 4_000
"""Of so many passages at most it is looked up in which articles a question's words stand, those of the rarest first:
that takes a millisecond, and a word in more says little of what is missing."""
_MOST_LOOKED_UP = 2
"""For how many words, none of which the best five hold, the nearest passage is shown; a long question has many."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage with its article."""

    stored: StoredPassage
    article: Article


def find_absence(view: View, question: Question, filters: Filters, search: Search, ranking: Ranking) -> Absence | None:
    """Return what is missing of a question; None where something may answer it, and where that is not judged.

    Of what a question quotes, every word is looked for by itself.
    """
    if ranking.assessment is None or ranking.assessment.verdict != "none":
        return None
    scope = scope_of(view, replace(question, required=()), filters) if question.required else search.scope
    scored = best_first(it.scored for it in ranking.ranked)
    found = Absence((), (), (), scope.passages, sum(it.reading is not None for it in scored))
    if not scored or not _shares_a_language(view, search.query, ranking.judged):
        return found
    words = words_that_may_be_missing(search.query, held_languages(view.snapshot.catalogue))
    nowhere = [it for it in words if not len(scope.holding(it.parts, most=1))]
    standing = _rarest_first(view, [it for it in words if it not in nowhere])
    apart = _apart(view, scope, standing)
    held = frozenset[str]().union(*(it.held for it in ranking.judged))
    unseen = [it for it in standing if it not in apart and it.terms.isdisjoint(held)]
    return replace(
        found,
        nowhere=tuple(it.written for it in nowhere),
        apart=tuple(it.written for it in words if it in apart),
        nearest=(
            *_nearest_in_meaning(search.query, nowhere, scored),
            *_nearest_with(view, search.query, scope, [*apart, *unseen[:_MOST_LOOKED_UP]], scored),
        ),
    )


def _shares_a_language(view: View, query: Query, best: Sequence[ScoredPassage]) -> bool:
    """Return whether the words of a question can stand in what it finds."""
    languages = {it.stored.passage.language for it in best} - {None}
    return query.language is None or (
        query.language in held_languages(view.snapshot.catalogue) and (not languages or query.language in languages)
    )


def _rarest_first(view: View, words: Sequence[MissingWord]) -> list[MissingWord]:
    """Order words that stand somewhere, and leave out those in too many passages to look them up."""
    lexical = view.snapshot.lexical
    counts = sorted(((it.held_at_most(lexical), place) for place, it in enumerate(words)))
    rows, rare = 0, list[MissingWord]()
    for count, place in counts:
        rows += count
        if rows > _MOST_ROWS:
            break
        rare.append(words[place])
    return rare


def _apart(view: View, scope: Scope, words: Sequence[MissingWord]) -> list[MissingWord]:
    """Return the rarest pair of words that no article holds both of, else as few words as can be that none holds all.

    Words are given rarest first; without the commonest first, as long as no article holds what is left.
    """
    holding = [_articles(view, scope, it) for it in words]
    for second in range(1, len(words)):
        for first in range(second):
            if not (holding[first] & holding[second]).any():
                return [words[first], words[second]]
    left = list(range(len(words)))
    if len(words) < 2 or np.logical_and.reduce(holding).any():
        return []
    for place in reversed(range(len(words))):
        without = [it for it in left if it != place]
        if not np.logical_and.reduce([holding[it] for it in without]).any():
            left = without
    return [words[it] for it in left]


def _articles(view: View, scope: Scope, word: MissingWord) -> Mask:
    """Return which articles hold a word in some passage of the scope."""
    catalogue = view.snapshot.catalogue
    held = np.zeros(len(catalogue.articles), dtype=np.bool_)
    held[catalogue.article_of[scope.holding(word.parts)]] = True
    return held


def _nearest_in_meaning(
    query: Query, words: Sequence[MissingWord], scored: Sequence[ScoredPassage]
) -> Iterator[Nearest]:
    """Yield the scored passage with the sentence that is nearest in meaning to the question."""
    if words:
        nearest = max(scored, key=lambda it: it.best_sentence)
        yield _nearest(query, words, _Found(nearest.stored, nearest.article), held=False)


def _nearest_with(
    view: View, query: Query, scope: Scope, words: Sequence[MissingWord], scored: Sequence[ScoredPassage]
) -> Iterator[Nearest]:
    """Yield the best passage with each of some words: of those that were scored, else the one that shares most words.

    A passage that is the best one for several words comes once.
    """
    known = {it.stored.row: _Found(it.stored, it.article) for it in scored}
    wanted = defaultdict[int, list[MissingWord]](list)
    for word in words:
        row = next((it.stored.row for it in scored if word.terms and word.terms <= it.held), None)
        rows = scope.sharing(query.terms.sought, 1, word.parts).rows.tolist() if row is None else [row]
        for it in rows:
            wanted[it].append(word)
    known |= _read(view, [row for row in wanted if row not in known])
    for row, together in wanted.items():
        yield _nearest(query, together, known[row], held=True)


def _read(view: View, rows: Sequence[int]) -> dict[int, _Found]:
    stored = read_passages(view.connection, rows)
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    return {row: _Found(it, articles[it.article_row]) for row, it in stored.items()}


def _nearest(query: Query, words: Sequence[MissingWord], found: _Found, *, held: bool) -> Nearest:
    passage = found.stored.passage
    return Nearest(
        words=tuple(it.written for it in words),
        held=held,
        passage_id=passage.id,
        paragraph=passage.number,
        file=found.article.file,
        headline=found.article.name,
        language=passage.language,
        sentence=_sentence(query, words, found.stored),
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
