"""LangChain with FAISS, on vectors that lie ready."""

from collections.abc import Sequence
from pathlib import Path

import langchain_faiss
from harness import Ask, Paragraph, main
from langchain_community.vectorstores import FAISS
from langchain_community.vectorstores.utils import DistanceStrategy
from langchain_core.embeddings import Embeddings
from ready import Known, vectors


class _Known(Embeddings):
    def __init__(self, index: Path) -> None:
        self._questions = Known(index)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        raise NotImplementedError

    def embed_query(self, text: str) -> list[float]:
        return self._questions.of(text).tolist()


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Save."""
    store = FAISS.from_embeddings(
        ((it.text, vector) for it, vector in zip(paragraphs, vectors(index), strict=True)),
        _Known(index),
        ids=[it.id for it in paragraphs],
        distance_strategy=DistanceStrategy.MAX_INNER_PRODUCT,
    )
    store.save_local(str(index))


def open_index(index: Path, mode: str) -> Ask:
    """Load."""
    known = _Known(index)
    langchain_faiss.embeddings = lambda: known
    return langchain_faiss.open_index(index, mode)


if __name__ == "__main__":
    main(build, open_index)
