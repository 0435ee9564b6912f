"""SentenceTransformer.encode, a NumPy array and a matrix product: no library for retrieval."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from harness import Ask, Found, Paragraph, main, model
from sentence_transformers import SentenceTransformer


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Encode and save."""
    encoder = SentenceTransformer(model(), device="cpu")
    vectors = encoder.encode([it.text for it in paragraphs], normalize_embeddings=True)
    index.mkdir(parents=True)
    np.save(index / "vectors.npy", vectors)
    (index / "paragraphs.json").write_text(json.dumps([[it.id, it.text] for it in paragraphs]))


def open_index(index: Path, mode: str) -> Ask:
    """Load, and search by a matrix product."""
    encoder = SentenceTransformer(model(), device="cpu")
    vectors = np.load(index / "vectors.npy")
    paragraphs = json.loads((index / "paragraphs.json").read_text())

    def ask(question: str) -> list[Found]:
        scores = vectors @ encoder.encode(question, normalize_embeddings=True)
        best = np.argsort(-scores)[:10]
        return [Found(paragraphs[row][1], (paragraphs[row][0],)) for row in best]

    return ask


if __name__ == "__main__":
    main(build, open_index)
