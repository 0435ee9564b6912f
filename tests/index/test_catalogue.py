"""A catalogue that follows the archive says what one read afresh says, and both what the articles say."""

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.errors import IndexDamaged
from qa.index.catalogue import Catalogue, check_complete, read_catalogue
from qa.index.filters import Filters, date_number
from qa.index.store.articles import PassageRows, insert_article
from qa.index.store.changes import delete_article, start_changes
from qa.index.store.connection import reading
from qa.records import Article, Unknown
from tests.index.store.stored import STATE, in_memory

DATES = ("2020-12-31", "2021-01-01", "2022-12-10", "--12-10", None)
NUMBERS = st.none() | st.sampled_from([20201231, 20210101, 20221210])
OUTLETS = (None, "TASS", "The Herald", " the  herald")
PLACES = (None, "ASTANA", "ASTANA/MOSCOW", "Paris")
FILES = ("0.txt", "1.txt", "2.txt", "3.txt")


@dataclass(frozen=True)
class Known:
    """What an article states, and how many passages it has."""

    date: str | None
    outlet: str | None
    place: str | None
    passages: int

    @property
    def number(self) -> int:
        return date_number(self.date) or 0


@dataclass(frozen=True)
class Change:
    """An article that comes in place of the one of that file, or that goes, and whether the catalogue follows then."""

    file: str
    known: Known | None
    followed: bool


@dataclass(frozen=True)
class Placed:
    """A living article and the rows that its passages stand in."""

    known: Known
    rows: range


def some(*names: str) -> st.SearchStrategy[frozenset[str]]:
    """Often none of them: a filter with every part set leaves nothing to compare."""
    return st.just(frozenset[str]()) | st.just(frozenset[str]()) | st.frozensets(st.sampled_from(names))


KNOWN = st.builds(Known, st.sampled_from(DATES), st.sampled_from(OUTLETS), st.sampled_from(PLACES), st.integers(0, 3))
CHANGES = st.lists(
    st.builds(Change, st.sampled_from(FILES), st.none() | KNOWN | KNOWN | KNOWN, st.booleans()), max_size=12
)
FILTERS = st.builds(
    Filters,
    NUMBERS,
    NUMBERS,
    st.none() | NUMBERS,
    some(*FILES[:2], "other.txt"),
    some("tass", "the herald"),
    some("astana", "moscow"),
)


class World:
    """A database of articles without text, and what it holds, listed by hand."""

    def __init__(self) -> None:
        self.connection, self.articles, self.revision = in_memory(), dict[str, Placed](), 0
        self._next = 1
        start_changes(self.connection)

    def apply(self, change: Change) -> None:
        self.revision += 1
        delete_article(self.connection, change.file, self.revision)
        self.articles.pop(change.file, None)
        if (known := change.known) is not None:
            rows = range(self._next, self._next + known.passages)
            article = Article(change.file, "", change.file, date=known.date, outlet=known.outlet, place=known.place)
            insert_article(self.connection, article, "digest", PassageRows(rows.start, len(rows)))
            self.articles[change.file] = Placed(known, rows)
            self._next = rows.stop

    def expected(self, wanted: Filters) -> list[int]:
        return sorted(
            row
            for file, placed in self.articles.items()
            if satisfies(placed.known, file, wanted)
            for row in placed.rows
        )

    def undated(self, wanted: Filters) -> int:
        others, dated = replace(wanted, after=None, before=None, as_of=None), wanted.dated or wanted.as_of
        return sum(
            bool(dated and placed.rows and not placed.known.number and satisfies(placed.known, file, others))
            for file, placed in self.articles.items()
        )


def satisfies(article: Known, file: str, wanted: Filters) -> bool:
    if wanted.after is not None and not article.number >= wanted.after:
        return False
    if wanted.before is not None and not 0 < article.number <= wanted.before:
        return False
    if wanted.as_of is not None and not 0 < article.number <= wanted.as_of:
        return False
    if wanted.files and file not in wanted.files:
        return False
    if wanted.outlets and " ".join((article.outlet or "").split()).lower() not in wanted.outlets:
        return False
    places = {"ASTANA/MOSCOW": {"astana/moscow", "astana", "moscow"}}.get(
        article.place or "", {(article.place or "").lower()}
    )
    return not wanted.places or not places.isdisjoint(wanted.places)


def worlds(changes: list[Change]) -> tuple[World, Catalogue]:
    """Apply changes; the catalogue follows at some of them, and at the end."""
    world = World()
    catalogue, since = read_catalogue(world.connection), 0
    for change in changes:
        world.apply(change)
        if change.followed:
            catalogue, since = catalogue.updated(world.connection, since), world.revision
    return world, catalogue.updated(world.connection, since)


def masked(catalogue: Catalogue, wanted: Filters, connection: sqlite3.Connection) -> list[int]:
    found: list[int] = np.flatnonzero(catalogue.mask(wanted, connection)).tolist()
    return found


@given(CHANGES, FILTERS)
def test_a_passage_may_be_found_exactly_when_its_article_lives_and_satisfies_the_filter(
    changes: list[Change], wanted: Filters
) -> None:
    world, followed = worlds(changes)
    for catalogue in (followed, read_catalogue(world.connection)):
        assert masked(catalogue, wanted, world.connection) == world.expected(wanted)
        assert np.flatnonzero(catalogue.living_rows()).tolist() == world.expected(Filters())
        assert catalogue.passages == len(world.expected(Filters()))


