"""LangChain with FAISS; hybrid is its EnsembleRetriever over FAISS and BM25Retriever."""

import re
from collections.abc import Sequence
from pathlib import Path

from harness import LIMIT, Ask, Found, Paragraph, main, model
from langchain_community.vectorstores import FAISS
from langchain_community.vectorstores.utils import DistanceStrategy
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings


def embeddings() -> HuggingFaceEmbeddings:
    """Load the model."""
    return HuggingFaceEmbeddings(
        model_name=model(), model_kwargs={"device": "cpu"}, encode_kwargs={"normalize_embeddings": True}
    )


def _words(text: str) -> list[str]:
    """Cut a text into words: the default, split at blanks, tells "Bush" from "Bush," and finds less."""
    return re.findall(r"\w+", text.lower())


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Encode and save; words are counted when the documents are loaded."""
    documents = [Document(id=it.id, page_content=it.text) for it in paragraphs]
    store = FAISS.from_documents(
        documents,
        embeddings(),
        ids=[it.id for it in paragraphs],
        distance_strategy=DistanceStrategy.MAX_INNER_PRODUCT,
    )
    store.save_local(str(index))


def open_index(index: Path, mode: str) -> Ask:
    """Load, and make a retriever."""
    store = FAISS.load_local(
        str(index),
        embeddings(),
        allow_dangerous_deserialization=True,
        distance_strategy=DistanceStrategy.MAX_INNER_PRODUCT,
    )
    retriever = store.as_retriever(search_kwargs={"k": LIMIT})
    if mode == "hybrid":
        from langchain_classic.retrievers import EnsembleRetriever
        from langchain_community.retrievers import BM25Retriever

        documents = [store.docstore.search(key) for key in store.index_to_docstore_id.values()]
        words = BM25Retriever.from_documents(documents, preprocess_func=_words, k=LIMIT)
        retriever = EnsembleRetriever(retrievers=[retriever, words], weights=[0.5, 0.5])

    def ask(question: str) -> list[Found]:
        return [Found(it.page_content, (it.id,)) for it in retriever.invoke(question)[:LIMIT]]

    return ask


if __name__ == "__main__":
    main(build, open_index)
