"""Documents made by hand, and BM25 written for reading."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from qa.index.filters import Filters
from qa.index.lexical.documents import LexicalDocument
from qa.index.lexical.folder import write_folder
from qa.index.lexical.index import LexicalIndex
from qa.index.lexical.words import terms

K1, B = 1.2, 0.75
TEXTS = [
    "The border follows the river for 300 miles. Nobody guards the border.",
    "Trade rose by 12% last year, the president said.",
    "The bank expects more trade: trade with the north, trade by river.",
    "Thousands came to hear music by the river.",
    "The president opened the festival.",
]


def document(row: int, text: str, **known: object) -> LexicalDocument:
    """A passage that is the only one of its article."""
    made = {"article_row": row, "date": None, "file": f"{row}.txt", "outlet": "", "places": ()} | known
    return LexicalDocument(row=row, text=text, **made)  # type: ignore[arg-type]


def documents(texts: Sequence[str] | Mapping[int, str]) -> list[LexicalDocument]:
    """Passages in the rows from 0, or in those that are given."""
    known = texts if isinstance(texts, Mapping) else dict(enumerate(texts))
    return [document(row, text) for row, text in known.items()]


def written(folder: Path, texts: Sequence[str]) -> Path:
    """A new folder over some texts."""
    write_folder(folder, documents(texts))
    return folder


def oracle(texts: Sequence[str] | Mapping[int, str], words: Sequence[str]) -> dict[int, float]:
    """Robertson and Zaragoza's BM25 with the idf of Lucene."""
    known = texts if isinstance(texts, Mapping) else dict(enumerate(texts))
    held = {row: terms(text) for row, text in known.items()}
    average = sum(len(it) for it in held.values()) / len(held)
    scores: dict[int, float] = {}
    for word in words:
        holding = sum(word in it for it in held.values())
        rarity = math.log(1 + (len(held) - holding + 0.5) / (holding + 0.5))
        for row, it in held.items():
            if often := it.count(word):
                saturated = often * (K1 + 1) / (often + K1 * (1 - B + B * len(it) / average))
                scores[row] = scores.get(row, 0.0) + rarity * saturated
    return scores


def found(index: LexicalIndex, words: Sequence[str], count: int = 100, wanted: Filters | None = None) -> list[int]:
    """List the rows that a search finds."""
    rows: list[int] = index.search(words, count, wanted).rows.tolist()
    return rows


def scored(index: LexicalIndex, words: Sequence[str], count: int = 100) -> dict[int, float]:
    """Return what a search finds, best first, with the scores."""
    hits = index.search(words, count)
    assert (hits.rows.dtype.name, hits.scores.dtype.name) == ("int64", "float32")
    return dict(zip(hits.rows.tolist(), hits.scores.tolist(), strict=True))
