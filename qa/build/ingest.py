"""Ingest articles: cut into passages, encoded where no vector is known, stored in the order that they are read in."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Protocol

import numpy as np

from qa.articles.folder import read_bytes
from qa.articles.given import read_again
from qa.articles.parsing import read_article
from qa.articles.passages import SplitPassage, split
from qa.build.folder_diff import content_digest
from qa.errors import ArticleUnreadable
from qa.index.steps import reached
from qa.index.store.articles import NO_FILE, PassageRows, StoredSource, insert_article, next_row, stored_source
from qa.index.store.changes import Refusal, delete_article, known_vectors, start_changes
from qa.index.store.passages import insert_passage
from qa.index.store.pending_vectors import PendingVectors
from qa.index.store.vectors import pack
from qa.models.encoder.protocol import Encoder
from qa.records import ParsedArticle
from qa.settings import Settings


class Progress(Protocol):
    """Hears of how far a build is."""

    def start(self, articles: int) -> None:
        """Start: `articles` are to be ingested."""
        ...

    def advance(self, articles: int, encoded: int) -> None:
        """Advance: `articles` more are done, and `encoded` passages are encoded in all."""
        ...


class Silent:
    """A Progress that does nothing."""

    def start(self, articles: int) -> None:
        """Do nothing."""

    def advance(self, articles: int, encoded: int) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A passage whose article is stored, and which waits for its vectors."""

    row: int
    article_row: int
    split: SplitPassage


@dataclass(frozen=True, slots=True)
class _Batch:
    """Passages whose vectors are known or being encoded."""

    waiting: list[_Waiting]
    packed: dict[bytes, bytes]
    """The known vectors, by key."""
    encoded: Future[dict[bytes, bytes]]


class Ingest:
    """Stores articles one by one; passages wait until a batch is worth encoding, so memory does not grow.

    A batch is encoded while the articles of the next one are read and cut.
    """

    def __init__(
        self, connection: Connection, folder: Path, revision: int, encoder: Encoder, settings: Settings
    ) -> None:
        self.connection, self.settings, self._encoder = connection, settings, encoder
        self._revision = revision
        self._pending = PendingVectors(folder)
        self._waiting: list[_Waiting] = []
        self._batch: _Batch | None = None
        self._encoding = ThreadPoolExecutor(1, "encoding")
        self.first_row = self.next_row = next_row(connection, "passage")
        """The first passage row of this revision, and the next one to be used."""
        self.articles = self.passages = 0
        """How many more there are than before this revision."""
        self.encoded = 0
        self.pending = set[bytes]()
        """The keys of the vectors that are pending, from now or from a build that was stopped."""
        start_changes(connection)

    def __enter__(self) -> "Ingest":
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        self._encoding.shutdown(wait=error is None)  # Ctrl-C does not wait for a batch
        self._pending.close()

    def remove(self, file: str) -> None:
        """Delete the article of a file, if there is one."""
        removed = delete_article(self.connection, file, self._revision)
        if removed is not None:
            self.articles -= 1
            self.passages -= removed

    def add(self, parsed: ParsedArticle, digest: str) -> None:
        """Store an article in place of the one of its file; its passages follow with the next full batch."""
        self.remove(parsed.article.file)
        pieces = split(parsed, self._encoder)
        article_row = insert_article(self.connection, parsed.article, digest, PassageRows(self.next_row, len(pieces)))
        self._waiting.extend(_Waiting(self.next_row + place, article_row, it) for place, it in enumerate(pieces))
        self.next_row += len(pieces)
        self.articles += 1
        self.passages += len(pieces)
        while len(self._waiting) >= self.settings.encoding_batch:
            self._begin(self.settings.encoding_batch)

    def finish(self) -> None:
        """Store the passages that still wait."""
        self._begin(len(self._waiting))
        self._store()

    def _begin(self, count: int) -> None:
        """Begin a batch, once the one before it is stored."""
        self._store()
        waiting, self._waiting = self._waiting[:count], self._waiting[count:]
        keys = list(dict.fromkeys(it.split.key for it in waiting))
        packed = dict(known_vectors(self.connection, keys))
        pending = dict(self._pending.known(key for key in keys if key not in packed))
        self.pending.update(pending)
        packed |= pending
        unknown = {it.split.key: it.split for it in waiting if it.split.key not in packed}
        self._batch = _Batch(waiting, packed, self._encoding.submit(_encode, self._encoder, unknown))

    def _store(self) -> None:
        """Store the batch that was begun last, when it is encoded."""
        batch, self._batch = self._batch, None
        if batch is None:
            return
        made = batch.encoded.result()
        self._pending.save(made)
        self.pending.update(made)
        reached("vectors pending")
        self.encoded += len(made)
        packed = batch.packed | made
        for it in batch.waiting:
            insert_passage(self.connection, it.row, it.article_row, it.split, packed[it.split.key])
        reached("passages stored")


