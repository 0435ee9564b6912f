"""Crawls, zips and what gzip packs."""

import gzip
import json

from tests.articles.formats.gold.expected import GoldFile, gold, of, spaced, tagged
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
from tests.articles.formats.gold.templates import CITY_ABSENT, NEWS_ABSENT, city_page, news_page
from tests.articles.formats.making import packed


def files() -> list[GoldFile]:
    """Return the files."""
    return [*_crawls(), *_zips(), *_gzipped()]


def _record(kind: str, url: str, block: bytes, content: str) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:8d6c1b1e-0000-4000-8000-000000000000>\r\n"
        f"WARC-Date: 2025-02-03T10:00:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _answer(url: str, page: bytes, kind: str = "text/html", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(page)}\r\n\r\n".encode() + page
    return _record("response", url, http, "application/http; msgtype=response")


def _crawls() -> list[GoldFile]:
    start = _record("warcinfo", "", b"software: crawler/1.0\r\n", "application/warc-fields")
    asked = _record("request", "https://a.example/", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
    ferry = news_page(FERRY, '<meta property="article:published_time" content="2023-08-17T09:20:00+01:00">')
    water = city_page(WATER, "", charset="windows-1251").encode("cp1251")
    lake = news_page(LAKE, "", f"<article><h1>{LAKE.title}</h1><p>30.03.2022</p>{tagged(LAKE.paragraphs)}</article>")
    first = [
        start,
        asked,
        _answer("https://skerra.example/ferry", ferry.encode(), "text/html; charset=UTF-8"),
        _answer("https://skerra.example/robots.txt", b"User-agent: *", "text/plain"),
        _answer("https://skerra.example/moved", b"<html><body>Moved</body></html>", status="301 Moved Permanently"),
        _answer("https://skerra.example/a.css", b"p { color: black }", "text/css"),
    ]
    right = of(FERRY, date="2023-08-17", url="https://skerra.example/ferry", absent=NEWS_ABSENT)
    wet = _record("conversion", "https://skerra.example/x", b"x", "text/plain")
    return [
        gold("skerra.warc", "warc", b"".join(first), right),
        gold(
            "sloboda.warc.gz",
            "warc",
            b"".join(map(gzip.compress, (start, _answer("https://sloboda.example/voda", water), wet[:0]))),
            of(WATER, url="https://sloboda.example/voda", absent=CITY_ABSENT),
        ),
        gold(
            "sarykol.wacz",
            "wacz",
            packed(
                {
                    "archive/data.warc.gz": gzip.compress(_answer("https://sarykol.example/1", lake.encode())),
                    "pages/pages.jsonl": '{"format": "json-pages-1.0", "id": "pages", "title": "All"}\n',
                    "datapackage.json": '{"profile": "data-package", "created": "2025-02-03T10:00:00Z"}',
                },
                0,
            ),
            of(LAKE, date="2022-03-30", url="https://sarykol.example/1", absent=NEWS_ABSENT),
        ),
    ]


def _text(story: Story, *head: str) -> str:
    return spaced((story.title, *head, *story.paragraphs)) + "\n"


def _zips() -> list[GoldFile]:
    page = news_page(
        ORCHARD, "", f"<article><h1>{ORCHARD.title}</h1><p>By Marc Ferrand</p>{tagged(ORCHARD.paragraphs)}"
    )
    row = json.dumps({"title": HORSES.title, "text": spaced(HORSES.paragraphs), "date": "2023-07-11"})
    return [
        gold(
            "mixed.zip",
            "zip",
            packed(
                {
                    "a/frost.html": page,
                    "b/voda.txt": _text(WATER, "16 мая 2019 г.").encode("cp1251"),
                    "__MACOSX/a/._frost.html": b"\x00\x05\x16\x07",
                    ".DS_Store": b"\x00\x00",
                    "c/zhylqy.json": row,
                }
            ),
            of(ORCHARD, author="Marc Ferrand", absent=NEWS_ABSENT),
            of(WATER, date="2019-05-16"),
            of(HORSES, date="2023-07-11"),
        ),
        gold(
            "nested.zip",
            "zip",
            packed(
                {"inner.zip": packed({"Мост.txt": _text(BRIDGE)}), "school.md": f"# {_text(SCHOOL, '1 қыркүйек 2021')}"}
            ),
            of(BRIDGE),
            of(SCHOOL, date="2021-09-01"),
        ),
    ]


def _gzipped() -> list[GoldFile]:
    rows = "".join(
        json.dumps({"id": n, "title": it.title, "body": spaced(it.paragraphs), "published": day}) + "\n"
        for n, (it, day) in enumerate(((FERRY, "2023-08-17"), (MUSEUM, "3 ноября 2020"), (LAKE, None)))
    )
    table = f'title,text,source\n"{LIBRARY.title}","{" ".join(LIBRARY.paragraphs)}",Brackwell Mercury\n'
    whole = " ".join(LIBRARY.paragraphs)
    return [
        gold(
            "dump.jsonl.gz",
            "gz",
            gzip.compress(rows.encode()),
            of(FERRY, date="2023-08-17"),
            of(MUSEUM, date="2020-11-03"),
            of(LAKE),
        ),
        gold(
            "table.csv.gz",
            "gz",
            gzip.compress(table.encode()),
            of(LIBRARY, outlet="Brackwell Mercury", first=whole, last=whole),
        ),
        gold(
            "mektep.txt.gz",
            "gz",
            gzip.compress(_text(SCHOOL, "2021 жылғы 1 қыркүйек").encode()),
            of(SCHOOL, date="2021-09-01"),
        ),
        gold("most.html.gz", "gz", gzip.compress(city_page(BRIDGE, "").encode()), of(BRIDGE, absent=CITY_ABSENT)),
    ]
