"""Fuse the dense and the lexical candidates, to choose whose sentences are weighed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.dense import DenseHits, DenseIndex
from qa.encoder.protocol import Vectors
from qa.lexical import LexicalHits

_DENSE, _LEXICAL = 0.7, 0.3


@dataclass(frozen=True, slots=True)
class Candidates:
    """The passages that either search found, best first, each with its cosine to the question."""

    positions: NDArray[np.int64]
    cosines: NDArray[np.float32]


def fuse(dense: DenseHits, lexical: LexicalHits, index: DenseIndex, question: Vectors) -> Candidates:
    """Add up the scores of both searches, each as a share of its best (Bruch, Gai and Ingber 2023, TOIS 42(1)).

    A passage that the dense search did not return gets its exact cosine; one without a shared word has BM25 score 0.
    Equal scores stand in order of position.
    """
    missing = np.setdiff1d(lexical.positions, dense.positions)
    positions = np.concatenate([dense.positions, missing])
    exact = index.vectors(missing) @ question if len(missing) else np.empty(0, dtype=np.float32)
    cosines = np.concatenate([dense.cosines, exact])
    found = dict(zip(lexical.positions.tolist(), lexical.scores.tolist(), strict=True))
    words = np.array([found.get(position, 0.0) for position in positions.tolist()])
    scores = _DENSE * _share(np.maximum(cosines, 0)) + _LEXICAL * _share(words)
    order = np.lexsort((positions, -scores))
    return Candidates(positions[order], cosines[order].astype(np.float32))


def _share(scores: NDArray[np.floating]) -> NDArray[np.floating]:
    best = scores.max(initial=0)
    return scores / best if best > 0 else scores