def _encode(encoder: Encoder, passages: dict[bytes, SplitPassage]) -> dict[bytes, bytes]:
    """Encode passages and each of their sentences, equal texts once, in one call for the encoder to sort by length."""
    if not passages:
        return {}
    texts = [text for it in passages.values() for text in (it.encoded_text, *it.encoded_sentences)]
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    vectors = encoder.encode_passages(list(places))[[places[text] for text in texts]]
    ends = np.cumsum([1 + len(it.sentences) for it in passages.values()])[:-1]
    groups = np.split(vectors, ends.tolist())
    return {key: pack(key, group[0], group[1:]) for key, group in zip(passages, groups, strict=True)}


@dataclass(frozen=True, slots=True)
class Changes:
    """What a revision changes."""

    removed: tuple[str, ...] = ()
    """The files, or ids, whose articles go."""
    read: frozenset[str] = frozenset()
    """The files of the folder to be read."""
    repeated: frozenset[str] = frozenset()
    """The articles to be ingested again, because another encoder or other rules made them: from what is stored of them,
    where their file is not to be read or cannot be."""
    given: tuple[ParsedArticle, ...] = ()
    """The articles that are handed in without a file."""


def ingest_changes(ingest: Ingest, folder: Path, changes: Changes, progress: Progress) -> Mapping[str, Refusal]:
    """Delete what is gone, ingest what is new, changed or to be repeated; return the files that cannot be read."""
    for file in changes.removed:
        ingest.remove(file)
    files = sorted(changes.read | changes.repeated)
    progress.start(len(files) + len(changes.given))
    for parsed in changes.given:
        ingest.add(parsed, NO_FILE)
        progress.advance(1, ingest.encoded)
    refused = dict[str, Refusal]()
    for file in files:
        problem = _ingest_file(ingest, folder, file) if file in changes.read else None
        if problem is not None:
            refused[file] = problem
        if file in changes.repeated and (problem is not None or file not in changes.read):
            _ingest_stored(ingest, file)
        progress.advance(1, ingest.encoded)
    ingest.finish()
    progress.advance(0, ingest.encoded)
    return refused


def _ingest_file(ingest: Ingest, folder: Path, file: str) -> Refusal | None:
    """Ingest what a file holds now; return why it cannot be read."""
    digest = None  # of the bytes read now: they may differ from those that were compared
    try:
        data = read_bytes(folder, file, ingest.settings)
        digest = content_digest(data)
        ingest.add(read_article(file, data), digest)
    except ArticleUnreadable as problem:
        return Refusal(problem.reason, digest)
    return None


def _ingest_stored(ingest: Ingest, file: str) -> None:
    """Ingest an article again from what is stored of it."""
    stored = stored_source(ingest.connection, file)
    if stored is not None:
        ingest.add(read_stored(stored, ingest.settings), stored.digest)


def read_stored(stored: StoredSource, settings: Settings) -> ParsedArticle:
    """Read an article again from what is stored of it."""
    if stored.digest == NO_FILE:
        return read_again(stored.article, settings)
    return read_article(stored.article.file, stored.article.text.encode())
