"""Models whose judgement is known beforehand: they look for one word."""

from collections.abc import Sequence

import numpy as np

from qa.models.reader.protocol import PassageText, ReaderOutput
from qa.models.reranker import Likelihoods


class Liking:
    """A reranker that likes one word, and remembers what it was given to read."""

    name = "liking"

    def __init__(self, word: str) -> None:
        self._word = word
        self.questions: list[str] = []
        self.read: list[str] = []

    def likelihoods(self, question: str, texts: Sequence[str]) -> Likelihoods:
        self.questions.append(question)
        self.read = list(texts)
        return np.array([float(self._word in text) for text in texts], dtype=np.float32)


class Believing:
    """A reader that believes texts with one word, and remembers what it was given to read."""

    languages = None

    def __init__(self, word: str, logit: float = 8.0) -> None:
        self._word, self._logit = word, logit
        self.questions: list[str] = []
        self.read_so_far: list[PassageText] = []

    def read(self, question: str, texts: Sequence[PassageText]) -> list[ReaderOutput]:
        self.questions.append(question)
        self.read_so_far += texts
        return [self._reading(text) for text in texts]

    def _reading(self, text: PassageText) -> ReaderOutput:
        held = [float(self._word in sentence) for sentence in text.sentences]
        return ReaderOutput(self._logit if any(held) else -self._logit, tuple(held))
