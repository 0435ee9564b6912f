"""Tables: CSV of several makes, and Parquet."""

import csv
import io
import tempfile
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.articles.formats.gold.expected import GoldFile, gold, of, spaced, tagged
from tests.articles.formats.gold.stories import BRIDGE, FERRY, HORSES, LAKE, LIBRARY, MUSEUM, ORCHARD, SCHOOL, WATER


def files() -> list[GoldFile]:
    """Return the tables."""
    return [
        _commas(),
        _semicolons(),
        _tabs(),
        _kazakh(),
        _excel(),
        _wordpress(),
        _unquoted_pipes(),
        _without_titles(),
        _parquet_en(),
        _parquet_kk(),
    ]


def _table(rows: Sequence[Sequence[str]], delimiter: str = ",", end: str = "\r\n") -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator=end).writerows(rows)
    return made.getvalue()


def _commas() -> GoldFile:
    rows = [
        ["id", "title", "author", "publication", "date", "url", "section", "content"],
        ["1", FERRY.title, "Isla Corrigan", "The Skerra Echo", "2023-08-17", "https://s.example/1", "Islands"],
        ["2", ORCHARD.title, "", "Tarn Valley News", "", "https://s.example/2", ""],
    ]
    rows[1].append(spaced(FERRY.paragraphs))
    rows[2].append(spaced(ORCHARD.paragraphs))
    known = {"author": "Isla Corrigan", "outlet": "The Skerra Echo", "date": "2023-08-17", "section": "Islands"}
    return gold(
        "articles.csv",
        "csv",
        _table(rows),
        of(FERRY, **known, url="https://s.example/1"),
        of(ORCHARD, outlet="Tarn Valley News", url="https://s.example/2"),
    )


def _semicolons() -> GoldFile:
    rows = [
        ["Дата публикации", "СМИ", "Заголовок", "Автор", "Текст", "Ссылка", "Рубрика"],
        ["28.10.2022 11:40", "Вестник Заречного", BRIDGE.title, "Стрижов О.", "", "https://z.example/1", "Город"],
        ["16.05.2019 8:12", "Слободские новости", WATER.title, "", "", "https://z.example/2", "Происшествия"],
    ]
    rows[1][4], rows[2][4] = spaced(BRIDGE.paragraphs), "\n".join(WATER.paragraphs)
    return gold(
        "monitoring.csv",
        "csv",
        _table(rows, ";").encode("cp1251"),
        of(
            BRIDGE,
            outlet="Вестник Заречного",
            author="Стрижов О.",
            date="2022-10-28",
            section="Город",
            url="https://z.example/1",
        ),
        of(WATER, outlet="Слободские новости", date="2019-05-16", section="Происшествия", url="https://z.example/2"),
    )


def _tabs() -> GoldFile:
    rows = [["headline", "byline", "published", "story"]]
    rows.append([LIBRARY.title, "By Priya Nand", "28 Feb 2024", " ".join(LIBRARY.paragraphs)])
    whole = " ".join(LIBRARY.paragraphs)
    right = of(LIBRARY, author="Priya Nand", date="2024-02-28", first=whole, last=whole)
    return gold("wire.tsv", "csv", _table(rows, "\t", "\n"), right)


def _kazakh() -> GoldFile:
    rows = [
        ["Тақырып", "Мәтін", "Күні", "Автор", "Дереккөз"],
        [SCHOOL.title, spaced(SCHOOL.paragraphs), "01.09.2021", "Дәурен Сапаров", "Ақбұлақ тынысы"],
        [LAKE.title, spaced(LAKE.paragraphs), "2022 жылғы 30 наурыз", "", "Сарыкөл хабары"],
    ]
    return gold(
        "materialdar.csv",
        "csv",
        ("\ufeff" + _table(rows, ";")).encode(),
        of(SCHOOL, outlet="Ақбұлақ тынысы", author="Дәурен Сапаров", date="2021-09-01"),
        of(LAKE, outlet="Сарыкөл хабары", date="2022-03-30"),
    )


def _excel() -> GoldFile:
    """Return what Excel calls Unicode text: UTF-16 and tabs."""
    rows = [
        ["Название", "Содержание", "Дата", "Раздел"],
        [MUSEUM.title, "\n".join(MUSEUM.paragraphs), "03.11.2020", "Культура"],
    ]
    data = _table(rows, "\t").encode("utf-16")
    return gold("muzey.csv", "csv", data, of(MUSEUM, date="2020-11-03", section="Культура"))


def _wordpress() -> GoldFile:
    rows = [
        ["ID", "post_title", "post_content", "post_date", "post_modified", "post_author", "guid", "permalink"],
        ["55", FERRY.title, tagged(FERRY.paragraphs), "2023-08-17 09:20:00", "2023-08-18 07:05:00", "3"],
    ]
    rows[1] += ["https://skerra-echo.example/?p=55", "https://skerra-echo.example/ferry/"]
    right = of(
        FERRY, date="2023-08-17", updated="2023-08-18", url="https://skerra-echo.example/ferry/", absent=("<p>",)
    )
    return gold("wp_posts.csv", "csv", _table(rows), right)


def _unquoted_pipes() -> GoldFile:
    rows = [
        ["title", "publish_date", "source", "text"],
        [WATER.title, "2019-05-16T08:12:00+03:00", "Слободские новости"],
    ]
    rows[1].append("\n".join(WATER.paragraphs))
    data = _table(rows, "|", "\n")
    return gold("dump.csv", "csv", data, of(WATER, outlet="Слободские новости", date="2019-05-16"))


def _without_titles() -> GoldFile:
    rows = [["doc_id", "text", "year"], ["h1", spaced(HORSES.paragraphs), "2023"]]
    return gold("corpus.csv", "csv", _table(rows), of(HORSES, title=None))


def _parquet(columns: dict[str, list[object]]) -> bytes:
    fastparquet: Any = import_module("fastparquet")
    pandas: Any = import_module("pandas")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "a.parquet"
        fastparquet.write(str(made), pandas.DataFrame(columns), compression="SNAPPY")
        return made.read_bytes()


def _parquet_en() -> GoldFile:
    columns: dict[str, list[object]] = {
        "title": [FERRY.title, LIBRARY.title],
        "text": [spaced(FERRY.paragraphs), "\n".join(LIBRARY.paragraphs)],
        "authors": ["Isla Corrigan", None],
        "publish_date": [datetime(2023, 8, 17, 9, 20), None],
        "url": ["https://s.example/1", "https://s.example/2"],
        "language": ["en", "en"],
    }
    return gold(
        "news.parquet",
        "parquet",
        _parquet(columns),
        of(FERRY, author="Isla Corrigan", date="2023-08-17", url="https://s.example/1"),
        of(LIBRARY, url="https://s.example/2"),
    )


def _parquet_kk() -> GoldFile:
    columns: dict[str, list[object]] = {
        "headline": [SCHOOL.title, BRIDGE.title],
        "maintext": ["\n".join(SCHOOL.paragraphs), "\n".join(BRIDGE.paragraphs)],
        "date": ["2021-09-01", "2022-10"],
        "publisher": ["Ақбұлақ тынысы", "Вестник Заречного"],
        "category": ["Білім", "Город"],
    }
    return gold(
        "aralas.parquet",
        "parquet",
        _parquet(columns),
        of(SCHOOL, outlet="Ақбұлақ тынысы", date="2021-09-01", section="Білім"),
        of(BRIDGE, outlet="Вестник Заречного", date="2022-10", section="Город"),
    )
