"""A file that is packed by gzip is read as what is in it, and a bomb costs nothing."""

import gzip
import json

import pytest

from qa.errors import ArticleUnreadable
from tests.articles.formats.making import PROSE, TEXT, kind, packed, page, read_all, record, records

PAGE = page(f"<h1>Bridge closed</h1>{PROSE}").encode()
LINES = "\n".join(json.dumps({"id": str(it), "text": f"The ship number {it} left the harbour."}) for it in range(999))


def test_a_packed_page_is_the_page() -> None:
    data = gzip.compress(PAGE)
    assert kind("a.html.gz", data) == "gzip"
    found = record("a.html.gz", data)
    assert (found.title, found.text) == ("Bridge closed", TEXT)


def test_every_line_of_a_packed_table_is_an_article() -> None:
    found = records("ships.jsonl.gz", gzip.compress(LINES.encode()))
    assert [it.id for it in found] == [str(it) for it in range(999)]


def test_a_packed_text_is_a_text() -> None:
    assert record("a.txt.gz", gzip.compress(b"River rises\n\nThe river rose.\n")).text.startswith("River rises")


@pytest.mark.parametrize(
    "inside",
    [b"\xff\xd8\xff" * 99, packed({"a.txt": "A ship sank."}), gzip.compress(PAGE)],
    ids=["picture", "zip", "gzip"],
)
def test_what_is_not_read_unpacked_is_not_read_packed(inside: bytes) -> None:
    assert kind("a.gz", gzip.compress(inside)) is None


def test_a_torn_file_and_a_bomb_are_named() -> None:
    with pytest.raises(ArticleUnreadable, match="damaged"):
        read_all("a.txt.gz", gzip.compress(TEXT.encode() * 999)[:-99])
    with pytest.raises(ArticleUnreadable, match="more than 200 times its size"):
        read_all("a.txt.gz", gzip.compress(b"A ship sank. " * 1_000_000))
