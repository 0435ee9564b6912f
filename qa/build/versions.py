"""Find the versions of one article: the newest answers, and the older ones are kept behind it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa.articles.dates import is_full
from qa.articles.front_matter import read_front_matter
from qa.index.index import View
from qa.index.lexical.common_words import COMMON
from qa.index.lexical.words import held_terms
from qa.index.store.articles import read_articles, read_entries
from qa.index.store.versions import (
    VersionKeys,
    articles_sharing,
    delete_versions,
    keys_from,
    set_replaced,
)
from qa.records import Article

_SHARED = 1 / 3
"""The least share of the shorter text's words that stand in the other: with less, an address has had two articles."""
_MOST = 50
"""An address that more articles bear is that of a page whose articles change, or of a whole site."""
_LOOKED_BACK = 3
"""With how many of the next newer texts one is compared: an article changes a little at a time."""


@dataclass(frozen=True, slots=True)
class ArticleVersions:
    """An article that stands in the archive in several versions, by their files."""

    newest: str
    """The one that answers."""
    earlier: tuple[str, ...]
    """The others, the newest of them first."""


@dataclass(frozen=True, slots=True)
class _Version:
    """An article beside others of its address or headline."""

    row: int
    order: tuple[str, str, int]
    """The newer, the greater: by stated update or publication, by the day it was saved, by arrival."""
    terms: frozenset[str]


def join_versions(connection: sqlite3.Connection, first_row: int, revision: int) -> None:
    """Record which articles replace which, after a revision that stored articles from a row on and removed others.

    Raises:
        IndexDamaged: an article is not what was written.
    """
    _join(connection, [*delete_versions(connection, revision), *keys_from(connection, first_row)])


def join_all_versions(connection: sqlite3.Connection) -> None:
    """Record which articles of the whole archive replace which: the setting has changed."""
    _join(connection, list(keys_from(connection, 0)))


def part_versions(connection: sqlite3.Connection) -> None:
    """Record that every version of an article answers for itself."""
    rows = connection.execute("SELECT article FROM version WHERE replaced_by IS NOT NULL").fetchall()
    set_replaced(connection, {row: None for (row,) in rows})


def article_versions(view: View) -> tuple[ArticleVersions, ...]:
    """Return the articles that have earlier versions, in the order of their files."""
    known = view.snapshot.catalogue.versions
    newest = [row for row in known.older if row not in known.newer]
    files = {row: it.file for row, it in read_entries(view.connection, [*newest, *known.newer]).items()}
    found = (ArticleVersions(files[row], tuple(files[older] for older in known.before(row))) for row in newest)
    return tuple(sorted(found, key=lambda it: it.newest))


def _join(connection: sqlite3.Connection, touched: Iterable[VersionKeys]) -> None:
    done = set[int]()
    for keys in dict.fromkeys(touched):
        rows = _sharing(connection, keys)
        if done.isdisjoint(rows):
            done |= rows
            set_replaced(connection, _replaced(connection, sorted(rows)))


def _sharing(connection: sqlite3.Connection, keys: VersionKeys) -> set[int]:
    """Return the articles that an address or a headline joins, each with those that its other key joins.

    What was joined by a key that too many share by now is parted.
    """
    found, waiting, seen = set[int](), [keys], {keys}
    while waiting:
        sharing = articles_sharing(connection, waiting.pop(), _MOST)
        set_replaced(connection, dict.fromkeys(sharing.crowded))
        for row, its_own in sharing.articles.items():
            found.add(row)
            if its_own not in seen:
                seen.add(its_own)
                waiting.append(its_own)
    return found


def _replaced(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, int | None]:
    """Return which of some articles each is replaced by: the next newer one that has enough words in common with it."""
    if len(rows) < 2:
        return dict.fromkeys(rows)
    chains: list[list[_Version]] = []
    replaced: dict[int, int | None] = dict.fromkeys(rows)
    for version in sorted(_versions(connection, rows), key=lambda it: it.order, reverse=True):
        chain = next((it for it in chains if any(_alike(version, newer) for newer in it[-_LOOKED_BACK:])), None)
        if chain is None:
            chains.append([version])
        else:
            replaced[version.row] = chain[-1].row
            chain.append(version)
    return replaced


def _versions(connection: sqlite3.Connection, rows: Sequence[int]) -> Iterator[_Version]:
    """Yield articles as they arrived, with their places among the versions.

    A day that one of two does not state decides nothing between them: it stands with the newest that was there.
    """
    newest, latest = "", ""
    for row, article in sorted(read_articles(connection, rows).items()):
        front = read_front_matter(article.file, article.text)
        terms = held_terms(article.text[front.end if front else 0 :], article.language) - COMMON
        day = _stood_from(article) or newest
        if day > newest:
            newest, latest = day, ""
        saved = (article.source.saved if article.source else None) or (latest if day == newest else "")
        if day == newest:
            latest = max(latest, saved)
        yield _Version(row, (day, saved, row), terms)


def _stood_from(article: Article) -> str:
    """Return the day from which on a text stood: that of its last change, else of its publication; "" if not stated."""
    return max((it for it in (article.date, article.updated) if it and is_full(it)), default="")


def _alike(first: _Version, second: _Version) -> bool:
    fewer = min(len(first.terms), len(second.terms))
    return fewer > 0 and len(first.terms & second.terms) >= _SHARED * fewer
