"""Which articles are versions of one: each older one is replaced by the next newer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Versions:
    """The versions of articles, by the rows of these."""

    newer: Mapping[int, int]
    """The next newer version of each article that is replaced."""

    @cached_property
    def older(self) -> Mapping[int, int]:
        """The next older version of each article that replaces one."""
        return {newer: older for older, newer in self.newer.items()}

    def before(self, row: int) -> list[int]:
        """Return the earlier versions of an article, the newest of them first."""
        found = list[int]()
        while (older := self.older.get(found[-1] if found else row)) is not None:
            found.append(older)
        return found

    def newest(self, row: int) -> int:
        """Return the version of an article that no other replaces."""
        while (newer := self.newer.get(row)) is not None:
            row = newer
        return row

    def standing(self, articles: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which of some articles, in the order of their rows, are not replaced; shape (articles,)."""
        standing = np.ones(len(articles), dtype=np.bool_)
        standing[np.searchsorted(articles, list(self.newer))] = False
        return standing

    def standing_on(self, articles: NDArray[np.int64], days: NDArray[np.int32], as_of: int) -> NDArray[np.bool_]:
        """Return which of some articles stood on a day, given from which on each stands; 0 where that is unknown.

        All of shape (articles,). A version of an unknown day replaces none: the next newer one of a known day does.
        """
        standing = np.asarray((days > 0) & (days <= as_of), dtype=np.bool_)
        older, newer = (np.searchsorted(articles, list(rows)) for rows in (self.newer, self.newer.values()))
        replaced = days[newer]
        for place in np.flatnonzero(replaced == 0).tolist():
            following = self._following_dated(int(articles[newer[place]]), articles, days)
            replaced[place] = days[following] if following is not None else as_of + 1
        standing[older] &= replaced > as_of
        return standing

    def _following_dated(self, row: int, articles: NDArray[np.int64], days: NDArray[np.int32]) -> int | None:
        """Return where the next newer version of a known day stands among the articles."""
        while (newer := self.newer.get(row)) is not None:
            row, place = newer, int(np.searchsorted(articles, newer))
            if days[place]:
                return place
        return None
