"""Leave out the lines that outlets print around their articles: found among the files of a build, kept in the index."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from qa.articles.around_reports import blanked, furniture_spans
from qa.articles.files import read_stored_article
from qa.articles.outlet_furniture import find_furniture, groups_of, groups_of_file, lines_of
from qa.build.reading_ahead import files_ahead
from qa.build.reading_process import Wanted
from qa.errors import ArticleUnreadable
from qa.index.store.article_files import each_file
from qa.index.store.furniture import Furniture, read_furniture, write_furniture
from qa.records import Dropped, ParsedArticle
from qa.settings import Settings

REASON = "outlet furniture"
_LOOKED_AT = 2_000
"""How many files are looked at, spread over the folder: some seconds, and enough for outlets with a hundredth of it."""
_OF_A_FILE = 200
_CHANGED = 5
"""Where a fifth of the files is new, furniture is looked for again."""


@dataclass(frozen=True, slots=True)
class FurnitureChange:
    """What a look for furniture changes."""

    files: frozenset[str] = frozenset()
    """Files whose articles are read otherwise now."""
    found: int = 0
    """How many lines are new."""


@dataclass(frozen=True, slots=True)
class OutletFurniture:
    """The lines that some articles have in common, and that are left out of them."""

    shared_by: str
    """By which articles: "outlet courier", "host courier.example" or "folder 2024"."""
    lines: tuple[str, ...]
    """In small letters."""


@dataclass(frozen=True, slots=True)
class KnownFurniture:
    """The furniture of an index."""

    lines: Furniture

    def leave_out(self, parsed: ParsedArticle, settings: Settings) -> ParsedArticle:
        """Return an article read without the furniture of its outlet; one that is nothing else stays as it is."""
        furniture = {line for group in groups_of(parsed.article) for line in self.lines.get(group, ())}
        spans = furniture_spans(parsed.article.text, furniture) if furniture else ()
        if not spans:
            return parsed
        text = parsed.article.text
        try:
            again = read_stored_article(replace(parsed.article, text=blanked(text, spans)), settings)
        except ArticleUnreadable:
            return parsed
        if not again.paragraphs:
            return parsed
        dropped = [*again.dropped, *(Dropped(it.start, it.end, REASON) for it in spans)]
        return ParsedArticle(
            replace(again.article, text=text), again.paragraphs, tuple(sorted(dropped, key=lambda it: it.start))
        )


def look_for_furniture(
    connection: sqlite3.Connection, folder: Path, files: Sequence[str], settings: Settings
) -> FurnitureChange:
    """Look for furniture among the files of a folder, and return what that changes.

    What was known of a group stays, for a sample may miss it.
    """
    known = read_furniture(connection)
    found = find_furniture([lines_of(it) for it in _sample(folder, files, settings)])
    merged = {group: {**known.get(group, {}), **found.get(group, {})} for group in {*known, *found}}
    changed = {group for group in merged if merged[group].keys() != known.get(group, {}).keys()}
    write_furniture(connection, merged)
    return FurnitureChange(_files_of(connection, changed), _count(merged) - _count(known))


def forget_furniture(connection: sqlite3.Connection) -> FurnitureChange:
    """Delete what is known of furniture, and return what that changes."""
    known = read_furniture(connection)
    write_furniture(connection, {})
    return FurnitureChange(_files_of(connection, known), 0)


def outlet_furniture(connection: sqlite3.Connection) -> tuple[OutletFurniture, ...]:
    """Return the furniture of each group, the commonest lines first."""
    return tuple(
        OutletFurniture(shared_by, tuple(sorted(lines, key=lambda line: (-lines[line], line))))
        for shared_by, lines in read_furniture(connection).items()
    )


def _count(furniture: Furniture) -> int:
    return len({line for lines in furniture.values() for line in lines})


def is_worth_looking(changed: int, files: int) -> bool:
    """Return whether so much of a folder is new that outlets or their furniture may be."""
    return changed * _CHANGED >= files


def _files_of(connection: sqlite3.Connection, groups: Collection[str]) -> frozenset[str]:
    """Return the files of the folder with articles of some groups."""
    if not groups:
        return frozenset()
    wanted = frozenset(groups)
    return frozenset(
        it.file for it in each_file(connection) if not wanted.isdisjoint(groups_of_file(it.file, it.outlet, it.url))
    )


def _sample(folder: Path, files: Sequence[str], settings: Settings) -> Iterator[ParsedArticle]:
    """Read some of the articles of a folder; those that cannot be read are named when they are ingested."""
    chosen = files[:: max(1, len(files) // _LOOKED_AT)]
    with files_ahead(Wanted(folder, settings), chosen) as ahead:
        for _ in chosen:
            try:
                first = islice(ahead.take().articles, _OF_A_FILE)
                yield from (it for it in first if isinstance(it, ParsedArticle))
            except ArticleUnreadable:
                continue
