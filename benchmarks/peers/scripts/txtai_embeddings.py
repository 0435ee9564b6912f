"""txtai's Embeddings with the texts stored in it; hybrid is its own switch."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
from harness import LIMIT, Ask, Found, Paragraph, main, model
from ready import ready
from txtai import Embeddings


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Encode, where no vectors lie ready, and save."""
    known, hybrid = ready(index), mode == "hybrid"
    if known is None:
        embeddings = Embeddings(path=model(), method="sentence-transformers", gpu=False, content=True, hybrid=hybrid)
    else:
        done = 0

        def transform(texts: Sequence[str]) -> np.ndarray:
            nonlocal done  # texts come in the order in which they are given
            first, done = done, done + len(texts)
            return known.paragraphs[first:done]

        embeddings = Embeddings(method="external", transform=transform, content=True, hybrid=hybrid)
    embeddings.index((it.id, it.text, None) for it in paragraphs)
    embeddings.config.pop("transform", None)  # a function cannot be saved
    embeddings.save(str(index))


def open_index(index: Path, mode: str) -> Ask:
    """Load."""
    embeddings = Embeddings()
    if known := ready(index):
        config = {"transform": lambda texts: np.stack([known.of(text) for text in texts])}
        embeddings.load(str(index), config=config)
    else:
        embeddings.load(str(index))
    one_at_a_time = Lock()  # its SQLite cursor is one for all threads: "Recursive use of cursors not allowed"

    def ask(question: str) -> list[Found]:
        with one_at_a_time:
            return [Found(it["text"], (it["id"],)) for it in embeddings.search(question, LIMIT)]

    return ask


if __name__ == "__main__":
    main(build, open_index)
