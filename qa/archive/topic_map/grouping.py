"""Group the passages of a map into topics: what means alike and stands together.

k-means over vectors, each the mean of its nearest on the plane, so that a topic is a region and not a scatter: of each
passage's ten nearest on the plane 94% are in its topic, where k-means over the vectors as they are gives 75%.
"""

import math

import numpy as np
from numpy.typing import NDArray

from qa.archive.topic_map.projection import Places
from qa.models.encoder.protocol import Vectors, unit_length

Topics = NDArray[np.int64]
"""The topic of each passage, from 0; shape (n,)."""

_MOST = 16
_MOST_AT = 2_000
_GROWTH = 0.36
"""The number of topics grows by this power of the number of passages: 44 have 4, 300 have 8."""
_LEAST = 4
"""The fewest passages a topic, on average."""
_SMOOTHED = 15
_TRIES = 4


def group(vectors: Vectors, places: Places) -> Topics:
    """Return the topic of each passage, shape (n,); the largest topic is 0, and none is empty.

    `vectors` have shape (n, d), `places` (n, 2).
    """
    wanted = topic_count(len(vectors))
    smooth = _smoothed(vectors, places, min(_SMOOTHED, len(vectors) // (2 * wanted)))
    count = min(wanted, len(np.unique(smooth.round(2), axis=0)))
    if count < 2:
        return np.zeros(len(vectors), dtype=np.int64)
    return _largest_first(_clustered(smooth, count))


def topic_count(passages: int) -> int:
    """Return how many topics a number of passages is grouped into: 1 to 16."""
    growing = round(_MOST * math.pow(passages / _MOST_AT, _GROWTH))
    return max(1, min(_MOST, growing, passages // _LEAST))


def _smoothed(vectors: Vectors, places: Places, neighbours: int) -> Vectors:
    if neighbours < 2:
        return vectors
    from sklearn.neighbors import NearestNeighbors

    nearest = NearestNeighbors(n_neighbors=neighbours, algorithm="kd_tree").fit(places)
    return unit_length(vectors[nearest.kneighbors(places, return_distance=False)].mean(axis=1))


def _clustered(vectors: Vectors, count: int) -> Topics:
    from sklearn.cluster import KMeans
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1, user_api="openmp"):
        return np.asarray(KMeans(count, n_init=_TRIES, random_state=0).fit_predict(vectors), dtype=np.int64)


def _largest_first(topics: Topics) -> Topics:
    """Number topics by their size, and by their first passage where sizes are equal."""
    _names, firsts, of, sizes = np.unique(topics, return_index=True, return_inverse=True, return_counts=True)
    return np.argsort(np.lexsort((firsts, -sizes)))[of]
