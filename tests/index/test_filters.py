import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.filters import Filters, date_number, date_of


@pytest.mark.parametrize(
    ("date", "number"),
    [("2022-12-10", 20221210), ("0987-01-02", 9870102), ("2022-12", None), ("--12-10", None), (None, None)],
)
def test_only_a_full_date_can_be_compared(date: str | None, number: int | None) -> None:
    assert date_number(date) == number


def test_dates_compare_as_their_numbers_do() -> None:
    dates = ["0987-12-31", "1999-12-31", "2000-01-01", "2022-02-10", "2022-10-02", "2022-10-10"]
    assert sorted(dates, key=lambda date: date_number(date) or 0) == dates


@given(st.dates())
def test_a_date_comes_back_from_its_number(date: datetime.date) -> None:
    stated = date.isoformat()
    assert date_of(date_number(stated) or 0) == stated


@pytest.mark.parametrize(
    ("wanted", "dated", "empty"),
    [
        (Filters(), False, True),
        (Filters(after=20200101), True, False),
        (Filters(before=20200101), True, False),
        (Filters(files=frozenset({"a.txt"})), False, False),
        (Filters(outlets=frozenset({"tass"})), False, False),
        (Filters(places=frozenset({"paris"})), False, False),
    ],
)
def test_a_filter_knows_whether_it_asks_for_a_date_or_for_anything(wanted: Filters, dated: bool, empty: bool) -> None:
    assert (wanted.dated, wanted.empty) == (dated, empty)
