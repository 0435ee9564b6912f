"""Articles come back as they were written, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.errors import IndexDamaged
from qa.index.store.article_files import StoredSource, files_below, stored_digests, stored_source
from qa.index.store.articles import (
    SOME,
    Facets,
    PassageRows,
    article_row_of,
    each_article,
    insert_article,
    names_of_all,
    next_row,
    outlets_stated,
    read_articles,
    read_entries,
    read_facets,
    read_titles,
    rows_by_file,
    spans_of,
)
from qa.index.store.changes import delete_article, start_changes
from qa.index.store.connection import reading
from qa.records import Article, Entry, Source
from tests.index.store.stored import ARTICLE, in_memory

NOWHERE = PassageRows(1, 0)


def test_an_article_comes_back_as_written(index: Path) -> None:
    with reading(index) as connection:
        assert article_row_of(connection, "a/b.txt") == 1
        assert read_articles(connection, [1]) == {1: ARTICLE}
        assert list(each_article(connection)) == [ARTICLE]
        assert read_titles(connection, [1]) == {1: "Title"}


def test_an_article_that_states_nothing_comes_back_stating_nothing() -> None:
    connection, bare = in_memory(), Article("x.txt", "", "x", source=Source("x.txt"))
    row = insert_article(connection, bare, "digest", NOWHERE)
    assert read_articles(connection, [row]) == {row: bare}
    assert read_titles(connection, [row]) == {row: None}


def test_a_file_is_known_by_its_whole_name_and_case(index: Path) -> None:
    with reading(index) as connection:
        assert article_row_of(connection, "b.txt") is None
        assert article_row_of(connection, "A/b.txt") is None


def test_facets_are_what_filters_ask(index: Path) -> None:
    with reading(index) as connection:
        assert list(read_facets(connection)) == [
            Facets(1, "--12-10", "Wire", "ASTANA/MOSCOW", None, None, "2022-12-11", PassageRows(1, 2))
        ]
        assert list(read_facets(connection, after=1)) == []


def test_what_an_article_states_is_read_without_its_text(index: Path) -> None:
    with reading(index) as connection:
        stated = Entry("a/b.txt", "Title", "Wire", "--12-10", "Ann Author", "ASTANA/MOSCOW", "World", 2)
        assert read_entries(connection, [1]) == {1: stated}
        assert spans_of(connection, [1]) == {1: PassageRows(1, 2)}
        assert names_of_all(connection) == {1: "Title"}
        assert outlets_stated(connection) == {"Wire": 1}
        with pytest.raises(IndexDamaged, match="row 2 of table article is missing"):
            read_entries(connection, [1, 2])


def test_articles_are_put_in_the_order_of_their_files() -> None:
    connection = in_memory()
    for file in ("b.txt", "a.txt", "a/b.txt", "Z.txt"):
        insert_article(connection, Article(file, "text", "name"), "digest", NOWHERE)
    assert rows_by_file(connection, [1, 2, 3, 4]) == [4, 2, 3, 1]
    assert rows_by_file(connection, [1, 2]) == [2, 1]
    assert rows_by_file(connection, []) == []


def test_many_articles_are_read_in_the_order_of_their_rows() -> None:
    connection = in_memory()
    many = [Article(f"{at}.txt", f"text {at}", str(at), source=Source(f"{at}.txt")) for at in range(SOME + 3)]
    rows = [insert_article(connection, it, "digest", NOWHERE) for it in many]
    assert list(each_article(connection)) == many
    assert read_articles(connection, rows) == dict(zip(rows, many, strict=True))
    assert [it.row for it in read_facets(connection, rows[-3])] == rows[-2:]


def test_a_row_is_never_given_again() -> None:
    connection = in_memory()
    start_changes(connection)
    assert next_row(connection, "article") == 1
    rows = []
    for _ in range(3):
        rows.append(insert_article(connection, Article("x.txt", "text", "x"), "digest", NOWHERE))
        delete_article(connection, "x.txt", 1)
    assert rows == [1, 2, 3]
    assert next_row(connection, "article") == 4


def test_what_was_read_from_a_file_can_be_read_again_when_the_file_is_gone(index: Path) -> None:
    with reading(index) as connection:
        assert stored_source(connection, "a/b.txt") == StoredSource(ARTICLE, "digest")
        assert stored_source(connection, "other.txt") is None


def test_digests_are_given_of_all_files_or_of_those_asked_for(index: Path) -> None:
    with reading(index) as connection:
        assert stored_digests(connection) == {"a/b.txt": "digest"}
        assert stored_digests(connection, ["other.txt", "a/b.txt"]) == {"a/b.txt": "digest"}
        assert stored_digests(connection, []) == {}


@pytest.mark.parametrize(
    ("folder", "files"),
    [
        (".", ["a.txt", "a/b.txt", "a/c/d.txt", "a0.txt", "a_b/c.txt", "ab/c.txt"]),
        ("a", ["a/b.txt", "a/c/d.txt"]),
        ("a/c", ["a/c/d.txt"]),
        ("a_b", ["a_b/c.txt"]),
        ("b", []),
    ],
)
def test_files_below_a_folder_are_those_in_it_however_deep(folder: str, files: list[str]) -> None:
    connection = in_memory()
    for file in ["a.txt", "a/b.txt", "a/c/d.txt", "a0.txt", "a_b/c.txt", "ab/c.txt"]:
        insert_article(connection, Article(file, "text", "name"), "digest", NOWHERE)
    assert sorted(files_below(connection, folder)) == files


@pytest.mark.parametrize("column", ["file", "digest", "name", "title", "outlet", "date", "author", "place", "url"])
def test_a_change_in_what_an_article_states_is_noticed(index: Path, damage: Callable[..., None], column: str) -> None:
    damage("UPDATE article SET", column, "= 'other'")
    for read in (read_articles, read_entries, spans_of):
        with pytest.raises(IndexDamaged, match="row 1 of table article"), reading(index) as connection:
            read(connection, [1])


@pytest.mark.parametrize("change", ["first = first + 1", "passages = 9", "date = '2022-12-10'", "outlet = NULL"])
def test_a_change_in_what_filters_ask_is_noticed(index: Path, damage: Callable[..., None], change: str) -> None:
    damage("UPDATE article SET", change)
    with pytest.raises(IndexDamaged, match="row 1 of table article"), reading(index) as connection:
        list(read_facets(connection))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE body SET text = replace(text, 'ship', 'shop')", "row 1 of table body"),
        ("UPDATE body SET text = CAST(X'FF' AS TEXT)", "damaged"),
        ("DELETE FROM body", "row 1 of table article is missing"),
        ("DELETE FROM article", "row 1 of table article is missing"),
    ],
)
def test_a_text_that_is_changed_or_missing_is_noticed(
    index: Path, damage: Callable[..., None], change: str, said: str
) -> None:
    damage(change)
    with pytest.raises(IndexDamaged, match=said), reading(index) as connection:
        read_articles(connection, [1])


@pytest.mark.parametrize("change", ["UPDATE article SET title = 'Tittle'", "DELETE FROM article"])
def test_a_headline_that_is_changed_or_missing_is_noticed(
    index: Path, damage: Callable[..., None], change: str
) -> None:
    damage(change)
    with pytest.raises(IndexDamaged, match="row 1 of table article"), reading(index) as connection:
        read_titles(connection, [1])
