"""The protocol of a search by meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from qa.models.encoder.protocol import Vectors

Rows = NDArray[np.int64]
"""Rows of passages in the database; shape (n,)."""
Mask = NDArray[np.bool_]
"""Which rows may be found; shape (greatest row + 1,)."""


@dataclass(frozen=True, slots=True)
class DenseHits:
    """The nearest passages, nearest first, with their cosines; equal cosines in the order of the rows."""

    rows: Rows
    cosines: NDArray[np.float32]

    @classmethod
    def best(cls, rows: Rows, cosines: NDArray[np.float32], count: int) -> "DenseHits":
        """Order some hits, rows and cosines of shape (n,), and keep the best."""
        order = np.lexsort((rows, -cosines))[:count]
        return cls(rows[order], cosines[order])

    def at(self, places: Sequence[int]) -> "DenseHits":
        """Return the hits in some places."""
        return DenseHits(self.rows[places], self.cosines[places])


class DenseSearch(Protocol):
    """Vectors under the rows of their passages; it never changes, so that it can be asked while another is made."""

    trained: int
    """On how many vectors it was trained; 0 where it is exact."""

    def __len__(self) -> int:
        """Count the vectors."""
        ...

    @property
    def size(self) -> int:
        """The number of components of a vector."""
        ...

    def search(self, vector: Vectors, count: int, mask: Mask | None = None) -> DenseHits:
        """Find those nearest to a vector, shape (d,), among the rows that the mask lets through.

        The mask has the shape (rows,); rows beyond it are not let through.
        """
        ...

    def add(self, rows: Rows, vectors: Vectors) -> None:
        """Add more vectors, shape (n, d); only while nobody else can search it."""
        ...

    def write(self, path: Path) -> None:
        """Write to a new file and flush it to the disk."""
        ...
