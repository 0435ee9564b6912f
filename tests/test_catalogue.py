from dataclasses import dataclass
from pathlib import Path

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from qa.archive import Archive
from qa.catalogue import Catalogue, read_catalogue
from qa.filters import Filters
from qa.store.connection import reading

DATES = (0, 20201231, 20210101, 20221210)
OUTLETS = ("", "tass", "the herald")
PLACES = ("astana", "moscow", "paris")


@dataclass(frozen=True)
class Known:
    """One article as a reader of the oracle sees it."""

    date: int
    outlet: str
    places: frozenset[str]
    passages: int


def some(*names: str) -> st.SearchStrategy[frozenset[str]]:
    """Often none of them: a filter with every part set leaves nothing to compare."""
    return st.just(frozenset[str]()) | st.just(frozenset[str]()) | st.frozensets(st.sampled_from(names))


KNOWN = st.builds(
    Known, st.sampled_from(DATES), st.sampled_from(OUTLETS), st.frozensets(st.sampled_from(PLACES)), st.integers(0, 3)
)
FILTERS = st.builds(
    Filters,
    st.none() | st.sampled_from(DATES[1:]),
    st.none() | st.sampled_from(DATES[1:]),
    some("0.txt", "1.txt", "other.txt"),
    some(*OUTLETS[1:]),
    some(*PLACES),
)


def catalogue(articles: list[Known]) -> Catalogue:
    homes = [at for at, article in enumerate(articles) for _ in range(article.passages)]
    return Catalogue(
        files=tuple(f"{at}.txt" for at in range(len(articles))),
        dates=np.array([article.date for article in articles], dtype=np.int32),
        outlets=tuple(article.outlet for article in articles),
        places=tuple(article.places for article in articles),
        passage_rows=np.arange(len(homes), dtype=np.int64) + 100,
        passage_articles=np.array(homes, dtype=np.int32),
    )


def satisfies(article: Known, file: str, wanted: Filters) -> bool:
    if wanted.after is not None and not article.date >= wanted.after:
        return False
    if wanted.before is not None and not 0 < article.date <= wanted.before:
        return False
    if wanted.files and file not in wanted.files:
        return False
    if wanted.outlets and article.outlet not in wanted.outlets:
        return False
    return not wanted.places or any(place in wanted.places for place in article.places)


@given(st.lists(KNOWN, max_size=6), FILTERS)
@example([Known(0, "", frozenset(), 1)], Filters(before=20221210))
@example([Known(0, "", frozenset(), 1)], Filters(after=20201231))
def test_a_passage_may_be_found_exactly_when_its_article_satisfies_the_filter(
    articles: list[Known], wanted: Filters
) -> None:
    expected = [
        satisfies(article, f"{at}.txt", wanted) for at, article in enumerate(articles) for _ in range(article.passages)
    ]
    assert catalogue(articles).mask(wanted).tolist() == expected


@given(st.lists(KNOWN, max_size=6), FILTERS)
def test_the_undated_are_the_articles_that_only_the_dates_leave_out(articles: list[Known], wanted: Filters) -> None:
    others = Filters(files=wanted.files, outlets=wanted.outlets, places=wanted.places)
    expected = sum(
        bool(wanted.dated and article.passages and not article.date and satisfies(article, f"{at}.txt", others))
        for at, article in enumerate(articles)
    )
    assert catalogue(articles).undated(wanted) == expected


def test_a_catalogue_is_read_from_what_was_built(archive: Archive, tmp_path: Path) -> None:
    with reading(tmp_path / "index") as connection:
        read = read_catalogue(connection)
    at = {file: place for place, file in enumerate(read.files)}
    assert sorted(at) == ["border.txt", "music.txt", "trade.txt"]
    assert [read.dates[at[file]] for file in ("border.txt", "music.txt", "trade.txt")] == [0, 20200504, 20210303]
    assert read.outlets[at["trade.txt"]] == "example wire"
    assert read.places[at["trade.txt"]] == {"portville"}
    assert len(read.passage_rows) == len(read.passage_articles) == 6
