"""Vectors in clouds, well apart: which belongs where is known."""

import numpy as np
from numpy.typing import NDArray

from qa.models.encoder.protocol import Vectors, unit_length


def clouds(count: int, each: int, size: int = 64, seed: int = 0) -> Vectors:
    """This many clouds of unit vectors one after the other, cosines within about .8 and between about 0."""
    random = np.random.default_rng(seed)
    centres = np.linalg.qr(random.normal(size=(size, count)))[0].T
    vectors = np.repeat(centres, each, axis=0) + random.normal(size=(count * each, size)) * 0.5 / size**0.5
    return unit_length(vectors.astype(np.float32))


def nearest_of_same_cloud(places: NDArray[np.float64], each: int) -> float:
    """The share of points whose nearest neighbour is of their own cloud."""
    apart = ((places[:, None] - places[None]) ** 2).sum(axis=2)
    np.fill_diagonal(apart, np.inf)
    return float(np.mean(apart.argmin(axis=1) // each == np.arange(len(places)) // each))
