"""Changes of the articles inside one transaction, keeping the vectors of what goes until the end of it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa.errors import ArticleUnreadable
from qa.index.store.schema import check_row, insert_row
from qa.index.store.vectors import check


def start_changes(connection: sqlite3.Connection) -> None:
    """Create a table for the vectors of passages that go: most of a changed article's paragraphs come back."""
    connection.execute("CREATE TEMP TABLE gone (key BLOB PRIMARY KEY, vectors BLOB)")


def delete_article(connection: sqlite3.Connection, file: str, revision: int) -> int | None:
    """Delete an article and its passages in a revision, and count them; None where there is no such article.

    Their vectors can still be found in this transaction.
    """
    found = connection.execute("SELECT id, first, passages FROM article WHERE file = ?", (file,)).fetchone()
    if found is None:
        return None
    row, first, passages = found
    rows = (first, first + passages)
    connection.execute(
        "INSERT OR IGNORE INTO temp.gone SELECT key, vectors FROM passage WHERE id >= ? AND id < ?", rows
    )
    connection.execute("DELETE FROM passage WHERE id >= ? AND id < ?", rows)
    connection.execute("DELETE FROM body WHERE article = ?", (row,))
    connection.execute("DELETE FROM article WHERE id = ?", (row,))
    insert_row(connection, "removed", row, passages, revision)
    return int(passages)


def removed_since(connection: sqlite3.Connection, revision: int) -> list[int]:
    """Return the rows of the articles that were removed after a revision."""
    rows = list[int]()
    for row, passages, changed, expected in connection.execute(
        "SELECT article, passages, revision, checksum FROM removed WHERE revision > ? ORDER BY article", (revision,)
    ):
        check_row("removed", row, expected, passages, changed)
        rows.append(row)
    return rows


def removed_passages(connection: sqlite3.Connection) -> int:
    """Count the passages that went since the last compaction: what the derived files may still hold."""
    (count,) = connection.execute("SELECT coalesce(sum(passages), 0) FROM removed").fetchone()
    return int(count)


def delete_removed(connection: sqlite3.Connection, through: int) -> None:
    """Delete what was recorded up to a revision: nothing derived from the database holds it any longer."""
    connection.execute("DELETE FROM history WHERE revision < ?", (through,))
    connection.execute("DELETE FROM removed WHERE revision <= ?", (through,))


def known_vectors(connection: sqlite3.Connection, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the packed vectors that the archive has, or had when the changes started, for some of the keys, checked."""
    for key in keys:
        row = connection.execute(
            "SELECT vectors FROM passage WHERE key = ?1 UNION ALL SELECT vectors FROM temp.gone WHERE key = ?1 LIMIT 1",
            (key,),
        ).fetchone()
        if row is not None:
            check(key, row[0])
            yield key, row[0]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file, or an article in it, could not be read, and the digest of what could not."""

    reason: str
    digest: str | None
    """None where not even its bytes could be read."""
    file: str = ""
    """The whole file."""


def write_skipped(
    connection: sqlite3.Connection, skipped: Sequence[ArticleUnreadable], known: Mapping[str, Refusal]
) -> None:
    """Record which files, and articles in files, could not be read, why, and with which content."""
    delete_skipped(connection, [it.file for it in skipped])
    for it in skipped:
        before = known.get(it.file, Refusal(it.reason, None, it.file))
        insert_row(connection, "skipped", it.file, it.reason, before.digest, before.file)


def delete_skipped(connection: sqlite3.Connection, files: Iterable[str] | None = None) -> None:
    """Delete the record that some files, or all, could not be read."""
    if files is None:
        connection.execute("DELETE FROM skipped")
    else:
        connection.executemany("DELETE FROM skipped WHERE file = ?1 OR container = ?1", [(file,) for file in files])


def read_skipped(connection: sqlite3.Connection) -> dict[str, Refusal]:
    """Read the files that the last build could not read."""
    found = dict[str, Refusal]()
    for file, reason, digest, container, expected in connection.execute("SELECT * FROM skipped ORDER BY file"):
        check_row("skipped", file, expected, reason, digest, container)
        found[file] = Refusal(reason, digest, container)
    return found
