"""Vectors that lie ready beside an index, of its paragraphs and of the questions: at sizes that are made up."""

import json
from pathlib import Path

import numpy as np


class Ready:
    """The vectors of the questions, and those of the paragraphs in their order."""

    def __init__(self, given: Path) -> None:
        lines = (given / "questions.jsonl").read_text(encoding="utf-8").splitlines()
        questions = [json.loads(line)["question"] for line in lines]
        self._questions = dict(zip(questions, np.load(given / "questions.npy"), strict=True))
        self.paragraphs: np.ndarray = np.load(given / "vectors.npy", mmap_mode="r")
        """From the disk as they are needed, in half precision, shape (paragraphs, d)."""

    def of(self, question: str) -> np.ndarray:
        """Return the vector of a question."""
        return self._questions[question]


def ready(index: Path) -> Ready | None:
    """Read what lies ready for an index; None where the model encodes."""
    given = index.parent.parent
    return Ready(given) if (given / "vectors.npy").exists() else None
