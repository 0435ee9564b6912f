"""Texts, messages and exports of less usual make."""

from tests.articles.formats.gold.expected import GoldFile, gold, of, spaced
from tests.articles.formats.gold.stories import BRIDGE, FERRY, HORSES, LAKE, LIBRARY, MUSEUM, ORCHARD, SCHOOL, WATER


def files() -> list[GoldFile]:
    """Return the files."""
    return [*_texts(), *_mail(), *_exports()]


def _texts() -> list[GoldFile]:
    kazakh = spaced((SCHOOL.title, "Авторы және күні: Дәурен Сапаров, 2021 жылғы 1 қыркүйек", *SCHOOL.paragraphs))
    english = spaced((LIBRARY.title, "Priya Nand | Brackwell Mercury | February 28, 2024", *LIBRARY.paragraphs))
    russian = spaced((WATER.title, "16.05.2019, 08:12 | Слободские новости", *WATER.paragraphs, "Павел Гусев"))
    tass = f"ЗАРЕЧНЫЙ, 28 октября 2022 года. /ТАСС/. {BRIDGE.paragraphs[0]}"
    ap = f"BRACKWELL, Feb. 28, 2024 (AP) — {LIBRARY.paragraphs[0]}"
    source = spaced((LAKE.title, "30 наурыз 2022", *LAKE.paragraphs, "Дереккөз: Сарыкөл хабары"))
    jekyll = f"""---
layout: post
title: '{HORSES.title}'
date: 2023-07-11 16:45:00 +0600
categories: [Ауыл, Мал]
authors:
  - Ерлан Мұқанов
---

{spaced(HORSES.paragraphs)}
"""
    return [
        gold("kk-line.txt", "text", kazakh, of(SCHOOL, author="Дәурен Сапаров", date="2021-09-01")),
        gold(
            "bars.txt", "text", english, of(LIBRARY, author="Priya Nand", outlet="Brackwell Mercury", date="2024-02-28")
        ),
        gold(
            "signed.txt",
            "text",
            russian,
            of(WATER, author="Павел Гусев", outlet="Слободские новости", date="2019-05-16"),
        ),
        gold(
            "tass.txt",
            "text",
            spaced((BRIDGE.title, tass, *BRIDGE.paragraphs[1:])),
            of(BRIDGE, first=tass, outlet="ТАСС", date="2022-10-28"),
        ),
        gold(
            "ap.txt",
            "text",
            spaced((LIBRARY.title, ap, *LIBRARY.paragraphs[1:])),
            of(LIBRARY, first=ap, outlet="AP", date="2024-02-28"),
        ),
        gold("source.txt", "text", source, of(LAKE, outlet="Сарыкөл хабары", date="2022-03-30")),
        gold("jekyll.md", "markdown", jekyll, of(HORSES, author="Ерлан Мұқанов", date="2023-07-11", section="Ауыл")),
    ]


def _mail() -> list[GoldFile]:
    text = f"""From: =?utf-8?q?=D0=9F=D1=80=D0=B5=D1=81=D1=81-=D1=81=D0=BB=D1=83=D0=B6=D0=B1=D0=B0?=
 <press@zarechny.example>
Subject: =?utf-8?b?0JIg0JfQsNGA0LXRh9C90L7QvCDQvtGC0LrRgNGL0LvQuCDQv9C10YjQtdGF0L7QtNC90YvQuSA=?=
 =?utf-8?b?0LzQvtGB0YIg0YfQtdGA0LXQtyDQntC70YzRiNCw0L3QutGD?=
Date: Fri, 28 Oct 2022 11:40 +0300
To: undisclosed-recipients:;
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><head><style>.a {{ color: red }}</style></head><body><table><tr><td>
{"".join(f"<p>{it}</p>" for it in BRIDGE.paragraphs)}</td></tr></table></body></html>
"""
    return [gold("press.eml", "eml", text, of(BRIDGE, outlet="Пресс-служба", date="2022-10-28", absent=("color",)))]


def _exports() -> list[GoldFile]:
    classic = f"""Copyright 2023 The Skerra Echo
All Rights Reserved

The Skerra Echo

August 17, 2023

1 of 1 DOCUMENTS

The Skerra Echo

Thursday 17 August 2023

{FERRY.title}

BYLINE: Isla Corrigan; Rob Teller

LENGTH: 118 words

{spaced(FERRY.paragraphs)}
"""
    german = f"""{MUSEUM.title}

Северный край

3 ноября 2020

Length: 70 words
Byline: Нина Полозова
Section: КУЛЬТУРА

Body

{spaced(MUSEUM.paragraphs)}

End of Document

{ORCHARD.title}

Tarn Valley News

April 23, 2024 Tuesday 6:00 PM EST

Copyright 2024 Tarn Valley News

Length: 94 words
Byline: By Marc Ferrand

Body

{spaced(ORCHARD.paragraphs)}

Graphic

Trees in blossom

End of Document
"""
    known = {"outlet": "The Skerra Echo", "author": "Isla Corrigan; Rob Teller", "date": "2023-08-17"}
    return [
        gold("classic.txt", "lexisnexis", classic, of(FERRY, **known)),
        gold(
            "two.txt",
            "lexisnexis",
            german,
            of(MUSEUM, outlet="Северный край", author="Нина Полозова", date="2020-11-03", section="КУЛЬТУРА"),
            of(
                ORCHARD,
                outlet="Tarn Valley News",
                author="Marc Ferrand",
                date="2024-04-23",
                absent=("Graphic", "blossom\n"),
            ),
        ),
    ]
