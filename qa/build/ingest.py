"""Ingest articles: cut into passages, encoded where no vector is known, stored in the order that they are read in."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Protocol

import numpy as np

from qa.articles.identity import address_key, headline_key
from qa.articles.passages import SplitPassage, split
from qa.build.furniture import KnownFurniture
from qa.index.steps import reached
from qa.index.store.articles import PassageRows, insert_article, next_row
from qa.index.store.changes import delete_article, known_vectors, start_changes
from qa.index.store.furniture import read_furniture
from qa.index.store.passages import insert_passage
from qa.index.store.pending_vectors import PendingVectors
from qa.index.store.vectors import pack
from qa.index.store.versions import VersionKeys, insert_version
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
        self.revision = revision
        self._pending = PendingVectors(folder)
        self._waiting: list[_Waiting] = []
        self._batch: _Batch | None = None
        self._encoding = ThreadPoolExecutor(1, "encoding")
        self.first_row = self.next_row = next_row(connection, "passage")
        """The first passage row of this revision, and the next one to be used."""
        self.first_article = next_row(connection, "article")
        """The row of the first article of this revision."""
        self.articles = self.passages = 0
        """How many more there are than before this revision."""
        self.encoded = 0
        self.pending = set[bytes]()
        """The keys of the vectors that are pending, from now or from a build that was stopped."""
        self.furniture = KnownFurniture(read_furniture(connection))
        """The lines that articles of files are read without."""
        start_changes(connection)

    def __enter__(self) -> "Ingest":
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        self._encoding.shutdown(wait=error is None)  # Ctrl-C does not wait for a batch
        self._pending.close()

    def remove(self, name: str) -> None:
        """Delete the article of a name, if there is one."""
        removed = delete_article(self.connection, name, self.revision)
        if removed is not None:
            self.articles -= 1
            self.passages -= removed

    def add(self, parsed: ParsedArticle, digest: str) -> None:
        """Store an article in place of the one of its name; its passages follow with the next full batch."""
        self.remove(parsed.article.file)
        pieces = split(parsed, self._encoder)
        article_row = insert_article(self.connection, parsed.article, digest, PassageRows(self.next_row, len(pieces)))
        keys = VersionKeys(address_key(parsed.article.url), headline_key(parsed.article))
        insert_version(self.connection, article_row, keys)
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
