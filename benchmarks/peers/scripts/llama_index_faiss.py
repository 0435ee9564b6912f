"""LlamaIndex with FAISS; hybrid is its QueryFusionRetriever over the vectors and BM25Retriever."""

from collections.abc import Sequence
from pathlib import Path

import faiss
from harness import LIMIT, Ask, Found, Paragraph, main, model
from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.faiss import FaissVectorStore
from pydantic import PrivateAttr
from ready import Ready, ready

WORDS = "bm25"
"""The folder of BM25 below the index."""


_AT_ONCE = 10_000
"""A vector is a list here, ten times as large as in an array: not all of them at once."""


class _Known(BaseEmbedding):
    _known: Ready = PrivateAttr()

    def __init__(self, known: Ready) -> None:
        super().__init__()
        self._known = known

    def _get_text_embedding(self, text: str) -> list[float]:
        raise NotImplementedError

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._known.of(query).tolist()

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def embedding(index: Path) -> BaseEmbedding:
    """Load the vectors that lie ready, or the model: in batches of 32, for LlamaIndex's default of 10 is slower."""
    if known := ready(index):
        return _Known(known)
    return HuggingFaceEmbedding(model_name=model(), device="cpu", embed_batch_size=32)


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Encode, where no vectors lie ready, and save, BM25 in a folder of its own."""
    context = StorageContext.from_defaults(vector_store=FaissVectorStore(faiss_index=faiss.IndexFlatIP(384)))
    if known := ready(index):
        built = VectorStoreIndex([], storage_context=context, embed_model=_Known(known))
        for first in range(0, len(paragraphs), _AT_ONCE):
            vectors = known.paragraphs[first : first + _AT_ONCE].tolist()
            some = zip(paragraphs[first : first + _AT_ONCE], vectors, strict=True)
            built.insert_nodes([TextNode(id_=it.id, text=it.text, embedding=vector) for it, vector in some])
        words = {"docstore": built.docstore}
    else:
        nodes = [TextNode(id_=it.id, text=it.text) for it in paragraphs]
        built = VectorStoreIndex(nodes, storage_context=context, embed_model=embedding(index))
        words = {"nodes": nodes}
    built.storage_context.persist(persist_dir=str(index))
    if mode == "hybrid":
        from llama_index.retrievers.bm25 import BM25Retriever

        BM25Retriever.from_defaults(**words, similarity_top_k=LIMIT).persist(str(index / WORDS))


def open_index(index: Path, mode: str) -> Ask:
    """Load, and make a retriever."""
    store = FaissVectorStore.from_persist_dir(str(index))
    context = StorageContext.from_defaults(vector_store=store, persist_dir=str(index))
    retriever = load_index_from_storage(context, embed_model=embedding(index)).as_retriever(similarity_top_k=LIMIT)
    if mode == "hybrid":
        from llama_index.core.llms import MockLLM
        from llama_index.core.retrievers import QueryFusionRetriever
        from llama_index.retrievers.bm25 import BM25Retriever

        retriever = QueryFusionRetriever(
            [retriever, BM25Retriever.from_persist_dir(str(index / WORDS))],
            llm=MockLLM(),  # never asked: no further queries are made up
            mode="reciprocal_rerank",
            num_queries=1,
            similarity_top_k=LIMIT,
            use_async=False,
        )

    def ask(question: str) -> list[Found]:
        return [Found(it.node.get_content(), (it.node.node_id,)) for it in retriever.retrieve(question)]

    return ask


if __name__ == "__main__":
    main(build, open_index)
