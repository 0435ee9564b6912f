"""The short lines around a report, by what they say alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.byline import Byline, DateLine, SourceCredit, read_byline, read_date_line, read_source
from qa.articles.furniture import is_credit, is_credited_caption
from qa.articles.labels import label
from qa.articles.names import is_section


@pytest.mark.parametrize(
    "line",
    ["All news", "Updated at:", "Close", "SHARE", "Share:", "Advertisement", "Реклама", "Подпишитесь", "Subscribe",
     "Подпишитесь на наш Telegram-канал", "Read also: Oil falls", "Читайте также: Нефть дешевеет", "Most read", "* * *",
     "___", "© 2023 The Dam Times. All rights reserved", "Home > World > Asia", "Follow us on Facebook", "Ещё по теме"],
)  # fmt: skip
def test_a_button_or_an_advertisement_is_furniture(line: str) -> None:
    found = label(line)
    assert found is not None
    assert found.kind in {"page furniture", "links"}


@pytest.mark.parametrize(
    "line",
    ["Photo: Federation Council", "© Jane Doe/TASS", "©\u00a0Jane Doe/TASS", "Getty Images", "Photo by John Roe",
     "Image source, Getty Images", "AP Photo/Jane Doe", "Jane Doe/Reuters", "Фото: Акорда", "[Photo/Xinhua]",
     "File photo: Kabar", "(Photo: Akorda)", "Jane Doe / Getty Images", "Credit: NASA"],
)  # fmt: skip
def test_a_picture_s_credit_is_told(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    ["President Tokayev in Astana. Photo: Akorda", "The dam seen from the south (AP Photo/Jane Doe)",
     "Image caption, The dam seen from the south", "The dam. © Jane Doe/TASS"],
)  # fmt: skip
def test_a_caption_with_its_credit_is_told(line: str) -> None:
    assert is_credited_caption(line)


@pytest.mark.parametrize(
    "line",
    ["Arsenal 3-1 Chelsea", "Luton v Hinckley/Brentford", "Use of US dollar", "By the time he came, it was over",
     "By accident or design", "News of the day came late.", "The photo: a thousand words", "Close to the border",
     "He did.", "Image is everything", "Home and away", "Published works of Abai", "May Day parade in Minsk",
     "On 22 October he flew home.", "22 October was a turning point", "Source of the Nile found", "Sources: rates up",
     "Reporting by candlelight", "Comments by the minister", "Share prices fall", "Photo finish in Almaty"],
)  # fmt: skip
def test_a_title_a_heading_or_prose_is_not_labelled(line: str) -> None:
    assert label(line) is None
    assert not is_credited_caption(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (" date 2023-04-11 Close".strip(), DateLine("2023-04-11", explicit=True)),
        ("October 06, 11:33 UTC+3 ASTANA", DateLine("--10-06", place="ASTANA")),
        (
            "Muhammad Irfan Published April 11, 2023 | 05:50 PM",
            DateLine("2023-04-11", author="Muhammad Irfan", explicit=True),
        ),
        ("By Jane Doe | March 3, 2024", DateLine("2024-03-03", author="Jane Doe", explicit=True)),
        ("Jane Doe | 3 March 2024", DateLine("2024-03-03", author="Jane Doe", explicit=True)),
        ("Updated at: 5 Jan 2021, 10:20", DateLine("2021-01-05", updated=True, explicit=True)),
        ("Moscow, 22 October", DateLine("--10-22", place="Moscow")),
        ("Saturday, 26 February", DateLine("--02-26")),
        ("10 декабря 2022, 18:50", DateLine("2022-12-10", explicit=True)),
        ("Posted on 3 March 2024 · 4 min read", DateLine("2024-03-03", explicit=True)),
    ],
)
def test_a_date_line_says_when_and_perhaps_where_and_by_whom(line: str, expected: DateLine) -> None:
    assert read_date_line(line) == expected


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By JANE DOE", "JANE DOE", None),
        ("By Jane Doe and John Roe, Reuters", "Jane Doe and John Roe", "Reuters"),
        ("By Jane Doe, John Roe and Ali Khan", "Jane Doe, John Roe and Ali Khan", None),
        ("By Jane van der Roe in Almaty", "Jane van der Roe", None),
        ("By Jane Doe, BBC News", "Jane Doe", "BBC News"),
        ("Автор: Иван Петров", "Иван Петров", None),
        ("(Reporting by Jane Doe; Editing by John Roe)", "Jane Doe", None),
        ("Editing by John Roe", None, None),
    ],
)
def test_a_byline_says_who_wrote_and_for_whom(line: str, author: str | None, outlet: str | None) -> None:
    assert read_byline(line) == Byline(author, outlet)


def test_a_source_line_names_the_outlet() -> None:
    assert read_source("Source: Xinhua | 2022-08-09 20:15:00 | Editor: huaxia") == SourceCredit("Xinhua")
    assert read_source("Based on materials from TASS") == SourceCredit("TASS")
    assert read_source("Based on materials from the ministry's press service") == SourceCredit(None)
    assert read_source("Источник: РИА Новости") == SourceCredit("РИА Новости")
    assert read_source("Source: people who know of the talks") is None


@pytest.mark.parametrize(
    "line",
    [
        "World",
        "Business & Economy",
        "Military & Defense",
        "Science & Space",
        "Russian Politics & Diplomacy",
        "Экономика",
    ],
)
def test_a_paper_s_section_is_told(line: str) -> None:
    assert is_section(line)


@pytest.mark.parametrize(
    "line", ["world", "Lansdowne Road, Dublin", "Enduring Partnership", "World Cup final in Doha", ""]
)
def test_other_short_lines_are_no_section(line: str) -> None:
    assert not is_section(line)


@given(st.text(max_size=200) | st.text(alphabet="ByJaneDo .,:|/()©Pht0123456789-May", max_size=200))
def test_any_line_is_labelled_without_failing(line: str) -> None:
    found = label(line)
    assert found is None or len(line) <= 160
