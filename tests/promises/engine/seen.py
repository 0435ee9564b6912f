"""The answers of an index, read through the view that every question uses."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qa.index.index import Index
from qa.index.store.articles import read_articles
from qa.index.store.passages import read_passages
from qa.models.encoder.protocol import Vectors


@dataclass(frozen=True)
class Found:
    """A passage that a search found, known by what does not depend on how the index came to be."""

    file: str
    id: str
    text: str
    score: float


def every_passage(index: Path) -> dict[str, tuple[str, str]]:
    """Return file and text of each passage by its id."""
    with Index(index).view() as view:
        rows = np.flatnonzero(view.snapshot.catalogue.living_rows()).tolist()
        passages = read_passages(view.connection, rows)
        articles = read_articles(view.connection, sorted({it.article_row for it in passages.values()}))
        return {it.passage.id: (articles[it.article_row].file, it.passage.text) for it in passages.values()}


def dense(index: Index, question: Vectors, count: int) -> list[Found]:
    """Search by meaning."""
    with index.view() as view:
        hits = view.snapshot.dense.search(question, count)
        return _found(index, hits.rows.tolist(), hits.cosines.tolist())


def lexical(index: Index, words: list[str], count: int) -> list[Found]:
    """Search by words."""
    with index.view() as view:
        hits = view.snapshot.lexical.search(words, count)
        return _found(index, hits.rows.tolist(), hits.scores.tolist())


def _found(index: Index, rows: list[int], scores: list[float]) -> list[Found]:
    with index.view() as view:
        passages = read_passages(view.connection, rows)
        articles = read_articles(view.connection, sorted({it.article_row for it in passages.values()}))
        return [
            Found(articles[passages[row].article_row].file, passages[row].passage.id, passages[row].passage.text, score)
            for row, score in zip(rows, scores, strict=True)
        ]
