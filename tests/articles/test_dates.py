import datetime

import pytest

from qa.articles.dates import as_stated, full_date, is_date


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2022-12-10", "10 December 2022"),
        ("2023-04-01", "1 April 2023"),
        ("2022-12", "December 2022"),
        ("--10-06", "6 October, year not stated"),
        (None, "undated"),
        ("spring 1998", "spring 1998"),
    ],
)
def test_a_date_is_said_as_stated_and_never_guessed(date: str | None, words: str) -> None:
    assert as_stated(date) == words


def test_a_machine_reads_full_dates_months_and_days_without_a_year() -> None:
    assert all(map(is_date, ("2022-12-10", "2022-12", "--12-10")))
    assert not any(map(is_date, ("spring 1998", "2022-13", "2022", None)))


@pytest.mark.parametrize("partial", ["--12-10", "2022-12", "2022-02-31", "spring 1998", "", None])
def test_only_a_date_with_its_year_is_a_day(partial: str | None) -> None:
    assert full_date("2022-12-10") == datetime.date(2022, 12, 10)
    assert full_date(partial) is None
