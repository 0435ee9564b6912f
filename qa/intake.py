"""Take articles into the truth: cut into passages, encoded where no vector is known, stored in reading order."""

from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Protocol

import numpy as np

from qa.articles.folder import read_bytes
from qa.articles.reader import read_article
from qa.comparison import Comparison, content_digest
from qa.encoder.protocol import Encoder
from qa.errors import ArticleUnreadable
from qa.passages import SplitPassage, split
from qa.records import Reading
from qa.settings import Settings
from qa.store.changes import forget_article, known_vectors, start_changes, stored_source
from qa.store.pending import PendingVectors
from qa.store.rows import EncodedPassage, insert_article, insert_passage, pack


class Progress(Protocol):
    """What a build tells while it works."""

    def start(self, articles: int) -> None:
        """So many articles are to be read."""
        ...

    def advance(self, articles: int, encoded: int) -> None:
        """So many of them are done, and so many passages were encoded so far."""
        ...


class Silent:
    """A Progress that says nothing."""

    def start(self, articles: int) -> None:
        """Say nothing."""

    def advance(self, articles: int, encoded: int) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A passage whose article is stored and whose vectors are not yet known."""

    article_row: int
    split: SplitPassage


class Intake:
    """Store articles one by one; passages wait until a batch is worth encoding, so memory does not grow."""

    def __init__(self, connection: Connection, folder: Path, encoder: Encoder, settings: Settings) -> None:
        self.connection, self.settings, self._encoder = connection, settings, encoder
        self._pending = PendingVectors(folder)
        self._waiting: list[_Waiting] = []
        self.encoded = 0

    def __enter__(self) -> "Intake":
        return self

    def __exit__(self, *_: object) -> None:
        self._pending.close()

    def take(self, reading: Reading, digest: str) -> None:
        """Store an article in place of the one of that file, and its passages with the next full batch."""
        forget_article(self.connection, reading.article.file)
        article_row = insert_article(self.connection, reading.article, digest)
        self._waiting.extend(_Waiting(article_row, piece) for piece in split(reading, self._encoder))
        while len(self._waiting) >= self.settings.encoding_batch:
            self._store(self.settings.encoding_batch)

    def finish(self) -> None:
        """Store the passages that still wait."""
        self._store(len(self._waiting))

    def _store(self, count: int) -> None:
        batch, self._waiting = self._waiting[:count], self._waiting[count:]
        keys = list(dict.fromkeys(waiting.split.key for waiting in batch))
        vectors = dict(known_vectors(self.connection, keys))
        vectors |= self._pending.known(key for key in keys if key not in vectors)
        unknown = {waiting.split.key: waiting.split for waiting in batch if waiting.split.key not in vectors}
        made = self._encode(unknown)
        self._pending.save(made.items())
        self.encoded += len(made)
        vectors |= made
        for waiting in batch:
            insert_passage(self.connection, waiting.article_row, waiting.split, vectors[waiting.split.key])

    def _encode(self, passages: dict[str, SplitPassage]) -> dict[str, EncodedPassage]:
        """Encode passages and each of their sentences, in one call for the encoder to sort by length."""
        if not passages:
            return {}
        sentences = [text for passage in passages.values() for text in passage.encoded_sentences]
        vectors = self._encoder.encode_passages([*(it.encoded_text for it in passages.values()), *sentences])
        ends = np.cumsum([len(passage.sentences) for passage in passages.values()])[:-1] + len(passages)
        groups = np.split(vectors, [len(passages), *ends.tolist()])[1:]
        return {key: pack(vector, group) for key, vector, group in zip(passages, vectors, groups, strict=False)}


def take_changes(
    intake: Intake, folder: Path, comparison: Comparison, progress: Progress, *, renewed: bool
) -> list[ArticleUnreadable]:
    """Delete what is gone and take in what is new, or everything if renewed; give what turned out to be unreadable."""
    start_changes(intake.connection)
    for file in comparison.removed:
        forget_article(intake.connection, file)
    files = [*comparison.added, *comparison.changed]
    if renewed:
        files += [*comparison.unchanged, *comparison.kept]
    progress.start(len(files))
    unreadable = []
    for file in sorted(files):
        try:
            data = read_bytes(folder, file, intake.settings)
            intake.take(read_article(file, data), content_digest(data))
        except ArticleUnreadable as problem:
            unreadable.append(problem)
            stored = stored_source(intake.connection, file) if renewed else None
            if stored is not None:
                intake.take(read_article(file, stored.data), stored.digest)
        progress.advance(1, intake.encoded)
    intake.finish()
    return unreadable
