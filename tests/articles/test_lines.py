"""The short lines around a report, by what they say alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.furniture import is_credit, is_credited_caption
from qa.articles.labels import label
from qa.articles.names import is_section
from qa.articles.source_credit import SourceCredit, read_source


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
def test_a_picture_s_credit_is_recognised(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    ["President Tokayev in Astana. Photo: Akorda", "The dam seen from the south (AP Photo/Jane Doe)",
     "Image caption, The dam seen from the south", "The dam. © Jane Doe/TASS"],
)  # fmt: skip
def test_a_caption_with_its_credit_is_recognised(line: str) -> None:
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


def test_a_source_line_names_the_outlet() -> None:
    assert read_source("Source: Xinhua | 2022-08-09 20:15:00 | Editor: huaxia") == SourceCredit("Xinhua")
    assert read_source("Based on materials from TASS") == SourceCredit("TASS")
    assert read_source("Based on materials from the ministry's press service") == SourceCredit(None)
    assert read_source("Источник: РИА Новости") == SourceCredit("РИА Новости")
    assert read_source("Source: people who know of the talks") is None
    assert read_source("Quelle: Kreisblatt") == SourceCredit("Kreisblatt")
    assert read_source("来源:江澜晚报 编辑:李四") == SourceCredit("江澜晚报")
    assert read_source("Fuente: elaboración propia") is None
    assert read_source("Fuente Palmera celebra su feria") is None


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
def test_a_paper_s_section_is_recognised(line: str) -> None:
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
