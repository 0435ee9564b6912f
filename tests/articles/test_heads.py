"""The heads of whole articles: what a line says, and what it must not hide or displace."""

import pytest

from qa.articles.parsing import read_article
from qa.records import Article

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
    kept = [parsed.article.text[it.start : it.end] for it in parsed.paragraphs]
    assert kept[2:] == list(items)
    assert parsed.article.date is None


def test_a_list_with_dates_below_the_title_is_no_head() -> None:
    article = head(TITLE, "- Jane Doe (18 June 2021)", "- John Roe (19 June 2021)")
    assert (article.date, article.author) == (None, None)


def test_a_venue_and_the_day_of_a_match_are_neither_author_nor_date() -> None:
    text = "Oral v Aktobe\n\nShakhter Park\n\nTuesday, 1 June\n\n2000 GMT\n\n" + REPORT
    article = read_article("a.txt", text.encode()).article
    assert (article.author, article.date) == (None, None)
