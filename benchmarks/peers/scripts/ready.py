"""Find the vectors that lie ready beside an index: of its paragraphs, and of the questions."""

import json
from pathlib import Path

import numpy as np


def vectors(index: Path) -> np.ndarray:
    """Give the vectors of the paragraphs in their order, from the disk as they are needed, in half precision."""
    return np.load(_folder(index) / "vectors.npy", mmap_mode="r")


class Known:
    """The vectors of the questions."""

    def __init__(self, index: Path) -> None:
        lines = (_folder(index) / "questions.jsonl").read_text(encoding="utf-8").splitlines()
        questions = [json.loads(line)["question"] for line in lines]
        self._known = dict(zip(questions, np.load(_folder(index) / "questions.npy"), strict=True))

    def of(self, question: str) -> np.ndarray:
        """Give the vector of a question."""
        return self._known[question]


def _folder(index: Path) -> Path:
    return index.parent.parent
