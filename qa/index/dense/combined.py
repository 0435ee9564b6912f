"""Search a vector file and the passages newer than it as one, without those that are gone."""

from dataclasses import dataclass

import numpy as np

from qa.index.dense.exact import ExactSearch
from qa.index.dense.protocol import DenseHits, DenseSearch, Mask, Rows
from qa.index.store.passages import RowVectors
from qa.models.encoder.protocol import Vectors


@dataclass(frozen=True, slots=True)
class CombinedSearch:
    """All living passages of a revision, searched by meaning."""

    base: DenseSearch
    """The vector file; it may hold passages that are gone."""
    tail: RowVectors
    """The passages newer than the vector file, in memory; gone ones among them too."""
    living: Mask | None
    """Which rows are not gone; None where none is."""
    _tail: ExactSearch

    @classmethod
    def of(cls, base: DenseSearch, tail: RowVectors, living: Mask | None) -> "CombinedSearch":
        """Combine a vector file and the vectors newer than it; `living` has the shape (rows,)."""
        searched = ExactSearch.empty(tail.vectors.shape[1])
        searched.add(tail.rows, tail.vectors)
        return cls(base, tail, living, searched)

    def search(self, vector: Vectors, count: int, mask: Mask | None = None) -> DenseHits:
        """Find the passages nearest to a vector, shape (d,); a mask, shape (rows,), lets through living ones only."""
        mask = self.living if mask is None else mask
        base = self.base.search(vector, count, mask)
        if not len(self._tail):
            return base
        tail = self._tail.search(vector, count, mask)
        rows, cosines = np.concatenate([base.rows, tail.rows]), np.concatenate([base.cosines, tail.cosines])
        return DenseHits.best(rows, cosines, count)

    def cosines(self, vector: Vectors, rows: Rows) -> DenseHits:
        """Return the cosines of some living passages, shape (n,), to a vector, shape (d,)."""
        if not len(rows):
            return DenseHits(rows, np.empty(0, dtype=np.float32))
        mask = np.zeros(int(rows.max()) + 1, dtype=np.bool_)
        mask[rows] = True
        return self.search(vector, len(rows), mask)
