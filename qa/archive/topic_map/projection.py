"""Project vectors onto a plane, so that those near each other in meaning stand near each other.

t-SNE by scikit-learn: of each passage's ten nearest 48% are among its ten nearest on the plane, where principal
components keep 6% (benchmarks/topic_map). It begins with these at their full size and pulls gently at first, so that a
map stays as it was when an article is added: its points then move a fifth as far as with what is usual.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from qa.archive.topic_map.rounds import counted_rounds
from qa.models.encoder.protocol import Vectors

Places = NDArray[np.float64]
"""Places on the plane; shape (n, 2)."""

_FEW = 10
"""Fewer are projected on their principal components: they have no neighbourhoods to keep."""
_NEIGHBOURS = 30
_ROUNDS = 350
"""A thousand, as usual, take twice as long or more for the same."""
_COARSENESS = 0.8
"""How roughly far points are summed up; .5, as usual, takes half as long again for the same."""
_PULL = 4.0
"""How much neighbours are drawn together at first; 12, as usual, lets a small difference decide what goes where."""
_ROUNDING = 1e-6
"""Equal vectors differ by less once they are centred."""


def prepare() -> None:
    """Import what a projection is computed with, which may take longer than the computing."""
    import sklearn.manifold  # noqa: F401


def project(vectors: Vectors, report: Callable[[float], None] = lambda _: None) -> Places:
    """Project vectors, shape (n, d), into the unit square, both axes to one scale; equal vectors give equal places.

    It takes one thread, and lets go of Python's lock where it takes long. `report` gets the share that is done.
    """
    plane = _principal(vectors)
    return _fitted(plane if len(vectors) < _FEW or not plane.any() else _embedded(vectors, plane, report))


def _principal(vectors: Vectors) -> Places:
    """Return the first two principal components, with signs that do not turn over when a vector is added."""
    plane = np.zeros((len(vectors), 2))
    if len(vectors) > 1:
        centred = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
        _left, _sizes, axes = np.linalg.svd(centred, full_matrices=False)
        axes = axes[:2] * np.where((axes[:2] ** 3).sum(axis=1, keepdims=True) < 0, -1, 1)
        plane[:, : len(axes)] = centred @ axes.T
    plane[np.abs(plane) < _ROUNDING] = 0
    return plane


def _embedded(vectors: Vectors, plane: Places, report: Callable[[float], None]) -> Places:
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits

    embedding = TSNE(
        perplexity=min(_NEIGHBOURS, (len(vectors) - 1) / 3),
        early_exaggeration=_PULL,
        angle=_COARSENESS,
        max_iter=_ROUNDS,
        init=(plane / plane.std(axis=0).max()).astype(np.float32),
        random_state=0,
        n_jobs=1,
    )
    limit = threadpool_limits(1, user_api="openmp")
    with limit, counted_rounds(_ROUNDS, report):  # of this thread alone: others ask with as many as they like
        return np.asarray(embedding.fit_transform(vectors), dtype=np.float64)


def _fitted(plane: Places) -> Places:
    """Return a plane moved and scaled to the middle of the unit square."""
    if not len(plane):
        return plane
    least, most = plane.min(axis=0), plane.max(axis=0)
    size = float((most - least).max())
    return 0.5 + (plane - (least + most) / 2) / size if size else np.full_like(plane, 0.5)
