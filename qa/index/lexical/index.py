"""Search the words of all passages.

Deleted documents count in Tantivy's statistics until the folder is rewritten; that is put right here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import FieldType, Occur, Query

from qa.errors import DerivedDamaged
from qa.index.filters import Filters
from qa.index.lexical.documents import EVERY, RULES, LexicalDocument, know_words
from qa.index.lexical.folder import in_memory, linked
from qa.index.lexical.words import Forms, Run


@dataclass(frozen=True, slots=True)
class LexicalHits:
    """The passages that share words with the question, best first, with their BM25 scores."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float32]

    def at(self, places: Sequence[int]) -> "LexicalHits":
        """Return the hits in some places."""
        return LexicalHits(self.rows[places], self.scores[places])


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of terms that a passage must hold, and those that it must not, its headline and heading in front of it.

    Of each that it must hold any form will do.
    """

    held: tuple[Forms, ...] = ()
    lacking: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelt:
    """Terms for which others may stand: "e" and "mail", or "email"."""

    terms: tuple[str, ...]
    others: tuple[str, ...]


Sought = str | Spelt


class LexicalIndex:
    """The words of all passages of a revision."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index, self._searcher, self._schema = index, index.searcher(), index.schema
        self._with_dead = int(self._searcher.doc_freq(EVERY, EVERY))

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    @classmethod
    def of(cls, documents: Iterable[LexicalDocument]) -> "LexicalIndex":
        """Index passages in memory."""
        return cls(in_memory(documents))

    @classmethod
    def open(cls, folder: Path, passages: int) -> "LexicalIndex":
        """Open a folder whose digests have been checked.

        Raises:
            DerivedDamaged: not a lexical index over that many passages, or one by an older version.
            IndexUnwritable: Tantivy can put its lock nowhere.
        """
        try:
            opened = cls(_opened(folder))
        except (ValueError, OSError) as error:
            raise DerivedDamaged(f"{folder} cannot be read ({error})") from error
        if len(opened) != passages:
            raise DerivedDamaged(f"{folder} holds {len(opened)} passages of {passages}")
        if opened._searcher.doc_freq(EVERY, RULES) != opened._with_dead:
            raise DerivedDamaged(f"{folder} was written by an older version")
        return opened

    @staticmethod
    def count(folder: Path) -> int:
        """Count the passages of an index."""
        return int(_opened(folder).searcher().num_docs)

    def search(
        self, words: Sequence[Sought], count: int, wanted: Filters | None = None, runs: Runs | None = None
    ) -> LexicalHits:
        """Find the passages that hold some of the terms; equal scores in order of row.

        A passage that holds a word in several spellings has the score of the best: compounds would outweigh all else.
        """
        return self._best(self._each(words, Occur.Should), count, self._clauses(wanted, runs))

    def search_holding_all(
        self, words: Sequence[Sought], count: int, wanted: Filters | None = None, runs: Runs | None = None
    ) -> LexicalHits:
        """Find the passages that hold every one of the terms, in whichever spelling; equal scores in order of row."""
        return self._best(self._each(words, Occur.Must), count, self._clauses(wanted, runs))

    def _best(
        self, scored: Sequence[tuple[Occur, Query]], count: int, clauses: Sequence[tuple[Occur, Query]]
    ) -> LexicalHits:
        if not scored or not len(self) or count < 1:
            return LexicalHits(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))
        query = Query.boolean_query(scored)
        if clauses:  # a query inside another takes a fifth longer
            query = Query.boolean_query([(Occur.Must, query), *clauses])
        hits = self._searcher.search(query, limit=min(count, len(self)), count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        found = np.array(rows, dtype=np.int64)
        scores = np.array([score for score, _ in hits], dtype=np.float32)
        order = np.lexsort((found, -scores))
        return LexicalHits(found[order], scores[order])

    def rows_holding_all(
        self,
        runs: Sequence[Forms],
        wanted: Filters | None = None,
        lacking: Sequence[Run] = (),
        most: int | None = None,
    ) -> NDArray[np.int64]:
        """Find the passages that hold all of some runs, in any form, and none of others, and satisfy a filter.

        All of them, or `most`, in no order; shape (n,).
        """
        return self._rows(self._clauses(wanted, Runs(tuple(runs), tuple(lacking))), most)

    def rows_holding_any(self, runs: Sequence[Run]) -> NDArray[np.int64]:
        """Find every passage that holds some of some runs; in no order, shape (n,)."""
        return self._rows([(Occur.Should, self._run(run)) for run in runs])

    def passages_holding(self, term: str) -> int:
        """Count the passages that hold a term, in their headline or heading too: its document frequency."""
        if self._with_dead == len(self):
            return int(self._searcher.doc_freq("words", term))
        return int(self._searcher.search(self._term(term), limit=1, count=True).count)  # type: ignore[attr-defined]  # its stubs lack it

    def rarity(self, term: str) -> float:
        """Return how rare a term is among all documents, deleted ones that still count included, without a search."""
        return _rarity(int(self._searcher.doc_freq("words", term)), self._with_dead)

    def rows_near(self, term: str, slips: int, others: Sequence[str], count: int) -> list[int]:
        """Find passages that hold a term at most `slips` letters away from one (Damerau-Levenshtein).

        Those that hold most of the other terms stand first.
        """
        near = Query.fuzzy_term_query(self._schema, "words", term, distance=slips)
        beside = [(Occur.Should, self._scored_term(other)) for other in others]
        hits = self._searcher.search(Query.boolean_query([(Occur.Must, near), *beside]), limit=count, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return [int(row) for row in rows if row is not None]

    def _rows(self, clauses: Sequence[tuple[Occur, Query]], most: int | None = None) -> NDArray[np.int64]:
        if not len(self):
            return np.empty(0, dtype=np.int64)
        hits = self._searcher.search(Query.boolean_query(clauses), limit=most or len(self), count=False).hits
        return np.array(self._searcher.fast_field_values("row", [address for _, address in hits]), dtype=np.int64)

    def _each(self, words: Sequence[Sought], occur: Occur) -> list[tuple[Occur, Query]]:
        """Return a query for each of the words; all terms of one must occur as the words must."""
        each = []
        for word in words:
            if isinstance(word, str):
                each.append((occur, self._scored_term(word)))
            else:
                together = Query.boolean_query([(occur, self._scored_term(term)) for term in word.terms])
                spellings = [together, *map(self._scored_term, word.others)]
                each.append((occur, Query.disjunction_max_query(spellings)))
        return each

    def _scored_term(self, term: str) -> Query:
        """Return the query for a term, as rare as it is among the living documents."""
        query = self._term(term)
        if self._with_dead == len(self):
            return query
        return Query.boost_query(query, _rarity(self.passages_holding(term), len(self)) / self.rarity(term))

    def _term(self, term: str) -> Query:
        return Query.term_query(self._schema, "words", term, "freq")

    def _run(self, run: Run) -> Query:
        """Return the query for terms in their places, whatever is too long to be indexed between them."""
        placed: list[str | tuple[int, str]] = [(place, term) for place, term in enumerate(run) if term is not None]
        if len(placed) == 1:
            return self._term(placed[0][1])
        return Query.phrase_query(self._schema, "words", placed)

    def _any_of(self, forms: Forms) -> Query:
        if len(forms) == 1:
            return self._run(forms[0])
        return Query.boolean_query([(Occur.Should, self._run(run)) for run in forms])

    def _clauses(self, wanted: Filters | None, runs: Runs | None) -> list[tuple[Occur, Query]]:
        wanted, runs = wanted or Filters(), runs or Runs()
        clauses = [self._any_of(forms) for forms in runs.held]
        if wanted.dated:
            dates = Query.range_query(self._schema, "date", FieldType.Integer, wanted.after, wanted.before)
            clauses.append(dates)
        for name, values in (
            ("file", wanted.files),
            ("outlet", wanted.outlets),
            ("place", wanted.places),
            ("language", wanted.languages),
        ):
            if values:
                clauses.append(Query.term_set_query(self._schema, name, sorted(values)))
        obeyed = [(Occur.Must, Query.const_score_query(clause, 0.0)) for clause in clauses]
        return obeyed + [(Occur.MustNot, self._run(run)) for run in runs.lacking]


def _opened(folder: Path) -> tantivy.Index:
    with linked(folder) as links:
        return know_words(tantivy.Index.open(str(links)))


def _rarity(holding: int, documents: int) -> float:
    """Return the inverse document frequency of a term (BM25's inverse document frequency, as Tantivy has it)."""
    return log1p((documents - holding + 0.5) / (holding + 0.5))