@given(CHANGES, FILTERS)
@example([Change("0.txt", Known(None, None, None, 1), True)], Filters(before=20221210))
@example([Change("0.txt", Known(None, None, None, 1), False)], Filters(after=20201231))
def test_the_undated_are_the_articles_that_only_the_dates_leave_out(changes: list[Change], wanted: Filters) -> None:
    world, followed = worlds(changes)
    for catalogue in (followed, read_catalogue(world.connection)):
        assert catalogue.undated(wanted, world.connection) == world.undated(wanted)


@given(CHANGES, FILTERS)
def test_the_unknown_are_the_names_that_no_article_states(changes: list[Change], wanted: Filters) -> None:
    world, followed = worlds(changes)

    def vain(name: str, only: Filters) -> tuple[str, ...]:
        return () if any(satisfies(it.known, file, only) for file, it in world.articles.items()) else (name,)

    none: tuple[str, ...] = ()
    expected = Unknown(
        sum((vain(it, Filters(outlets=frozenset({it}))) for it in sorted(wanted.outlets)), none),
        sum((vain(it, Filters(places=frozenset({it}))) for it in sorted(wanted.places)), none),
        sum((vain(it, Filters(files=frozenset({it}))) for it in sorted(wanted.files)), none),
    )
    for catalogue in (followed, read_catalogue(world.connection)):
        assert catalogue.unknown(wanted, world.connection) == expected


@given(CHANGES)
def test_a_catalogue_knows_of_every_living_passage_whose_it_is(changes: list[Change]) -> None:
    world, followed = worlds(changes)
    fresh = read_catalogue(world.connection)
    for row in world.expected(Filters()):
        assert followed.articles[followed.article_of[row]] == fresh.articles[fresh.article_of[row]]
    assert followed.articles[followed.living].tolist() == fresh.articles.tolist()
    assert followed.names[0] == fresh.names[0] == ""
    assert set(fresh.names) <= set(followed.names)


@given(CHANGES)
def test_what_follows_leaves_what_was_before_as_it_was(changes: list[Change]) -> None:
    world, catalogue = worlds(changes)
    before = world.expected(Filters())
    world.apply(Change("9.txt", Known("2021-01-01", "Other", "Other", 2), followed=True))
    for file in FILES:
        world.apply(Change(file, None, followed=True))
    newer = catalogue.updated(world.connection, 0)
    assert np.flatnonzero(catalogue.living_rows()).tolist() == before
    assert newer.passages == 2
    assert "other" not in catalogue.names


def test_an_empty_archive_has_no_passage_and_every_filter_leaves_none() -> None:
    world, catalogue = worlds([])
    assert catalogue.passages == 0
    assert masked(catalogue, Filters(after=20210101, outlets=frozenset({"tass"})), world.connection) == []


@given(CHANGES)
def test_a_catalogue_knows_how_many_passages_each_article_has(changes: list[Change]) -> None:
    world, catalogue = worlds(changes)
    living = catalogue.living
    known = dict(zip(catalogue.articles[living].tolist(), catalogue.passages_each[living].tolist(), strict=True))
    rows = dict(world.connection.execute("SELECT file, id FROM article").fetchall())
    assert known == {rows[file]: len(placed.rows) for file, placed in world.articles.items()}
    assert len(catalogue.passages_each) == len(catalogue.articles)


def test_masks_are_the_callers_to_change() -> None:
    _, catalogue = worlds([Change("0.txt", Known(None, None, None, 2), followed=True)])
    catalogue.living_rows()[:] = False
    assert catalogue.passages == 2


@pytest.mark.parametrize(("articles", "passages"), [(1, 2), (2, 1), (2, 3), (3, 2), (0, 0)])
def test_missing_articles_and_passages_are_noticed(articles: int, passages: int) -> None:
    one = Known(None, None, None, 1)
    _, catalogue = worlds([Change(file, one, followed=True) for file in FILES[:2]])
    check_complete(catalogue, replace(STATE, articles=2, passages=2))
    with pytest.raises(IndexDamaged, match="2 articles and 2 passages are left.*qa build"):
        check_complete(catalogue, replace(STATE, articles=articles, passages=passages))


@pytest.mark.parametrize("change", ["date = '2021-01-01'", "outlet = 'x'", "place = NULL", "passages = 3", "first = 9"])
def test_a_changed_facet_is_noticed(change: str) -> None:
    world, before = World(), read_catalogue(in_memory())
    world.apply(Change("0.txt", Known("2022-12-10", "TASS", "ASTANA", 2), followed=True))
    world.connection.execute(f"UPDATE article SET {change}")  # noqa: S608
    with pytest.raises(IndexDamaged, match="row 1 of table article"):
        read_catalogue(world.connection)
    with pytest.raises(IndexDamaged, match="row 1 of table article"):
        before.updated(world.connection, 0)


def test_a_catalogue_is_read_from_what_was_built(archive: Archive, tmp_path: Path) -> None:
    with reading(tmp_path / "index") as connection:
        catalogue = read_catalogue(connection)
        files = dict(connection.execute("SELECT file, id FROM article").fetchall())
        at = {file: catalogue.articles.tolist().index(row) for file, row in files.items()}
        assert sorted(at) == ["border.txt", "music.txt", "trade.txt"]
        assert [catalogue.dates[at[file]] for file in sorted(at)] == [0, 20200504, 20210303]
        assert catalogue.names[catalogue.outlets[at["trade.txt"]]] == "example wire"
        assert catalogue.names[catalogue.places[at["trade.txt"]]] == "portville"
        assert catalogue.passages == 6
        owners = [catalogue.articles[catalogue.article_of[row]] for row in range(1, 7)]
        told = connection.execute("SELECT article FROM passage ORDER BY id").fetchall()
    assert [(row,) for row in owners] == told
