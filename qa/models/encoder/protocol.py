"""The encoder protocol: texts become vectors of unit length."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from qa.errors import EncoderUnavailable

Vectors = NDArray[np.float32]
"""Shape (n, d); a single vector has shape (d,)."""


@dataclass(frozen=True, slots=True)
class Token:
    """Where one token stands in the text it was cut from, in characters."""

    start: int
    end: int


class Encoder(Protocol):
    """Encodes passages and questions as vectors of unit length; their inner product is the cosine similarity."""

    @property
    def name(self) -> str:
        """Return the name that finds the same encoder again: a hub name, a folder, or the default's."""
        ...

    @property
    def fingerprint(self) -> str:
        """Return the hash of what the vectors depend on: weights, tokenizer, pooling, prompts and window."""
        ...

    @property
    def max_tokens(self) -> int:
        """Return how many tokens of a passage are read, special ones and the prompt excluded; the rest is dropped."""
        ...

    def tokens(self, text: str) -> Sequence[Token]:
        """Return the spans of the tokens that the encoder reads."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages: float32, shape (n, d), each of unit length."""
        ...

    def encode_question(self, text: str) -> Vectors:
        """Encode one question: float32, shape (d,), unit length."""
        ...


def unit_length(vectors: Vectors) -> Vectors:
    """Scale each vector, shape (n, d) or (d,), to length 1, the one place where that is done; a zero vector stays zero.

    Raises:
        EncoderUnavailable: a vector holds what is no number, so that every comparison with it would be wrong.
    """
    if not np.isfinite(vectors).all():
        raise EncoderUnavailable("the encoder returned a vector that is not a number: reinstall it, or choose another")
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)
