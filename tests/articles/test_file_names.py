import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.file_names import article_name, numbered
from qa.articles.folder import list_files
from qa.articles.formats.known import accepted_endings
from qa.errors import ArticleUnreadable


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("report.txt", "report.txt"),
        ("Harbour reopens — after storm.md", "Harbour reopens — after storm.md"),
        ("Қазақстан.TXT", "Қазақстан.txt"),
        ("archive/2022/report.txt", "report.txt"),
        ("C:\\Users\\ann\\report.txt", "report.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("/etc/cron.d/job.text", "job.text"),
        (".hidden.txt", "hidden.txt"),
        ("...txt", "article.txt"),
        (".txt", "article.txt"),
        ("/.txt", "article.txt"),
        ("a.b.txt", "a.b.txt"),
        ("storm: harbour closed?.txt", "storm- harbour closed-.txt"),
        ("two\nlines\tand\x00more.txt", "two lines andmore.txt"),
        ("\u202etxt.evil\u202c.txt", "txt.evil.txt"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("CON.txt", "_CON.txt"),
        ("lpt1.notes.txt", "_lpt1.notes.txt"),
        ("console.txt", "console.txt"),
        ("trailing . .txt", "trailing.txt"),
        ("report.txt ", "report.txt"),
        ("&#47;etc&amp;.txt", "&#47;etc&amp;.txt"),
        ("\udcff.txt", "article.txt"),
    ],
)
def test_a_name_is_made_safe_and_stays_readable(called: str, name: str) -> None:
    assert article_name(called) == name


@pytest.mark.parametrize(
    "called", ["", "txt", "report", "report.jpg", "report.txt~", "report.txt/", "a.txt\\b", "a.md5"]
)
def test_what_is_not_read_by_its_name_is_refused_with_the_remedy(called: str) -> None:
    with pytest.raises(ArticleUnreadable, match=r"of that ending are not read here: give it one of \.txt, ") as refused:
        article_name(called)
    assert refused.value.file == called


@pytest.mark.parametrize("letter", ["x", "ж", "語", "👩‍🌾"])
def test_a_long_name_is_cut_between_letters_and_keeps_its_suffix(letter: str) -> None:
    name = article_name(letter * 300 + ".text")
    assert 190 < len(name.encode()) <= 200
    assert name.endswith(".text")
    assert name.removesuffix(".text") in letter * 300


def test_a_second_article_of_a_name_is_numbered_before_its_suffix() -> None:
    assert [numbered("a.b.txt", number) for number in (1, 2, 10)] == ["a.b.txt", "a.b (2).txt", "a.b (10).txt"]


@given(stem=st.text(st.characters(exclude_categories=())), suffix=st.sampled_from(accepted_endings()))
def test_every_name_is_one_that_a_folder_can_hold_and_a_build_reads(
    stem: str, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name = article_name(stem + suffix)
    assert article_name(name) == name
    assert Path(name).name == name
    assert len(name.encode()) <= 200
    assert unicodedata.is_normalized("NFC", name)
    folder = tmp_path_factory.mktemp("folder")
    (folder / name).write_text("Words.")
    assert list_files(folder).files == (name,)
