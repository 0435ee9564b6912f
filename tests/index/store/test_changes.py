"""An article that goes leaves nothing but the number of its row, and its vectors until the change ends."""

import sqlite3
from pathlib import Path

import pytest

from qa.articles.passages import split
from qa.errors import ArticleUnreadable, IndexDamaged
from qa.index.store.articles import article_row_of
from qa.index.store.changes import (
    Refusal,
    delete_article,
    delete_removed,
    delete_skipped,
    known_vectors,
    read_skipped,
    removed_passages,
    removed_since,
    start_changes,
    write_skipped,
)
from qa.index.store.connection import reading, writing
from qa.index.store.passages import passage_rows_of
from tests.index.store.stored import READING, in_memory, reading_of, store
from tests.support.hand_encoder import HandEncoder

KEYS = [piece.key for piece in split(READING, HandEncoder())]
PAGE = ("A ship left the river.", "The border is open.")


@pytest.fixture
def changing() -> sqlite3.Connection:
    """A change that has begun in a database of one article, in row 1 and rows 1 and 2."""
    connection = in_memory()
    store(connection, READING)
    start_changes(connection)
    return connection


def count(connection: sqlite3.Connection, table: str) -> int:
    (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    return int(rows)


def test_an_article_goes_with_its_text_and_passages_and_no_other_does(changing: sqlite3.Connection) -> None:
    other = store(changing, reading_of("other.txt", *PAGE))
    assert delete_article(changing, "a/b.txt", 8) == 2
    assert article_row_of(changing, "a/b.txt") is None
    assert [count(changing, table) for table in ("article", "body", "passage")] == [1, 1, 2]
    assert article_row_of(changing, "other.txt") == other
    assert passage_rows_of(changing, "other.txt") == [3, 4]


def test_forgetting_what_is_not_there_changes_nothing(changing: sqlite3.Connection) -> None:
    assert delete_article(changing, "other.txt", 8) is None
    assert removed_since(changing, 0) == []


def test_what_went_is_known_from_any_revision_until_it_is_forgotten(changing: sqlite3.Connection) -> None:
    store(changing, reading_of("other.txt", "One."))
    delete_article(changing, "a/b.txt", 8)
    delete_article(changing, "other.txt", 9)
    assert [removed_since(changing, revision) for revision in (7, 8, 9)] == [[1, 2], [2], []]
    assert removed_passages(changing) == 3
    delete_removed(changing, 8)
    assert (removed_since(changing, 0), removed_passages(changing)) == ([2], 1)
    delete_removed(changing, 9)
    assert (removed_since(changing, 0), removed_passages(changing)) == ([], 0)


def test_an_article_that_comes_back_gets_new_rows(changing: sqlite3.Connection) -> None:
    delete_article(changing, "a/b.txt", 8)
    assert store(changing, READING) == 2
    assert passage_rows_of(changing, "a/b.txt") == [3, 4]
    assert removed_since(changing, 7) == [1]


def test_vectors_of_what_went_are_known_to_the_end_of_the_change(changing: sqlite3.Connection) -> None:
    before = dict(known_vectors(changing, [*KEYS, b"unknown"]))
    delete_article(changing, "a/b.txt", 8)
    assert list(before) == KEYS
    assert dict(known_vectors(changing, KEYS)) == before


def test_vectors_of_what_went_are_unknown_to_the_next_change(index: Path) -> None:
    with writing(index) as connection:
        start_changes(connection)
        delete_article(connection, "a/b.txt", 8)
    with writing(index) as connection:
        start_changes(connection)
        assert dict(known_vectors(connection, KEYS)) == {}


def test_vectors_that_are_not_what_was_written_are_not_used_again(changing: sqlite3.Connection) -> None:
    changing.execute("UPDATE passage SET vectors = zeroblob(length(vectors))")
    with pytest.raises(IndexDamaged):
        list(known_vectors(changing, KEYS))


def test_what_could_not_be_read_is_remembered_with_why(index: Path) -> None:
    with writing(index) as connection:
        unreadable = [ArticleUnreadable("b.txt", "is empty"), ArticleUnreadable("a.txt", "cannot be opened")]
        write_skipped(connection, unreadable, {it: Refusal("", "digest", it) for it in ("b.txt", "c.txt")})
    with reading(index) as connection:
        assert read_skipped(connection) == {
            "a.txt": Refusal("cannot be opened", None, "a.txt"),
            "b.txt": Refusal("is empty", "digest", "b.txt"),
        }


def test_a_newer_reason_replaces_the_older_and_can_be_forgotten(index: Path) -> None:
    with writing(index) as connection:
        for reason in ("is empty", "is a picture"):
            write_skipped(connection, [ArticleUnreadable(file, reason) for file in ("a.txt", "b.txt", "c.txt")], {})
        assert read_skipped(connection)["a.txt"] == Refusal("is a picture", None, "a.txt")
        delete_skipped(connection, ["a.txt", "unknown.txt"])
        assert list(read_skipped(connection)) == ["b.txt", "c.txt"]
        delete_skipped(connection)
        assert read_skipped(connection) == {}
