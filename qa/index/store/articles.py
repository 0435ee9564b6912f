"""Read and write articles: what is stated of them in table `article`, their text in table `body`."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from qa.index.store.schema import check_row, checksum, damaged, insert_row
from qa.records import Article, Entry, Source

_COLUMNS = (
    "id, file, digest, name, title, outlet, date, author, place, section, url, language, second_language, updated, "
    "container, format, record, saved, pages, first, passages, facets"
)
Read = TypeVar("Read")
NO_FILE = ""
"""Stands in place of a file's digest where an article belongs to no folder: no build compares or removes it."""
SOME = 500
"""The number of rows that are read at a time."""


@dataclass(frozen=True, slots=True)
class PassageRows:
    """The passages of an article: they stand in rows that follow each other."""

    first: int
    passages: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What filters ask of an article, and its passages."""

    row: int
    date: str | None
    outlet: str | None
    place: str | None
    language: str | None
    second_language: str | None
    updated: str | None
    span: PassageRows


def insert_article(connection: sqlite3.Connection, article: Article, digest: str, span: PassageRows) -> int:
    """Add an article whose passages will stand in those rows, and return its row."""
    row = next_row(connection, "article")
    asked = article.date, article.outlet, article.place, article.language, article.second_language, article.updated
    facets = checksum(row, *asked, span.first, span.passages)
    columns = (
        row,
        article.file,
        digest,
        article.name,
        article.title,
        article.outlet,
        article.date,
        article.author,
        article.place,
        article.section,
        article.url,
        article.language,
        article.second_language,
        article.updated,
        *_source_columns(article),
        span.first,
        span.passages,
        facets,
    )
    insert_row(connection, "article", *columns)
    insert_row(connection, "body", row, article.text)
    return row


def set_digest(connection: sqlite3.Connection, file: str, digest: str) -> None:
    """Note that an article stands as it is in a file whose other content has changed."""
    row = article_row_of(connection, file)
    if row is not None:
        ((_, name, _before, *others),) = _stated(connection, [row])
        columns = (row, name, digest, *others)
        connection.execute(
            "UPDATE article SET digest = ?, checksum = ? WHERE id = ?", (digest, checksum(*columns), row)
        )


def read_articles(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Article]:
    """Read whole articles by row.

    Raises:
        IndexDamaged: one is not there, or is not what was written.
    """
    texts = dict[int, str]()
    for row, text, expected in select_rows(connection, "SELECT article, text, checksum FROM body WHERE article", rows):
        check_row("body", row, expected, text)
        texts[row] = text
    found = {
        row: Article(file, texts[row], *(*stated[:11], _source(digest, *stated[11:16])))
        for row, file, digest, *stated in _stated(connection, rows)
        if row in texts
    }
    return _complete(found, rows)


def _source_columns(article: Article) -> tuple[str, str, str | None, str | None, str]:
    """Return where an article was read from, as columns; one without a file stands for itself."""
    source = article.source or Source(article.file)
    return source.file, source.format, source.record, source.saved, json.dumps(source.pages)


def _source(digest: str, file: str, format: str, record: str | None, saved: str | None, pages: str) -> Source | None:  # noqa: A002
    return None if digest == NO_FILE else Source(file, format, record, saved, tuple(json.loads(pages)))


def read_titles(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, str | None]:
    """Read the headlines of articles by row, without their texts.

    Raises:
        IndexDamaged: one is not there, or is not what was written.
    """
    return _complete({row: title for row, _file, _digest, _name, title, *_ in _stated(connection, rows)}, rows)


def read_entries(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Entry]:
    """Read what articles state, without their texts.

    Raises:
        IndexDamaged: one is not there, or is not what was written.
    """
    found = dict[int, Entry]()
    for row, file, _digest, name, _title, *stated, _first, passages, _facets in _stated(connection, rows):
        outlet, date, author, place, section, _url, *languages = stated[:8]
        found[row] = Entry(file, name, outlet, date, author, place, section, passages, *languages)
    return _complete(found, rows)


def each_article(connection: sqlite3.Connection) -> Iterator[Article]:
    """Read all articles in the order of their rows, each checked."""
    rows = [row for (row,) in connection.execute("SELECT id FROM article ORDER BY id")]
    for first in range(0, len(rows), SOME):
        yield from read_articles(connection, rows[first : first + SOME]).values()


def read_facets(connection: sqlite3.Connection, after: int = 0) -> Iterator[Facets]:
    """Read what filters ask of the articles in rows greater than one, in order.

    Raises:
        IndexDamaged: one is not what was written.
    """
    for row, *stated, first, passages, expected in connection.execute(
        "SELECT id, date, outlet, place, language, second_language, updated, first, passages, facets FROM article "
        "WHERE id > ? ORDER BY id",
        (after,),
    ):
        check_row("article", row, expected, *stated, first, passages)
        date, outlet, place, language, second_language, updated = stated
        yield Facets(row, date, outlet, place, language, second_language, updated, PassageRows(first, passages))


def names_of_all(connection: sqlite3.Connection) -> dict[int, str]:
    """Read what every article is called, by its row; the rows are not checked."""
    return dict(connection.execute("SELECT id, name FROM article").fetchall())


def rows_by_file(connection: sqlite3.Connection, rows: Sequence[int]) -> list[int]:
    """Return the rows of some articles in the order of their files."""
    statement = "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY file"
    return [row for (row,) in connection.execute(statement, (json.dumps(rows),))]


def outlets_stated(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the articles of each outlet, as articles state it."""
    return dict(
        connection.execute("SELECT outlet, count(*) FROM article WHERE outlet IS NOT NULL GROUP BY outlet").fetchall()
    )


