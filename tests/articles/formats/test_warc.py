"""A crawl gives its pages, each under its address; the day of the crawl is no date of theirs."""

import gzip

from qa.settings import Settings
from tests.articles.formats.making import PROSE, TEXT, Found, packed, page, problems, read_all, records


def response(
    url: str, body: str | bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", coding: str = ""
) -> bytes:
    data = body.encode() if isinstance(body, str) else body
    data = gzip.compress(data) if coding == "gzip" else data
    named = f"Content-Encoding: {coding}\r\n" if coding else ""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{named}Content-Length: {len(data)}\r\n\r\n".encode() + data
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2024-05-10T10:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def story(number: int) -> str:
    return page(f"<h1>Bridge {number} closed</h1><p>4 March 2024</p>{PROSE}")


def url(number: int) -> str:
    return f"https://example.org/{number}"


CRAWL = [
    response(url(1), story(1)),
    response("https://example.org/a.png", b"\x89PNG", "image/png"),
    response("https://example.org/a.js", "let x = 1", "text/javascript"),
    response(url(2), story(2), coding="gzip"),
    response("https://example.org/gone", "<html><body>Not here</body></html>", status="404 Not Found"),
]


def check(found: list[Found]) -> None:
    assert not problems(found)
    assert [(getattr(it, "id", ""), getattr(it, "title", "")) for it in found] == [
        (url(1), "Bridge 1 closed"),
        (url(2), "Bridge 2 closed"),
    ]
    assert {(getattr(it, "date", ""), getattr(it, "saved", "")) for it in found} == {("2024-03-04", "2024-05-10")}


def test_the_pages_of_a_crawl_are_articles_and_its_pictures_are_not() -> None:
    check(read_all("a.warc", b"".join(CRAWL)))
    assert records("a.warc", CRAWL[0])[0].text == TEXT


def test_a_crawl_is_read_however_it_is_packed() -> None:
    check(read_all("a.warc.gz", b"".join(map(gzip.compress, CRAWL))))
    check(read_all("a.warc.gz", gzip.compress(b"".join(CRAWL))))


def test_a_wacz_is_its_crawls() -> None:
    members: dict[str, bytes | str] = {
        "archive/a.warc.gz": b"".join(map(gzip.compress, CRAWL[:3])),
        "archive/b.warc": b"".join(CRAWL[3:]),
        "datapackage.json": "{}",
    }
    check(read_all("a.wacz", packed(members, 0)))
    check(read_all("a.zip", packed(members)))


def test_a_page_that_was_crawled_twice_is_named_once() -> None:
    found = read_all("a.warc", CRAWL[0] + CRAWL[0])
    assert len(found) == 2
    assert "stands in the file twice" in problems(found)[0]


def test_a_page_that_changed_between_two_crawls_is_two_records() -> None:
    found = records("a.warc", CRAWL[0] + response(url(1), story(1).replace("4.2 million", "4.9 million")))
    assert len({it.id for it in found}) == 2
    assert {it.url for it in found} == {url(1)}


def test_a_crawl_that_is_cut_off_gives_the_pages_before() -> None:
    whole = b"".join(map(gzip.compress, CRAWL))
    found = read_all("a.warc.gz", whole[: len(gzip.compress(CRAWL[0])) + 40])
    assert getattr(found[0], "title", "") == "Bridge 1 closed"


def test_a_page_that_is_too_large_is_named_and_the_rest_is_read() -> None:
    large = response(url(3), story(3) + " " * 5_000)
    found = read_all("a.warc", large + CRAWL[0], Settings(largest_file_bytes=4_000))
    assert len(found) == 2
    assert f"a.warc#{url(3)}: it has more than 4,000 bytes" in problems(found)[0]
