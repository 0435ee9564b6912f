"""A name in one line with a date, or directly above it, is a person's, a place's or a paper's by its own words."""

import pytest

from qa.articles.person_or_place import sort_name

from .test_heads import DAY, TITLE, head

PEOPLE = (
    "Ann Lee, 18 June 2021", "18 June 2021, Sarah Connor", "Mary-Ann Jones, 18 June 2021", "J. R. Carr, 18 June 2021",
    "Ann Lee 18 June 2021", "Ann Lee and Bo Carr, 18 June 2021", "Ann Lee, Bo Carr, 18 June 2021",
    "Иван Петров, 18 июня 2021", "18 июня 2021, Иван Петров", "Иван Петров 18.06.2021 10:15", "И. Петров, 18 июня 2021",
    "Петров И.И., 18 июня 2021", "Иванова Мария, 18 июня 2021", "Сергей Королёв 18 июня 2021 г.",
    "Мақсат Әбдіров, 18 маусым 2021", "Айгүл Нұрланова, 2021 жылғы 18 маусым", "Асан Ермекұлы, 18 маусым 2021",
    "Ержан Қасымов 18.06.2021", "ИВАН ПЕТРОВ, 18 июня 2021",
)  # fmt: skip


@pytest.mark.parametrize("line", PEOPLE)
def test_a_person_beside_the_date_is_the_author_and_no_place(line: str) -> None:
    article = head(TITLE, line)
    assert (article.date, article.place) == (DAY, None)
    assert article.author is not None
    assert article.author in line


@pytest.mark.parametrize(
    "place",
    ["New York", "Saint Petersburg", "Hong Kong", "Buenos Aires", "Cape Town", "Нижний Новгород", "Великий Устюг",
     "Набережные Челны", "Ростов-на-Дону", "Сергиев Посад", "Шығыс Қазақстан", "Алматы облысы", "New Delhi, India",
     "Velden, Austria", "Washington, D.C.", "Velden"],
)  # fmt: skip
def test_a_place_of_two_words_beside_the_date_is_no_author(place: str) -> None:
    article = head(TITLE, f"{place}, 18 June 2021")
    assert (article.date, article.place, article.author) == (DAY, place, None)


@pytest.mark.parametrize(
    ("line", "author", "place"),
    [
        ("Ann Lee, Velden, 18 June 2021", "Ann Lee", "Velden"),
        ("Velden, Ann Lee, 18 June 2021", "Ann Lee", "Velden"),
        ("Мария Иванова, Москва, 18 июня 2021", "Мария Иванова", "Москва"),
        ("Ann Lee, political editor, 18 June 2021", "Ann Lee", None),
    ],
)
def test_a_person_and_a_place_beside_the_date_are_parted(line: str, author: str, place: str | None) -> None:
    article = head(TITLE, line)
    assert (article.date, article.author, article.place) == (DAY, author, place)


@pytest.mark.parametrize("name", ["Usti Kamen", "Zadie Kwan", "Каменск Уральский"])
def test_a_name_that_may_be_either_is_neither_and_hides_no_date(name: str) -> None:
    article = head(TITLE, f"{name}, 18 June 2021")
    assert (article.date, article.author, article.place) == (DAY, None, None)


@pytest.mark.parametrize("paper", ["Коммерсантъ", "Ведомости", "Новая газета", "The Guardian", "Егемен Қазақстан"])
def test_a_paper_beside_the_date_is_the_outlet_and_no_place(paper: str) -> None:
    article = head(TITLE, f"{paper}, 18 June 2021")
    assert (article.date, article.outlet, article.place, article.author) == (DAY, paper, None, None)


@pytest.mark.parametrize("line", ["New York", "New York | 18 June 2021"])
def test_a_place_above_the_date_or_behind_a_mark_is_no_author(line: str) -> None:
    lines = [line] if "2021" in line else [line, "18 June 2021"]
    article = head(TITLE, *lines)
    assert (article.date, article.place, article.author) == (DAY, "New York", None)


@pytest.mark.parametrize("line", ["Dam Opens 18 June 2021", "New Dam 18 June 2021"])
def test_words_with_capitals_before_a_date_are_no_name(line: str) -> None:
    assert head(TITLE, line).date is None


@pytest.mark.parametrize("name", ["", "Lee", "Harbour Shut", "Frankfurt am Main", "the old town", "Vila Nova"])
def test_words_that_do_not_say_it_name_no_person(name: str) -> None:
    assert sort_name(name) != "person"
