"""Which version of an article stands, now and on a day, compared with looking at every one."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.index.versions import Versions

DAYS = st.lists(st.integers(0, 5), min_size=1, max_size=12)


@st.composite
def chains(draw: st.DrawFn) -> tuple[list[int], list[list[int]]]:
    """Draw a day for each article, 0 for none, and chains of versions, oldest first, in the order of days and rows.

    One without a day stands with the newest that was there before it.
    """
    days = draw(DAYS)
    labels = draw(st.lists(st.integers(0, 3), min_size=len(days), max_size=len(days)))
    rows = sorted(range(len(days)), key=lambda place: (days[place] or max(days[:place], default=0), place))
    return days, [[row + 1 for row in rows if labels[row] == label] for label in range(4)]


def versions(made: list[list[int]]) -> Versions:
    return Versions({older: newer for chain in made for older, newer in pairwise(chain)})


@given(chains())
def test_of_each_chain_the_last_stands(drawn: tuple[list[int], list[list[int]]]) -> None:
    days, made = drawn
    articles = np.arange(1, len(days) + 1)
    standing = articles[versions(made).standing(articles)].tolist()
    assert standing == sorted(chain[-1] for chain in made if chain)


@given(chains(), st.integers(1, 5))
def test_on_a_day_the_last_of_each_chain_that_was_there_stands(
    drawn: tuple[list[int], list[list[int]]], as_of: int
) -> None:
    days, made = drawn
    articles = np.arange(1, len(days) + 1)
    found = articles[versions(made).standing_on(articles, np.array(days, dtype=np.int32), as_of)].tolist()
    there = [[row for row in chain if 0 < days[row - 1] <= as_of] for chain in made]
    assert found == sorted(chain[-1] for chain in there if chain)


@given(chains())
def test_the_versions_before_and_the_newest_are_found_from_any(drawn: tuple[list[int], list[list[int]]]) -> None:
    _days, made = drawn
    known = versions(made)
    for chain in made:
        for place, row in enumerate(chain):
            assert known.newest(row) == chain[-1]
            assert known.before(row) == chain[:place][::-1]
