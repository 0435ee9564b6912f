"""Make as many passages as wanted from a few real ones: vectors, and texts in the same order.

Passage n is made from real passage n modulo their number, so neighbours in an article stay neighbours. Each block of
passages has its own random numbers: the first hundred thousand of a million are those of a hundred thousand.
"""

from collections.abc import Iterator, Sequence

import faiss
import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

BLOCK = 10_000
_ALIKE = 64
"""A real vector is mixed with one of the 64 nearest to it: a mix of two at random is like no news."""
_OF_THE_ALIKE = (0.4, 1.0)
_OF_ANY = 0.55
"""How much of a vector at random is mixed in, so that what is made spreads between the topics as sentences do."""
_OF_NOISE = 0.4


def perturbed_vectors(real: Vectors, count: int, seed: int) -> Iterator[Vectors]:
    """Mix every real vector with one like it, a little of any other and noise: unit length, cosine to it .75 to .9.

    Yielded in blocks of shape (<= BLOCK, d). Lists find the nearest in them about as well as in real sentences.
    """
    dimension = real.shape[1]
    _, alike = faiss.knn(real, real, min(_ALIKE + 1, len(real)), metric=faiss.METRIC_INNER_PRODUCT)
    for first in range(0, count, BLOCK):
        random = np.random.default_rng((seed, 0, first))
        own = np.arange(first, first + BLOCK) % len(real)
        other = alike[own, random.integers(alike.shape[1], size=BLOCK)]
        share = random.uniform(*_OF_THE_ALIKE, size=(BLOCK, 1)).astype(np.float32)
        anyone = random.integers(len(real), size=BLOCK)
        noise = random.standard_normal((BLOCK, dimension), dtype=np.float32) * np.float32(_OF_NOISE / dimension**0.5)
        mixed = real[own] + share * real[other] + np.float32(_OF_ANY) * real[anyone] + noise
        mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
        yield mixed[: count - first]


def perturbed_texts(texts: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """Replace one of every two neighbouring words by a word of the corpus, drawn as often as it occurs there.

    No three neighbouring words survive but by chance, so that the passages made from one are not its copies.
    """
    words = [text.split() for text in texts]
    lengths = np.array([len(some) for some in words])
    all_words = [word for some in words for word in some]
    for first in range(0, count, BLOCK):
        random = np.random.default_rng((seed, 1, first))
        sources = np.arange(first, first + BLOCK) % len(texts)
        pairs = (lengths[sources] + 1) // 2
        starts = np.concatenate([[0], np.cumsum(pairs)])
        second = random.integers(2, size=starts[-1])
        drawn = random.integers(len(all_words), size=starts[-1])
        for n in range(min(BLOCK, count - first)):
            made = list(words[sources[n]])
            pair = slice(starts[n], starts[n + 1])
            replaced = np.minimum(np.arange(0, len(made), 2) + second[pair], len(made) - 1)
            for place, which in zip(replaced.tolist(), drawn[pair].tolist(), strict=True):
                made[place] = all_words[which]
            yield " ".join(made)
