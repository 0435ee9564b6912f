"""Declare what the lexical index knows of a passage: its words, and what filters ask. No text is stored in it."""

from dataclasses import dataclass

import tantivy

from qa.articles.plain_text import plain
from qa.index.filters import FOLDING
from qa.index.lexical.words import ALL_WORDS

_ANALYSER = "words"
EVERY = "every"
NAMES_FOLDED = f"folding {FOLDING}"
"""How the names of a document are folded: one of an older version has another term, or none."""


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


def schema() -> tantivy.Schema:
    """Declare the fields."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("row", stored=False, indexed=False, fast=True)
    builder.add_integer_field("article", stored=False, indexed=True)
    builder.add_text_field("words", tokenizer_name=_ANALYSER)
    builder.add_integer_field("date", indexed=True, fast=True)
    for name in ("file", "outlet", "place", EVERY):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    return builder.build()


def know_words(index: tantivy.Index) -> tantivy.Index:
    """Tell an index how texts are cut into words, which its files do not hold."""
    index.register_tokenizer(_ANALYSER, ALL_WORDS)
    return index


def tantivy_document(document: LexicalDocument) -> tantivy.Document:
    """Turn a document into Tantivy's."""
    made = tantivy.Document()
    made.add_integer("row", document.row)
    made.add_integer("article", document.article_row)
    made.add_text("words", plain(document.text))
    made.add_text(EVERY, EVERY)  # how often it occurs counts the documents, dead ones included
    made.add_text(EVERY, NAMES_FOLDED)
    if document.date is not None:
        made.add_integer("date", document.date)
    made.add_text("file", document.file)
    if document.outlet:
        made.add_text("outlet", document.outlet)
    for place in document.places:
        made.add_text("place", place)
    return made