def places_stated(connection: sqlite3.Connection) -> list[str]:
    """Return each place, as articles state it."""
    return [place for (place,) in connection.execute("SELECT DISTINCT place FROM article WHERE place IS NOT NULL")]


def count_languages(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the articles in each language, that of most first; one in two languages counts for both."""
    return dict(
        connection.execute(
            "SELECT language, count(*) FROM "
            "(SELECT language FROM article UNION ALL SELECT second_language FROM article) "
            "WHERE language <> '' GROUP BY 1 ORDER BY 2 DESC, 1"
        ).fetchall()
    )


def spans_of(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, PassageRows]:
    """Read which passages belong to each of some articles.

    Raises:
        IndexDamaged: a row is not what was written.
    """
    return {row: PassageRows(first, passages) for row, *_, first, passages, _facets in _stated(connection, rows)}


def article_row_of(connection: sqlite3.Connection, file: str) -> int | None:
    """Return the row of the article in that file."""
    found = connection.execute("SELECT id FROM article WHERE file = ?", (file,)).fetchone()
    return None if found is None else int(found[0])


def next_row(connection: sqlite3.Connection, table: str) -> int:
    """Return the row that the next insertion gets: one that no row, deleted ones included, ever had."""
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return 1 if found is None else int(found[0]) + 1


def _stated(connection: sqlite3.Connection, rows: Sequence[int]) -> Iterator[Sequence[Any]]:
    """Read the columns of some articles, each row checked."""
    statement = f"SELECT {_COLUMNS}, checksum FROM article WHERE id"  # noqa: S608
    for *columns, expected in select_rows(connection, statement, rows):
        row, *others = columns
        check_row("article", row, expected, *others)
        yield columns


def _complete(found: dict[int, Read], rows: Sequence[int]) -> dict[int, Read]:
    if missing := set(rows) - found.keys():
        damaged(f"row {min(missing)} of table article is missing")
    return found


def select_rows(connection: sqlite3.Connection, statement: str, rows: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Select any number of rows by the column that a statement ends with; those that are not there are left out."""
    for first in range(0, len(rows), SOME):
        some = rows[first : first + SOME]
        # read whole, so that no cursor is open where a row is damaged and the connection is closed
        yield from connection.execute(f"{statement} IN ({', '.join('?' * len(some))})", some).fetchall()
