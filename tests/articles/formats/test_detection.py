"""What a file is, its content says; its name helps only where that leaves it open."""

import gzip

import pytest

from qa.articles.formats import HEAD, format_of
from qa.articles.formats.known import FORMATS
from tests.articles.formats.making import PROSE, kind, packed, page

MAIL = (
    "From: Jane Doe <jane@example.org>\nTo: desk@example.org\nSubject: Hi\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n\nText"
)
NITF = '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body/></nitf>'


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ("html", page(PROSE)),
        ("html", f"\n<!-- saved -->\n<html><body>{PROSE}</body></html>"),
        ("html", PROSE),
        ("html", page(PROSE).encode("utf-16")),
        ("mail", MAIL),
        ("mail", MAIL.replace("\n", "\r\n")),
        ("mbox", f"From jane@example.org Tue Mar  5 10:00:00 2024\n{MAIL}"),
        ("mhtml", f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n{MAIL}"),
        ("json", '{\n "title": "A", "text": "B"}'),
        ("json", '[{"title": "A"}]'),
        ("json", '{"title": "A"}'),
        ("jsonl", '{"title": "A"}\n{"title": "B"}\n'),
        ("csv", "title,text,date\nA,B,2024-03-05\n"),
        ("feed", '<?xml version="1.0"?><rss version="2.0"><channel/></rss>'),
        ("feed", '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'),
        ("nitf", NITF),
        ("newsml", '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"></newsItem>'),
        ("rtf", r"{\rtf1\ansi Text}"),
        ("pdf", b"%PDF-1.7\n"),
        ("parquet", b"PAR1\x15\x04"),
        ("warc", b"WARC/1.0\r\nWARC-Type: response\r\n"),
        ("warc", gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n", mtime=0)),
        ("docx", packed({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"})),
        ("odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"}, 0)),
        ("epub", packed({"mimetype": "application/epub+zip"}, 0)),
        ("zip", packed({"a.txt": "text"})),
    ],
)
def test_a_file_is_what_it_holds_whatever_its_name_ends_in(expected: str, data: bytes | str) -> None:
    assert kind("article.txt", data) == expected
    assert kind("article", data) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Harbour closed\n\nThe bridge is shut.",
        "{ A brace opens this article } and prose goes on.\n\nMore of it.",
        "[Update] The bridge is shut.\n\nMore of it.",
        "From: the harbour, with love\n\nA report about a song.",
        "From: Jane Doe\nSubject: the bridge\n\nA letter to the editor, without an address.",
        "From Astana it was reported in 2024 that the bridge is shut.\n\nMore of it.",
        "The tag <p> begins a paragraph, and </p> ends it.\n\nSo the course of the school says.",
        "<p> begins a paragraph in HTML, the teacher said.\n\nThe lesson went on for two hours about it.",
        "Title, text and date\n\nThree words that a reader needs.",
        "---\ntitle: Harbour closed\ndate: 2024-03-05\n---\n\nThe bridge is shut.",
        "1 of 10 people walks to work\n\nA report on transport.",
        "",
        "  \n",
    ],
)
def test_a_text_that_only_looks_like_something_else_stays_a_text(text: str) -> None:
    assert kind("article.txt", text) == "text"
    assert kind("article.md", text) == "text"


def test_markdown_with_some_tags_stays_a_text() -> None:
    assert kind("article.md", f"# Harbour\n\n{'<br><b>x</b> <i>y</i> ' * 20}") == "text"


def test_the_name_decides_where_the_content_leaves_it_open() -> None:
    assert kind("a.csv", "number;note\n1;x\n") == "csv"
    assert kind("a.txt", "number;note\n1;x\n") == "text"
    assert kind("a.html", "Harbour <b>closed</b> by storm") == "html"
    assert kind("a.html", "Harbour closed by storm") == "text"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256))),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("table.xlsx", packed({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"})),
        ("map.xml", '<?xml version="1.0"?><urlset><url/></urlset>'),
        ("log.gz", gzip.compress(b"a log", mtime=0)),
    ],
)
def test_what_holds_no_articles_has_no_format(name: str, data: bytes | str) -> None:
    assert kind(name, data) is None


def test_a_text_cut_inside_a_letter_is_a_text() -> None:
    assert kind("a.txt", ("Көпір жабылды. " * 10_000).encode()[:HEAD]) == "text"
    assert kind("a.txt", ("ә" * HEAD).encode()[1:]) == "text"


def test_asking_what_a_file_needs_imports_nothing() -> None:
    import sys

    before = set(sys.modules)
    assert all(isinstance(it.installed, bool) for it in FORMATS.values())
    assert format_of("a.html", page(PROSE).encode()) == FORMATS["html"]
    assert not {"trafilatura", "feedparser", "fastparquet", "pandas", "pypdfium2"} & (set(sys.modules) - before)
