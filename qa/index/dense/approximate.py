"""Search vectors in the neighbourhood of the question alone: a FAISS inverted file, half precision within lists.

How many lists are looked through is set when it is trained, so that recall@10 against exact search, measured on the
archive's own vectors, is high enough (see `calibration`).
"""

from math import ceil
from pathlib import Path

import faiss
import numpy as np

from qa.index.dense.exact import found, selector
from qa.index.dense.protocol import DenseHits, Mask, Rows
from qa.index.files import synchronise
from qa.models.encoder.protocol import Vectors

_LISTS = 2.0
"""Lists for each root of the number of passages."""
_SAMPLED = 50
"""Vectors to train on for each list."""
_HELD = 4
"""The lists looked through hold at least this many times what is asked for."""


class ApproximateSearch:
    """Vectors in lists by their nearest centre; of the lists, those nearest to the question are looked through."""

    def __init__(self, index: faiss.IndexIVFScalarQuantizer, trained: int) -> None:
        self._index, self.trained = index, trained

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def size(self) -> int:
        """The number of components of a vector."""
        return int(self._index.d)

    @property
    def lists(self) -> int:
        """The number of lists."""
        return int(self._index.nlist)

    @property
    def probes(self) -> int:
        """The number of lists that are looked through where every row may be found."""
        return int(self._index.nprobe)

    @probes.setter
    def probes(self, count: int) -> None:
        self._index.nprobe = count

    @classmethod
    def train(cls, vectors: Vectors, passages: int) -> "ApproximateSearch":
        """Choose the centres of the lists on a sample, shape (n, d), of the vectors of an archive of `passages`."""
        size, lists = vectors.shape[1], min(len(vectors), ceil(_LISTS * passages**0.5))
        centres = faiss.IndexFlatIP(size)
        index = faiss.IndexIVFScalarQuantizer(
            centres, size, lists, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT, False
        )
        index.cp.min_points_per_centroid = 1
        index.cp.max_points_per_centroid = _SAMPLED
        index.cp.spherical = True
        index.train(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index, passages)

    @classmethod
    def sample_size(cls, passages: int) -> int:
        """Return how many vectors are worth training on."""
        lists: int = ceil(_LISTS * passages**0.5)
        return min(passages, lists * _SAMPLED)

    def add(self, rows: Rows, vectors: Vectors) -> None:
        """Add more vectors, shape (n, d); only while nobody else can search it."""
        if len(rows):
            self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), rows)

    def write(self, path: Path) -> None:
        """Write to a new file and flush it to the disk, which FAISS does not do."""
        faiss.write_index(self._index, str(path))
        synchronise(path)

    def search(self, vector: Vectors, count: int, mask: Mask | None = None) -> DenseHits:
        """Find those nearest to a vector, shape (d,), among what the mask, shape (rows,), lets through.

        The fewer that is, the more lists are looked through. Every list is where about as many are asked for as are let
        through.
        """
        allowed = len(self) if mask is None else min(int(mask.sum()), len(self))
        probes = ceil(max(self.probes * len(self), self.lists * _HELD * count) / max(allowed, 1))
        parameters = faiss.SearchParametersIVF(
            sel=None if mask is None else selector(mask), nprobe=min(probes, self.lists)
        )
        return found(self._index, vector, count, parameters)
