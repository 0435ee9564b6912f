"""A byline that ends in a stop is one, and whether it is understood or not, it hides no date below it."""

import pytest

from qa.articles.parsing import read_article

from .test_heads import DAY, REPORT, TITLE, head


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Петров И.И.", "Петров И.И."),
        ("Петров И. И.", "Петров И. И."),
        ("Ли А.", "Ли А."),
        ("Иван Петров.", "Иван Петров"),
        ("Jane Doe.", "Jane Doe"),
        ("Мақсат Әбдіров.", "Мақсат Әбдіров"),
        ("By Jane Doe, who lives there.", "Jane Doe"),
        ("By Ann Lee and Bo Carr.", "Ann Lee and Bo Carr"),
        ("Авторы материала: И. Петров, А. Ли.", "И. Петров, А. Ли"),
        ("Материал подготовила Анна Ким.", "Анна Ким"),
        ("Reporter: A. Lee.", "A. Lee"),
        ("Жазған: Әбдіров М.", "Әбдіров М."),
        ("By the staff.", None),
        ("By our correspondent.", None),
        ("Автор: редакция.", None),
        ("Автор не указан.", None),
        ("Подготовила редакция.", None),
        ("Дайындаған: редакция.", None),
        ("Фото автора.", None),
        ("Фото из архива.", None),
        ("By Jane Doe?", None),
        ("Прочитали 1204 чел.", None),
        ("Оқылды: 1204 рет.", None),
    ],
)
@pytest.mark.parametrize("apart", ["", "\n"])
def test_a_closed_line_that_says_who_wrote_is_no_paragraph(line: str, author: str | None, apart: str) -> None:
    text = "\n".join([TITLE, apart + line, apart + "18 June 2021", REPORT])
    parsed = read_article("a.txt", text.encode())
    assert (parsed.article.date, parsed.article.author, parsed.article.section) == (DAY, author, None)
    assert len(parsed.paragraphs) == 2


@pytest.mark.parametrize(
    "line", ["By our staff in the capital.", "By noon the dam was dry, they said.", "It rained.", "No byline."]
)
def test_a_sentence_above_the_date_stays_a_paragraph(line: str) -> None:
    parsed = read_article("a.txt", f"{TITLE}\n\n{line}\n\n18 June 2021\n{REPORT}".encode())
    assert parsed.article.date == DAY
    assert parsed.article.text[parsed.paragraphs[0].start : parsed.paragraphs[0].end] == line


@pytest.mark.parametrize("byline", ["By Jane Doe", "By Jane Doe.", "Jane Doe"])
def test_a_byline_below_the_standfirst_hides_no_date(byline: str) -> None:
    article = head(TITLE, "", "The engineers walked along it for a day.", "", byline, "", "18 June 2021")
    assert (article.date, article.author) == (DAY, "Jane Doe")


def test_a_credit_between_byline_and_date_hides_neither() -> None:
    article = head(TITLE, "", "By Jane Doe, who lives there.", "", "Photo by Bo Carr", "", "18 June 2021")
    assert (article.date, article.author) == (DAY, "Jane Doe")


@pytest.mark.parametrize("lines", [("- 18 June 2021", "- 19 June 2021"), ("* 18 June 2021", "* 19 June 2021")])
def test_a_list_of_days_is_no_date(lines: tuple[str, ...]) -> None:
    assert head(TITLE, *lines).date != DAY
