"""Look up articles by the file that they were read from."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa.index.store.articles import NO_FILE, SOME, article_row_of, read_articles
from qa.records import Article


@dataclass(frozen=True, slots=True)
class StoredSource:
    """An article as it was last read, and the SHA-256 of the file that it was read from."""

    article: Article
    digest: str
    """`NO_FILE` where it was handed in without one."""


def stored_source(connection: sqlite3.Connection, file: str) -> StoredSource | None:
    """Read what was last read from a file; None where nothing was."""
    row = article_row_of(connection, file)
    if row is None:
        return None
    article = read_articles(connection, [row])[row]
    (digest,) = connection.execute("SELECT digest FROM article WHERE id = ?", (row,)).fetchone()
    return StoredSource(article, digest)


def stored_digests(connection: sqlite3.Connection, files: Iterable[str] | None = None) -> dict[str, str]:
    """Read each file of the folder that articles were read from, or some of them, and what is known of its bytes."""
    return {file: digest for file, digest in _digests(connection, files) if digest != NO_FILE}


@dataclass(frozen=True, slots=True)
class FileOfOutlet:
    """A file of the folder, with the outlet and the address that an article in it states."""

    file: str
    outlet: str | None
    url: str | None


def each_file(connection: sqlite3.Connection) -> Iterator[FileOfOutlet]:
    """Read the files that articles were read from, with what these state."""
    statement = "SELECT DISTINCT container, outlet, url FROM article WHERE digest != ?"
    yield from (FileOfOutlet(*it) for it in connection.execute(statement, (NO_FILE,)).fetchall())


def added_files(connection: sqlite3.Connection, files: Iterable[str] | None = None) -> frozenset[str]:
    """Read the ids of the articles that were handed in without a file, or of those among some."""
    return frozenset(file for file, digest in _digests(connection, files) if digest == NO_FILE)


def _digests(connection: sqlite3.Connection, files: Iterable[str] | None) -> Iterator[tuple[str, str]]:
    if files is None:
        yield from connection.execute("SELECT DISTINCT container, digest FROM article").fetchall()
        return
    statement = "SELECT DISTINCT container, digest FROM article WHERE container = ?"
    for file in files:
        yield from connection.execute(statement, (file,)).fetchall()


def articles_of(connection: sqlite3.Connection, file: str) -> list[str]:
    """Read what the articles are called that were read from a file, or the one that was handed in under that id."""
    found = connection.execute("SELECT file FROM article WHERE container = ? ORDER BY id", (file,))
    return [name for (name,) in found]


def articles_in_files(connection: sqlite3.Connection, files: Sequence[str]) -> int:
    """Count the articles that were read from some files; of few files without a look at all the others."""
    if len(files) <= SOME:
        statement = "SELECT count(*) FROM article WHERE container = ?"
        return sum(connection.execute(statement, (file,)).fetchone()[0] for file in files)
    statement = "SELECT container, count(*) FROM article GROUP BY container HAVING count(*) > 1"
    several = dict[str, int](connection.execute(statement).fetchall())
    return sum(several.get(file, 1) for file in files)


def files_below(connection: sqlite3.Connection, folder: str) -> list[str]:
    """Read the files of the folder's articles that stood in one below it, or in any below that."""
    if folder == ".":
        return list(stored_digests(connection))
    first, last = f"{folder}/", f"{folder}0"  # "0" follows "/"
    statement = "SELECT DISTINCT container FROM article WHERE container > ? AND container < ? AND digest != ?"
    found = connection.execute(statement, (first, last, NO_FILE))
    return [file for (file,) in found]
