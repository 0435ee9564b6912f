"""An encoder whose cosines all lie close to one, as those of many models do."""

from collections.abc import Sequence

import numpy as np

from qa.models.encoder.protocol import Encoder, Token, Vectors


class CompressedEncoder:
    """Another encoder, with so much of each vector's square in one dimension that all share: its cosine c becomes
    share + (1 - share) * c.
    """

    def __init__(self, inner: Encoder, share: float) -> None:
        self._inner, self._share = inner, share

    @property
    def name(self) -> str:
        return f"compressed {self._inner.name}"

    @property
    def fingerprint(self) -> str:
        return f"{self._share} {self._inner.fingerprint}"

    @property
    def max_tokens(self) -> int:
        return self._inner.max_tokens

    def tokens(self, text: str) -> Sequence[Token]:
        return self._inner.tokens(text)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._compressed(self._inner.encode_passages(texts))

    def encode_question(self, text: str) -> Vectors:
        compressed: Vectors = self._compressed(self._inner.encode_question(text)[None])[0]
        return compressed

    def _compressed(self, vectors: Vectors) -> Vectors:
        shared = np.full((len(vectors), 1), np.sqrt(self._share), dtype=np.float32)
        compressed = np.hstack([np.float32(np.sqrt(1 - self._share)) * vectors, shared])
        return np.asarray(compressed, dtype=np.float32)
