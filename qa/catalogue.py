"""Know of every article what filters ask for, and of every passage which article it belongs to, in memory."""

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.dense import Mask
from qa.errors import IndexDamaged
from qa.filters import Filters, date_number, fold, fold_places


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Arrays over articles and passages, both in the order of their rows."""

    files: tuple[str, ...]
    dates: NDArray[np.int32]
    """Full dates as the number YYYYMMDD; 0 where none is stated."""
    outlets: tuple[str, ...]
    """Case-folded; "" where none is stated."""
    places: tuple[frozenset[str], ...]
    """Case-folded; a place "ASTANA/MOSCOW" is both and the whole."""
    passage_rows: NDArray[np.int64]
    passage_articles: NDArray[np.int32]
    """For each passage, in the order of its row, the place of its article."""

    def mask(self, wanted: Filters) -> Mask:
        """Say which passages' articles satisfy a filter; shape (passages,)."""
        articles = np.ones(len(self.files), dtype=np.bool_)
        if wanted.after is not None:
            articles &= (self.dates >= wanted.after) & (self.dates > 0)
        if wanted.before is not None:
            articles &= (self.dates <= wanted.before) & (self.dates > 0)
        if wanted.files:
            articles &= np.array([file in wanted.files for file in self.files], dtype=np.bool_)
        if wanted.outlets:
            articles &= np.array([outlet in wanted.outlets for outlet in self.outlets], dtype=np.bool_)
        if wanted.places:
            articles &= np.array([bool(places & wanted.places) for places in self.places], dtype=np.bool_)
        return np.asarray(articles[self.passage_articles], dtype=np.bool_)

    def undated(self, wanted: Filters) -> int:
        """Count the articles that a date filter leaves out only because they state no full date."""
        if not wanted.dated:
            return 0
        others = Filters(files=wanted.files, outlets=wanted.outlets, places=wanted.places)
        left = np.unique(self.passage_articles[self.mask(others)])
        return int((self.dates[left] == 0).sum())


def read_catalogue(connection: sqlite3.Connection) -> Catalogue:
    """Read the catalogue of the revision that the connection sees.

    Raises:
        IndexDamaged: a date is no date, or a passage belongs to no article.
    """
    try:
        return _read(connection)
    except (KeyError, ValueError, TypeError, OverflowError) as error:
        raise IndexDamaged(
            "archive.sqlite is damaged: its articles and passages do not fit together; delete the files in the index "
            "folder and run `qa build` again, which loses no article"
        ) from error


def _read(connection: sqlite3.Connection) -> Catalogue:
    articles = connection.execute("SELECT id, file, date, outlet, place FROM article ORDER BY id").fetchall()
    passages = connection.execute("SELECT id, article FROM passage ORDER BY id").fetchall()
    place_of = {row: at for at, (row, *_) in enumerate(articles)}
    return Catalogue(
        files=tuple(file for _, file, *_ in articles),
        dates=np.array([date_number(date) or 0 for _, _, date, _, _ in articles], dtype=np.int32),
        outlets=tuple(fold(outlet) for *_, outlet, _ in articles),
        places=tuple(frozenset(fold_places(place)) for *_, place in articles),
        passage_rows=np.array([row for row, _ in passages], dtype=np.int64),
        passage_articles=np.array([place_of[article] for _, article in passages], dtype=np.int32),
    )
