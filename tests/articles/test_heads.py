"""The heads of whole articles: what a line says, and what it must not hide or displace."""

import pytest

from qa.articles.parsing import read_article
from qa.records import Article
from tests.articles.parsed import paragraphs

TITLE = "Dam above the town passes its test"
REPORT = """
The dam has passed its test, the engineers of the town said after they had walked along it for a day.

It was built in 1967 and holds back two million cubic metres of water.
"""
DAY = "2021-06-18"


def head(*lines: str) -> Article:
    return read_article("a.txt", "\n".join([*lines, REPORT]).encode()).article


@pytest.mark.parametrize(
    "line",
    ["By Jane Doe, John Roe, and Ali Khan", "By Prachi", "By the staff of this newspaper",
     "By Jane Doe, who lives there", "Автор материала неизвестен", "https://example.org/dam?page=1",
     "jane@example.org", "@janedoe", "6 min read",
     "Jane Doe, BBC News", "Par Jeanne Roux, envoyée spéciale à Oral avec notre bureau", "By Reuters", "By",
     "What the engineers saw on the day that they walked along it", "They came, they saw"],
)  # fmt: skip
@pytest.mark.parametrize("apart", ["", "\n"])
def test_no_line_between_headline_and_date_hides_the_date(line: str, apart: str) -> None:
    article = head(TITLE, apart + line, apart + "18 June 2021")
    assert (article.title, article.date) == (TITLE, DAY)


@pytest.mark.parametrize("line", ["By Hassan al-Rashid", "By José Álvarez", "By the staff of it", "Words by a friend"])
def test_a_byline_never_becomes_a_section(line: str) -> None:
    article = head(TITLE, line, "18 June 2021")
    assert article.section is None
    assert not (article.author or "").startswith(("By", "Words"))


@pytest.mark.parametrize("line", ["By Reuters", "By AFP", "By The Associated Press", "Reuters"])
def test_an_agency_is_an_outlet_and_no_author(line: str) -> None:
    article = head(TITLE, line, "18 June 2021")
    assert article.author is None
    assert article.outlet == line.removeprefix("By ")


@pytest.mark.parametrize(
    ("rubric", "title", "date"),
    [("World", "Dam holds", "18 June 2021"), ("Business", "Dam", "18 June 2021"),
     ("Общество", "Плотина цела", "18.06.2021"), ("Қоғам", "Бөгет аман", "2021 жылғы 18 маусым"),
     ("World", "Dam Holds", "June 18, 2021")],
)  # fmt: skip
def test_a_headline_of_one_or_two_words_stays_below_its_rubric(rubric: str, title: str, date: str) -> None:
    for lines in ([rubric, title, date], [rubric, "", title, "", date], [rubric, title, "By Jane Doe", date]):
        article = head(*lines)
        assert (article.title, article.section, article.date) == (title, rubric, DAY)


def test_names_beside_the_date_are_the_article_s() -> None:
    article = head(TITLE, "World | Jane Doe | 18 June 2021 | Reuters | 1,204 views")
    assert (article.section, article.author, article.outlet) == ("World", "Jane Doe", "Reuters")
    assert article.date == DAY


@pytest.mark.parametrize("weekday", ["Friday", "Fri", "пятница", "Пт", "Жұма", "п’ятниця"])
def test_a_weekday_is_never_a_place(weekday: str) -> None:
    article = head(TITLE, f"{weekday}, 18.06.2021")
    assert (article.date, article.place) == (DAY, None)


def test_a_month_alone_is_the_article_s_date_as_stated() -> None:
    assert head(TITLE, "June 2021").date == "2021-06"
    assert head(TITLE, "June 2021", "").title == TITLE


def test_the_months_of_a_chronology_are_headings_and_no_date() -> None:
    parsed = read_article("a.txt", f"{TITLE}\n\nMay 2021\n{REPORT}\nJune 2021\n{REPORT}".encode())
    assert parsed.article.date is None
    assert [paragraph.heading for paragraph in parsed.paragraphs] == ["May 2021"] * 2 + ["June 2021"] * 2


