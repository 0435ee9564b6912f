"""Rows come back as they were written, or not at all."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from qa.encoder.protocol import unit_length
from qa.errors import IndexDamaged
from qa.passages import split
from qa.records import Article, Paragraph, Reading
from qa.store.connection import reading, writing
from qa.store.rows import (
    all_vectors,
    article_row_of,
    insert_article,
    insert_passage,
    pack,
    passage_rows_of,
    read_articles,
    read_passages,
    read_state,
    unpack_sentences,
    write_state,
)
from qa.store.schema import State, checksum
from tests.hand_encoder import HandEncoder

TEXT = "Title\n\nThe ship left. The river rose.\n\nНовость: café “ship” 🚢 sails."
ARTICLE = Article(file="a/b.txt", text=TEXT, name="Title", title="Title", date="--12-10", outlet="Wire")
READING = Reading(ARTICLE, (Paragraph(7, 37, None), Paragraph(39, len(TEXT), "Heading")), ())
STATE = State(7, "2026-01-02T03:04:05+00:00", "../articles", 1, "hand", "hand-1", "v", "d", "l", "e")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    encoder = HandEncoder()
    with writing(tmp_path) as connection:
        row = insert_article(connection, ARTICLE, "digest")
        for piece in split(READING, encoder):
            vectors = encoder.encode_passages([piece.encoded_text, *piece.encoded_sentences])
            insert_passage(connection, row, piece, pack(vectors[0], vectors[1:]))
        write_state(connection, STATE)
    return tmp_path


def test_articles_passages_and_state_come_back_as_written(index: Path) -> None:
    with reading(index) as connection:
        assert read_state(connection) == STATE
        row = article_row_of(connection, "a/b.txt")
        assert row is not None
        assert read_articles(connection, [row]) == {row: ARTICLE}
        rows = passage_rows_of(connection, "a/b.txt")
        stored = read_passages(connection, rows)
    expected = split(READING, HandEncoder())
    assert [stored[at].passage for at in rows] == [piece.passage for piece in expected]
    assert [stored[at].sentences for at in rows] == [piece.sentences for piece in expected]


def test_vectors_come_back_nearly_as_written(index: Path) -> None:
    pieces = split(READING, HandEncoder())
    with reading(index) as connection:
        vectors = all_vectors(connection)
        stored = list(read_passages(connection, passage_rows_of(connection, "a/b.txt")).values())
    assert vectors == pytest.approx(HandEncoder().encode_passages([it.encoded_text for it in pieces]), abs=1e-3)
    for passage, piece in zip(stored, pieces, strict=True):
        assert passage.sentence_vectors == pytest.approx(
            HandEncoder().encode_passages(piece.encoded_sentences), abs=0.01
        )


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE passage SET first = first + 1",
        "UPDATE passage SET heading = 'other'",
        "UPDATE passage SET vector = zeroblob(18)",
        "UPDATE passage SET sentence_vectors = zeroblob(9)",
        "UPDATE passage SET article = 99",
        "UPDATE article SET text = replace(text, 'ship', 'shop')",
        "UPDATE article SET outlet = 'Other'",
        "UPDATE article SET date = '2022-12-10'",
        "UPDATE state SET revision = 8",
        "UPDATE state SET vectors_digest = 'x'",
    ],
)
def test_a_changed_column_is_noticed_when_the_row_is_read(index: Path, damage: str) -> None:
    connection = sqlite3.connect(index / "archive.sqlite")
    connection.execute("PRAGMA foreign_keys = OFF")
    with connection:
        connection.execute(
            "INSERT OR IGNORE INTO article SELECT 99, 'x', digest, text, name, title, outlet, date, "
            "author, place, section, url, checksum FROM article"
        )
        connection.execute(damage)
    connection.close()
    with pytest.raises(IndexDamaged, match="not what was written"), reading(index) as opened:
        read_state(opened)
        read_articles(opened, [1])
        read_passages(opened, [1, 2])


@given(arrays.arrays(np.float32, (3, 8), elements=st.floats(-1, 1, width=32)))
def test_packed_sentence_vectors_point_the_same_way(vectors: np.ndarray) -> None:
    given_vectors = unit_length(vectors + np.float32(2))
    packed = pack(given_vectors[0], given_vectors)
    cosines = (unpack_sentences(packed.sentence_vectors, 3) * given_vectors).sum(axis=1)
    assert cosines == pytest.approx(np.ones(3), abs=1e-3)


def test_a_passage_without_a_sentence_has_no_sentence_vectors() -> None:
    empty = np.empty((0, 9), dtype=np.float32)
    assert pack(np.ones(9, dtype=np.float32), empty).sentence_vectors == b""


@given(st.lists(st.one_of(st.none(), st.text(), st.binary(), st.integers()), min_size=2, max_size=4))
def test_the_checksum_tells_neighbouring_columns_apart(columns: list[str | int | bytes | None]) -> None:
    shifted = [*columns[1:], columns[0]]
    if shifted != columns and not all(type(it) is type(columns[0]) for it in columns):
        assert checksum(*columns) != checksum(*shifted)
    assert checksum("ab", "c") != checksum("a", "bc")
    assert checksum(*columns) == checksum(*columns)


def test_replacing_the_state_leaves_one(index: Path) -> None:
    with writing(index) as connection:
        write_state(connection, replace(STATE, revision=8))
    with reading(index) as connection:
        assert read_state(connection) == replace(STATE, revision=8)
