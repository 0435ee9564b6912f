"""Fuse the dense and the lexical candidates, to choose whose sentences are scored."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.index.dense.combined import CombinedSearch
from qa.index.dense.protocol import DenseHits, Mask, Rows
from qa.index.lexical.index import LexicalHits
from qa.models.encoder.protocol import Vectors
from qa.models.encoder.scale import ALL_UNSCALED, Scales

_DENSE, _LEXICAL = 0.7, 0.3


def _none(rows: Rows) -> Mask:
    return np.zeros(len(rows), dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The passages that either search found, best first, each with its cosine to the question."""

    rows: NDArray[np.int64]
    cosines: NDArray[np.float32]


def fuse(
    dense: DenseHits,
    lexical: LexicalHits,
    search: CombinedSearch,
    question: Vectors,
    scales: Scales = ALL_UNSCALED,
    foreign: Callable[[Rows], Mask] = _none,
) -> Candidates:
    """Add up the scores of both searches, each as a share of its best (Bruch, Gai and Ingber 2023, TOIS 42(1)).

    `question` is a vector, shape (d,). A passage that the dense search did not return gets its exact cosine to it; one
    without a shared word has BM25 score 0.
    One in another language than the question has no words to share: its meaning counts for them, if that is more.
    Equal scores stand in order of row.
    """
    missing = search.cosines(question, np.setdiff1d(lexical.rows, dense.rows))
    rows = np.concatenate([dense.rows, missing.rows])
    cosines, other = np.concatenate([dense.cosines, missing.cosines]), foreign(rows)
    meaning = _share(np.maximum(np.where(other, scales.across.of(cosines), scales.within.of(cosines)), 0))
    found = dict(zip(lexical.rows.tolist(), lexical.scores.tolist(), strict=True))
    words = _share(np.array([found.get(row, 0.0) for row in rows.tolist()]))
    scores = _DENSE * meaning + _LEXICAL * np.where(other, np.maximum(words, meaning), words)
    order = np.lexsort((rows, -scores))
    return Candidates(rows[order], cosines[order].astype(np.float32))


def _share(scores: NDArray[np.floating]) -> NDArray[np.floating]:
    best = scores.max(initial=0)
    return scores / best if best > 0 else scores
