"""Change the articles of the truth inside one transaction, keeping the vectors of what goes until the end of it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa.errors import ArticleUnreadable
from qa.store.rows import EncodedPassage


def start_changes(connection: sqlite3.Connection) -> None:
    """Make room for the vectors of passages that go: most of a changed article's paragraphs come back."""
    connection.execute("CREATE TEMP TABLE gone (key TEXT PRIMARY KEY, vector BLOB, sentence_vectors BLOB)")


def forget_article(connection: sqlite3.Connection, file: str) -> None:
    """Delete an article and its passages; their vectors can still be found in this transaction."""
    connection.execute(
        "INSERT OR IGNORE INTO temp.gone SELECT key, vector, sentence_vectors FROM passage "
        "WHERE article = (SELECT id FROM article WHERE file = ?)",
        (file,),
    )
    connection.execute("DELETE FROM article WHERE file = ?", (file,))


def known_vectors(connection: sqlite3.Connection, keys: Iterable[str]) -> Iterator[tuple[str, EncodedPassage]]:
    """Give the vectors that the archive has, or had when the changes started, for some of the keys."""
    for key in keys:
        row = connection.execute(
            "SELECT vector, sentence_vectors FROM passage WHERE key = ?1 "
            "UNION ALL SELECT vector, sentence_vectors FROM temp.gone WHERE key = ?1 LIMIT 1",
            (key,),
        ).fetchone()
        if row is not None:
            yield key, EncodedPassage(*row)


@dataclass(frozen=True, slots=True)
class StoredSource:
    """An article's text as it was last read, and the SHA-256 of the file that it was read from."""

    data: bytes
    digest: str


def stored_source(connection: sqlite3.Connection, file: str) -> StoredSource | None:
    """Give what was last read from a file; None where nothing was."""
    found = connection.execute("SELECT text, digest FROM article WHERE file = ?", (file,)).fetchone()
    return None if found is None else StoredSource(found[0].encode(), found[1])


def stored_digests(connection: sqlite3.Connection) -> dict[str, str]:
    """Give each article's file and the SHA-256 of its bytes."""
    return dict(connection.execute("SELECT file, digest FROM article").fetchall())


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file could not be read as an article, and the SHA-256 of the bytes that could not."""

    reason: str
    digest: str | None
    """None where not even its bytes could be read."""


def write_skipped(
    connection: sqlite3.Connection, skipped: Sequence[ArticleUnreadable], digests: Mapping[str, str]
) -> None:
    """Remember which files could not be read, why, and with which bytes."""
    connection.execute("DELETE FROM skipped")
    rows = [(it.file, it.reason, digests.get(it.file)) for it in skipped]
    connection.executemany("INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)", rows)


def read_skipped(connection: sqlite3.Connection) -> dict[str, Refusal]:
    """Give the files that the last build could not read."""
    found = connection.execute("SELECT file, reason, digest FROM skipped ORDER BY file")
    return {file: Refusal(reason, digest) for file, reason, digest in found}
