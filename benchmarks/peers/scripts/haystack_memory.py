"""Haystack with its InMemoryDocumentStore; hybrid joins its two in-memory retrievers by reciprocal rank."""

from collections.abc import Sequence
from pathlib import Path

from harness import LIMIT, Ask, Found, Paragraph, main, model
from haystack import Document, Pipeline
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack.utils import ComponentDevice
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

FILE = "store.json"
"""What the store is saved as."""


def _loading() -> dict[str, object]:
    device = ComponentDevice.from_str("cpu")
    return {"model": model(), "device": device, "progress_bar": False, "normalize_embeddings": True}


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Encode and save; words are counted again when the documents are loaded."""
    store = InMemoryDocumentStore(embedding_similarity_function="dot_product")
    documents = [Document(id=it.id, content=it.text) for it in paragraphs]
    store.write_documents(SentenceTransformersDocumentEmbedder(**_loading()).run(documents)["documents"])
    index.mkdir(parents=True)
    store.save_to_disk(str(index / FILE))


def open_index(index: Path, mode: str) -> Ask:
    """Load, and join a pipeline."""
    store = InMemoryDocumentStore.load_from_disk(str(index / FILE))
    pipeline = Pipeline()
    pipeline.add_component("embedder", SentenceTransformersTextEmbedder(**_loading()))
    pipeline.add_component("dense", InMemoryEmbeddingRetriever(store, top_k=LIMIT))
    pipeline.connect("embedder.embedding", "dense.query_embedding")
    if mode == "hybrid":
        from haystack.components.joiners import DocumentJoiner
        from haystack.components.retrievers.in_memory import InMemoryBM25Retriever

        pipeline.add_component("words", InMemoryBM25Retriever(store, top_k=LIMIT))
        pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=LIMIT))
        pipeline.connect("dense", "joiner")
        pipeline.connect("words", "joiner")

    def ask(question: str) -> list[Found]:
        asked = {"embedder": {"text": question}} | ({"words": {"query": question}} if mode == "hybrid" else {})
        said = pipeline.run(asked)["joiner" if mode == "hybrid" else "dense"]
        return [Found(it.content, (it.id,)) for it in said["documents"]]

    return ask


if __name__ == "__main__":
    main(build, open_index)
