"""LlamaIndex with FAISS; hybrid is its QueryFusionRetriever over the vectors and BM25Retriever."""

from collections.abc import Sequence
from pathlib import Path

import faiss
from harness import LIMIT, Ask, Found, Paragraph, main, model
from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.faiss import FaissVectorStore

WORDS = "bm25"
"""The folder of BM25 below the index."""


def embedding() -> HuggingFaceEmbedding:
    """Load the model, for batches of 32: LlamaIndex's default of 10 is slower."""
    return HuggingFaceEmbedding(model_name=model(), device="cpu", embed_batch_size=32)


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Encode and save, BM25 in a folder of its own."""
    context = StorageContext.from_defaults(vector_store=FaissVectorStore(faiss_index=faiss.IndexFlatIP(384)))
    nodes = [TextNode(id_=it.id, text=it.text) for it in paragraphs]
    built = VectorStoreIndex(nodes, storage_context=context, embed_model=embedding())
    built.storage_context.persist(persist_dir=str(index))
    if mode == "hybrid":
        from llama_index.retrievers.bm25 import BM25Retriever

        BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=LIMIT).persist(str(index / WORDS))


def open_index(index: Path, mode: str) -> Ask:
    """Load, and make a retriever."""
    store = FaissVectorStore.from_persist_dir(str(index))
    context = StorageContext.from_defaults(vector_store=store, persist_dir=str(index))
    retriever = load_index_from_storage(context, embed_model=embedding()).as_retriever(similarity_top_k=LIMIT)
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
