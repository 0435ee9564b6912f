import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.dates import as_stated
from qa.page.words.english import ENGLISH
from qa.page.words.kazakh import KAZAKH
from qa.page.words.russian import RUSSIAN


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 статей"),
        (1, "1 статья"),
        (2, "2 статьи"),
        (5, "5 статей"),
        (11, "11 статей"),
        (12, "12 статей"),
        (21, "21 статья"),
        (104, "104 статьи"),
        (2124, "2\u00a0124 статьи"),
        (1_000_000, "1\u00a0000\u00a0000 статей"),
    ],
)
def test_russian_counts_as_russians_do(count: int, said: str) -> None:
    assert RUSSIAN.locale.counted(count, RUSSIAN.articles) == said


def test_english_and_kazakh_count_as_they_do() -> None:
    assert ENGLISH.locale.counted(1, ENGLISH.articles) == "1 article"
    assert ENGLISH.locale.counted(2124, ENGLISH.articles) == "2,124 articles"
    assert KAZAKH.locale.counted(21, KAZAKH.articles) == "21 мақала"


@pytest.mark.parametrize(
    ("stated", "english", "russian", "kazakh"),
    [
        ("2022-12-10", "10 December 2022", "10 декабря 2022", "2022 жылғы 10 желтоқсан"),
        ("--10-22", "22 October, year not stated", "22 октября, год не указан", "22 қазан, жылы көрсетілмеген"),
        ("2022-12", "December 2022", "декабрь 2022", "2022 жылғы желтоқсан"),
        ("2022", "2022", "2022", "2022"),
        (None, "undated", "без даты", "күні көрсетілмеген"),
        ("soon", "soon", "soon", "soon"),
    ],
)
def test_a_date_is_said_as_stated_and_a_missing_year_is_said(
    stated: str | None, english: str, russian: str, kazakh: str
) -> None:
    assert [it.locale.date(stated) for it in (ENGLISH, RUSSIAN, KAZAKH)] == [english, russian, kazakh]


def test_tenths_are_written_as_the_language_writes_them() -> None:
    assert [it.locale.tenths(1234.56) for it in (ENGLISH, RUSSIAN, KAZAKH)] == [
        "1,234.6",
        "1\u00a0234,6",
        "1\u00a0234,6",
    ]
    assert [it.locale.decimals(-0.16, 3) for it in (ENGLISH, RUSSIAN, KAZAKH)] == ["-0.160", "-0,160", "-0,160"]


@given(st.dates() | st.none())
def test_english_dates_are_said_as_in_the_shell(day: object) -> None:
    stated = None if day is None else str(day)
    assert ENGLISH.locale.date(stated) == as_stated(stated)


def test_the_days_that_an_archive_spans() -> None:
    assert ENGLISH.locale.date_range("2022-12-10", "2023-04-11") == "10 December 2022 to 11 April 2023"
    assert RUSSIAN.locale.date_range("2022-12-10", "2022-12-10") == "10 декабря 2022"
    assert KAZAKH.locale.date_range(None, None) is None


def test_days_of_one_month_name_it_once() -> None:
    assert ENGLISH.locale.date_range("2022-12-05", "2022-12-10") == "5–10 December 2022"
    assert RUSSIAN.locale.date_range("2022-12-05", "2022-12-10") == "5–10 декабря 2022"
    assert KAZAKH.locale.date_range("2022-12-05", "2022-12-10") == "2022 жылғы 5–10 желтоқсан"
    assert ENGLISH.locale.date_range("2021-12-05", "2022-12-10") == "5 December 2021 to 10 December 2022"


def test_a_probability_is_never_said_as_a_certainty_in_any_language() -> None:
    assert [RUSSIAN.locale.percent(it) for it in (0.001, 0.84, 0.999)] == ["менее 1%", "84%", "более 99%"]
    assert [KAZAKH.locale.percent(it) for it in (0.001, 0.84, 0.999)] == ["1%-дан аз", "84%", "99%-дан көп"]
