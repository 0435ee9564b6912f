import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.author_list import authors


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Ann Lee and Bo Carr", ("Ann Lee", "Bo Carr")),
        ("Ann Lee, Bo Carr, and Cy Dunn", ("Ann Lee", "Bo Carr", "Cy Dunn")),
        ("Ann Lee, Bo Carr and Prachi", ("Ann Lee", "Bo Carr", "Prachi")),
        ("Ann Lee with Bo Carr", ("Ann Lee", "Bo Carr")),
        ("Ann Lee & Bo Carr", ("Ann Lee", "Bo Carr")),
        ("Ann Lee, Jr., Bo Carr, PhD and Cy Dunn III", ("Ann Lee, Jr.", "Bo Carr, PhD", "Cy Dunn III")),
        ("Ann Lee Jr. and Bo Carr", ("Ann Lee Jr.", "Bo Carr")),
        ("Ann Lee, political editor, and Bo Carr", ("Ann Lee, political editor", "Bo Carr")),
        ("Lee, Ann and Carr, Bo", ("Lee, Ann", "Carr, Bo")),
        ("Lee, Ann; Carr, Bo", ("Lee, Ann", "Carr, Bo")),
        ("Hans Müller und Eva Braun-Lenz", ("Hans Müller", "Eva Braun-Lenz")),
        ("Иван Петров и Анна Ли", ("Иван Петров", "Анна Ли")),
        ("И. Петров, А. Ли", ("И. Петров", "А. Ли")),
        ("Айгүл Нұрлан және Асан Ермек", ("Айгүл Нұрлан", "Асан Ермек")),
        ("Айгүл Нұрлан пен Асан Ермек", ("Айгүл Нұрлан", "Асан Ермек")),
        ("Reuters and Ann Lee", ("Reuters", "Ann Lee")),
        ("Reuters and Agencies", ("Reuters", "Agencies")),
        ("ANN LEE AND BO CARR", ("ANN LEE", "BO CARR")),
    ],
)
def test_each_author_of_a_list_is_named(stated: str, names: tuple[str, ...]) -> None:
    assert authors(stated) == names


@pytest.mark.parametrize(
    "stated",
    [
        "Ann Lee",
        "Lee, Ann",
        "Lee, Ann, PhD",
        "Ann Lee, Jr.",
        "Ann Lee, PhD",
        "Ann van der Berg",
        "José Ortega y Gasset",
        "Ministry of Culture and Sport",
        "Department for Culture, Media and Sport",
        "Food and Drug Administration",
        "Министерство культуры и спорта",
        "Johnson & Johnson",
        "Trade Policy and Security Centre",
        "the foreign desk and friends",
        "",
    ],
)
def test_a_single_name_or_an_organisation_is_one(stated: str) -> None:
    assert authors(stated) == (stated,)


@given(st.lists(st.sampled_from(["Ann Lee", "Bo", " and ", ", ", "Jr.", "&", " ", "и", "PhD", "Reuters"])).map("".join))
def test_no_name_is_lost_or_made_up(stated: str) -> None:
    at = 0
    for name in authors(stated):
        at = stated.index(name.split(",")[0], at)
    assert "".join(authors(stated)) == stated or len(authors(stated)) > 1
