"""What filters ask of every article, and which article each passage belongs to."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from qa.articles.stated_names import fold, places_in
from qa.index.dense.protocol import Mask, Rows
from qa.index.filters import Filters, date_number
from qa.index.store.articles import Facets, article_row_of, read_facets
from qa.index.store.changes import removed_since
from qa.index.store.schema import State, damaged
from qa.index.store.versions import read_replaced
from qa.index.versions import Versions
from qa.records import Unknown


@dataclass(frozen=True)
class Catalogue:
    """Arrays over articles in the order of their rows, those removed since it was read included, and over passages."""

    articles: NDArray[np.int64]
    """Their rows."""
    living: NDArray[np.bool_]
    """Which of them are not removed."""
    dates: NDArray[np.int32]
    """Full dates as the number YYYYMMDD; 0 where none is stated."""
    updates: NDArray[np.int32]
    """The day of the last change, likewise."""
    outlets: NDArray[np.int32]
    """The place of its outlet among the names."""
    places: NDArray[np.int32]
    """The place of what it states as its place among the names."""
    languages_of: NDArray[np.int32]
    """The place of its language among the names."""
    second_of: NDArray[np.int32]
    """The place of its second language among the names."""
    names: tuple[str, ...]
    """Outlets and places as stated, folded, and languages; "" where none is."""
    article_of: NDArray[np.int32]
    """For each row of a passage, the place of its article; -1 for rows that hold none. Shape (greatest row + 1,)."""
    versions: Versions
    """Which of the articles are versions of one."""

    @property
    def passages(self) -> int:
        """Count the living passages."""
        return int(np.count_nonzero(self.living_rows()))

    def living_rows(self) -> Mask:
        """Return which rows hold passages that are not gone; shape (rows,)."""
        return self._among(self.living)

    def standing(self, as_of: int | None = None, named: frozenset[int] = frozenset()) -> NDArray[np.bool_]:
        """Return which articles live and are the newest of their versions, as of a day if one is given.

        Of shape (articles,). Without a day an older version stands too where it is named by its row.
        """
        if as_of is not None:
            standing = self.versions.standing_on(self.articles, np.maximum(self.dates, self.updates), as_of)
        elif named:
            standing = self._newest | np.isin(self.articles, list(named))
        else:
            standing = self._newest
        return np.asarray(self.living & standing, dtype=np.bool_)

    def standing_rows(self, as_of: int | None = None) -> Mask:
        """Return which rows hold passages of articles that stand; shape (rows,)."""
        return self._among(self.standing(as_of))

    @property
    def has_versions(self) -> bool:
        """Whether some article is replaced by a newer version."""
        return bool(self.versions.newer)

    @cached_property
    def _newest(self) -> NDArray[np.bool_]:
        return self.versions.standing(self.articles)

    def mask(self, wanted: Filters, connection: sqlite3.Connection) -> Mask:
        """Return which rows hold passages whose articles satisfy a filter; shape (rows,)."""
        return self._among(self.satisfying(wanted, connection))

    def in_other_languages(self, rows: Rows, language: str | None) -> Mask:
        """Return which of `rows`, shape (n,), are known to be of articles in other languages alone; shape (n,)."""
        if language is None:
            return np.zeros(len(rows), dtype=np.bool_)
        at = self.article_of[rows]
        unlike = self._named(self.languages_of[at], [name not in {"", language} for name in self.names])
        return unlike & self._named(self.second_of[at], [name != language for name in self.names])

    def undated(self, wanted: Filters, connection: sqlite3.Connection) -> int:
        """Count the articles that a date filter leaves out only because they state no full date."""
        if not wanted.dated and wanted.as_of is None:
            return 0
        others = replace(wanted, after=None, before=None, as_of=None)
        with_passages = np.zeros(len(self.articles), dtype=np.bool_)
        with_passages[self.article_of[self.article_of >= 0]] = True
        return int(np.count_nonzero(self.satisfying(others, connection) & with_passages & (self.dates == 0)))

    def unknown(self, wanted: Filters, connection: sqlite3.Connection) -> Unknown:
        """Return the outlets, places, files and languages of a filter that no living article has."""
        outlets, places = wanted.outlets, wanted.places
        if outlets:
            outlets = outlets.difference(self._stated(self.outlets))
        if places:
            places = places.difference(*(places_in(it) for it in self._stated(self.places)))
        files = (file for file in wanted.files if article_row_of(connection, file) is None)
        languages = wanted.languages.difference(self.by_language)
        return Unknown(tuple(sorted(outlets)), tuple(sorted(places)), tuple(sorted(files)), tuple(sorted(languages)))

    @cached_property
    def by_language(self) -> Mapping[str, int]:
        """Count the living articles in each language, that of most first: every question asks for it."""
        codes = np.bincount(np.concatenate([self.languages_of[self.living], self.second_of[self.living]]))
        counts = {self.names[code]: int(codes[code]) for code in np.flatnonzero(codes) if self.names[code]}
        return dict(sorted(counts.items(), key=lambda it: (-it[1], it[0])))

    @property
    def passages_each(self) -> NDArray[np.int64]:
        """Count the passages of each article; shape (articles,)."""
        return np.bincount(self.article_of[self.article_of >= 0], minlength=len(self.articles))

    def satisfying(self, wanted: Filters, connection: sqlite3.Connection) -> NDArray[np.bool_]:
        """Return which articles, shape (articles,), live and satisfy a filter; of versions the newest or one named."""
        named = _rows_of(connection, wanted.files)
        articles = self.standing(wanted.as_of, named)
        if wanted.after is not None:
            articles &= (self.dates >= wanted.after) & (self.dates > 0)
        if wanted.before is not None:
            articles &= (self.dates <= wanted.before) & (self.dates > 0)
        if wanted.files:
            articles &= np.isin(self.articles, list(named))
        if wanted.outlets:
            articles &= self._named(self.outlets, [name in wanted.outlets for name in self.names])
        if wanted.places:
            articles &= self._named(self.places, [not wanted.places.isdisjoint(places_in(it)) for it in self.names])
        if wanted.languages:
            among = [name in wanted.languages for name in self.names]
            articles &= self._named(self.languages_of, among) | self._named(self.second_of, among)
        return articles

    def names_older(self, files: Iterable[str], connection: sqlite3.Connection) -> bool:
        """Return whether some files hold articles that newer versions replace."""
        return self.has_versions and not _rows_of(connection, files).isdisjoint(self.versions.newer)

    def _stated(self, column: NDArray[np.int32]) -> Iterator[str]:
        """Yield the names that living articles state, each once."""
        return (self.names[code] for code in np.flatnonzero(np.bincount(column[self.living])))

    @staticmethod
    def _named(column: NDArray[np.int32], among: Sequence[bool]) -> NDArray[np.bool_]:
        return np.asarray(np.array(among, dtype=np.bool_)[column], dtype=np.bool_)

    def _among(self, articles: NDArray[np.bool_]) -> Mask:
        """Return a choice of articles as one of passages."""
        return np.asarray(np.append(articles, False)[self.article_of], dtype=np.bool_)

    def updated(self, connection: sqlite3.Connection, since: int) -> "Catalogue":
        """Return it as of the revision that the connection sees; it was read at an earlier one.

        Raises:
            IndexDamaged: a row is not what was written.
        """
        last = int(self.articles[-1]) if len(self.articles) else 0
        living = self.living & ~np.isin(self.articles, removed_since(connection, since))
        return _extended(self, living, read_facets(connection, last), read_replaced(connection))


def _rows_of(connection: sqlite3.Connection, files: Iterable[str]) -> frozenset[int]:
    return frozenset(row for file in files if (row := article_row_of(connection, file)) is not None)


_EMPTY = Catalogue(
    articles=np.empty(0, dtype=np.int64),
    living=np.empty(0, dtype=np.bool_),
    dates=np.empty(0, dtype=np.int32),
    updates=np.empty(0, dtype=np.int32),
    outlets=np.empty(0, dtype=np.int32),
    places=np.empty(0, dtype=np.int32),
    languages_of=np.empty(0, dtype=np.int32),
    second_of=np.empty(0, dtype=np.int32),
    names=("",),
    article_of=np.full(1, -1, dtype=np.int32),
    versions=Versions({}),
)


def read_catalogue(connection: sqlite3.Connection) -> Catalogue:
    """Read the catalogue of the revision that the connection sees.

    Raises:
        IndexDamaged: a row is not what was written.
    """
    return _extended(_EMPTY, _EMPTY.living, read_facets(connection), read_replaced(connection))


def check_complete(catalogue: Catalogue, state: State) -> None:
    """Compare the catalogue with what the index says of itself.

    Raises:
        IndexDamaged: articles or passages are missing.
    """
    check_counts(int(np.count_nonzero(catalogue.living)), catalogue.passages, state)


def check_counts(articles: int, passages: int, state: State) -> None:
    """Compare how many articles and passages there are with what the index says of itself.

    Raises:
        IndexDamaged: some are missing.
    """
    if (articles, passages) != (state.articles, state.passages):
        damaged(f"{articles} articles and {passages} passages are left of {state.articles} and {state.passages}")


def _extended(
    known: Catalogue, living: NDArray[np.bool_], newer: Iterable[Facets], replaced: Mapping[int, int]
) -> Catalogue:
    """Append newer articles to those that are known, and note which replace which."""
    codes = {name: code for code, name in enumerate(known.names)}
    found = list(newer)
    numbers = [date_number(it.date) or 0 for it in found]
    updates = [date_number(it.updated) or 0 for it in found]
    outlets = [codes.setdefault(fold(it.outlet), len(codes)) for it in found]
    places = [codes.setdefault(fold(it.place), len(codes)) for it in found]
    languages = [codes.setdefault(it.language or "", len(codes)) for it in found]
    second = [codes.setdefault(it.second_language or "", len(codes)) for it in found]
    firsts = np.array([it.span.first for it in found], dtype=np.int64)
    counts = np.array([it.span.passages for it in found], dtype=np.int64)
    return Catalogue(
        articles=np.concatenate([known.articles, np.array([it.row for it in found], dtype=np.int64)]),
        living=np.concatenate([living, np.ones(len(found), dtype=np.bool_)]),
        dates=np.concatenate([known.dates, np.array(numbers, dtype=np.int32)]),
        updates=np.concatenate([known.updates, np.array(updates, dtype=np.int32)]),
        outlets=np.concatenate([known.outlets, np.array(outlets, dtype=np.int32)]),
        places=np.concatenate([known.places, np.array(places, dtype=np.int32)]),
        languages_of=np.concatenate([known.languages_of, np.array(languages, dtype=np.int32)]),
        second_of=np.concatenate([known.second_of, np.array(second, dtype=np.int32)]),
        names=tuple(codes),
        article_of=_article_of(known, firsts, counts),
        versions=Versions(replaced),
    )


def _article_of(known: Catalogue, firsts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int32]:
    """Return for every row which article's passage it holds: an article's stand in rows that follow each other."""
    if not counts.sum():
        return known.article_of
    last = int((firsts + counts).max())
    article_of = np.full(max(last, len(known.article_of)), -1, dtype=np.int32)
    article_of[: len(known.article_of)] = known.article_of
    places = np.repeat(np.arange(len(firsts)), counts)
    within = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
    article_of[firsts[places] + within] = places + len(known.articles)
    return article_of
