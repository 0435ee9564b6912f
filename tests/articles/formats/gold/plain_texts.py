"""Plain text and Markdown, as people paste and export it."""

from tests.articles.formats.gold.expected import GoldFile, gold, of, spaced
from tests.articles.formats.gold.stories import (
    BRIDGE,
    FERRY,
    HORSES,
    LAKE,
    LIBRARY,
    MUSEUM,
    ORCHARD,
    SCHOOL,
    WATER,
    Story,
)


def files() -> list[GoldFile]:
    """Return the texts."""
    return [*_texts(), *_agencies(), *_marked()]


def _text(story: Story, *head: str) -> str:
    return spaced((story.title, *head, *story.paragraphs)) + "\n"


def _texts() -> list[GoldFile]:
    return [
        gold(
            "ferry.txt",
            "text",
            _text(FERRY, "By Isla Corrigan", "Thursday, August 17, 2023"),
            of(FERRY, author="Isla Corrigan", date="2023-08-17"),
        ),
        gold(
            "most.txt",
            "text",
            _text(BRIDGE, "28 октября 2022, 11:40", "Олег Стрижов").encode("cp1251"),
            of(BRIDGE, date="2022-10-28", author="Олег Стрижов"),
        ),
        gold("mektep.txt", "text", _text(SCHOOL, "01.09.2021"), of(SCHOOL, date="2021-09-01")),
        gold("undated.txt", "text", _text(ORCHARD), of(ORCHARD)),
        gold(
            "lines.txt",
            "text",
            "\r\n".join((WATER.title, "Дата публикации: 16 мая 2019", *WATER.paragraphs)),
            of(WATER, date="2019-05-16"),
        ),
        gold(
            "reader.txt",
            "text",
            _text(LIBRARY, "Priya Nand", "2024-02-28T21:15:00-05:00", "3 min read"),
            of(LIBRARY, author="Priya Nand", date="2024-02-28", absent=("min read",)),
        ),
    ]


def _agencies() -> list[GoldFile]:
    """Return reports with the lines that agencies begin them with, which stay a part of the first paragraph."""
    first, *rest = FERRY.paragraphs
    english = f"MALDON QUAY, Aug 17, 2023 (Northern Wire) - {first}"
    russian = f"ЗАРЕЧНЫЙ, 28 окт 2022 — РИА Новости. {BRIDGE.paragraphs[0]}"
    kazakh = f"АСТАНА. ҚазАқпарат – {LAKE.paragraphs[0]}"
    return [
        gold(
            "wire.txt",
            "text",
            spaced((FERRY.title, english, *rest)),
            of(FERRY, first=english, outlet="Northern Wire", date="2023-08-17"),
        ),
        gold(
            "ria.txt",
            "text",
            spaced((BRIDGE.title, russian, *BRIDGE.paragraphs[1:])),
            of(BRIDGE, first=russian, outlet="РИА Новости", date="2022-10-28"),
        ),
        gold(
            "qazaqparat.txt",
            "text",
            spaced((LAKE.title, kazakh, *LAKE.paragraphs[1:])),
            of(LAKE, first=kazakh, outlet="ҚазАқпарат"),
        ),
    ]


def _marked() -> list[GoldFile]:
    hugo = f"""---
title: "{LIBRARY.title}"
date: 2024-02-28T21:15:00-05:00
author: Priya Nand
publication: Brackwell Mercury
section: Council
url: https://mercury.example/library
lang: en
---

{spaced(LIBRARY.paragraphs)}
"""
    trafilatura = f"""---
title: {MUSEUM.title}
author: Нина Полозова
url: https://sevkray.example/8812
hostname: sevkray.example
sitename: Северный край
date: 2020-11-03
---
{spaced(MUSEUM.paragraphs)}
"""
    plain = f"""# {HORSES.title}

*11 шілде 2023*

{HORSES.paragraphs[0]}

## Санақ қалай өтті

{spaced(HORSES.paragraphs[1:])}
"""
    known = {"outlet": "Brackwell Mercury", "author": "Priya Nand", "date": "2024-02-28", "section": "Council"}
    ru = {"outlet": "Северный край", "author": "Нина Полозова", "date": "2020-11-03"}
    return [
        gold("library.md", "markdown", hugo, of(LIBRARY, **known, url="https://mercury.example/library")),
        gold("muzey.md", "markdown", trafilatura, of(MUSEUM, **ru, url="https://sevkray.example/8812")),
        gold("zhylqy.md", "markdown", plain, of(HORSES, date="2023-07-11", absent=("##", "11 шілде"))),
    ]
