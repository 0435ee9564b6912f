"""A file that a library crashes or hangs over is named, and costs no more than its time."""

import io
from pathlib import Path

import pytest

from qa.articles.formats.child import lines_of
from qa.errors import ArticleUnreadable


def test_a_parser_that_never_ends_is_ended() -> None:
    with pytest.raises(ArticleUnreadable, match="took too long"):
        list(lines_of("a.pdf", "tests.articles.formats.endless", io.BytesIO(b"x")))


def test_a_parser_that_crashes_is_no_end_of_the_build() -> None:
    with pytest.raises(ArticleUnreadable, match="it is damaged"):
        list(lines_of("a.pdf", "no_such_module", io.BytesIO(b"x")))


def test_a_file_on_the_disk_is_handed_over_without_a_copy(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    with (tmp_path / "a.pdf").open("rb") as opened:
        opened.read(3)
        assert list(lines_of("a.pdf", "qa.articles.formats.pdf_worker", opened)) == [b'{"problem": "damaged"}']
