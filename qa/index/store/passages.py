"""Read and write passages: their words stand in their article's text, their vectors beside them."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.articles.passages import SplitPassage
from qa.index.store.articles import select_rows, spans_of
from qa.index.store.schema import check_row, checksum, damaged
from qa.index.store.vectors import check, passage_vector, unpack
from qa.models.encoder.protocol import Vectors
from qa.records import Passage, Sentence

_OFFSETS = np.dtype("<i4")
_PAIR = 2 * _OFFSETS.itemsize
_SELECT = (
    "SELECT passage.id, passage.article, permalink, number, first, last, heading, passage.language, key, sentences, "
    "vectors, substr(body.text, first + 1, last - first), passage.checksum "
    "FROM passage JOIN body ON body.article = passage.article"
)
_SELECT_WORDS = _SELECT.replace("vectors,", "substr(vectors, -4),")  # of which the checksum covers no more
_AT_A_TIME = 8_192
_ROUNDING = 0.01
"""By how much the length of a vector may differ from 1; half precision changes it by a 2,048th at most."""


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as read back, with its sentences and their vectors."""

    row: int
    article_row: int
    passage: Passage
    sentences: tuple[Sentence, ...]
    vector: Vectors
    """Shape (d,), of unit length."""
    sentence_vectors: Vectors
    """Shape (sentences, d), of unit length."""


@dataclass(frozen=True, slots=True)
class StoredWords:
    """The words of a passage as read back, without its sentences and vectors."""

    article_row: int
    heading: str | None
    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class RowVectors:
    """The vectors of some passages, in the order of their rows."""

    rows: NDArray[np.int64]
    """Shape (n,)"""
    vectors: Vectors
    """Shape (n, d)"""


def insert_passage(
    connection: sqlite3.Connection, row: int, article_row: int, split: SplitPassage, vectors: bytes
) -> None:
    """Add a passage of an article, with its packed vectors."""
    passage = split.passage
    sentences = np.array([(s.start, s.end) for s in split.sentences], dtype=_OFFSETS).tobytes()
    columns = (
        row,
        article_row,
        passage.id,
        passage.number,
        passage.start,
        passage.end,
        passage.heading,
        passage.language,
        split.key,
        sentences,
    )
    marks = ", ".join("?" * (len(columns) + 2))
    total = checksum(*columns, vectors[-4:], passage.text)
    connection.execute(f"INSERT INTO passage VALUES ({marks})", (*columns, vectors, total))  # noqa: S608


def read_passages(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, StoredPassage]:
    """Read passages by row, each with its words cut out of its article's text.

    Raises:
        IndexDamaged: one is not there, or is not what was written.
    """
    return {columns[0]: _passage(columns) for columns in _by_rows(connection, _SELECT, rows)}


def read_words(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, StoredWords]:
    """Read the words of passages by row; it takes a fraction of the time that whole passages take.

    Raises:
        IndexDamaged: one is not there, or is not what was written.
    """
    found = dict[int, StoredWords]()
    for columns in _by_rows(connection, _SELECT_WORDS, rows):
        _check(columns)
        row, article_row, _permalink, _number, _first, _last, heading, language, *_, text, _expected = columns
        found[row] = StoredWords(article_row, heading, text, language)
    return found


def paragraphs_of(connection: sqlite3.Connection, article_rows: Sequence[int]) -> dict[int, int]:
    """Count the kept paragraphs of articles that have some: the last passage has the greatest number."""
    last = {row: span.first + span.passages - 1 for row, span in spans_of(connection, article_rows).items()}
    stored = read_passages(connection, list(last.values()))
    return {row: stored[passage].passage.number for row, passage in last.items()}


def each_passage(connection: sqlite3.Connection, after: int = 0) -> Iterator[StoredPassage]:
    """Read the passages in rows greater than one, in order, each checked."""
    for columns in connection.execute(f"{_SELECT} WHERE passage.id > ? ORDER BY passage.id", (after,)):
        yield _passage(columns)


def each_vectors(connection: sqlite3.Connection, after: int = 0) -> Iterator[RowVectors]:
    """Read the vectors of the passages in rows greater than one, in order, each checked.

    Each time rows, shape (n,), and their vectors, shape (n, d), of some thousands.
    """
    cursor = connection.execute(
        "SELECT id, key, vectors, length(CAST(sentences AS BLOB)) FROM passage WHERE id > ? ORDER BY id", (after,)
    )
    while found := cursor.fetchmany(_AT_A_TIME):
        for _row, key, packed, _length in found:
            check(key, packed)
        vectors = [passage_vector(packed, length // _PAIR) for _row, _key, packed, length in found]
        for (row, *_), vector in zip(found, vectors, strict=True):
            if len(vector) != len(vectors[0]):
                damaged(f"row {row} of table passage is not what was written")
        some = RowVectors(np.array([row for row, *_ in found], dtype=np.int64), np.stack(vectors))
        lengths = np.linalg.norm(some.vectors, axis=1)
        if (wrong := some.rows[~((np.abs(lengths - 1) < _ROUNDING) | (lengths == 0))]).size:
            damaged(f"the vector of row {wrong[0]} of table passage is not of unit length")
        yield some


def passage_row_of(connection: sqlite3.Connection, permalink: str) -> int | None:
    """Return the row of the passage with that id."""
    found = connection.execute("SELECT id FROM passage WHERE permalink = ?", (permalink,)).fetchone()
    return None if found is None else int(found[0])


def first_by_id(connection: sqlite3.Connection, count: int) -> list[int]:
    """Return the rows of the passages whose ids come first; no order of the rows shows in that, for ids are digests."""
    found = connection.execute("SELECT id FROM passage ORDER BY permalink LIMIT ?", (count,))
    return [row for (row,) in found]


def passage_rows_of(connection: sqlite3.Connection, file: str) -> list[int]:
    """Return the rows of an article's passages in reading order."""
    found = connection.execute("SELECT first, passages FROM article WHERE file = ?", (file,)).fetchone()
    return [] if found is None else list(range(found[0], found[0] + found[1]))


def _by_rows(connection: sqlite3.Connection, statement: str, rows: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Select passages by row.

    Raises:
        IndexDamaged: one is not there.
    """
    missing = set(rows)
    for columns in select_rows(connection, f"{statement} WHERE passage.id", rows):
        missing.discard(columns[0])
        yield columns
    if missing:
        damaged(f"row {min(missing)} of table passage is missing")


def _check(columns: tuple[Any, ...]) -> None:
    """Compare a selected passage with its checksum."""
    *stated, packed, text, expected = columns
    if not isinstance(packed, bytes):
        damaged(f"row {columns[0]} of table passage is not what was written")
    check_row("passage", columns[0], expected, *stated[1:], packed[-4:], text)
    _row, _article, _permalink, _number, first, last, *_ = stated
    if len(text) != last - first:
        damaged(f"row {columns[0]} of table passage reaches beyond its article's text")


def _passage(columns: tuple[Any, ...]) -> StoredPassage:
    _check(columns)
    row, article_row, permalink, number, first, last, heading, language, key, spans, packed, text, _expected = columns
    bounds = np.frombuffer(spans, dtype=_OFFSETS).reshape(-1, 2).tolist()
    if not all(0 <= start <= end <= len(text) for start, end in bounds):
        damaged(f"a sentence of row {row} of table passage reaches beyond its text")
    sentences = tuple(Sentence(text[start:end], start, end) for start, end in bounds)
    vectors = unpack(key, packed, len(sentences))
    passage = Passage(permalink, text, first, last, number, heading, language)
    return StoredPassage(row, article_row, passage, sentences, vectors.passage, vectors.sentences)
