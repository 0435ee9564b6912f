"""txtai's Embeddings with the texts stored in it; hybrid is its own switch."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from harness import LIMIT, Ask, Found, Paragraph, main, model
from txtai import Embeddings


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Encode and save."""
    hybrid = mode == "hybrid"
    embeddings = Embeddings(path=model(), method="sentence-transformers", gpu=False, content=True, hybrid=hybrid)
    embeddings.index((it.id, it.text, None) for it in paragraphs)
    embeddings.save(str(index))


def open_index(index: Path, mode: str) -> Ask:
    """Load."""
    embeddings = Embeddings()
    embeddings.load(str(index))
    one_at_a_time = Lock()  # its SQLite cursor is one for all threads: "Recursive use of cursors not allowed"

    def ask(question: str) -> list[Found]:
        with one_at_a_time:
            return [Found(it["text"], (it["id"],)) for it in embeddings.search(question, LIMIT)]

    return ask


if __name__ == "__main__":
    main(build, open_index)
