"""Read what the lexical index is to know of the passages from the truth."""

import sqlite3
from collections.abc import Iterator, Sequence

from qa.index.filters import date_number, fold, places_in
from qa.index.lexical.documents import LexicalDocument
from qa.index.store.articles import read_articles
from qa.index.store.passages import StoredPassage, each_passage


def documents(connection: sqlite3.Connection, after: int = 0) -> Iterator[LexicalDocument]:
    """Give what the lexical index knows of the passages in rows greater than one, each row checked."""
    article_row, waiting = 0, list[StoredPassage]()
    for stored in each_passage(connection, after):
        if stored.article_row != article_row:
            yield from _documents_of(connection, waiting)
            article_row, waiting = stored.article_row, []
        waiting.append(stored)
    yield from _documents_of(connection, waiting)


def _documents_of(connection: sqlite3.Connection, passages: Sequence[StoredPassage]) -> Iterator[LexicalDocument]:
    """Give the documents of one article's passages."""
    if not passages:
        return
    article = read_articles(connection, [passages[0].article_row])[passages[0].article_row]
    for stored in passages:
        yield LexicalDocument(
            row=stored.row,
            article_row=stored.article_row,
            text="\n".join(part for part in (article.title, stored.passage.heading, stored.passage.text) if part),
            date=date_number(article.date),
            file=article.file,
            outlet=fold(article.outlet),
            places=places_in(fold(article.place)),
        )
