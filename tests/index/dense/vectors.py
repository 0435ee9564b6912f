"""Vectors whose cosines can be computed by hand, and what comparing every one of them finds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.index.dense.protocol import DenseHits, DenseSearch, Mask, Rows
from qa.index.store.passages import RowVectors
from qa.models.encoder.protocol import Vectors

DIMENSIONS = 8


def unit(number: int) -> Vectors:
    """A unit vector with four components of ±1/2: all cosines are exact quarters, and many are equal."""
    vector = np.zeros(DIMENSIONS, dtype=np.float32)
    generator = np.random.default_rng(number)
    places = generator.choice(DIMENSIONS, 4, replace=False)
    vector[places] = generator.choice([-0.5, 0.5], 4)
    return vector


def stack(numbers: Sequence[int]) -> Vectors:
    """Such vectors below each other."""
    return np.array([unit(number) for number in numbers], dtype=np.float32).reshape(-1, DIMENSIONS)


def rows(*numbers: int) -> Rows:
    """Rows of passages."""
    return np.array(numbers, dtype=np.int64)


def every_other(vectors: Vectors, first: int = 1) -> RowVectors:
    """Vectors in the rows 1, 3, 5 …: an archive has rows that no passage stands in any longer."""
    return RowVectors(first + 2 * np.arange(len(vectors), dtype=np.int64), vectors)


def at_random(count: int, size: int = 384, seed: int = 1) -> Vectors:
    """Unit vectors around a few hundred centres, as those of news are, as exact as half precision keeps them."""
    generator = np.random.default_rng(seed)
    centres = np.random.default_rng(0).normal(size=(200, size))
    vectors = centres[generator.integers(len(centres), size=count)] + 0.7 * generator.normal(size=(count, size))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float16).astype(np.float32)


@dataclass(frozen=True)
class Hit:
    """One passage found."""

    row: int
    cosine: float


def compared(known: RowVectors, vector: Vectors, count: int, mask: Mask | None = None) -> list[Hit]:
    """Find the nearest by comparing every vector."""
    allowed = [
        (row, kept)
        for row, kept in zip(known.rows.tolist(), known.vectors, strict=True)
        if mask is None or (row < len(mask) and mask[row])
    ]
    hits = [Hit(row, float(kept @ vector)) for row, kept in allowed]
    return sorted(hits, key=lambda hit: (-hit.cosine, hit.row))[:count]


def listed(hits: DenseHits) -> list[Hit]:
    """List hits, whose arrays are of the kinds that they promise."""
    assert (hits.rows.dtype.name, hits.cosines.dtype.name) == ("int64", "float32")
    return [Hit(row, cosine) for row, cosine in zip(hits.rows.tolist(), hits.cosines.tolist(), strict=True)]


def found(search: DenseSearch, vector: Vectors, count: int, mask: Mask | None = None) -> list[Hit]:
    """List what a search finds."""
    return listed(search.search(vector, count, mask))