def test_dates_with_names_further_down_are_facts_and_stay() -> None:
    items = ("- Jane Doe (18 June 2021)", "John Roe, 19 June 2021", "Oral Arena | 20 June 2021")
    parsed = read_article("a.txt", (f"{TITLE}\n{REPORT}\n" + "\n".join(items)).encode())
    kept = paragraphs(parsed)
    assert kept[2:] == list(items)
    assert parsed.article.date is None


def test_a_list_with_dates_below_the_title_is_no_head() -> None:
    article = head(TITLE, "- Jane Doe (18 June 2021)", "- John Roe (19 June 2021)")
    assert (article.date, article.author) == (None, None)


def test_a_venue_and_the_day_of_a_match_are_neither_author_nor_date() -> None:
    text = "Oral v Aktobe\n\nShakhter Park\n\nTuesday, 1 June\n\n2000 GMT\n\n" + REPORT
    article = read_article("a.txt", text.encode()).article
    assert (article.author, article.date) == (None, None)


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By\u00a0Jane\u00a0Doe", "Jane Doe", None),
        ("By Jose\u0301 A\u0301lvarez", "José Álvarez", None),
        ("By Jane Doe &amp; John Roe", "Jane Doe & John Roe", None),
        ("Ann Lee / Reuters", "Ann Lee", "Reuters"),
        ("Ann Lee | Reuters", "Ann Lee", "Reuters"),
        ("Иван Петров / ТАСС", "Иван Петров", "ТАСС"),
        ("By Ann Lee and Bo Carr / AFP", "Ann Lee and Bo Carr", "AFP"),
        ("By Ann Lee [Reuters]", "Ann Lee", "Reuters"),
        ("Ann Lee, Bo Carr and agencies", "Ann Lee, Bo Carr", None),
        ("By Ann Lee, with agencies", "Ann Lee", None),
        ("By Ann Lee, Reuters and AFP", "Ann Lee", "Reuters, AFP"),
        ("Иван Петров, фото автора", "Иван Петров", None),
        ("Иван Петров, специально для «Известий»", "Иван Петров", "Известий"),
        ("By Ann Lee, BBC World Service, Astana", "Ann Lee", "BBC World Service"),
        ("BBC Sport", None, "BBC Sport"),
        ("Reuters Staff", None, "Reuters"),
        ("BBC News, Astana", None, "BBC News"),
        ("(Reuters)", None, "Reuters"),
        ("[ТАСС]", None, "ТАСС"),
        ("Source: Reuters", None, "Reuters"),
        ("Источник: ТАСС", None, "ТАСС"),
        ("Дереккөз: ҚазАқпарат", None, "ҚазАқпарат"),
        ("Business reporter", None, None),
        ("Staff and agencies", None, None),
        ("Translated by Ann Lee", None, None),
        ("Photographs by Ann Lee", None, None),
        ("Ann Lee/Reuters", None, None),
    ],
)
def test_who_wrote_it_and_for_whom_is_read_from_the_line_above_the_date(
    line: str, author: str | None, outlet: str | None
) -> None:
    article = head(TITLE, line, "18 June 2021")
    assert (article.author, article.outlet, article.section, article.date) == (author, outlet, None, DAY)


def test_a_role_below_a_byline_is_no_section() -> None:
    article = head(TITLE, "By Ann Lee", "Business reporter, BBC News", "18 June 2021")
    assert (article.author, article.outlet, article.section) == ("Ann Lee", "BBC News", None)


def test_a_credit_further_down_is_a_picture_s() -> None:
    parsed = read_article("a.txt", f"{TITLE}\n\n18 June 2021\n{REPORT}\nAnn Lee / Reuters\n{REPORT}".encode())
    assert (parsed.article.author, parsed.article.outlet) == (None, None)
    assert [it.reason for it in parsed.dropped if "Ann" in parsed.article.text[it.start : it.end]] == ["photo credit"]


