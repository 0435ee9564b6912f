"""What the lexical index knows of a passage: its words, and what filters ask. No text is stored in it."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from qa.articles.stated_names import FOLDING, fold, places_in
from qa.index.filters import date_number
from qa.index.lexical.words import LONGEST_TERM, WORD_RULES, indexed_terms
from qa.index.store.articles import read_articles
from qa.index.store.passages import StoredPassage, each_passage

_ANALYSER = "words"
_TERMS = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.remove_long(LONGEST_TERM + 1)).build()
EVERY = "every"
RULES = f"folding {FOLDING}, words {WORD_RULES}"
"""The term that marks how names are folded and words read: a document of an older version has another, or none."""


@dataclass(frozen=True, slots=True)
class LexicalDocument:
    """What the lexical index knows of one passage."""

    row: int
    article_row: int
    text: str
    """The passage behind its headline and heading."""
    date: int | None
    """A full date as the number YYYYMMDD."""
    file: str
    outlet: str
    places: tuple[str, ...]
    language: str | None = None
    """In which its words are."""
    languages: tuple[str, ...] = ()
    """Those of its article."""


def schema() -> tantivy.Schema:
    """Return the declaration of the fields."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("row", stored=False, indexed=False, fast=True)
    builder.add_integer_field("article", stored=False, indexed=True)
    builder.add_text_field("words", tokenizer_name=_ANALYSER)
    builder.add_integer_field("date", indexed=True, fast=True)
    for name in ("file", "outlet", "place", "language", EVERY):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    return builder.build()


def know_words(index: tantivy.Index) -> tantivy.Index:
    """Register how terms are cut apart, which an index's files do not hold, and end its reloading by itself."""
    index.config_reader(reload_policy="manual")
    index.register_tokenizer(_ANALYSER, _TERMS)
    return index


def tantivy_document(document: LexicalDocument) -> tantivy.Document:
    """Return a document as Tantivy's."""
    made = tantivy.Document()
    made.add_integer("row", document.row)
    made.add_integer("article", document.article_row)
    in_places, besides = indexed_terms(document.text, document.language)
    made.add_text("words", in_places)
    if besides:  # they stand behind a gap: nothing follows them, and they follow nothing
        made.add_text("words", besides)
    made.add_text(EVERY, EVERY)  # how often it occurs counts the documents, dead ones included
    made.add_text(EVERY, RULES)
    if document.date is not None:
        made.add_integer("date", document.date)
    made.add_text("file", document.file)
    if document.outlet:
        made.add_text("outlet", document.outlet)
    for place in document.places:
        made.add_text("place", place)
    for language in document.languages:
        made.add_text("language", language)
    return made


def documents(connection: sqlite3.Connection, after: int = 0) -> Iterator[LexicalDocument]:
    """Read what the lexical index knows of the passages in rows greater than one, each row checked."""
    article_row, waiting = 0, list[StoredPassage]()
    for stored in each_passage(connection, after):
        if stored.article_row != article_row:
            yield from _documents_of(connection, waiting)
            article_row, waiting = stored.article_row, []
        waiting.append(stored)
    yield from _documents_of(connection, waiting)


def _documents_of(connection: sqlite3.Connection, passages: Sequence[StoredPassage]) -> Iterator[LexicalDocument]:
    """Read the documents of one article's passages."""
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
            language=stored.passage.language,
            languages=tuple(filter(None, (article.language, article.second_language))),
        )
