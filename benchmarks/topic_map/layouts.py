"""Compare ways of laying an archive out on a plane: `PYTHONPATH=. python benchmarks/topic_map/layouts.py INDEX`."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.manifold import TSNE, Isomap, SpectralEmbedding, trustworthiness
from sklearn.neighbors import NearestNeighbors
from threadpoolctl import threadpool_limits

from qa.archive.sample import Sample, read_sample
from qa.archive.topic_map.grouping import Topics, group
from qa.archive.topic_map.labels import label
from qa.archive.topic_map.projection import Places, project
from qa.index.index import Index
from qa.models.encoder.protocol import Vectors

MOST = 2_000
NEAREST = 10
REMOVED = 5
"""Articles taken out to see how much the others move."""


@dataclass(frozen=True)
class Way:
    """A way of laying vectors out."""

    name: str
    lay_out: Callable[[Vectors], Places]


def components(vectors: Vectors) -> Places:
    """The first two principal components."""
    centred = vectors.astype(np.float64) - vectors.mean(axis=0)
    return np.asarray(centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T)


def usual_tsne(vectors: Vectors) -> Places:
    """scikit-learn's t-SNE with what it is usually run with."""
    perplexity = min(30, (len(vectors) - 1) / 3)
    made = TSNE(perplexity=perplexity, init="pca", random_state=0, n_jobs=1).fit_transform(vectors)
    return np.asarray(made, dtype=np.float64)


def spectral(vectors: Vectors) -> Places:
    """The graph of neighbours, by its spectrum."""
    made = SpectralEmbedding(2, affinity="nearest_neighbors", n_neighbors=15, random_state=0).fit_transform(vectors)
    return np.asarray(made)


def isomap(vectors: Vectors) -> Places:
    """Distances along the graph of neighbours."""
    return np.asarray(Isomap(n_neighbors=15).fit_transform(vectors))


WAYS = (
    Way("as it is", project),
    Way("t-SNE, as usual", usual_tsne),
    Way("spectral embedding", spectral),
    Way("Isomap", isomap),
    Way("principal components", components),
)


def nearest(vectors: NDArray[np.floating]) -> NDArray[np.int64]:
    """The ten nearest of each."""
    search = NearestNeighbors(n_neighbors=NEAREST).fit(vectors)
    return np.asarray(search.kneighbors(return_distance=False))


def kept(vectors: Vectors, places: Places) -> float:
    """Of each passage's ten nearest, the share that are among its ten nearest on the plane."""
    pairs = zip(nearest(vectors), nearest(places), strict=True)
    return float(np.mean([len(np.intersect1d(first, second)) / NEAREST for first, second in pairs]))


def together(topics: Topics, places: Places) -> float:
    """Of each passage's ten nearest on the plane, the share in its topic."""
    return float(np.mean(topics[nearest(places)] == topics[:, None]))


def moved(sample: Sample, way: Way, places: Places) -> float:
    """How far the others move when some articles go, in widths of the map: the median."""
    files = [it.article.file for it in sample.passages]
    left = ~np.isin(files, sorted(set(files))[:: max(len(set(files)) // REMOVED, 2)][:REMOVED])
    width = float((places.max(axis=0) - places.min(axis=0)).max())
    return float(np.median(np.linalg.norm(way.lay_out(sample.vectors[left]) - places[left], axis=1))) / width


def lines(sample: Sample) -> Iterator[str]:
    """A table of the ways, then the topics."""
    yield f"{len(sample.passages)} passages\n"
    yield "| | seconds | trustworthiness | nearest kept | moved when 5 articles go |"
    yield "|---|---|---|---|---|"
    for way in WAYS:
        began = time.process_time()
        places = way.lay_out(sample.vectors)
        taken = time.process_time() - began
        trusted = trustworthiness(sample.vectors, places, n_neighbors=NEAREST)
        figures = f"{trusted:.3f} | {kept(sample.vectors, places):.3f} | {moved(sample, way, places):.3f}"
        yield f"| {way.name} | {taken:.1f} | {figures} |"
    places = project(sample.vectors)
    topics = group(sample.vectors, places)
    plain = KMeans(topics.max() + 1, n_init=4, random_state=0).fit_predict(sample.vectors)
    both = f"{together(topics, places):.2f}; with k-means over the vectors as they are {together(plain, places):.2f}"
    yield f"\nNearest on the plane that are in the same topic: {both}\n"
    for at, words in enumerate(label([it.passage.text for it in sample.passages], topics)):
        yield f"- {np.count_nonzero(topics == at)}: {', '.join(words)}"


def main() -> None:
    """Measure an index."""
    with Index(Path(sys.argv[1])).view() as view:
        sample = read_sample(view, MOST)
    with threadpool_limits(1):
        for line in lines(sample):
            print(line, flush=True)


if __name__ == "__main__":
    main()
