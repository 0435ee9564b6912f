"""Read and write the rows of the truth, checking on the way in what was written on the way out."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.encoder.protocol import Vectors, unit_length
from qa.errors import IndexDamaged
from qa.passages import SplitPassage
from qa.records import Article, Passage, Sentence
from qa.store.schema import DATABASE, Column, State, checksum

_PASSAGES = (
    "SELECT passage.id, article, permalink, number, first, last, heading, key, vector, sentences, sentence_vectors, "
    "substr(article.text, first + 1, last - first), passage.checksum "
    "FROM passage JOIN article ON article.id = passage.article"
)


@dataclass(frozen=True, slots=True)
class EncodedPassage:
    """The vectors of one passage as they are kept."""

    vector: bytes
    """float16, shape (d,)"""
    sentence_vectors: bytes
    """int8, shape (sentences, d): each vector divided by its largest component, times 127"""


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as read back, with its sentences and their vectors."""

    row: int
    article_row: int
    passage: Passage
    sentences: tuple[Sentence, ...]
    sentence_vectors: Vectors


def pack(vector: Vectors, sentence_vectors: Vectors) -> EncodedPassage:
    """Shrink vectors to what is kept: half precision, and bytes for the sentences."""
    largest = np.abs(sentence_vectors).max(axis=1, keepdims=True, initial=np.finfo(np.float32).tiny)
    small = np.round(sentence_vectors / largest * 127).astype(np.int8)
    return EncodedPassage(vector.astype(np.float16).tobytes(), small.tobytes())


def unpack_sentences(packed: bytes, count: int) -> Vectors:
    """Give back sentence vectors of unit length, shape (count, d)."""
    return unit_length(np.frombuffer(packed, dtype=np.int8).reshape(count, -1).astype(np.float32))


def read_state(connection: sqlite3.Connection) -> State | None:
    """Read what the index says of itself; None before the first build has ended."""
    row = connection.execute("SELECT * FROM state").fetchone()
    if row is None:
        return None
    *columns, expected = row[1:]
    _check("state", 1, expected, *columns)
    return State(*columns)


def write_state(connection: sqlite3.Connection, state: State) -> None:
    """Replace what the index says of itself."""
    columns = astuple(state)
    marks = ", ".join("?" * (len(columns) + 2))
    connection.execute(f"INSERT OR REPLACE INTO state VALUES ({marks})", (1, *columns, checksum(*columns)))  # noqa: S608


def insert_article(connection: sqlite3.Connection, article: Article, digest: str) -> int:
    """Add an article and give its row."""
    columns = _article_columns(article, digest)
    cursor = connection.execute(
        "INSERT INTO article (file, digest, text, name, title, outlet, date, author, place, section, url, checksum) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*columns, checksum(*columns)),
    )
    return int(cursor.lastrowid or 0)


def insert_passage(
    connection: sqlite3.Connection, article_row: int, split: SplitPassage, encoded: EncodedPassage
) -> None:
    """Add a passage of an article."""
    passage = split.passage
    sentences = np.array([(s.start, s.end) for s in split.sentences], dtype="<i4").tobytes()
    columns = (passage.id, passage.number, passage.start, passage.end, passage.heading, split.key)
    blobs = (encoded.vector, sentences, encoded.sentence_vectors)
    connection.execute(
        "INSERT INTO passage (article, permalink, number, first, last, heading, key, vector, sentences, "
        "sentence_vectors, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article_row, *columns, *blobs, checksum(article_row, *columns, *blobs, passage.text)),
    )


def read_articles(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Article]:
    """Read whole articles by row."""
    found = {}
    for row, *columns, expected in _by_rows(
        connection,
        "SELECT id, file, digest, text, name, title, outlet, date, author, place, section, url, checksum "
        "FROM article WHERE id IN ({})",
        rows,
    ):
        _check("article", row, expected, *columns)
        file, _digest, text, *rest = columns
        found[row] = Article(file, text, *rest)
    return found


def read_passages(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, StoredPassage]:
    """Read passages by row, each with its words cut out of its article's text."""
    found = {}
    for columns in _by_rows(connection, _PASSAGES + " WHERE passage.id IN ({})", rows):
        row, article_row, permalink, number, first, last, heading, _key, _vector, spans, vectors, text = _checked(
            columns
        )
        bounds = np.frombuffer(spans, dtype="<i4").reshape(-1, 2).tolist()
        sentences = tuple(Sentence(text[start:end], start, end) for start, end in bounds)
        passage = Passage(permalink, text, first, last, number, heading)
        found[row] = StoredPassage(row, article_row, passage, sentences, unpack_sentences(vectors, len(sentences)))
    return found


def passage_rows_of(connection: sqlite3.Connection, file: str) -> list[int]:
    """Give the rows of an article's passages in reading order."""
    found = connection.execute(
        "SELECT passage.id FROM passage JOIN article ON article.id = passage.article WHERE file = ? ORDER BY first",
        (file,),
    )
    return [row for (row,) in found]


def passage_row_of(connection: sqlite3.Connection, permalink: str) -> int | None:
    """Give the row of the passage with that id."""
    found = connection.execute("SELECT id FROM passage WHERE permalink = ?", (permalink,)).fetchone()
    return None if found is None else int(found[0])


def article_row_of(connection: sqlite3.Connection, file: str) -> int | None:
    """Give the row of the article in that file."""
    found = connection.execute("SELECT id FROM article WHERE file = ?", (file,)).fetchone()
    return None if found is None else int(found[0])


def all_vectors(connection: sqlite3.Connection) -> NDArray[np.float32]:
    """Read every passage's vector in row order, each row checked: float32, shape (n, d)."""
    vectors = [
        np.frombuffer(_checked(columns)[8], dtype=np.float16)
        for columns in connection.execute(_PASSAGES + " ORDER BY passage.id")
    ]
    return np.array(vectors, dtype=np.float32).reshape(len(vectors), -1 if vectors else 0)


def _article_columns(article: Article, digest: str) -> tuple[Column, ...]:
    return (
        article.file,
        digest,
        article.text,
        article.name,
        article.title,
        article.outlet,
        article.date,
        article.author,
        article.place,
        article.section,
        article.url,
    )


def _by_rows(connection: sqlite3.Connection, statement: str, rows: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    for first in range(0, len(rows), 500):
        some = rows[first : first + 500]
        yield from connection.execute(statement.format(", ".join("?" * len(some))), some)


def _checked(columns: tuple[Any, ...]) -> tuple[Any, ...]:
    """Compare a passage's row with its checksum, which is left out of what is given back."""
    *kept, expected = columns
    _check("passage", kept[0], expected, *kept[1:])
    return tuple(kept)


def _check(table: str, row: int, expected: Column, *columns: Column) -> None:
    if checksum(*columns) != expected:
        raise IndexDamaged(
            f"{DATABASE} is damaged: row {row} of table {table} is not what was written; "
            "delete the files in the index folder and run `qa build` again, which loses no article"
        )
