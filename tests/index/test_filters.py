import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.index.filters import Filters, commonest, date_number, date_of, fold, places_in, shown_name, shown_places


@pytest.mark.parametrize(
    ("date", "number"), [("2022-12-10", 20221210), ("0987-01-02", 9870102), ("--12-10", None), (None, None)]
)
def test_only_a_full_date_can_be_compared(date: str | None, number: int | None) -> None:
    assert date_number(date) == number


def test_dates_compare_as_their_numbers_do() -> None:
    dates = ["0987-12-31", "1999-12-31", "2000-01-01", "2022-02-10", "2022-10-02", "2022-10-10"]
    assert sorted(dates, key=lambda date: date_number(date) or 0) == dates


@pytest.mark.parametrize(
    ("stated", "folded"),
    [
        ("The Herald", "the herald"),
        ("  The \n Herald ", "the herald"),
        ("STRASSE", fold("straße")),
        (None, ""),
        (" ", ""),
        ("AT&amp;T News", "at&t news"),
        ("AT&amp;amp;T News", "at&t news"),
        ("CAFE\u0301", "café"),
        ("Voice\u200b\u00a0of \u202eAmerica", "voice of america"),
        ("&nbsp;", ""),
    ],
)
def test_names_match_whatever_their_case_and_space_and_way_of_writing(stated: str | None, folded: str) -> None:
    assert fold(stated) == folded


@given(st.text() | st.text(alphabet="&#;amplt38x \u0301e"))
def test_a_name_matches_what_is_shown_of_it(stated: str) -> None:
    assert fold(plain(stated)) == fold(stated)


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("ASTANA/MOSCOW", ("astana/moscow", "astana", "moscow")),
        ("ASTANA / MOSCOW", ("astana / moscow", "astana", "moscow")),
        ("Paris", ("paris",)),
        ("Paris/", ("paris/", "paris")),
        ("", ()),
        (None, ()),
    ],
)
def test_a_place_answers_to_the_whole_and_to_each_of_its_names(place: str | None, names: tuple[str, ...]) -> None:
    assert places_in(fold(place)) == names


@given(st.dates())
def test_a_date_comes_back_from_its_number(date: datetime.date) -> None:
    stated = date.isoformat()
    assert date_of(date_number(stated) or 0) == stated


@given(st.text() | st.text(alphabet="&#;amplt38x \u0301e/"))
def test_a_name_is_shown_as_it_is_compared_but_for_its_case(stated: str) -> None:
    assert shown_name(stated).casefold() == fold(stated)
    assert shown_name(shown_name(stated)) == shown_name(stated)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("ASTANA/MOSCOW", ("ASTANA", "MOSCOW")),
        (" Astana &#47; Moscow ", ("Astana", "Moscow")),
        ("Paris/", ("Paris",)),
        ("/", ("/",)),
        (" ", ()),
        (None, ()),
    ],
)
def test_each_place_that_is_stated_is_shown(place: str | None, shown: tuple[str, ...]) -> None:
    assert shown_places(place) == shown


@given(st.text(alphabet="aÀß/ &;") | st.text())
def test_a_place_is_found_by_each_name_that_is_shown_of_it(place: str) -> None:
    assert {name.casefold() for name in shown_places(place)} <= set(places_in(fold(place)))


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 4), min_size=1))
def test_the_commonest_spelling_is_chosen_and_of_equals_always_the_same(spellings: dict[str, int]) -> None:
    chosen = commonest(spellings)
    assert spellings[chosen] == max(spellings.values())
    assert commonest(dict(reversed(spellings.items()))) == chosen


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
