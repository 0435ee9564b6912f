"""An encoder whose vectors people can compute by hand, with no model behind it."""

import re
from collections.abc import Sequence

import numpy as np

from qa.models.encoder.protocol import Token, Vectors, unit_length

VOCABULARY = ("trade", "border", "visit", "president", "music", "river", "bank", "ship")


class HandEncoder:
    """Count eight words; a text with none of them points along a ninth axis. Tokens are what stands between spaces."""

    def __init__(self, max_tokens: int = 40, fingerprint: str = "hand-1", name: str = "hand") -> None:
        self.name, self.fingerprint, self.max_tokens = name, fingerprint, max_tokens
        self.encoded: list[str] = []
        """Every text encoded so far, in order."""

    def tokens(self, text: str) -> Sequence[Token]:
        return [Token(*match.span()) for match in re.finditer(r"\S+", text)]

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded.extend(texts)
        return np.stack([self._vector(text) for text in texts])

    def encode_question(self, text: str) -> Vectors:
        return self._vector(text)

    def _vector(self, text: str) -> Vectors:
        words = re.findall(r"\w+", text.lower())
        counts = [float(words.count(word)) for word in VOCABULARY]
        return unit_length(np.array([*counts, 0.0 if any(counts) else 1.0], dtype=np.float32))
