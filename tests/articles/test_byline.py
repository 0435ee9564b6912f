"""Lines that say who wrote an article, each read by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.byline import Byline, read_byline, read_signature


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By JANE DOE", "JANE DOE", None),
        ("By Jane Doe and John Roe, Reuters", "Jane Doe and John Roe", "Reuters"),
        ("By Jane Doe, John Roe and Ali Khan", "Jane Doe, John Roe and Ali Khan", None),
        ("By Jane Doe, John Roe, and Ali Khan", "Jane Doe, John Roe, and Ali Khan", None),
        ("By Jane Doe & John Roe", "Jane Doe & John Roe", None),
        ("By Jane Doe with John Roe", "Jane Doe with John Roe", None),
        ("By Jane van der Roe in Almaty", "Jane van der Roe", None),
        ("By Jane Doe in Almaty and John Roe in Oral", "Jane Doe and John Roe", None),
        ("By Jane Doe, BBC News", "Jane Doe", "BBC News"),
        ("By Jane Doe | Reuters", "Jane Doe", "Reuters"),
        ("By Jane Doe Associated Press", "Jane Doe", "Associated Press"),
        ("By Jane Doe, Associated Press Writer", "Jane Doe", "Associated Press"),
        ("By Jane Doe for Dam Weekly", "Jane Doe", "Dam Weekly"),
        ("By Jane Doe of the Dam Weekly", "Jane Doe", "Dam Weekly"),
        ("By John Roe Jr.", "John Roe Jr.", None),
        ("By John Roe, Jr. and Jane Doe", "John Roe, Jr. and Jane Doe", None),
        ("By John Roe III", "John Roe III", None),
        ("By Jane Doe, PhD", "Jane Doe", None),
        ("By Jane Doe, M.D., special to The Times", "Jane Doe", "The Times"),
        ("By Jane Doe (@janedoe)", "Jane Doe", None),
        ("By Jane Doe, jane.doe@example.org", "Jane Doe", None),
        ("By Jane Doe, senior reporter", "Jane Doe", None),
        ("By Jane Doe Health correspondent, BBC News", "Jane Doe", "BBC News"),
        ("By Hassan al-Rashid", "Hassan al-Rashid", None),
        ("By Siobhán O’Hara and J.K. Roe", "Siobhán O’Hara and J.K. Roe", None),
        ("By Reuters", None, "Reuters"),
        ("By The Associated Press", None, "The Associated Press"),
        ("Words by Jane Doe, photographs by John Roe", "Jane Doe", None),
        ("Автор: Иван Петров", "Иван Петров", None),
        ("Автор — Иван Петров, корреспондент ТАСС", "Иван Петров", "ТАСС"),
        ("Текст: Иван Петров. Фото: Анна Ким", "Иван Петров", None),
        ("Авторы: Иван Петров и Анна Ким", "Иван Петров и Анна Ким", None),
        ("Мәтін: Айгүл Нұрланова, тілші", "Айгүл Нұрланова", None),
        ("By Jane Doe, Chief Foreign Correspondent, in Oral", "Jane Doe", None),
        ("By Jane Doe, Senior Political Reporter", "Jane Doe", None),
        ("By Jane Doe, Middle East Correspondent", "Jane Doe", None),
        ("By Jane Doe, political editor, and John Roe", "Jane Doe and John Roe", None),
        ("By Jane Doe, M.D., and John Roe", "Jane Doe and John Roe", None),
        ("By Jane Doe, health editor, John Roe, and Ali Khan", "Jane Doe, John Roe, and Ali Khan", None),
        ("By Jane Doe, MP for Velden", "Jane Doe", None),
        ("By Jane Doe MP for Velden", "Jane Doe", None),
        ("By Jane Doe, Minister for Health", "Jane Doe", None),
        ("By Jane Doe, reporter for Dam Weekly", "Jane Doe", "Dam Weekly"),
        ("By Jane Doe <jane@example.org>, John Roe <john@example.org>", "Jane Doe, John Roe", None),
        ("Written and photographed by Jane Doe", "Jane Doe", None),
        ("Words and pictures: Jane Doe", "Jane Doe", None),
        ("Reporter: A. Lee", "A. Lee", None),
        ("Автор статьи: Иван Петров", "Иван Петров", None),
        ("Автор текста — Иван Петров", "Иван Петров", None),
        ("Авторы материала: И. Петров, А. Ли", "И. Петров, А. Ли", None),
        ("Текст и фото: Иван Петров", "Иван Петров", None),
        ("Фото и текст: Иван Петров", "Иван Петров", None),
        ("Мақала авторы: Айгүл Нұрланова", "Айгүл Нұрланова", None),
        ("Мәтін және сурет: Айгүл Нұрланова", "Айгүл Нұрланова", None),
        ("(Reporting by Jane Doe; Editing by John Roe)", "Jane Doe", None),
        ("Editing by John Roe", None, None),
    ],
)
def test_a_byline_says_who_wrote_and_for_whom(line: str, author: str | None, outlet: str | None) -> None:
    assert read_byline(line) == Byline(author, outlet)


@pytest.mark.parametrize(
    "line",
    ["By accident or design", "By the time he came, it was over", "By Jane Doe, the train was late", "By Prachi",
     "Text messages rule", "Words Matter Most", "Author Unknown", "Bypass reopens", "Von Trier wins again"],
)  # fmt: skip
def test_a_headline_that_begins_like_a_byline_is_none(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("Jane Doe", "Jane Doe", None),
        ("Jane Doe, John Roe", "Jane Doe, John Roe", None),
        ("Jane Doe, BBC News", "Jane Doe", "BBC News"),
        ("Jane Doe | Dam News", "Jane Doe", "Dam News"),
        ("Jane Doe in Oral", "Jane Doe", None),
        ("Health editor Jane Doe", "Jane Doe", None),
        ("BBC health editor Jane Doe", "Jane Doe", "BBC"),
        ("Jane Doe health editor", "Jane Doe", None),
        ("Opinion by Jane Doe", "Jane Doe", None),
        ("Иван ПЕТРОВ", "Иван ПЕТРОВ", None),
        ("Иван Петров, «Курсор»", "Иван Петров", "Курсор"),
        ("Корреспондент ТАСС Иван Петров", "Иван Петров", "ТАСС"),
        ("Беседовала Анна Ким", "Анна Ким", None),
        ("Айгүл Нұрланова пен Иван Петров", "Айгүл Нұрланова пен Иван Петров", None),
        ("Дайындаған: Айгүл Нұрланова", "Айгүл Нұрланова", None),
        ("Von Eva Müller und Hans Roth", "Eva Müller und Hans Roth", None),
        ("Par Jeanne Roux, envoyée", "Jeanne Roux", None),
        ("Записала Анна Ким", "Анна Ким", None),
        ("Интервью вела Анна Ким", "Анна Ким", None),
        ("Подготовил материал Иван Петров", "Иван Петров", None),
        ("Материалды дайындаған Айгүл Нұрланова", "Айгүл Нұрланова", None),
        ("Жазып алған Айгүл Нұрланова", "Айгүл Нұрланова", None),
        ("From Jane Doe in Oral", "Jane Doe", None),
        ("From Moscow", None, None),
        ("From New York", None, None),
        ("From our correspondent", None, None),
        ("Текст Иван Петров, фото Анна Ким", "Иван Петров", None),
        ("Words Jane Doe, pictures John Roe", "Jane Doe", None),
        ("Graphic: Ann Lee", None, None),
        ("Интервью: Иван Петров", None, None),
        ("Перевела Анна Ким", None, None),
        ("By Staff", None, None),
        ("By Newsroom", None, None),
        ("Автор: Редакция", None, None),
        ("By Wire Services", None, None),
        ("By Prachi", "Prachi", None),
        ("By KTXN", None, "KTXN"),
        ("Business reporter, BBC News", None, "BBC News"),
    ],
)
def test_beside_a_date_a_name_needs_no_by(line: str, author: str | None, outlet: str | None) -> None:
    assert read_signature(line) == Byline(author, outlet)


@pytest.mark.parametrize(
    "line",
    ["Harbour shut", "Storm of the century, they say", "Local life", "What we know so far", "World", "Read more"],
)
def test_beside_a_date_a_line_that_names_nobody_is_no_byline(line: str) -> None:
    assert read_signature(line) is None


@given(st.text(alphabet="ByJaneDo .,:|/()@&-«»Автор", max_size=160))
def test_any_line_is_read_as_a_byline_without_failing(line: str) -> None:
    for found in (read_byline(line), read_signature(line)):
        assert found is None or found.author != ""
