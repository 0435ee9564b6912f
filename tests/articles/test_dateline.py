import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.dateline import dateline_end, read_dateline


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
        ("КАЗАНЬ, 3 марта 2021 года. /ТАСС/. Город", "КАЗАНЬ", "2021-03-03", "ТАСС"),
        ("КАЗАНЬ, 3 мар – Волга-Информ. Город", "КАЗАНЬ", "--03-03", "Волга-Информ"),
        ("Казань, 3 марта - ВолгаИнформ. Город", "Казань", "--03-03", "ВолгаИнформ"),
        ("ШЫМКЕНТ. 3 наурыз. Оңтүстік – Қала", "ШЫМКЕНТ", "--03-03", "Оңтүстік"),
        ("ШЫМКЕНТ. ОңтүстікАқпарат – Қала", "ШЫМКЕНТ", None, "ОңтүстікАқпарат"),
        ("Шымкент, 3 марта 2021 г. (ЮгИнформ) – Город", "Шымкент", "2021-03-03", "ЮгИнформ"),
        ("3 марта, Гродно /Неман-Пресс/. Город", "Гродно", "--03-03", "Неман-Пресс"),
        ("Нарын, 03.03.21. /Кабар/. Город", "Нарын", "2021-03-03", "Кабар"),
        ("Львів. 3 березня. УНН. Місто", "Львів", "--03-03", "УНН"),
        ("ORAL, March 3 (Steppe Wire) - The", "ORAL", "--03-03", "Steppe Wire"),
        ("LYON, 3 févr 2021 (AFP) - Le", "LYON", "2021-02-03", "AFP"),
        ("Bilbao, 3 ene (EFE).- El", "Bilbao", "--01-03", "EFE"),
        ("MILANO, 3 GIU - (ANSA) - Il", "MILANO", "--06-03", "ANSA"),
        ("NEW YORK, N.Y. (AP) — A panel", "NEW YORK, N.Y.", None, "AP"),
        ("WASHINGTON, D.C. (AP) — A panel", "WASHINGTON, D.C.", None, "AP"),
        ("PORTLAND, Ore. (AP) — A panel", "PORTLAND, Ore.", None, "AP"),
        ("PORTLAND, Ore., March 3 (AP) — A panel", "PORTLAND, Ore.", "--03-03", "AP"),
        ("KANSAS CITY, Mo., March 3 (AP) — A panel", "KANSAS CITY, Mo.", "--03-03", "AP"),
        ("Hanoi (VNA) - The", "Hanoi", None, "VNA"),
        ("Kabul (BNA) - The", "Kabul", None, "BNA"),
        ("ORAL, March 12 (IANS) The", "ORAL", "--03-12", "IANS"),
        ("ORAL, March 12 (STW) The", "ORAL", "--03-12", "STW"),
        ("ТАСС, 5 марта. Город", None, "--03-05", "ТАСС"),
        ("Reuters, 5 March 2024 – The", None, "2024-03-05", "Reuters"),
        ("AFP, Paris, 5 March. The", "Paris", "--03-05", "AFP"),
        ("АСТАНА. 2024 жылғы 5 наурыз. ҚазАқпарат – Қала", "АСТАНА", "2024-03-05", "ҚазАқпарат"),
        ("新华社上海3月3日电 今天", "上海", "--03-03", "新华社"),
    ],
)  # fmt: skip
def test_the_datelines_of_agencies_are_read(opening: str, place: str, date: str, outlet: str) -> None:
    found = read_dateline(opening + " went on for the rest of the paragraph.")
    assert found is not None
    assert (found.place, found.date, found.outlet) == (place, date, outlet)


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
        "Иванов. 3 марта. Он - тоже",
        "ALMATY. Kazakhstan – the country",
        "Harbour (Northern Wire) - The",
        "NATO (Brussels) – the alliance",
        "МОСКВА, 3 марта. Президент сказал",
        "Merkel (CDU) – the chancellor",
        "Nokia (NOK) - The maker",
        "Forensics (DNA) - The trace",
        "PARIS, March 12 (GMT) The",
        "VIENNA, March 12 (UN) The",
        "Reuters, March 5 said that it",
        "",
    ],
)
def test_prose_has_no_dateline(opening: str) -> None:
    assert read_dateline(opening) is None


@pytest.mark.parametrize(
    ("opening", "outlet", "author"),
    [
        ("КАЗАНЬ, 3 мар – РИА Новости, Анна Ким. Город", "РИА Новости", "Анна Ким"),
        ("КАЗАНЬ, 3 марта. /Корр. ТАСС Анна Ким/. Город", "ТАСС", "Анна Ким"),
        ("Алматы. 3 марта. КазТАГ - Анна Ким. Город", "КазТАГ", "Анна Ким"),
        ("КАЗАНЬ, 3 марта. /Корр. ТАСС/. Город", "ТАСС", None),
    ],
)
def test_an_agency_s_reporter_is_the_author_and_no_part_of_the_outlet(
    opening: str, outlet: str, author: str | None
) -> None:
    found = read_dateline(opening + " went on for the rest of the paragraph.")
    assert found is not None
    assert (found.outlet, found.author) == (outlet, author)


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("МОСКВА, 3 мар — Путин. Он", None),
        ("МОСКВА, 3 мар — Взрыв. Погибли", None),
        ("МОСКВА, 3 мар — Путин, Токаев. Они", None),
        ("PARIS, 3 March — Macron. He", None),
        ("МОСКВА, 3 мар — Прайм. Курс", "Прайм"),
        ("МОСКВА, 3 мар — Интерпресс. Курс", "Интерпресс"),
        ("БИШКЕК, 5 марта — Вечерний Бишкек. Курс", "Вечерний Бишкек"),
        ("PARIS, 3 March — UNN. He", "UNN"),
    ],
)
def test_a_sentence_of_one_word_behind_the_dash_is_no_agency(opening: str, outlet: str | None) -> None:
    found = read_dateline(opening + " went on for the rest of the paragraph.")
    assert found is not None
    assert found.outlet == outlet
    assert found.date is not None


@pytest.mark.parametrize(
    "dateline",
    ["MOSCOW, December 10. /TASS/.", "АСТАНА. 14 ақпан. ҚазАқпарат –", "МОСКВА, 10 фев — РИА Новости.", "ORAL (AP) —"],
)
def test_a_dateline_ends_where_its_report_begins(dateline: str) -> None:
    paragraph = f"{dateline} The dam has passed its test."
    assert paragraph[dateline_end(paragraph) :].strip() == "The dam has passed its test."
    assert dateline_end("The dam has passed its test.") == 0


@given(st.text(alphabet="ABMoscw .,/()-–—5May", max_size=250))
def test_any_opening_is_read_without_failing(opening: str) -> None:
    dateline = read_dateline(opening)
    assert dateline is None or any((dateline.place, dateline.date, dateline.outlet))
