"""Invented pages saved from agencies' sites, each with what a careful reader takes from it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    text: str
    paragraphs: int
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    place: str | None = None
    section: str | None = None
    headings: tuple[str, ...] = ()
    not_passages: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


AGENCY_PAGES = {
    "tass with an update time": Page(
        text="""All news
Updated at: 5 Jan 2021, 10:20

Grain exports through Aktau rise by a fifth, ministry says

According to the deputy minister, a second berth is to open before the summer

NUR-SULTAN, January 5. /TASS/. Grain exports through the port of Aktau rose by 20% last year, Deputy Minister
of Agriculture Aidar Seitov told reporters.

"We expect the same growth this year," he said.

Second berth

The berth will take ships of up to 7,000 tons, the ministry added.

Read also: Kazakhstan bans the export of sugar

Share

Advertisement
""",
        paragraphs=4,
        title="Grain exports through Aktau rise by a fifth, ministry says",
        outlet="TASS",
        date="2021-01-05",
        place="NUR-SULTAN",
        headings=("Second berth",),
        not_passages=("All news", "Updated at: 5 Jan 2021, 10:20", "Share", "Advertisement", "Read also: Kazakhstan"),
        passages=("According to the deputy minister",),
    ),
    "tass with a picture and a rubric": Page(
        text="""Soyuz rocket with weather satellite launched from Vostochny

Science & Space
February 29, 09:15 UTC+3 BLAGOVESHCHENSK

The satellite will be the fourth of its family to watch the Arctic from a high orbit

A Soyuz rocket on the launch pad

© Irina Petrova/TASS

BLAGOVESHCHENSK, February 29. /TASS/. A Soyuz rocket with a weather satellite has been launched from Vostochny.

"The flight is going as planned," the corporation said.

Реклама""",
        paragraphs=3,
        title="Soyuz rocket with weather satellite launched from Vostochny",
        outlet="TASS",
        date="--02-29",
        place="BLAGOVESHCHENSK",
        section="Science & Space",
        not_passages=("A Soyuz rocket on the launch pad", "© Irina Petrova/TASS", "Реклама", "Science & Space"),
    ),
    "tass with a military rubric and no picture": Page(
        text="""Military & Defense
March 14, 2022, 18:02

Border guards of three countries hold exercise near Osh

BISHKEK, March 14. /TASS/. Border guards of three countries began a joint exercise near Osh on Monday.

It will last until Friday, the press service said.
""",
        paragraphs=2,
        title="Border guards of three countries hold exercise near Osh",
        outlet="TASS",
        date="2022-03-14",
        place="BISHKEK",
        section="Military & Defense",
    ),
    "urdupoint": Page(
        text=""" date 2024-03-03 Close
Tajikistan, Pakistan Agree On Direct Flights Between Capitals

Sana Qureshi Published March 03, 2024 | 01:20 AM

DUSHANBE/ISLAMABAD (UrduPoint News / Sputnik - 03rd March, 2024) Tajikistan and Pakistan have agreed to open direct
flights between their capitals, the Tajik Transport Ministry said on Saturday.

"The first flight is planned for May," the statement read.

Related Topics

Pakistan Tajikistan Islamabad Dushanbe May
""".replace("direct\nflights", "direct flights"),
        paragraphs=2,
        title="Tajikistan, Pakistan Agree On Direct Flights Between Capitals",
        outlet="UrduPoint News / Sputnik",
        date="2024-03-03",
        author="Sana Qureshi",
        place="DUSHANBE/ISLAMABAD",
        not_passages=("date 2024-03-03 Close", "Sana Qureshi Published", "Pakistan Tajikistan Islamabad"),
    ),
    "sputnik with no headline": Page(
        text=""" date 2019-05-07 7 May. 09:05

The presidents of Uzbekistan and Turkmenistan discussed the sharing of the Amu Darya's water, the press service said.

"We have found a formula that suits both sides", the statement said.
""",
        paragraphs=2,
        date="2019-05-07",
        not_passages=("date 2019-05-07 7 May. 09:05",),
    ),
    "reuters": Page(
        text="""Kazakh central bank holds base rate as inflation slows

By Olzhas Beketov and Jane Doe

ALMATY, March 3 (Reuters) - Kazakhstan's central bank held its base rate at 14.75% on Friday, citing slower inflation.

"Inflation expectations are stable," Governor Timur Akhmetov told a briefing.

(Reporting by Olzhas Beketov and Jane Doe; Editing by John Roe)

Our Standards: The Trust Principles, which every reporter of the agency signs.
""",
        paragraphs=3,
        title="Kazakh central bank holds base rate as inflation slows",
        outlet="Reuters",
        date="--03-03",
        author="Olzhas Beketov and Jane Doe",
        place="ALMATY",
        not_passages=("By Olzhas Beketov and Jane Doe", "(Reporting by"),
    ),
    "reuters without a day": Page(
        text="""Oil edges up on supply worries

LONDON (Reuters) - Oil prices edged up on Tuesday as traders weighed supply.

Brent rose by 40 cents to $71.20 a barrel.
""",
        paragraphs=2,
        title="Oil edges up on supply worries",
        outlet="Reuters",
        place="LONDON",
    ),
    "ap": Page(
        text="""US, Kazakhstan sign agreement on rare metals

By JANE DOE

Published 5:04 PM EST, November 6, 2023

WASHINGTON (AP) — The United States and Kazakhstan signed an agreement on rare metals on Monday.

It was not immediately clear when mining would start.

___

Associated Press writer John Roe in Astana contributed to this report.
""",
        paragraphs=3,
        title="US, Kazakhstan sign agreement on rare metals",
        outlet="AP",
        date="2023-11-06",
        author="JANE DOE",
        place="WASHINGTON",
        not_passages=("By JANE DOE", "Published 5:04 PM EST", "___"),
    ),
    "ap with a date in its dateline": Page(
        text="""Senate panel backs envoy

WASHINGTON, March 3 (AP) — A Senate panel backed the president's choice of envoy to Uzbekistan.

The full chamber votes next week.
""",
        paragraphs=2,
        title="Senate panel backs envoy",
        outlet="AP",
        date="--03-03",
        place="WASHINGTON",
    ),
    "afp": Page(
        text="""Europe
Paris hosts talks on water

Getty Images

Paris (AFP) – Ministers of nine countries met in Paris on Thursday to talk about water.

"There is less of it each year," the host said.
""",
        paragraphs=2,
        title="Paris hosts talks on water",
        outlet="AFP",
        place="Paris",
        section="Europe",
        not_passages=("Getty Images",),
    ),
    "interfax": Page(
        text="""12 July 2023 14:05

KazTransOil raises shipments via Baku in H1

ASTANA. July 12 (Interfax) - KazTransOil raised oil shipments via Baku by a third in the first half.

The company shipped 480,000 tonnes.
""",
        paragraphs=2,
        title="KazTransOil raises shipments via Baku in H1",
        outlet="Interfax",
        date="2023-07-12",
        place="ASTANA",
    ),
    "xinhua": Page(
        text="""Tashkent metro to get 12 new stations by 2026

Source: Xinhua | 2022-08-09 20:15:00 | Editor: huaxia

TASHKENT, Aug. 9 (Xinhua) -- Tashkent's metro will get 12 new stations by 2026, its operator said on Tuesday.

The line to the airport comes first.
""",
        paragraphs=2,
        title="Tashkent metro to get 12 new stations by 2026",
        outlet="Xinhua",
        date="2022-08-09",
        place="TASHKENT",
        not_passages=("Source: Xinhua",),
    ),
}
