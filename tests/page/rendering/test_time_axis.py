"""What stands on the axes of a timeline: round numbers, and years that do not touch."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.page.rendering.time_axis import YearMark, ticks, year_marks


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (1, (1,)), (2, (1, 2)), (3, (1, 2)), (7, (3, 6)), (9, (4, 8)), (10, (5, 10)), (59, (20, 40)), (100, (50, 100)),
        (555, (200, 400)), (1_999, (500, 1_000)),
    ],
)  # fmt: skip
def test_one_or_two_round_numbers_stand_on_the_scale(most: int, shown: tuple[int, ...]) -> None:
    assert ticks(most) == shown


@given(st.integers(1, 10**9))
def test_the_greatest_number_of_the_scale_is_at_least_half_of_the_tallest_bar(most: int) -> None:
    assert most / 2 <= ticks(most)[-1] <= most


def marks(*places: int) -> list[YearMark]:
    return [YearMark(at, f"{1990 + number}") for number, at in enumerate(places)]


def test_years_with_room_are_all_written() -> None:
    assert year_marks(marks(0, 12, 24), 36, 200) == tuple(marks(0, 12, 24))


def test_a_year_that_the_next_one_would_touch_is_left_out() -> None:
    assert [it.at for it in year_marks(marks(0, 1, 13), 25, 200)] == [1, 13]


def test_the_last_year_is_written_even_where_it_has_no_room_to_its_right() -> None:
    last = year_marks(marks(0, 12, 35), 36, 200)[-1]
    assert (last.at, last.at_end) == (35, True)


@given(st.lists(st.integers(0, 200), min_size=1, unique=True), st.integers(1, 50), st.integers(150, 900))
def test_no_two_years_touch(places: list[int], more: int, pixels: int) -> None:
    every = max(places) + more
    kept = year_marks(marks(*sorted(places)), every, pixels)
    width = 36 / pixels * every
    starts = [every - width if it.at_end else it.at for it in kept]
    assert kept[-1].at == max(places)
    assert all(after - before >= width - 1e-9 for before, after in pairwise(starts))
