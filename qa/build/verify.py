"""Check an index against what was written: every row of its database, and every file derived from it."""

import sqlite3
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qa.errors import DerivedDamaged, IndexDamaged
from qa.index.catalogue import check_complete, check_counts, read_catalogue
from qa.index.derived_files import CATALOGUE, VECTORS, WORDS, Derived
from qa.index.files import Digests
from qa.index.store.articles import each_article, next_row
from qa.index.store.connection import reading
from qa.index.store.passages import each_passage
from qa.index.store.schema import SCHEMA, State, check_row, damaged
from qa.index.store.state import read_digests, read_state, require_state


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of an index found."""

    revision: int | None
    """None where not even that could be read."""
    articles: int
    passages: int
    files: int
    """How many files were checked."""
    problems: tuple[str, ...]
    """What is not as it was written, each with its remedy."""
    notes: tuple[str, ...]
    """What could not be checked, and why."""


def verify_index(index: Path) -> Verification:
    """Check every row, the trees that lead to the rows, and every derived file of an index; nothing is changed.

    Raises:
        IndexMissing, IndexIncompatible: there is nothing to check.
    """
    problems, notes = list[str](), list[str]()
    state, files = None, 0
    try:
        with reading(index) as connection:
            state = _rows(connection, index)
            broken, files = _derived(connection, index, state)
        if broken and _moved_on(index, state):
            notes.append("a build has ended meanwhile: the files of its revision were not checked, run it again")
        else:
            problems += broken
    except IndexDamaged as error:
        problems.append(str(error))
    return Verification(
        revision=state.revision if state else None,
        articles=state.articles if state else 0,
        passages=state.passages if state else 0,
        files=files + 1,
        problems=tuple(problems),
        notes=tuple(notes),
    )


def _rows(connection: sqlite3.Connection, index: Path) -> State:
    """Check the tables, the trees that lead to their rows, and every row."""
    problems = [text for (text,) in connection.execute("PRAGMA integrity_check")]
    if problems != ["ok"]:
        damaged("; ".join(problems[:3]).replace("\n", " "))
    expected = sqlite3.connect(":memory:")
    expected.executescript(SCHEMA)
    tables = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    if connection.execute(tables).fetchall() != expected.execute(tables).fetchall():
        damaged("its tables are not those that were declared")
    expected.close()
    state = require_state(connection, index)
    check_complete(read_catalogue(connection), state)
    for table in ("removed", "history", "derived", "skipped", "version", "furniture"):
        for row, *columns, expected in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608
            check_row(table, row, expected, *columns)
    for table in ("article", "passage"):
        (last,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()  # noqa: S608
        if next_row(connection, table) <= last:
            damaged(f"the rows of table {table} go beyond the last one that was ever given")
    check_counts(sum(1 for _ in each_article(connection)), sum(1 for _ in each_passage(connection)), state)
    return state


def _moved_on(index: Path, state: State) -> bool:
    """Return whether there is a newer revision by now, whose build has removed the files of this one."""
    with reading(index) as connection:
        return read_state(connection) != state


def _derived(connection: sqlite3.Connection, index: Path, state: State) -> tuple[list[str], int]:
    """Check the files derived from the database; give what is wrong with them, and how many there are."""
    derived, digests, problems = Derived(index, state, read_digests(connection)), Digests(), list[str]()

    def catalogue() -> None:
        check_complete(CATALOGUE.open(derived, digests).updated(connection, state.compacted), state)

    for check in (catalogue, partial(VECTORS.open, derived, digests), partial(WORDS.open, derived, digests)):
        try:
            check()
        except DerivedDamaged as error:
            problems.append(f"{error}: the next question rebuilds it from the database, or `qa compact` does so now")
    return problems, len(derived.digests)
