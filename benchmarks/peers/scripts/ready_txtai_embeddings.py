"""txtai's Embeddings, on vectors that lie ready."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import txtai_embeddings
from harness import Ask, Paragraph, main
from ready import Known, vectors
from txtai import Embeddings


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Save."""
    ready, taken = vectors(index), [0]

    def transform(texts: Sequence[str]) -> np.ndarray:
        first = taken[0]  # texts come in the order in which they are given
        taken[0] += len(texts)
        return ready[first : first + len(texts)]

    embeddings = Embeddings(method="external", transform=transform, content=True, hybrid=mode == "hybrid")
    embeddings.index((it.id, it.text, None) for it in paragraphs)
    del embeddings.config["transform"]  # a function cannot be saved
    embeddings.save(str(index))


def open_index(index: Path, mode: str) -> Ask:
    """Load."""
    known = Known(index)

    def transform(texts: Sequence[str]) -> np.ndarray:
        return np.stack([known.of(text) for text in texts])

    embeddings = Embeddings()
    embeddings.load(str(index), config={"transform": transform})
    return txtai_embeddings.asking(embeddings)


if __name__ == "__main__":
    main(build, open_index)
