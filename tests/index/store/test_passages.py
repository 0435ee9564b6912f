"""Passages come back as they were written, or not at all."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qa.articles.passages import SplitPassage, split
from qa.errors import IndexDamaged
from qa.index.store.articles import SOME, PassageRows, insert_article
from qa.index.store.connection import reading
from qa.index.store.passages import (
    StoredWords,
    each_passage,
    each_vectors,
    first_by_id,
    insert_passage,
    paragraphs_of,
    passage_row_of,
    passage_rows_of,
    read_passages,
    read_words,
)
from qa.index.store.vectors import pack
from qa.records import Sentence
from tests.index.store.stored import READING, TEXT, in_memory, reading_of, store
from tests.support.hand_encoder import HandEncoder

PIECES = split(READING, HandEncoder())


def test_passages_and_their_sentences_come_back_word_for_word(index: Path) -> None:
    with reading(index) as connection:
        stored = read_passages(connection, [1, 2])
        assert [it.row for it in each_passage(connection)] == [1, 2]
    assert [stored[row].passage for row in (1, 2)] == [piece.passage for piece in PIECES]
    assert [stored[row].sentences for row in (1, 2)] == [piece.sentences for piece in PIECES]
    assert all(it.passage.text == TEXT[it.passage.start : it.passage.end] for it in stored.values())
    assert [it.article_row for it in stored.values()] == [1, 1]


def test_the_words_of_passages_come_back_by_themselves(index: Path) -> None:
    with reading(index) as connection:
        words = read_words(connection, [2, 1])
    assert words == {
        row: StoredWords(1, it.passage.heading, it.passage.text, it.passage.language)
        for row, it in enumerate(PIECES, start=1)
    }


def test_vectors_come_back_nearly_as_written(index: Path) -> None:
    encoder = HandEncoder()
    expected = encoder.encode_passages([it.encoded_text for it in PIECES])
    with reading(index) as connection:
        stored = read_passages(connection, [1, 2])
        (kept,) = each_vectors(connection)
    assert kept.rows.tolist() == [1, 2]
    assert kept.vectors == pytest.approx(expected, abs=1e-3)
    assert kept.vectors.dtype == np.float32
    for row, piece in enumerate(PIECES, start=1):
        assert stored[row].vector.tolist() == kept.vectors[row - 1].tolist()
        assert stored[row].sentence_vectors == pytest.approx(encoder.encode_passages(piece.encoded_sentences), abs=0.01)


def test_a_passage_is_found_by_its_permalink_and_its_article(index: Path) -> None:
    with reading(index) as connection:
        assert [passage_row_of(connection, it.passage.id) for it in PIECES] == [1, 2]
        assert passage_row_of(connection, "0" * 16) is None
        assert passage_rows_of(connection, "a/b.txt") == [1, 2]
        assert passage_rows_of(connection, "other.txt") == []


def test_paragraphs_are_counted_by_the_last_passage() -> None:
    connection = in_memory()
    rows = [store(connection, reading_of(f"{count}.txt", *["The ship left."] * count)) for count in (3, 1, 7)]
    assert paragraphs_of(connection, rows) == dict(zip(rows, (3, 1, 7), strict=True))
    assert paragraphs_of(connection, []) == {}


def test_many_passages_are_read_in_order_from_any_row() -> None:
    connection = in_memory()
    store(connection, reading_of("many.txt", *(f"The ship {at} left." for at in range(SOME + 3))))
    rows = passage_rows_of(connection, "many.txt")
    assert [it.row for it in each_passage(connection, after=SOME)] == rows[SOME:]
    assert [row for some in each_vectors(connection, after=SOME) for row in some.rows.tolist()] == rows[SOME:]
    assert sorted(read_passages(connection, rows[::-1])) == rows
    assert list(each_vectors(connection, after=rows[-1])) == []


def test_the_first_by_id_are_as_many_as_asked_for() -> None:
    connection = in_memory()
    store(connection, reading_of("many.txt", *(f"The ship {at} left." for at in range(30))))
    by_id = sorted(each_passage(connection), key=lambda it: it.passage.id)
    assert first_by_id(connection, 10) == [it.row for it in by_id[:10]]
    assert first_by_id(connection, 100) == [it.row for it in by_id]
    assert first_by_id(connection, 0) == []


def test_an_emoji_before_a_passage_does_not_shift_it() -> None:
    connection = in_memory()
    store(connection, reading_of("x.txt", "🚢🚢 a ship.", "The\u0301 river\u200b rose."))
    assert [it.passage.text for it in each_passage(connection)] == ["🚢🚢 a ship.", "The\u0301 river\u200b rose."]


@pytest.mark.parametrize(
    "change",
    [
        "first = first + 1",
        "last = last - 1",
        "number = number + 1",
        "heading = 'other'",
        "permalink = 'other' || id",
        "key = zeroblob(32)",
        "sentences = zeroblob(16)",
        "sentences = X''",
        "sentences = CAST(sentences AS TEXT)",
        "vectors = zeroblob(length(vectors))",
        "vectors = substr(vectors, 1, length(vectors) - 1)",
        "vectors = X''",
        "checksum = checksum + 1",
    ],
)
def test_a_change_in_any_column_is_noticed_when_the_passage_is_read(
    index: Path, damage: Callable[..., None], change: str
) -> None:
    damage("UPDATE passage SET", change)
    for read in (read_passages, read_words):
        with pytest.raises(IndexDamaged, match="not what was written.*qa build"), reading(index) as connection:
            read(connection, [1, 2])


@pytest.mark.parametrize(
    "change",
    [
        "key = zeroblob(32)",
        "key = CAST(key AS TEXT)",
        "vectors = zeroblob(length(vectors))",
        "vectors = substr(vectors, 2)",
        "vectors = CAST(vectors AS TEXT)",
        "vectors = 7",
        "vectors = X''",
    ],
)
def test_changed_vectors_are_noticed_when_they_are_read_for_all_passages(
    index: Path, damage: Callable[..., None], change: str
) -> None:
    damage("UPDATE passage SET", change)
    with pytest.raises(IndexDamaged, match="is damaged.*qa build"), reading(index) as connection:
        list(each_vectors(connection))


@pytest.mark.parametrize(
    "change", ["sentences = CAST(sentences AS TEXT)", "sentences = X''", "sentences = zeroblob(800)", "sentences = 7"]
)
def test_changed_sentences_do_not_make_other_vectors(index: Path, damage: Callable[..., None], change: str) -> None:
    with reading(index) as connection:
        (before,) = each_vectors(connection)
    damage("UPDATE passage SET", change, "WHERE id = 2")
    try:
        with reading(index) as connection:
            (after,) = each_vectors(connection)
    except IndexDamaged as said:
        assert "qa build" in str(said)
    else:
        assert after.vectors.tolist() == before.vectors.tolist()


@pytest.mark.parametrize("table", ["passage", "body"])
def test_a_passage_that_is_missing_is_noticed(index: Path, damage: Callable[..., None], table: str) -> None:
    damage("DELETE FROM", table)
    with pytest.raises(IndexDamaged, match="row 1 of table passage is missing"), reading(index) as connection:
        read_passages(connection, [2, 1])
    with pytest.raises(IndexDamaged, match="row 1 of table passage is missing"), reading(index) as connection:
        read_words(connection, [2, 1])


def stored_as(piece: SplitPassage, times: float = 1) -> sqlite3.Connection:
    """Return a database whose one passage is this one, its vector this many times as long."""
    connection, encoder = in_memory(), HandEncoder()
    row = insert_article(connection, READING.article, "digest", PassageRows(1, 1))
    with np.errstate(over="ignore", invalid="ignore"):
        vectors = encoder.encode_passages([piece.encoded_text, *piece.encoded_sentences])
        packed = pack(piece.key, vectors[0] * np.float32(times), vectors[1:])
    insert_passage(connection, 1, row, piece, packed)
    return connection


@pytest.mark.parametrize("times", [0.5, 0.9, 1.1, 2, np.inf, np.nan])
def test_a_vector_of_another_length_than_one_is_noticed_before_it_is_searched(times: float) -> None:
    with pytest.raises(IndexDamaged, match="row 1 of table passage is not of unit length.*qa build"):
        list(each_vectors(stored_as(PIECES[1], times)))


@pytest.mark.parametrize("times", [0, 1])
def test_a_vector_of_length_one_or_of_a_passage_without_meaning_can_be_searched(times: float) -> None:
    (some,) = each_vectors(stored_as(PIECES[1], times))
    assert np.linalg.norm(some.vectors[0]) == pytest.approx(times, abs=1e-3)


@pytest.mark.parametrize("beyond", [1, 1_000])
def test_a_passage_that_reaches_beyond_its_articles_text_is_noticed(beyond: int) -> None:
    piece = replace(PIECES[1], passage=replace(PIECES[1].passage, end=len(TEXT) + beyond))
    for read in (read_passages, read_words):
        with pytest.raises(IndexDamaged, match="row 1 of table passage reaches beyond.*qa build"):
            read(stored_as(piece), [1])


@pytest.mark.parametrize(("start", "end"), [(0, 1_000), (-3, 5), (5, 4), (1_000, 1_001)])
def test_a_sentence_that_reaches_beyond_its_passage_is_noticed(start: int, end: int) -> None:
    piece = replace(PIECES[1], sentences=(Sentence("", start, end), *PIECES[1].sentences[1:]))
    with pytest.raises(IndexDamaged, match="a sentence of row 1 of table passage reaches beyond.*qa build"):
        read_passages(stored_as(piece), [1])
