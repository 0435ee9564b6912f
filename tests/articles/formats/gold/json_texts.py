"""JSON of the tools and interfaces that newsrooms export with."""

import json
from collections.abc import Sequence

from tests.articles.formats.gold.expected import Expected, GoldFile, gold, of, spaced, tagged
from tests.articles.formats.gold.stories import BRIDGE, FERRY, HORSES, LAKE, LIBRARY, MUSEUM, ORCHARD, SCHOOL, WATER


def files() -> list[GoldFile]:
    """Return the files."""
    return [
        *_objects(),
        _news_api(),
        _news_please(),
        _trafilatura(),
        _wordpress(),
        _hits(),
        _russian_names(),
        *_lines(),
    ]


def _write(name: str, found: object, *articles: Expected, kind: str = "json") -> GoldFile:
    return gold(name, kind, json.dumps(found, ensure_ascii=False, indent=2), *articles)


def _objects() -> list[GoldFile]:
    one = {
        "id": 7,
        "headline": FERRY.title,
        "byline": "By Isla Corrigan",
        "published_at": "2023-08-17T09:20:00+01:00",
        "updated_at": "2023-08-18T07:05:00+01:00",
        "body": spaced(FERRY.paragraphs),
        "section": "Islands",
        "language": "en",
        "publication": "The Skerra Echo",
        "canonical_url": "https://skerra-echo.example/news/ferry",
    }
    several = [
        {"title": BRIDGE.title, "text": spaced(BRIDGE.paragraphs), "date": "28.10.2022", "url": "https://z.example/1"},
        {"title": WATER.title, "text": spaced(WATER.paragraphs), "date": None, "url": "https://z.example/2"},
        {"title": LAKE.title, "text": spaced(LAKE.paragraphs), "date": "2022-03-30", "author": ["Айнұр Жексенова"]},
    ]
    known = {"outlet": "The Skerra Echo", "author": "Isla Corrigan", "date": "2023-08-17", "updated": "2023-08-18"}
    return [
        _write(
            "ferry.json",
            one,
            of(FERRY, **known, section="Islands", url="https://skerra-echo.example/news/ferry"),
        ),
        _write(
            "three.json",
            several,
            of(BRIDGE, date="2022-10-28", url="https://z.example/1"),
            of(WATER, url="https://z.example/2"),
            of(LAKE, date="2022-03-30", author="Айнұр Жексенова"),
        ),
    ]


def _news_api() -> GoldFile:
    def item(title: str, text: str, name: str, author: str | None, number: int) -> dict[str, object]:
        return {
            "source": {"id": "x", "name": name},
            "author": author,
            "title": title,
            "description": "In brief.",
            "url": f"https://news.example/{number}",
            "urlToImage": "https://news.example/a.jpg",
            "publishedAt": "2024-04-23T22:00:00Z",
            "content": text,
        }

    found = {
        "status": "ok",
        "totalResults": 2,
        "articles": [
            item(ORCHARD.title, spaced(ORCHARD.paragraphs), "Tarn Valley News", "Marc Ferrand", 1),
            item(LIBRARY.title, spaced(LIBRARY.paragraphs), "Brackwell Mercury", None, 2),
        ],
    }
    return _write(
        "everything.json",
        found,
        of(
            ORCHARD,
            outlet="Tarn Valley News",
            author="Marc Ferrand",
            date="2024-04-23",
            url="https://news.example/1",
            absent=("In brief",),
        ),
        of(LIBRARY, outlet="Brackwell Mercury", date="2024-04-23", url="https://news.example/2"),
    )


def _news_please() -> GoldFile:
    found = {
        "authors": ["Нина Полозова", "Илья Крутов"],
        "date_download": "2025-01-09 11:20:31",
        "date_modify": None,
        "date_publish": "2020-11-03 12:00:00",
        "description": "Дар музею.",
        "filename": "https%3A%2F%2Fsevkray.example%2F8812.json",
        "image_url": None,
        "language": "ru",
        "maintext": "\n".join(MUSEUM.paragraphs),
        "source_domain": "sevkray.example",
        "text": None,
        "title": MUSEUM.title,
        "title_page": None,
        "title_rss": None,
        "url": "https://sevkray.example/8812",
    }
    known = {"author": "Нина Полозова, Илья Крутов", "date": "2020-11-03", "outlet": "sevkray.example"}
    return _write("8812.json", found, of(MUSEUM, **known, url="https://sevkray.example/8812", absent=("Дар музею",)))


