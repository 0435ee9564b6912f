"""Lay out what every process of the comparison of vectors shares: the vectors, what is asked, what is right."""

from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from scaling.synthetic import BLOCK, Vectors, perturbed_vectors, pseudo_questions, scattered

SEED = 3
FOUND = 10
SHARES = (1.0, 0.1, 0.01)
"""What filters leave of the passages."""
_ASIDE = 300


@dataclass(frozen=True, slots=True)
class Recall:
    """Which part of the true first ten is found."""

    plain: float
    """Among the first ten."""
    scored: float
    """Among the first ten once all that was found is ordered by the exact cosines."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that holds them."""

    folder: Path

    @property
    def vectors(self) -> NDArray[np.float16]:
        """All vectors, from the disk as they are needed."""
        return np.load(self.folder / "vectors.npy", mmap_mode="r")  # type: ignore[no-any-return]

    @property
    def sets(self) -> dict[str, Vectors]:
        """Named sets of question vectors: real ones, and what may stand for them."""
        with np.load(self.folder / "sets.npz") as stored:
            return dict(stored)

    def file(self, factory: str) -> Path:
        """Where the index of a factory is written."""
        return self.folder / f"{factory}.faiss"

    def recall(self, name: str, share: float, found: NDArray[np.int64]) -> Recall:
        """Count for each question of a set what is as near as its true tenth."""
        tenth = np.load(self.folder / f"tenth {name} {share}.npy")
        near = (exact_cosines(self.vectors, found, self.sets[name]) >= tenth[:, None] - 1e-6) & (found >= 0)
        plain, scored = near[:, :FOUND].sum(axis=1), np.minimum(near.sum(axis=1), FOUND)
        return Recall(float(plain.mean()) / FOUND, float(scored.mean()) / FOUND)


def exact_cosines(vectors: NDArray[np.float16], found: NDArray[np.int64], asked: Vectors) -> Vectors:
    """Give the cosine of each found passage to its question by the stored vectors, shape (questions, found)."""
    stored = vectors[np.maximum(found, 0)].astype(np.float32)
    return np.asarray((stored @ asked[:, :, None])[:, :, 0])


def prepare(space: Workspace, size: int, vectors: Path, questions: Path, sentences: Path | None) -> None:
    """Make the vectors and the questions, and find the true tenth nearest of each question under each filter."""
    real = np.load(vectors)
    made = np.lib.format.open_memmap(
        space.folder / "vectors.npy", mode="w+", dtype=np.float16, shape=(size, real.shape[1])
    )
    for number, block in enumerate(perturbed_vectors(real, size, SEED)):
        made[number * BLOCK : number * BLOCK + len(block)] = block
    asked = np.ascontiguousarray(np.load(questions), dtype=np.float32)
    sets = {"questions": asked, "even questions": asked[::2], "odd questions": asked[1::2]}
    sets |= pseudo_questions(made, _ASIDE, SEED)
    if sentences is not None:
        stored = np.load(sentences, mmap_mode="r")
        sets["a sentence"] = stored[np.random.default_rng(SEED).integers(len(stored), size=_ASIDE)].astype(np.float32)
    np.savez(space.folder / "sets.npz", allow_pickle=False, **sets)
    print("| asked | cosine of the nearest, median | of the tenth |\n|---|--:|--:|")
    _write_tenths(space, 1.0, sets, scattered(size, 1.0, SEED))
    for share in SHARES[1:]:
        _write_tenths(space, share, {"questions": asked}, scattered(size, share, SEED))


def _write_tenths(space: Workspace, share: float, sets: dict[str, Vectors], mask: NDArray[np.bool_]) -> None:
    best = _nearest(space.vectors, np.concatenate(list(sets.values())), mask)
    ends = np.cumsum([len(some) for some in sets.values()])
    for name, some in zip(sets, np.split(best, ends[:-1]), strict=True):
        np.save(space.folder / f"tenth {name} {share}.npy", some[:, -1])
        print(f"| {name}, {share:.0%} left | {np.median(some[:, 0]):.3f} | {np.median(some[:, -1]):.3f} |")


def _nearest(vectors: NDArray[np.float16], asked: Vectors, mask: NDArray[np.bool_]) -> Vectors:
    best = np.full((len(asked), FOUND), -1, dtype=np.float32)
    for first in range(0, len(vectors), BLOCK):
        block = vectors[first : first + BLOCK][mask[first : first + BLOCK]].astype(np.float32)
        cosines, _ = faiss.knn(asked, block, min(FOUND, len(block)), metric=faiss.METRIC_INNER_PRODUCT)
        best = np.sort(np.concatenate([best, cosines], axis=1), axis=1)[:, : -FOUND - 1 : -1]
    return best
