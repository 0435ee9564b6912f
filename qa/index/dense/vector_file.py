"""The vector file: written from the vectors of all passages, and opened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np

from qa.errors import DerivedDamaged
from qa.index.dense.approximate import ApproximateSearch
from qa.index.dense.calibration import ExactBest, calibrate, stand_ins
from qa.index.dense.exact import ExactSearch
from qa.index.dense.protocol import DenseSearch
from qa.index.store.passages import RowVectors
from qa.models.encoder.protocol import Vectors

Stream = Callable[[], Iterator[RowVectors]]
"""Reads the vectors of all passages from the beginning, each time it is called."""


@dataclass(frozen=True, slots=True)
class MadeSearch:
    """A search over all passages, and how good it is."""

    search: DenseSearch
    recall: float | None
    """Recall@10 against exact search; None where the search is exact."""


def make_search(stream: Stream, passages: int, exact_up_to: int) -> MadeSearch:
    """Build an exact search over few passages, an approximate one over many."""
    return _exact(stream) if passages <= exact_up_to else _approximate(stream, passages)


def open_search(path: Path, trained: int) -> DenseSearch:
    """Open a file whose digest has been checked; FAISS itself notices only a third of damaged bytes.

    Raises:
        DerivedDamaged: not a search of the kind that was written.
    """
    try:
        index = faiss.read_index(str(path))
    except (RuntimeError, MemoryError) as error:
        raise DerivedDamaged(f"{path} cannot be read ({error})") from error
    wanted = faiss.IndexIVFScalarQuantizer if trained else faiss.IndexIDMap
    if not isinstance(index, wanted) or index.metric_type != faiss.METRIC_INNER_PRODUCT:
        raise DerivedDamaged(f"{path} holds another kind of index than was written")
    return ApproximateSearch(index, trained) if trained else ExactSearch(index)


def _exact(stream: Stream) -> MadeSearch:
    search: ExactSearch | None = None
    for some in stream():
        search = search or ExactSearch.empty(some.vectors.shape[1])
        search.add(some.rows, some.vectors)
    return MadeSearch(search or ExactSearch.empty(0), None)


def _approximate(stream: Stream, passages: int) -> MadeSearch:
    random = np.random.default_rng(passages)
    sample = _sample(stream, passages, random)
    search = ApproximateSearch.train(sample, passages)
    best = ExactBest(stand_ins(sample, random))
    for some in stream():
        search.add(some.rows, some.vectors)
        best.add(some.rows, some.vectors)
    return MadeSearch(search, calibrate(search, best))


def _sample(stream: Stream, passages: int, random: np.random.Generator) -> Vectors:
    """Sample vectors at random from the whole archive, in one pass."""
    share = ApproximateSearch.sample_size(passages) / passages
    sampled = [some.vectors[random.random(len(some.rows)) < share] for some in stream()]
    return np.concatenate(sampled)
