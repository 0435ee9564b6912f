"""Put three BM25 engines behind one small interface: Tantivy, SQLite FTS5 and bm25s.

Each stems English words, stores no text, and knows which passages a filter leaves. A question is its words, small,
unaccented and without stopwords, of which any may occur.
"""

import importlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

Mask = NDArray[np.bool_]


class Engine(Protocol):
    """An index of words in a folder."""

    def __init__(self, folder: Path) -> None: ...

    def build(self, texts: Iterable[str], left: Mask) -> None:
        """Index passages, numbered from 0, into the folder."""

    def open(self) -> None:
        """Open the folder, to search or change it."""

    def search(self, words: Sequence[str], count: int, filtered: bool) -> list[int]:
        """Find the best passages, best first."""

    def add(self, number: int, text: str) -> None:
        """Add a passage; the next search finds it."""

    def delete(self, number: int, text: str) -> None:
        """Delete a passage; the next search does not find it."""


def _analyser(*last: Filter) -> tantivy.TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (Filter.remove_long(40), Filter.lowercase(), *last):
        builder = builder.filter(step)
    return builder.build()


_QUESTION = _analyser(Filter.stopword("english"), Filter.ascii_fold())
_STEMS = _analyser(Filter.ascii_fold(), Filter.stemmer("english"))


def question_words(question: str) -> list[str]:
    """Give the words of a question once each, without stopwords."""
    return list(dict.fromkeys(_QUESTION.analyze(question)))


class Tantivy:
    """Tantivy as qa uses it: one writing thread, 64 MB of heap."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("number", stored=False, indexed=True, fast=True)
        builder.add_text_field("words", tokenizer_name="words")
        builder.add_text_field("outlet", tokenizer_name="raw", index_option="basic")
        self._schema = builder.build()

    def build(self, texts: Iterable[str], left: Mask) -> None:
        """Index passages, numbered from 0, into the folder."""
        index = tantivy.Index(self._schema, path=str(self._folder))
        index.register_tokenizer("words", _STEMS)
        writer = index.writer(heap_size=64_000_000, num_threads=1)
        for number, text in enumerate(texts):
            writer.add_document(self._document(number, text, "few" if left[number] else "many"))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Open the folder, to search or change it."""
        self._index = tantivy.Index.open(str(self._folder))
        self._index.register_tokenizer("words", _STEMS)
        self._index.config_reader(reload_policy="manual")
        self._reload()

    def search(self, words: Sequence[str], count: int, filtered: bool) -> list[int]:
        """Find the best passages, best first."""
        stems = dict.fromkeys(stem for word in words for stem in _STEMS.analyze(word))
        either = [(Occur.Should, Query.term_query(self._schema, "words", stem, "freq")) for stem in stems]
        clauses = [(Occur.Must, Query.boolean_query(either))]
        if filtered:
            few = Query.term_set_query(self._schema, "outlet", ["few"])
            clauses.append((Occur.Must, Query.const_score_query(few, 0.0)))
        hits = self._searcher.search(Query.boolean_query(clauses), limit=count, count=False).hits
        return [int(number or 0) for number in self._searcher.fast_field_values("number", [place for _, place in hits])]

    def add(self, number: int, text: str) -> None:
        """Add a passage; the next search finds it."""
        writer = self._index.writer(heap_size=64_000_000, num_threads=1)
        writer.add_document(self._document(number, text, "many"))
        writer.commit()
        self._reload()

    def delete(self, number: int, text: str) -> None:  # noqa: ARG002  it needs no text
        """Delete a passage; the next search does not find it."""
        writer = self._index.writer(heap_size=64_000_000, num_threads=1)
        writer.delete_documents_by_term("number", number)
        writer.commit()
        self._reload()

    def _reload(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    @staticmethod
    def _document(number: int, text: str, outlet: str) -> tantivy.Document:
        made = tantivy.Document()
        made.add_integer("number", number)
        made.add_text("words", text)
        made.add_text("outlet", outlet)
        return made


class Fts5:
    """SQLite FTS5 without content: porter stemming, bm25()."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "words.sqlite"

    def build(self, texts: Iterable[str], left: Mask) -> None:
        """Index passages, numbered from 0, into the folder."""
        connection = sqlite3.connect(self._file)
        tokens = "porter unicode61 remove_diacritics 2"
        connection.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='{tokens}')")
        connection.execute("CREATE TABLE few (number INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(texts))
        connection.executemany("INSERT INTO few VALUES (?)", ((number,) for number in np.flatnonzero(left).tolist()))
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.commit()
        connection.close()

    def open(self) -> None:
        """Open the folder, to search or change it."""
        self._connection = sqlite3.connect(self._file)
        self._connection.execute("PRAGMA cache_size = -64000")

    def search(self, words: Sequence[str], count: int, filtered: bool) -> list[int]:
        """Find the best passages, best first."""
        only = "AND +rowid IN (SELECT number FROM few)" if filtered else ""
        asked = " OR ".join(f'"{word}"' for word in words)
        order = f"SELECT rowid FROM words WHERE words MATCH ? {only} ORDER BY rank LIMIT ?"  # noqa: S608  both ours
        return [number for (number,) in self._connection.execute(order, (asked, count))]

    def add(self, number: int, text: str) -> None:
        """Add a passage; the next search finds it."""
        with self._connection:
            self._connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, text))

    def delete(self, number: int, text: str) -> None:
        """Delete a passage; the next search does not find it."""
        with self._connection:
            self._connection.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (number, text))


class Bm25s:
    """bm25s: scores computed beforehand, memory-mapped; it can only be built anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bm25s = importlib.import_module("bm25s")  # only this comparison needs it: no dependency of qa
        self._stemmer = importlib.import_module("Stemmer").Stemmer("english")

    def build(self, texts: Iterable[str], left: Mask) -> None:
        """Index passages, numbered from 0, into the folder."""
        tokens = self._bm25s.tokenize(list(texts), stopwords="en", stemmer=self._stemmer, show_progress=False)
        model = self._bm25s.BM25()
        model.index(tokens, show_progress=False)
        model.save(self._folder, show_progress=False)
        np.save(self._folder / "few.npy", left.astype(np.float32))

    def open(self) -> None:
        """Open the folder, to search."""
        self._model = self._bm25s.BM25.load(self._folder, mmap=True)
        self._few = np.load(self._folder / "few.npy")

    def search(self, words: Sequence[str], count: int, filtered: bool) -> list[int]:
        """Find the best passages, best first."""
        stems = [stem for stem in self._stemmer.stemWords(list(words)) if stem in self._model.vocab_dict]
        if not stems:
            return []
        mask = self._few if filtered else None
        found, scores = self._model.retrieve([stems], k=count, show_progress=False, weight_mask=mask)
        return [int(number) for number, score in zip(found[0], scores[0], strict=True) if score > 0]

    def add(self, number: int, text: str) -> None:
        """Not possible."""
        raise NotImplementedError

    def delete(self, number: int, text: str) -> None:
        """Not possible."""
        raise NotImplementedError
