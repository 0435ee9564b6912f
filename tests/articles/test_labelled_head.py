"""A head of labelled fields, as databases export articles, is read as fields, in any order."""

import pytest

from qa.articles.parsing import read_article
from qa.records import ParsedArticle

from .test_heads import REPORT


def read(*lines: str) -> ParsedArticle:
    return read_article("a.txt", "\n".join([*lines, "", REPORT]).encode())


def shown(parsed: ParsedArticle) -> list[str]:
    return [parsed.article.text[it.start : it.end] for it in parsed.paragraphs]


ENGLISH = ("Headline: Dam holds: nobody came", "Publication: Velden Post", "Date: 18 June 2021", "Author: Ann Lee",
           "Section: World", "Place: Velden", "URL: https://example.org/dam")  # fmt: skip
RUSSIAN = ("Источник: Голос", "Дата выпуска: 18.06.2021", "Заглавие: Плотина цела", "Автор: Иван Петров",
           "Рубрика: Общество", "Место: Вельден", "Ссылка: https://example.org/dam", "", "Текст документа")  # fmt: skip
KAZAKH = ("Тақырыбы: Бөгет аман", "Басылым: Дала", "Күні: 18.06.2021", "Авторы: Асан Ермек", "Айдары: Қоғам",
          "Орны: Велден", "Сілтеме: https://example.org/dam")  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "title", "outlet", "author", "section", "place"),
    [
        (ENGLISH, "Dam holds: nobody came", "Velden Post", "Ann Lee", "World", "Velden"),
        (RUSSIAN, "Плотина цела", "Голос", "Иван Петров", "Общество", "Вельден"),
        (KAZAKH, "Бөгет аман", "Дала", "Асан Ермек", "Қоғам", "Велден"),
    ],
)
def test_every_field_is_read_in_any_order(
    lines: tuple[str, ...], title: str, outlet: str, author: str, section: str, place: str
) -> None:
    body = [it for it in lines if it and it != "Текст документа"]
    for head in (lines, body[::-1], [body[-1], "", *body[:-1]]):
        parsed = read(*head)
        it = parsed.article
        assert (it.title, it.outlet, it.author, it.section, it.place) == (title, outlet, author, section, place)
        assert (it.date, it.url) == ("2021-06-18", "https://example.org/dam")
        assert len(parsed.paragraphs) == 2


@pytest.mark.parametrize(
    ("line", "title"),
    [("Headline: Dam holds", "Dam holds"), ("Title: Dam holds", "Dam holds"), ("**Title:** Dam holds", "Dam holds"),
     ("Заголовок: Плотина цела", "Плотина цела"), ("Тақырып: Бөгет аман", "Бөгет аман")],
)  # fmt: skip
def test_the_label_of_a_headline_is_no_part_of_it(line: str, title: str) -> None:
    assert read(line).article.title == title
    assert read(line, "", "18 June 2021").article.date == "2021-06-18"


@pytest.mark.parametrize("title", ["Плотина цела", "Плотина цела после проверки, которую инженеры провели вчера ночью"])
def test_a_field_below_the_headline_is_no_part_of_it(title: str) -> None:
    article = read(title, "Издание: Голос").article
    assert (article.title, article.outlet, article.section) == (title, "Голос", None)


def test_fields_that_articles_do_not_have_are_no_paragraphs() -> None:
    parsed = read("Title: Dam holds", "Words: 400", "Author: Ann Lee", "Date: yesterday", "Page: 12")
    assert (parsed.article.title, parsed.article.author, parsed.article.date) == ("Dam holds", "Ann Lee", None)
    assert len(parsed.paragraphs) == 2


def test_a_source_that_is_an_address_is_the_article_s_address() -> None:
    article = read("Source: https://example.org/dam", "Title: Dam holds").article
    assert (article.title, article.url, article.outlet) == ("Dam holds", "https://example.org/dam", None)


def test_when_and_where_of_an_announcement_are_facts_and_stay() -> None:
    parsed = read("Concert in Velden", "Place: Town Hall", "Date: 18 June 2021")
    assert parsed.article.place is None
    assert "Place: Town Hall" in shown(read("Concert in Velden", "Place: Town Hall", "Tickets: ten dollars each."))


def test_a_labelled_line_in_the_report_is_a_fact_and_stays() -> None:
    text = f"Dam holds\n{REPORT}\nTitle: The dam of Velden, a history.\nAuthor and place of it are not known.\n"
    parsed = read_article("a.txt", text.encode())
    assert parsed.article.title == "Dam holds"
    assert shown(parsed)[2].startswith("Title: The dam")


def test_front_matter_corrects_a_labelled_head() -> None:
    parsed = read("---", "outlet: Dam Weekly", "---", *ENGLISH)
    assert (parsed.article.outlet, parsed.article.title) == ("Dam Weekly", "Dam holds: nobody came")
