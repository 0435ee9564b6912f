"""Find the passages whose vectors are nearest to the question's: a FAISS index, exact."""

from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from qa.encoder.protocol import Vectors
from qa.errors import IndexDamaged
from qa.files import synchronise

Positions = NDArray[np.int64]
"""Places in the index, 0 for the first passage; shape (n,)."""
Mask = NDArray[np.bool_]
"""Which positions may be found; shape (passages,)."""


@dataclass(frozen=True, slots=True)
class DenseHits:
    """The nearest passages, nearest first, with their cosines."""

    positions: Positions
    cosines: NDArray[np.float32]


class DenseIndex:
    """The vectors of all passages, in the order of their rows, searched exactly by inner product."""

    def __init__(self, index: faiss.IndexFlatIP) -> None:
        self._index = index

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @classmethod
    def of(cls, vectors: Vectors) -> "DenseIndex":
        """Index vectors of unit length, shape (n, d)."""
        index = faiss.IndexFlatIP(max(vectors.shape[1], 1))
        if len(vectors):
            index.add(np.ascontiguousarray(vectors))
        return cls(index)

    @classmethod
    def open(cls, path: Path, passages: int) -> "DenseIndex":
        """Open a file whose digest has been checked; FAISS itself notices only a third of damaged bytes.

        Raises:
            IndexDamaged: not an exact index over that many passages.
        """
        try:
            index = faiss.read_index(str(path))
        except (RuntimeError, MemoryError) as error:
            raise IndexDamaged(f"{path} cannot be read ({error})") from error
        if not isinstance(index, faiss.IndexFlat) or index.metric_type != faiss.METRIC_INNER_PRODUCT:
            raise IndexDamaged(f"{path} is not an exact inner product index")
        if index.ntotal != passages:
            raise IndexDamaged(f"{path} holds {index.ntotal} vectors for {passages} passages")
        return cls(index)

    def write(self, path: Path) -> None:
        """Write to a new file and push it to the disk, which FAISS does not do."""
        faiss.write_index(self._index, str(path))
        synchronise(path)

    def search(self, vector: Vectors, count: int, mask: Mask | None = None) -> DenseHits:
        """Find the nearest passages among those that the mask lets through; equal cosines in order of position."""
        allowed = len(self) if mask is None else int(mask.sum())
        count = min(count, allowed)
        if not count:
            return DenseHits(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))
        parameters = None
        if mask is not None:
            bits = np.packbits(mask, bitorder="little")
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))
        cosines, positions = self._index.search(vector[None, :].astype(np.float32), count, params=parameters)
        order = np.lexsort((positions[0], -cosines[0]))
        return DenseHits(positions[0][order], cosines[0][order])

    def vectors(self, positions: Positions) -> Vectors:
        """Give back the vectors at some positions, shape (n, d)."""
        if not len(positions):
            return np.empty((0, self._index.d), dtype=np.float32)
        return np.asarray(self._index.reconstruct_batch(positions), dtype=np.float32)
