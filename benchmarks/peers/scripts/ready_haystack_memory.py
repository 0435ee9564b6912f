"""Haystack with its InMemoryDocumentStore, on vectors that lie ready."""

from collections.abc import Sequence
from pathlib import Path

import haystack_memory
from harness import Ask, Paragraph, main
from haystack import Document, component
from haystack.document_stores.in_memory import InMemoryDocumentStore
from ready import Known, vectors


@component
class _Known:
    def __init__(self, index: Path) -> None:
        self._questions = Known(index)

    @component.output_types(embedding=list[float])
    def run(self, text: str) -> dict[str, list[float]]:
        return {"embedding": self._questions.of(text).tolist()}


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Save."""
    store = InMemoryDocumentStore(embedding_similarity_function="dot_product")
    ready = zip(paragraphs, vectors(index), strict=True)
    store.write_documents([Document(id=it.id, content=it.text, embedding=vector.tolist()) for it, vector in ready])
    index.mkdir(parents=True)
    store.save_to_disk(str(index / haystack_memory.FILE))


def open_index(index: Path, mode: str) -> Ask:
    """Load."""
    haystack_memory.question_embedder = lambda: _Known(index)
    return haystack_memory.open_index(index, mode)


if __name__ == "__main__":
    main(build, open_index)
