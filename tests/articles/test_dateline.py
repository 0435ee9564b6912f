import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.dateline import Dateline, read_dateline


@pytest.mark.parametrize(
    ("opening", "place", "date", "outlet"),
    [
        ("MOSCOW, December 10. /TASS/. The West", "MOSCOW", "--12-10", "TASS"),
        ("ASTANA/MOSCOW, April 11. /TASS/. The", "ASTANA/MOSCOW", "--04-11", "TASS"),
        ("ST. PETERSBURG, June 3. /TASS/. The", "ST. PETERSBURG", "--06-03", "TASS"),
        ("МОСКВА, 10 декабря. /ТАСС/. Товарооборот", "МОСКВА", "--12-10", "ТАСС"),
        ("МОСКВА, 10 дек — РИА Новости. Товарооборот", "МОСКВА", "--12-10", "РИА Новости"),
        ("ASTANA/MOSCOW (UrduPoint News / Sputnik - 11th April, 2023) The", "ASTANA/MOSCOW", "2023-04-11",
         "UrduPoint News / Sputnik"),
        ("ISLAMABAD, (UrduPoint / APP : 5th May, 2020 ) The", "ISLAMABAD", "2020-05-05", "UrduPoint / APP"),
        ("MOSCOW (Sputnik) - The", "MOSCOW", None, "Sputnik"),
        ("LONDON (Reuters) - Oil", "LONDON", None, "Reuters"),
        ("ALMATY, March 3 (Reuters) - Oil", "ALMATY", "--03-03", "Reuters"),
        ("(Reuters) - Oil", None, None, "Reuters"),
        ("WASHINGTON, March 3 (AP) — A panel", "WASHINGTON", "--03-03", "AP"),
        ("ALMATY, Kazakhstan (AP) — A panel", "ALMATY, Kazakhstan", None, "AP"),
        ("Paris (AFP) – Ministers", "Paris", None, "AFP"),
        ("ASTANA. July 12 (Interfax) - KazTransOil", "ASTANA", "--07-12", "Interfax"),
        ("Moscow. January 5. INTERFAX.COM - The", "Moscow", "--01-05", "INTERFAX.COM"),
        ("NUR-SULTAN. KAZINFORM – The", "NUR-SULTAN", None, "KAZINFORM"),
        ("BEIJING, Jan. 5 (Xinhua) -- The", "BEIJING", "--01-05", "Xinhua"),
        ("AKIPRESS.COM - Schools", None, None, "AKIPRESS.COM"),
        ("ASTANA – President Tokayev said", "ASTANA", None, None),
        ("BISHKEK, March 14 - Border guards", "BISHKEK", "--03-14", None),
    ],
)  # fmt: skip
def test_the_datelines_of_agencies_are_read(opening: str, place: str, date: str, outlet: str) -> None:
    assert read_dateline(opening + " went on for the rest of the paragraph.") == Dateline(place, date, outlet)


@pytest.mark.parametrize(
    "opening",
    [
        "Russia and Kazakhstan cooperate closely, Lavrov said on December 10. It",
        "BMW - the German carmaker - said",
        "WINNERS (six times) of the cup",
        "FATAL FORCE (MACROSPACE) is",
        "Mr Blair (Labour) - who",
        "UK-based bank Standard Chartered (STAN) said",
        "IAEA inspectors make 3,000 visits",
        "US Secretary of State Antony Blinken (AP said so)",
        "Either/or is a question. On 5 May /as he said/ it",
        "The Hague - a city by the sea -",
        "On December 10, 2022 (Saturday) -",
        "- Manchester City boss Kevin Keegan:",
        "",
    ],
)
def test_prose_has_no_dateline(opening: str) -> None:
    assert read_dateline(opening) is None


@given(st.text(alphabet="ABMoscw .,/()-–—5May", max_size=250))
def test_any_opening_is_read_without_failing(opening: str) -> None:
    dateline = read_dateline(opening)
    assert dateline is None or any((dateline.place, dateline.date, dateline.outlet))
