"""The passages that a question is put to: by its filters, by the words that it quotes and those that it excludes.

The lexical index knows words by their stems, and a headline and the passage below it as one text. It narrows down which
passages may obey, before the best are taken; those that come up are then read, until enough of them do.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, Self, TypeVar

import numpy as np

from qa.articles.plain_text import plain
from qa.index.dense.protocol import DenseHits, Mask, Rows
from qa.index.filters import Filters
from qa.index.held_languages import held_languages
from qa.index.index import View
from qa.index.lexical.index import LexicalHits, Runs, Sought
from qa.index.lexical.words import Forms
from qa.index.store.articles import read_titles
from qa.index.store.passages import read_words
from qa.models.encoder.protocol import Vectors
from qa.retrieval.phrases import Demands
from qa.retrieval.question import Question

_READ_AT_FIRST = 32
"""To see whether any passage obeys; then twice as many, and so on."""


class Hits(Protocol):
    """What a search found, best first."""

    @property
    def rows(self) -> Rows:
        """Where the passages stand; shape (n,)."""
        ...

    def at(self, places: Sequence[int]) -> Self:
        """Return the hits in some places."""
        ...


Found = TypeVar("Found", bound=Hits)


class Scope:
    """The passages that one question is put to."""

    def __init__(self, view: View, filters: Filters, demands: Demands, required: tuple[str, ...] = ()) -> None:
        self._view, self._demands = view, demands
        self._filters = None if filters.empty else filters
        self._mask = _narrowed(view, filters, demands.runs)
        self._doubtful = _doubtful(view, demands)
        """What must be read to know whether it obeys; None where everything must."""
        self._words_pass = not view.snapshot.catalogue.has_versions and filters.as_of is None
        """Whether the lexical index lets nothing through that the mask does not: it knows of no versions."""
        self._known = dict[int, bool]()
        """Whether the passages that were read obey."""
        self.required = required
        """The quoted words that it insists on."""

    @property
    def empty(self) -> bool:
        """Whether no passage at all is in it."""
        mask = self._view.snapshot.catalogue.living_rows() if self._mask is None else self._mask
        rows, count = np.flatnonzero(mask), _READ_AT_FIRST
        while len(rows) and not self._obeying(rows[:count]):
            rows, count = rows[count:], 2 * count
        return not len(rows)

    @property
    def passages(self) -> int:
        """How many passages it is put to; some may be among them that hold an excluded phrase."""
        return self._view.snapshot.state.passages if self._mask is None else int(np.count_nonzero(self._mask))

    def holding(self, words: Sequence[Forms], most: int | None = None) -> Rows:
        """Return the passages, shape (n,), all or `most`, that hold all words given; excluded phrases do not count."""
        runs, lexical = self._demands.runs, self._view.snapshot.lexical
        if self._words_pass or self._mask is None:
            return lexical.rows_holding_all((*words, *runs.held), self._filters, runs.lacking, most)
        rows = lexical.rows_holding_all((*words, *runs.held), self._filters, runs.lacking)
        return rows[self._mask[rows]][:most]

    def nearest(self, vector: Vectors, count: int) -> DenseHits:
        """Return the passages nearest to a vector, shape (d,), at most `count`."""
        search = self._view.snapshot.dense.search
        return self._enough(lambda most: search(vector, most, self._mask), count)

    def sharing(self, words: Sequence[Sought], count: int, held: Sequence[Forms] = ()) -> LexicalHits:
        """Return the best passages that hold some of the terms, and all of some words; at most `count`."""
        search = self._view.snapshot.lexical.search
        runs = replace(self._demands.runs, held=(*held, *self._demands.runs.held))
        return self._enough(lambda most: search(words, most, self._filters, runs), count)

    def holding_all(self, words: Sequence[Sought]) -> LexicalHits:
        """Return every passage that holds all the terms, best first."""
        lexical = self._view.snapshot.lexical
        return self._enough(
            lambda most: lexical.search_holding_all(words, most, self._filters, self._demands.runs), len(lexical)
        )

    def _enough(self, search: Callable[[int], Found], count: int) -> Found:
        """Search for more and more until enough obey, or no more are found."""
        if not self._demands.read and self._words_pass:
            return search(count)
        most = count
        while True:
            hits = search(most)
            places = self._obeying(hits.rows)
            if len(places) >= count or len(hits.rows) < most:
                return hits.at(places[:count])
            most *= 2

    def _obeying(self, rows: Rows) -> list[int]:
        """Return the places of those that obey among rows that the mask lets through."""
        asked: list[int] = rows.tolist()
        doubtful = asked if self._doubtful is None else self._doubtful.intersection(asked)
        self._read([row for row in doubtful if row not in self._known])
        masked = None if self._words_pass else self._mask
        return [
            place
            for place, row in enumerate(asked)
            if self._known.get(row, True) and (masked is None or bool(masked[row]))
        ]

    def _read(self, rows: Sequence[int]) -> None:
        """Read passages with what stands over them."""
        found = read_words(self._view.connection, rows)
        titles = read_titles(self._view.connection, sorted({it.article_row for it in found.values()}))
        for row, it in found.items():
            texts = [plain(part) for part in (titles[it.article_row], it.heading, it.text) if part]
            self._known[row] = self._demands.obeyed_by(texts, it.language)


def scope_of(view: View, question: Question, filters: Filters) -> Scope:
    """Return which passages a question is put to.

    It does not insist on quotes that no passage holds, nor on any where none holds together what is left of them.
    """
    required = question.required
    scope = _requiring(view, question, filters, required)
    if not required or not scope.empty:
        return scope
    held = [it for it in required if not _requiring(view, question, filters, (it,)).empty] if len(required) > 1 else []
    if held:
        left = _requiring(view, question, filters, held)
        if len(held) == 1 or not left.empty:
            return left
    return _requiring(view, question, filters, ())


def _requiring(view: View, question: Question, filters: Filters, quotes: Sequence[str]) -> Scope:
    return Scope(
        view,
        filters,
        Demands.of(replace(question, required=tuple(quotes)), held_languages(view.snapshot.catalogue)),
        tuple(quotes),
    )


def _narrowed(view: View, filters: Filters, runs: Runs) -> Mask | None:
    """Return a mask of what satisfies the filters and, as far as the lexical index knows, the demands; None for all."""
    catalogue, lexical = view.snapshot.catalogue, view.snapshot.lexical
    mask = None if filters.empty and not catalogue.has_versions else catalogue.mask(filters, view.connection)
    if mask is None and (runs.held or runs.lacking):
        mask = catalogue.living_rows()
    if mask is not None and runs.held:
        may_obey = np.zeros_like(mask)
        may_obey[lexical.rows_holding_all(runs.held, filters)] = True
        mask &= may_obey
    if mask is not None and runs.lacking:
        mask[lexical.rows_holding_any(runs.lacking)] = False
    return mask


def _doubtful(view: View, demands: Demands) -> frozenset[int] | None:
    """Return the rows that may hold an excluded phrase; None where every passage must be read."""
    runs = [run for it in demands.excluded for run in it.forms]
    if demands.required or not all(any(run) for run in runs):
        return None
    return frozenset(view.snapshot.lexical.rows_holding_any(runs).tolist() if runs else ())
