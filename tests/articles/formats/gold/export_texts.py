"""Exports of databases saved as text: LexisNexis and Factiva."""

from tests.articles.formats.gold.expected import GoldFile, gold, of, spaced
from tests.articles.formats.gold.stories import BRIDGE, FERRY, LAKE, LIBRARY, MUSEUM, ORCHARD, WATER, Story


def files() -> list[GoldFile]:
    """Return the exports."""
    return [_nexis(), _nexis_uni(), _nexis_ru(), _factiva(), _factiva_ru(), _factiva_coded(), _factiva_coded_kk()]


def _nexis() -> GoldFile:
    def document(number: int, story: Story, outlet: str, day: str, author: str, section: str) -> str:
        return f"""                               {number} of 2 DOCUMENTS


                                {outlet}

                            {day}
                                 First Edition

{story.title}

BYLINE: {author}

SECTION: {section}; Pg. 4

LENGTH: 118 words

{spaced(story.paragraphs)}

LOAD-DATE: August 21, 2025

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                       Copyright 2025 {outlet} Ltd
                              All Rights Reserved

"""

    text = document(1, FERRY, "The Skerra Echo", "August 17, 2023 Thursday", "Isla Corrigan", "ISLANDS")
    text += document(2, ORCHARD, "Tarn Valley News", "April 23, 2024 Tuesday", "BY MARC FERRAND", "FARMING")
    absent = ("LOAD-DATE", "Rights Reserved", "PUBLICATION", "words")
    return gold(
        "nexis.txt",
        "lexisnexis",
        text,
        of(
            FERRY,
            outlet="The Skerra Echo",
            author="Isla Corrigan",
            date="2023-08-17",
            section="ISLANDS",
            absent=absent,
        ),
        of(
            ORCHARD,
            outlet="Tarn Valley News",
            author="MARC FERRAND",
            date="2024-04-23",
            section="FARMING",
            absent=absent,
        ),
    )


def _nexis_uni() -> GoldFile:
    text = f"""Page 1 of 1

{LIBRARY.title}

Brackwell Mercury

February 28, 2024 Wednesday

Copyright 2024 Brackwell Mercury All Rights Reserved

Section: COUNCIL; Pg. 1

Length: 96 words

Byline: Priya Nand, Council Reporter

Highlight: The night shift stays.

Body


{spaced(LIBRARY.paragraphs)}

Classification

Language: ENGLISH

Publication-Type: Newspaper

Subject: LIBRARIES (90%)

Load-Date: March 2, 2024

End of Document
"""
    known = {"outlet": "Brackwell Mercury", "author": "Priya Nand", "date": "2024-02-28", "section": "COUNCIL"}
    return gold("uni.txt", "lexisnexis", text, of(LIBRARY, **known, absent=("LIBRARIES", "Load-Date", "Copyright")))


def _nexis_ru() -> GoldFile:
    text = f"""{BRIDGE.title}

Вестник Заречного

28 октября 2022 г. пятница

Copyright 2022 Вестник Заречного Все права защищены

Section: ГОРОД

Length: 77 words

Byline: Олег Стрижов

Body

{spaced(BRIDGE.paragraphs)}

Load-Date: October 29, 2022

End of Document
"""
    known = {"outlet": "Вестник Заречного", "author": "Олег Стрижов", "date": "2022-10-28", "section": "ГОРОД"}
    return gold("nexis-ru.txt", "lexisnexis", text, of(BRIDGE, **known, absent=("Load-Date", "права")))


def _factiva() -> GoldFile:
    text = f"""Islands
{FERRY.title}

By Isla Corrigan
118 words
17 August 2023
The Skerra Echo
SKECHO
12
English
© 2023 The Skerra Echo Ltd. All rights reserved.

{spaced(FERRY.paragraphs)}

Document SKECHO0020230817ej8h0000a


{ORCHARD.title}

Marc Ferrand
94 words
23 April 2024
18:00
Tarn Valley News
TARNVN
English
(c) 2024 Tarn Valley News

{spaced(ORCHARD.paragraphs)}

Document TARNVN0020240423ek4n0000b

Search Summary
Text	ferry or frost
Date	All Dates
"""
    return gold(
        "Factiva-20250203.txt",
        "factiva",
        text,
        of(
            FERRY, outlet="The Skerra Echo", author="Isla Corrigan", date="2023-08-17", section="Islands", absent=("©",)
        ),
        of(ORCHARD, outlet="Tarn Valley News", author="Marc Ferrand", date="2024-04-23", absent=("Search", "(c)")),
    )


def _factiva_ru() -> GoldFile:
    text = f"""Происшествия
{WATER.title}

Автор: Павел Гусев
61 words
16 May 2019
Слободские новости
SLOBNO
Russian
Copyright 2019 Слободские новости

{spaced(WATER.paragraphs)}

Document SLOBNO0020190516ef5g00001
"""
    known = {"outlet": "Слободские новости", "author": "Павел Гусев", "date": "2019-05-16", "section": "Происшествия"}
    return gold("factiva-ru.txt", "factiva", text, of(WATER, **known, absent=("Copyright",)))


def _coded(story: Story, author: str, day: str, outlet: str, language: str) -> str:
    first, *rest = story.paragraphs
    return f"""SE  Culture
HD  {story.title}
BY  {author}
WC  71 words
PD  {day}
ET  12:00
SN  {outlet}
SC  CODEXX
LA  {language}
CY  (c) 2025 {outlet}

LP
{first}

TD
{spaced(rest)}

CO  xyz : Some Company
NS  gcat : Political/General News
RE  eurz : Europe

AN  Document CODEXX0020201103egb300002

"""


def _factiva_coded() -> GoldFile:
    text = _coded(MUSEUM, "Нина Полозова", "3 November 2020", "Северный край", "Russian")
    known = {"outlet": "Северный край", "author": "Нина Полозова", "date": "2020-11-03", "section": "Culture"}
    return gold("coded.txt", "factiva", text, of(MUSEUM, **known, absent=("gcat", "eurz")))


def _factiva_coded_kk() -> GoldFile:
    text = _coded(LAKE, "Айнұр Жексенова", "30 March 2022", "Сарыкөл хабары", "Kazakh")
    known = {"outlet": "Сарыкөл хабары", "author": "Айнұр Жексенова", "date": "2022-03-30", "section": "Culture"}
    return gold("coded-kk.txt", "factiva", text.replace("\n", "\r\n"), of(LAKE, **known, absent=("gcat",)))
