"""The calibration of an approximate search: its recall against exact search, and how much it looks through."""

import numpy as np

from qa.index.dense.approximate import ApproximateSearch
from qa.index.dense.protocol import DenseHits, Rows
from qa.models.encoder.protocol import Vectors, unit_length

QUESTIONS = 400
_BEST = 10
_BLENDED = 4
_WANTED = 0.99
"""Recall@10 to reach on what stands in for questions; real ones then reach .991 to .996 (benchmarks/scaling)."""
_ROUNDING = 1e-5
"""By how much FAISS's cosines of equal vectors may differ from NumPy's."""


class ExactBest:
    """The exact best of a stream of vectors, for many questions at once."""

    def __init__(self, questions: Vectors) -> None:
        self.questions = questions
        self._rows = np.zeros((len(questions), 0), dtype=np.int64)
        self._cosines = np.zeros((len(questions), 0), dtype=np.float32)

    def add(self, rows: Rows, vectors: Vectors) -> None:
        """Add more vectors, shape (n, d)."""
        if not len(rows):
            return
        cosines = np.concatenate([self._cosines, self.questions @ vectors.T], axis=1)
        every = np.concatenate([self._rows, np.broadcast_to(rows, (len(self.questions), len(rows)))], axis=1)
        best = np.argpartition(-cosines, min(_BEST, cosines.shape[1]) - 1, axis=1)[:, :_BEST]
        self._cosines, self._rows = np.take_along_axis(cosines, best, 1), np.take_along_axis(every, best, 1)

    def recall(self, found: list[DenseHits]) -> float:
        """Return the share of the exact best that was found, a mean over the questions; of equals, any will do."""
        wanted = self._rows.shape[1]
        least = self._cosines.min(axis=1) - _ROUNDING
        held = [
            np.count_nonzero(np.isin(hits.rows, rows) | (hits.cosines >= bound))
            for hits, rows, bound in zip(found, self._rows, least, strict=True)
        ]
        return float(np.mean(np.minimum(held, wanted)) / wanted)


def stand_ins(sample: Vectors, random: np.random.Generator) -> Vectors:
    """Return what stands in for questions, which an archive does not know: blends of four of its own vectors.

    Both of shape (n, d). Single vectors have their own passage beside them, and are far too easy.
    """
    return unit_length(sample[random.choice(len(sample), size=(QUESTIONS, _BLENDED))].sum(axis=1))


def calibrate(search: ApproximateSearch, best: ExactBest) -> float:
    """Set the least number of lists to look through that reaches the recall wanted; return that recall."""
    search.probes = min(8, search.lists)
    while True:
        recall = best.recall([search.search(question, _BEST) for question in best.questions])
        if recall >= _WANTED or search.probes >= search.lists:
            return recall
        search.probes = min(search.lists, round(search.probes * 1.25) + 1)