def _trafilatura() -> GoldFile:
    found = {
        "title": HORSES.title,
        "author": "Ерлан Мұқанов",
        "hostname": "koktobe.example",
        "date": "2023-07-11",
        "fingerprint": "5b2a",
        "id": None,
        "license": None,
        "comments": "",
        "raw_text": " ".join(HORSES.paragraphs),
        "text": "\n".join(HORSES.paragraphs),
        "language": "kk",
        "image": "",
        "pagetype": "article",
        "filedate": "2025-02-01",
        "source": "https://koktobe.example/1",
        "source-hostname": "Көктөбе жаршысы",
        "excerpt": "Санақ аяқталды.",
        "categories": "Ауыл;Мал",
        "tags": "",
    }
    known = {"outlet": "Көктөбе жаршысы", "author": "Ерлан Мұқанов", "date": "2023-07-11", "section": "Ауыл"}
    return _write("zhylqy.json", found, of(HORSES, **known, url="https://koktobe.example/1"))


def _wordpress() -> GoldFile:
    found = [
        {
            "id": 301,
            "date": "2024-02-28T21:15:00",
            "date_gmt": "2024-02-29T02:15:00",
            "modified": "2024-03-01T08:00:00",
            "slug": "night-shift",
            "type": "post",
            "link": "https://mercury.example/night-shift/",
            "title": {"rendered": LIBRARY.title.replace(" ", "&#32;", 1)},
            "content": {"rendered": f"\n{tagged(LIBRARY.paragraphs)}\n", "protected": False},
            "excerpt": {"rendered": "<p>Readers may go on [&hellip;]</p>\n", "protected": False},
            "author": 12,
            "categories": [3, 9],
        }
    ]
    known = {"date": "2024-02-28", "updated": "2024-03-01", "url": "https://mercury.example/night-shift/"}
    return _write("posts.json", found, of(LIBRARY, **known, absent=("hellip", "<p>")))


def _hits() -> GoldFile:
    source = {
        "headline": SCHOOL.title,
        "content": tagged(SCHOOL.paragraphs),
        "author": {"name": "Дәурен Сапаров"},
        "publisher": {"name": "Ақбұлақ тынысы"},
        "timestamp": 1630468800,
        "lang": "kk",
    }
    found = {"took": 3, "hits": {"total": 1, "hits": [{"_index": "news", "_id": "s-1", "_source": source}]}}
    known = {"outlet": "Ақбұлақ тынысы", "author": "Дәурен Сапаров", "date": "2021-09-01"}
    return _write("hits.json", found, of(SCHOOL, **known))


def _russian_names() -> GoldFile:
    found = {
        "новости": [
            {
                "Заголовок": BRIDGE.title,
                "Текст": spaced(BRIDGE.paragraphs),
                "Дата публикации": "28 октября 2022 г.",
                "Автор": "Олег Стрижов",
                "Издание": "Вестник Заречного",
                "Рубрика": "Город",
                "Ссылка": "https://zarechny.example/1",
            }
        ]
    }
    known = {"outlet": "Вестник Заречного", "author": "Олег Стрижов", "date": "2022-10-28", "section": "Город"}
    return _write("vygruzka.json", found, of(BRIDGE, **known, url="https://zarechny.example/1"))


def _lines() -> list[GoldFile]:
    english = [
        {"headline": FERRY.title, "body": spaced(FERRY.paragraphs), "pub_date": "Aug 17, 2023", "category": "ISLANDS"},
        {"headline": ORCHARD.title, "body": spaced(ORCHARD.paragraphs), "pub_date": "", "category": None},
    ]
    mixed = [
        {
            "url": "https://a.example/1",
            "title": WATER.title,
            "content": spaced(WATER.paragraphs),
            "ts": 5,
            "lang": "ru",
        },
        {
            "url": "https://a.example/2",
            "title": LAKE.title,
            "content": spaced(LAKE.paragraphs),
            "published": 1648620000,
        },
    ]

    nothing_stated = [
        {"text": spaced(HORSES.paragraphs), "title": HORSES.title, "author": "None", "date": "null"},
        {"text": spaced(SCHOOL.paragraphs), "title": SCHOOL.title, "author": "NaN", "date": "N/A"},
    ]

    def lines(found: Sequence[object], *, ascii_only: bool) -> str:
        return "".join(json.dumps(it, ensure_ascii=ascii_only) + "\n" for it in found)

    return [
        gold(
            "export.jsonl",
            "jsonl",
            lines(english, ascii_only=True),
            of(FERRY, date="2023-08-17", section="ISLANDS"),
            of(ORCHARD),
        ),
        gold(
            "crawl.jsonl",
            "jsonl",
            "\ufeff" + lines(mixed, ascii_only=False).replace("\n", "\r\n"),
            of(WATER, url="https://a.example/1"),
            of(LAKE, url="https://a.example/2", date="2022-03-30"),
        ),
        gold(
            "one-line.ndjson.json",
            "jsonl",
            lines(nothing_stated, ascii_only=True),
            *(of(HORSES), of(SCHOOL)),
        ),
    ]
