"""Say what a reranker is."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Likelihoods = NDArray[np.float32]
"""Shape (n,), each from 0 to 1."""


class Reranker(Protocol):
    """Judge how well texts answer a question, each read together with it."""

    @property
    def name(self) -> str:
        """Give the name that finds the same reranker again."""
        ...

    def likelihoods(self, question: str, texts: Sequence[str]) -> Likelihoods:
        """Judge each text, 0 to 1; what is judged with it makes no difference."""
        ...
