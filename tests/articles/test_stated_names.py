import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.articles.stated_names import commonest, fold, places_in, shown_name, shown_places


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
        ("CAFE\u0301", "cafe"),
        ("İzmir Postası", fold("Izmir Postasi")),
        ("I\u0307zmir", "izmir"),
        ("Звёзды", "звезды"),
        ("Михаи\u0301л", "михаил"),
        ("ΑΘΗΝΑ", fold("Αθήνα")),
        ("إسرائيل", fold("اسرائيل")),
        ("Қазақ", "қазақ"),
        ("Май", "май"),
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


@given(st.text() | st.text(alphabet="&#;amplt38x \u0301e/"))
def test_a_name_is_shown_as_it_is_compared_but_for_its_case(stated: str) -> None:
    assert fold(shown_name(stated)) == fold(stated)
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
    assert {fold(name) for name in shown_places(place)} <= set(places_in(fold(place)))


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 4), min_size=1))
def test_the_commonest_spelling_is_chosen_and_of_equals_always_the_same(spellings: dict[str, int]) -> None:
    chosen = commonest(spellings)
    assert spellings[chosen] == max(spellings.values())
    assert commonest(dict(reversed(spellings.items()))) == chosen
