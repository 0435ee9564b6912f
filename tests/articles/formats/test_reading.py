"""Whatever a file is, its records are read or named: nothing else happens to a build."""

import io
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.formats import Record, format_of, parser_versions, read_records
from qa.articles.formats import libraries as installed
from qa.articles.formats.known import FORMATS
from qa.errors import ArticleUnreadable
from qa.settings import Settings
from tests.articles.formats.making import Found, page, problems, read_all, records

SMALL = Settings(largest_file_bytes=20_000)
PIECES = st.sampled_from(
    [
        *(b"<p>", b"</p>", b"<html>", b"<!--", b"-->", b"<rss><item><title>", b"<nitf><body.content>", b"&amp;"),
        *(
            b"<script type='application/ld+json'>",
            b'{"@type":"Article","headline":',
            b'"text":',
            b'"a"',
            b"&#99999999;",
        ),
        *(b"[", b"]", b"{", b"}", b",", b";", b"\n", b"\n\n", b"\r\n", b"\t", b"\0", b"\xd0\x9c", b"\xff\xfe"),
        *(b"From a 2024\n", b"Subject: x\n", b"Content-Type: multipart/mixed; boundary=x\n", b"--x\n"),
        *(b"{\\rtf1", b"\\par", b"\\'e0", b"WARC/1.0\r\n", b"PK\x03\x04", b"\x1f\x8b", b"PAR1", b"title,text\n"),
        *(b"1 of 2 DOCUMENTS\n", b"45 words\n", b"5 March 2024", b"By Jane Doe", b"A sentence of some words."),
    ]
)
IN_PROCESS = sorted(set(FORMATS) - {"pdf", "parquet"})


def outcome(name: str, data: bytes) -> list[Found] | ArticleUnreadable:
    """Read a file as a format; every record is held to what is promised of all."""
    try:
        found = list(read_records("a", io.BytesIO(data), FORMATS[name], SMALL))
    except ArticleUnreadable as problem:
        return problem
    for it in found:
        if isinstance(it, Record):
            assert it.text.strip()
            assert it.date is None or not it.date.startswith("--")
    ids = [it.id for it in found if isinstance(it, Record)]
    assert len(ids) == len(set(ids))
    return found


@pytest.mark.parametrize("name", IN_PROCESS)
@given(st.lists(PIECES | st.binary(max_size=30), max_size=30).map(b"".join))
def test_whatever_the_bytes_are_they_are_read_or_named(name: str, data: bytes) -> None:
    outcome(name, data)


@given(st.text(max_size=20), st.lists(PIECES | st.binary(max_size=30), max_size=30).map(b"".join))
def test_whatever_the_bytes_are_they_have_a_format_or_none(name: str, data: bytes) -> None:
    found = format_of(name, data)
    assert found is None or found.name in FORMATS


def test_what_is_read_does_not_depend_on_how_often() -> None:
    data = page("<h1>Storm closes bridge</h1><p>The harbour bridge was closed on Monday after a storm.</p>")
    assert records("a.html", data) == records("b.html", data)


def test_two_records_of_one_id_have_two_ids_where_their_texts_differ() -> None:
    found = records("a.csv", "id,title,text\n7,A,One is here.\n7,B,Two is here.\n")
    assert found[0].id == "7"
    assert str(found[1].id).startswith("7~")


def test_a_record_that_stands_twice_is_named() -> None:
    found = read_all("a.csv", "id,title,text\n7,A,One is here.\n7,A,One is here.\n")
    assert problems(found) == ["a.csv#7: it stands in the file twice and is read once; remove a copy"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", page("<p>The bridge is shut until June.</p>")),
        ("a.xml", "<rss><channel><item><title>A</title></item></channel></rss>"),
        ("a.pdf", "%PDF-1.4"),
        ("a.rtf", "{\\rtf1 x}"),
        ("a.parquet", "PAR1xxxx"),
        ("a.warc", "WARC/1.0\r\n"),
        ("a.xml", "<nitf><body/></nitf>"),
    ],
)
def test_a_missing_library_is_named_with_how_to_install_it(
    name: str, data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.articles.formats.known.is_installed", lambda _: False)
    with pytest.raises(ArticleUnreadable, match=r"pip install 'qa-news-archive\[formats\]'"):
        read_all(name, data)
    found = format_of(name, data.encode())
    assert found is not None
    assert not found.installed


def test_a_library_that_does_not_start_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match=r"needs no_such_library: pip install"):
        installed.load("a.html", "no_such_library.inside")


def test_importing_the_package_imports_no_parser() -> None:
    code = (
        "import sys, qa.articles.formats as f; f.read_records, f.format_of, f.parser_versions, f.Record;"
        "print([it for it in ('trafilatura', 'feedparser', 'fastparquet', 'pandas', 'lxml', 'pypdfium2', 'striprtf', "
        "'fastwarc', 'docx') if it in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_parser_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object, **__: object) -> None:
        raise AssertionError("a parser asks the network")

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    monkeypatch.setattr(socket.socket, "connect", asked)
    address = "http://example.org/a"
    picture = f'<p>The bridge is shut until June, the mayor said.</p><img src="{address}.png"><iframe src="{address}">'
    head = f'<link rel="stylesheet" href="{address}.css"><base href="{address}"><link rel="canonical" href="{address}">'
    assert records("a.html", page(picture, head))
    assert records(
        "a.xml",
        f"<rss><channel><item><link>{address}</link><description>Is it shut?</description></item></channel></rss>",
    )
    nitf = "<nitf><body><body.content><p>It is shut.</p></body.content></body></nitf>"
    nitf = f'<!DOCTYPE nitf SYSTEM "{address}.dtd">{nitf}'
    assert records("a.xml", nitf)


def test_the_versions_of_the_parsers_are_one_line() -> None:
    assert "trafilatura==" in parser_versions()
    assert "\n" not in parser_versions()


def test_records_are_read_one_at_a_time() -> None:
    read = 0

    class Counted(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            nonlocal read
            line = super().readline(size)
            read += len(line)
            return line

    lines = b"".join(b'{"title": "A", "text": "Number %d is here."}\n' % number for number in range(1_000))
    found: Iterator[Found] = read_records("a.jsonl", Counted(lines), FORMATS["jsonl"], Settings())
    assert isinstance(next(found), Record)
    assert read < 200
