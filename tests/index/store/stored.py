"""Put articles into a database by hand, with vectors that can be computed by hand."""

import sqlite3

from qa.articles.passages import split
from qa.index.store.articles import PassageRows, insert_article, next_row
from qa.index.store.passages import insert_passage
from qa.index.store.schema import SCHEMA, State
from qa.index.store.vectors import pack
from qa.records import Article, Paragraph, ParsedArticle, Source
from tests.support.hand_encoder import HandEncoder

TEXT = "Title\n\nThe ship left. The river rose.\n\nНовость: café “ship” 🚢 sails."
ARTICLE = Article(
    file="a/b.txt",
    text=TEXT,
    name="Title",
    title="Title",
    outlet="Wire",
    date="--12-10",
    author="Ann Author",
    place="ASTANA/MOSCOW",
    section="World",
    url="https://example.org/a",
    updated="2022-12-11",
    source=Source("a/b.txt", "html", saved="2022-12-12", pages=(0, 7)),
)
READING = ParsedArticle(ARTICLE, (Paragraph(7, 37, None), Paragraph(39, len(TEXT), "Heading")), ())
STATE = State(
    revision=7,
    built_at="2026-01-02T03:04:05+00:00",
    folder="../articles",
    passage_rules=1,
    encoder_name="hand",
    encoder_fingerprint="hand-1",
    articles=1,
    passages=2,
    compacted=3,
    vectors_name="vectors-000007.faiss",
    vectors_through=2,
    vectors_trained=0,
    vectors_recall=None,
    lexical_name="lexical-000007",
    catalogue_name="catalogue-000007",
)


def in_memory() -> sqlite3.Connection:
    """An empty database that no file holds."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(SCHEMA)
    return connection


def reading_of(file: str, *paragraphs: str) -> ParsedArticle:
    """An article of some paragraphs under no headline."""
    text, kept = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        kept.append(Paragraph(len(text), len(text) + len(paragraph), None))
        text += paragraph
    return ParsedArticle(Article(file, text, file), tuple(kept), ())


def store(connection: sqlite3.Connection, parsed: ParsedArticle, digest: str = "digest") -> int:
    """Store an article with its passages, as a build does, and give its row."""
    encoder = HandEncoder()
    pieces, first = split(parsed, encoder), next_row(connection, "passage")
    article_row = insert_article(connection, parsed.article, digest, PassageRows(first, len(pieces)))
    for row, piece in enumerate(pieces, start=first):
        vectors = encoder.encode_passages([piece.encoded_text, *piece.encoded_sentences])
        insert_passage(connection, row, article_row, piece, pack(piece.key, vectors[0], vectors[1:]))
    return article_row