@pytest.mark.parametrize(
    "line",
    [
        "2021-06-18T10:15:00+05:00", "2021-06-18 10:15 UTC+5", "Fri Jun 18 10:15:00 UTC 2021",
        "June 18, 2021 at 10:15 a.m. EDT", "June 18, 2021, 10:15 a.m. ET | Updated June 19, 2021",
        "Published: 10:15 BST, 18 June 2021 | Updated: 11:00 BST, 19 June 2021",
        "Обновлено 19 июня 2021, опубликовано 18 июня 2021", "Сегодня, 18 июня 2021", "Бүгін, 18 маусым 2021",
        "18 июня 2021 10:15 | 1204 | 5", "18.06.2021 | 10:15 | 👁 1204", "18 June 2021 10:15am AEST",
        "Опубликовано: 18 июня 2021 года в 10 часов 15 минут", "2021-06-18T1015Z",
        "Today, June 18, 2021", "18 июня 2021 @ 10:15", "18 июня 2021г.", "2021 жылдың 18 маусымы",
        "Жарияланды: 2021 жылғы 18 маусым, 10:15", "18 June 2021 @annlee",
    ],
)  # fmt: skip
def test_what_stands_beside_the_date_is_no_name(line: str) -> None:
    article = head(TITLE, line)
    assert (article.date, article.place, article.author, article.section) == (DAY, None, None, None)


@pytest.mark.parametrize("line", ["18 июня 2021, 10:15 МСК, Москва", "Москва, 18 июня 2021", "18 июня 2021 г., Москва"])
def test_a_place_behind_a_comma_stands_on_either_side_of_the_date(line: str) -> None:
    article = head(TITLE, line)
    assert (article.date, article.place) == (DAY, "Москва")


@pytest.mark.parametrize("line", ['"We will win"', "«Вода ушла»", '"18 June 2021"'])
def test_a_quotation_above_the_date_is_no_outlet(line: str) -> None:
    article = head(TITLE, line, "18 June 2021")
    assert (article.date, article.outlet, article.author) == (DAY, None, None)


@pytest.mark.parametrize("line", ["Friday", "пятница", "Жұма", "Yesterday", "Кеше"])
def test_a_day_alone_is_no_section(line: str) -> None:
    article = head(TITLE, line, "18 June 2021")
    assert (article.date, article.section) == (DAY, None)


@pytest.mark.parametrize("path", ["Главная > Политика", "Басты бет / Саясат", "Home » World"])
def test_the_path_to_a_page_is_no_headline(path: str) -> None:
    assert head(path, TITLE, "18 June 2021").title == TITLE


@pytest.mark.parametrize("title", ["Pictures by night show damage", "Images of the dam by night"])
def test_a_headline_about_pictures_is_no_credit(title: str) -> None:
    assert head(title, "18 June 2021").title == title


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("Ann Lee, Reuters 18 June 2021", "Ann Lee", "Reuters"),
        ("Ann Lee, Reuters — 18 June 2021", "Ann Lee", "Reuters"),
        ("By Ann Lee, Reuters | June 18, 2021", "Ann Lee", "Reuters"),
        ("Источник: Tengrinews.kz, 18 июня 2021", None, "Tengrinews.kz"),
        ("Published by Reuters on 18 June 2021", None, "Reuters"),
        ("USA Today, 18 June 2021", None, "USA Today"),
        ("18 June 2021 | USA Today", None, "USA Today"),
    ],
)
def test_an_author_and_an_outlet_in_one_line_with_the_date_are_read(
    line: str, author: str | None, outlet: str | None
) -> None:
    article = head(TITLE, line)
    assert (article.date, article.author, article.outlet, article.place) == (DAY, author, outlet, None)
