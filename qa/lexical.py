"""Find the passages that share words with the question: BM25 in a Tantivy index.

No text is stored, so a deleted article leaves nothing behind when the index is made anew. Tantivy wants a lock file
beside what it opens: a folder that cannot be written is opened through a temporary folder of links.
"""

import os
import tempfile
import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import FieldType, Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

from qa.errors import IndexDamaged
from qa.files import synchronise
from qa.filters import Filters
from qa.plain_text import plain

_ANALYSER = "words"
_LONGEST_WORD = 40
_WRITER_BYTES = 64_000_000


def _analyser(*last: Filter) -> tantivy.TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (Filter.remove_long(_LONGEST_WORD), Filter.lowercase(), *last, Filter.ascii_fold()):
        builder = builder.filter(step)
    return builder.filter(Filter.stemmer("english")).build()


_ALL_WORDS = _analyser()
_WITHOUT_STOPWORDS = _analyser(Filter.stopword("english"))


def terms(text: str) -> list[str]:
    """Cut a text into stemmed words, small and unaccented, as they are indexed."""
    return list(_ALL_WORDS.analyze(plain(text)))


def question_terms(question: str) -> list[str]:
    """Give the terms of a question once each, without stopwords unless there is nothing else."""
    return list(dict.fromkeys(_WITHOUT_STOPWORDS.analyze(plain(question)) or terms(question)))


@dataclass(frozen=True, slots=True)
class LexicalDocument:
    """What the lexical index knows of one passage."""

    position: int
    text: str
    """The passage behind its headline and heading."""
    date: int | None
    """A full date as the number YYYYMMDD."""
    file: str
    outlet: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LexicalHits:
    """The passages that share words with the question, best first, with their BM25 scores."""

    positions: NDArray[np.int64]
    scores: NDArray[np.float32]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("position", stored=False, indexed=False, fast=True)
    builder.add_text_field("words", tokenizer_name=_ANALYSER)
    builder.add_integer_field("date", indexed=True, fast=True)
    for name in ("file", "outlet", "place"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    return builder.build()


class LexicalIndex:
    """The words of all passages."""

    def __init__(self, index: tantivy.Index, links: "tempfile.TemporaryDirectory[str] | None" = None) -> None:
        index.config_reader(reload_policy="manual")  # an index never changes: no thread need watch it
        index.reload()
        self._index, self._searcher, self._schema = index, index.searcher(), index.schema
        if links is not None:
            weakref.finalize(self, links.cleanup)

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    @classmethod
    def of(cls, documents: Iterable[LexicalDocument], folder: Path | None = None) -> "LexicalIndex":
        """Index passages in one segment, in memory or in a new folder, pushed to the disk."""
        if folder is not None:
            folder.mkdir()
        index = tantivy.Index(_schema(), path=str(folder) if folder else None)
        index.register_tokenizer(_ANALYSER, _ALL_WORDS)
        writer = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        for document in documents:
            writer.add_document(_tantivy_document(document))
        writer.commit()
        writer.wait_merging_threads()
        if folder is not None:
            for part in folder.iterdir():
                synchronise(part)
            synchronise(folder)
        return cls(index)

    @classmethod
    def open(cls, folder: Path, passages: int) -> "LexicalIndex":
        """Open a folder whose digest has been checked.

        Raises:
            IndexDamaged: not a lexical index over that many passages.
        """
        links = None
        if not os.access(folder, os.W_OK):
            links = tempfile.TemporaryDirectory(prefix="qa-lexical-")
            for part in folder.iterdir():
                if not part.name.startswith(".tantivy-"):  # its locks: it makes its own
                    Path(links.name, part.name).symlink_to(part.absolute())
        try:
            index = tantivy.Index.open(links.name if links else str(folder))
            index.register_tokenizer(_ANALYSER, _ALL_WORDS)
            opened = cls(index, links)
        except (ValueError, OSError) as error:
            raise IndexDamaged(f"{folder} cannot be read ({error})") from error
        if len(opened) != passages:
            raise IndexDamaged(f"{folder} holds {len(opened)} passages of {passages}")
        return opened

    def search(self, words: Sequence[str], count: int, wanted: Filters | None = None) -> LexicalHits:
        """Find the passages that hold some of the terms; equal scores in order of position."""
        if not words or not len(self) or count < 1:
            return LexicalHits(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))
        either = [(Occur.Should, Query.term_query(self._schema, "words", word, "freq")) for word in words]
        query = Query.boolean_query([(Occur.Must, Query.boolean_query(either)), *self._clauses(wanted)])
        hits = self._searcher.search(query, limit=min(count, len(self)), count=False).hits
        positions = self._searcher.fast_field_values("position", [address for _, address in hits])
        found = np.array(positions, dtype=np.int64)
        scores = np.array([score for score, _ in hits], dtype=np.float32)
        order = np.lexsort((found, -scores))
        return LexicalHits(found[order], scores[order])

    def passages_holding(self, term: str) -> int:
        """Count the passages that hold a term, in their headline or heading too: its document frequency."""
        return int(self._searcher.doc_freq("words", term))

    def _clauses(self, wanted: Filters | None) -> list[tuple[Occur, Query]]:
        if wanted is None:
            return []
        clauses = []
        if wanted.dated:
            dates = Query.range_query(self._schema, "date", FieldType.Integer, wanted.after, wanted.before)
            clauses.append(dates)
        for name, values in (("file", wanted.files), ("outlet", wanted.outlets), ("place", wanted.places)):
            if values:
                clauses.append(Query.term_set_query(self._schema, name, sorted(values)))
        return [(Occur.Must, Query.const_score_query(clause, 0.0)) for clause in clauses]


def _tantivy_document(document: LexicalDocument) -> tantivy.Document:
    made = tantivy.Document()
    made.add_integer("position", document.position)
    made.add_text("words", plain(document.text))
    if document.date is not None:
        made.add_integer("date", document.date)
    made.add_text("file", document.file)
    if document.outlet:
        made.add_text("outlet", document.outlet)
    for place in document.places:
        made.add_text("place", place)
    return made
