"""Read and write which articles are versions of one, in table `version`."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qa.index.store.schema import check_row, checksum, insert_row


@dataclass(frozen=True, slots=True)
class VersionKeys:
    """What tells an article's versions; either may be None."""

    address: str | None
    headline: str | None


def insert_version(connection: sqlite3.Connection, article: int, keys: VersionKeys) -> None:
    """Record what tells the versions of an article, if anything does; no other replaces it as yet."""
    if keys.address is None and keys.headline is None:
        return
    insert_row(connection, "version", article, keys.address, keys.headline, None)


def delete_versions(connection: sqlite3.Connection, revision: int) -> list[VersionKeys]:
    """Delete the records of the articles that a revision removed, and return the keys that their versions shared."""
    gone = "FROM version WHERE article IN (SELECT article FROM removed WHERE revision = ?)"
    found = connection.execute(f"SELECT address, headline {gone}", (revision,)).fetchall()
    connection.execute(f"DELETE {gone}", (revision,))
    return [VersionKeys(*it) for it in found]


@dataclass(frozen=True, slots=True)
class Sharing:
    """The articles that share an address or a headline with one."""

    articles: Mapping[int, VersionKeys]
    crowded: tuple[int, ...]
    """Those that another replaces by a key that too many share by now."""


def articles_sharing(connection: sqlite3.Connection, keys: VersionKeys, most: int) -> Sharing:
    """Return the articles with an address or with a headline; what more than `most` share tells no article."""
    found, crowded = dict[int, VersionKeys](), list[int]()
    for column, value in (("address", keys.address), ("headline", keys.headline)):
        select = f"FROM version WHERE {column} = ?"
        sharing = connection.execute(
            f"SELECT article, address, headline {select} LIMIT ?", (value, most + 1)
        ).fetchall()
        if len(sharing) <= most:
            found |= {article: VersionKeys(address, headline) for article, address, headline in sharing}
        else:
            replaced = connection.execute(f"SELECT article {select} AND replaced_by IS NOT NULL", (value,))
            crowded += [article for (article,) in replaced.fetchall()]
    return Sharing(found, tuple(crowded))


def set_replaced(connection: sqlite3.Connection, replaced_by: Mapping[int, int | None]) -> None:
    """Record which article replaces each of some; None where none does."""
    for article, newer in replaced_by.items():
        found = connection.execute("SELECT address, headline FROM version WHERE article = ?", (article,)).fetchone()
        expected = checksum(article, *found, newer)
        connection.execute(
            "UPDATE version SET replaced_by = ?, checksum = ? WHERE article = ?", (newer, expected, article)
        )


def keys_from(connection: sqlite3.Connection, first_row: int) -> Iterator[VersionKeys]:
    """Read what tells the versions of the articles from a row on."""
    found = connection.execute("SELECT address, headline FROM version WHERE article >= ?", (first_row,))
    yield from (VersionKeys(*it) for it in found.fetchall())


def read_replaced(connection: sqlite3.Connection) -> dict[int, int]:
    """Read the articles that another replaces, each with the next newer version.

    Raises:
        IndexDamaged: a row is not what was written.
    """
    return dict(_checked(connection.execute("SELECT * FROM version WHERE replaced_by IS NOT NULL").fetchall()))


def _checked(rows: Iterable[tuple[int, str | None, str | None, int, int]]) -> Iterator[tuple[int, int]]:
    for article, address, headline, newer, expected in rows:
        check_row("version", article, expected, address, headline, newer)
        yield article, newer
