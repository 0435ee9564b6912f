"""Search vectors exactly, by inner product with every one."""

from pathlib import Path

import faiss
import numpy as np

from qa.index.dense.protocol import DenseHits, Mask, Rows
from qa.index.files import synchronise
from qa.models.encoder.protocol import Vectors


class ExactSearch:
    """Vectors in half precision, as the database keeps them, each compared with the question's."""

    trained = 0

    def __init__(self, index: faiss.IndexIDMap) -> None:
        self._index = index

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def size(self) -> int:
        """The number of components of a vector."""
        return int(self._index.d)

    @classmethod
    def empty(cls, size: int) -> "ExactSearch":
        """Return a search without vectors, for vectors of `size` components."""
        return cls(_empty(size))

    def add(self, rows: Rows, vectors: Vectors) -> None:
        """Add more vectors, shape (n, d); only while nobody else can search it."""
        if len(rows):
            if not len(self):  # what was written over no passages does not know how long their vectors are
                self._index = _empty(vectors.shape[1])
            self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), rows)

    def write(self, path: Path) -> None:
        """Write to a new file and flush it to the disk, which FAISS does not do."""
        faiss.write_index(self._index, str(path))
        synchronise(path)

    def search(self, vector: Vectors, count: int, mask: Mask | None = None) -> DenseHits:
        """Find those nearest to a vector, shape (d,), among what the mask, shape (rows,), lets through."""
        return found(self._index, vector, count, None if mask is None else faiss.SearchParameters(sel=selector(mask)))


def _empty(size: int) -> faiss.IndexIDMap:
    flat = faiss.IndexScalarQuantizer(max(size, 1), faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    return faiss.IndexIDMap(flat)


def selector(mask: Mask) -> faiss.IDSelectorBitmap:
    """Return the rows that FAISS may find, of a mask of shape (rows,); a row beyond the mask may not."""
    return faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))


def found(index: faiss.Index, vector: Vectors, count: int, parameters: faiss.SearchParameters | None) -> DenseHits:
    """Search a FAISS index for one vector, shape (d,), leaving out the places that it could not fill."""
    count = min(count, int(index.ntotal))
    if count < 1:
        return DenseHits(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)  # one question is too little to share: threads that wait for each other cost more
    try:
        cosines, rows = index.search(vector[None, :].astype(np.float32), count, params=parameters)
    finally:
        faiss.omp_set_num_threads(threads)
    there = rows[0] >= 0
    return DenseHits.best(rows[0][there], cosines[0][there], count)
