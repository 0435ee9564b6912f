"""LlamaIndex with FAISS, on vectors that lie ready."""

from collections.abc import Sequence
from pathlib import Path

import faiss
import llama_index_faiss
from harness import LIMIT, Ask, Paragraph, main
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.schema import TextNode
from llama_index.vector_stores.faiss import FaissVectorStore
from pydantic import PrivateAttr
from ready import Known, vectors

_AT_ONCE = 10_000
"""A vector is a list here, ten times as large as in an array: not all of them at once."""


class _Known(BaseEmbedding):
    _questions: Known = PrivateAttr()

    def __init__(self, index: Path) -> None:
        super().__init__()
        self._questions = Known(index)

    def _get_text_embedding(self, text: str) -> list[float]:
        raise NotImplementedError

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._questions.of(query).tolist()

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Save."""
    context = StorageContext.from_defaults(vector_store=FaissVectorStore(faiss_index=faiss.IndexFlatIP(384)))
    built = VectorStoreIndex([], storage_context=context, embed_model=_Known(index))
    ready = vectors(index)
    for first in range(0, len(paragraphs), _AT_ONCE):
        some = zip(paragraphs[first : first + _AT_ONCE], ready[first : first + _AT_ONCE].tolist(), strict=True)
        built.insert_nodes([TextNode(id_=it.id, text=it.text, embedding=vector) for it, vector in some])
    built.storage_context.persist(persist_dir=str(index))
    if mode == "hybrid":
        from llama_index.retrievers.bm25 import BM25Retriever

        retriever = BM25Retriever.from_defaults(docstore=built.docstore, similarity_top_k=LIMIT)
        retriever.persist(str(index / llama_index_faiss.WORDS))


def open_index(index: Path, mode: str) -> Ask:
    """Load."""
    known = _Known(index)
    llama_index_faiss.embedding = lambda: known
    return llama_index_faiss.open_index(index, mode)


if __name__ == "__main__":
    main(build, open_index)
