"""Read all that an index would answer, in a form that knows no revision, and compare two."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import faiss
import numpy as np

from qa.errors import IndexMissing
from qa.index.index import Index, View
from qa.index.lexical.asked_words import question_terms
from qa.index.store.articles import read_articles
from qa.index.store.passages import read_passages
from qa.records import Article, Passage, Sentence
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder

QUESTIONS = ("How long is the border along the river?", "trade and the bank", "music", "visit of the president", "ship")
EVERYTHING = 1_000

Scores = Mapping[str, float]
"""By the permalink of the passage."""


@dataclass(frozen=True, slots=True)
class StoredText:
    """A passage with its article and its sentences."""

    article: Article
    passage: Passage
    sentences: tuple[Sentence, ...]


def _wherever(article: Article) -> Article:
    """Return an article without its source: what was handed in answers as its file would."""
    return replace(article, source=None)


@dataclass(frozen=True, slots=True)
class Contents:
    """All that an index answers with."""

    fingerprint: str
    articles: int
    passages: Mapping[str, StoredText]
    """By permalink."""
    dense: tuple[Scores, ...]
    """For each question."""
    lexical: tuple[Scores, ...]


def contents(index: Path, settings: Settings | None = None) -> Contents | None:
    """Open an index as a question does, and read everything through one view; None where there is no index."""
    try:
        with Index(index, settings).view() as view:
            return _contents(view)
    except IndexMissing:
        return None


def _contents(view: View) -> Contents:
    snapshot = view.snapshot
    faiss.omp_set_num_threads(1)  # its threads wait for each other on a busy machine
    rows = np.flatnonzero(snapshot.catalogue.living_rows()).tolist()
    stored = read_passages(view.connection, rows)
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    permalinks = {row: it.passage.id for row, it in stored.items()}
    dense, lexical = [], []
    for question in QUESTIONS:
        near = snapshot.dense.search(HandEncoder().encode_question(question), EVERYTHING)
        said = snapshot.lexical.search(question_terms(question), EVERYTHING)
        assert (np.diff(near.cosines) <= 0).all()
        assert (np.diff(said.scores) <= 0).all()
        dense.append(_scores(permalinks, near.rows.tolist(), near.cosines.tolist()))
        lexical.append(_scores(permalinks, said.rows.tolist(), said.scores.tolist()))
    return Contents(
        fingerprint=snapshot.state.encoder_fingerprint,
        articles=snapshot.state.articles,
        passages={
            it.passage.id: StoredText(_wherever(articles[it.article_row]), it.passage, it.sentences)
            for it in stored.values()
        },
        dense=tuple(dense),
        lexical=tuple(lexical),
    )


def _scores(permalinks: Mapping[int, str], rows: list[int], scores: list[float]) -> Scores:
    assert len(set(rows)) == len(rows), "a passage was found twice"
    return {permalinks[row]: score for row, score in zip(rows, scores, strict=True)}


def differences(found: Contents | None, expected: Contents | None, lexical: float) -> list[str]:
    """Return in what two differ; lexical scores may by a little while deleted passages count in the statistics."""
    return list(_differences(found, expected, lexical))


def _differences(found: Contents | None, expected: Contents | None, lexical: float) -> Iterator[str]:
    if found is None or expected is None:
        if found is not expected:
            yield "one of them is missing"
        return
    for name in ("fingerprint", "articles", "passages"):
        if getattr(found, name) != getattr(expected, name):
            yield f"other {name}"
    for kind, ours, theirs, allowed in (
        ("cosines", found.dense, expected.dense, 1e-5),
        ("lexical scores", found.lexical, expected.lexical, lexical),
    ):
        for question, scores, others in zip(QUESTIONS, ours, theirs, strict=True):
            if scores.keys() != others.keys():
                yield f"other passages by {kind} for {question!r}"
            elif any(abs(score - others[permalink]) > allowed for permalink, score in scores.items()):
                worst = max(abs(score - others[permalink]) for permalink, score in scores.items())
                yield f"{kind} for {question!r} differ by {worst:.2g}"
