"""The lines that an outlet prints around its articles are found, left out, shown, and kept where that is wanted."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.status import stored_reading
from qa.index.index import Index
from qa.settings import Settings
from tests.articles.test_outlet_furniture import ABOUT, report
from tests.support.hand_encoder import HandEncoder

MENU = ("Home", "Trade and business today", "All about the river", "Subscribe to the letter of the editor")


def page(folder: Path, number: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    body = "\n\n".join(report(number * 100 + it) for it in range(3))
    path = folder / f"{number}.txt"
    path.write_text("\n".join([*MENU, "", f"Ward {number} meets", "", body, "", ABOUT, *MENU]), encoding="utf-8")
    return path


@pytest.fixture
def courier(tmp_path: Path) -> Path:
    for number in range(8):
        page(tmp_path / "news" / "courier", number)
    return tmp_path / "news"


def build(folder: Path, keep_furniture: bool | None = None) -> Archive:
    return Archive.build(folder, folder.parent / "index", encoder=HandEncoder(), keep_furniture=keep_furniture)


def texts(archive: Archive, file: str) -> list[str]:
    return [it.text for it in archive.passages(file)]


def test_what_comes_again_around_the_reports_is_no_passage_and_no_headline(courier: Path) -> None:
    archive = build(courier)
    for number in range(8):
        assert texts(archive, f"courier/{number}.txt") == [report(number * 100 + it) for it in range(3)]
        assert archive.article(f"courier/{number}.txt").title == f"Ward {number} meets"


def test_the_text_of_an_article_stays_whole_and_its_passages_stand_in_it(courier: Path) -> None:
    archive = build(courier)
    article = archive.article("courier/3.txt")
    assert article.text == (courier / "courier" / "3.txt").read_text()
    assert all(article.text[it.start : it.end] == it.text for it in archive.passages("courier/3.txt"))


def test_it_is_reported(courier: Path, tmp_path: Path) -> None:
    archive = build(courier)
    assert archive.report is not None
    assert archive.report.furniture >= 3
    (found,) = archive.status().furniture
    assert found.shared_by == "folder courier"
    assert ABOUT.lower() in found.lines
    dropped = stored_reading(Index(tmp_path / "index"), "courier/3.txt", Settings()).dropped
    said = {
        archive.article("courier/3.txt").text[it.start : it.end] for it in dropped if it.reason == "outlet furniture"
    }
    assert any(ABOUT in it for it in said)


def test_it_is_kept_where_that_is_wanted_and_left_out_again(courier: Path) -> None:
    assert any(ABOUT in it for it in texts(build(courier, keep_furniture=True), "courier/3.txt"))
    assert any(ABOUT in it for it in texts(build(courier), "courier/3.txt")), "the index keeps the choice"
    left_out = build(courier, keep_furniture=False)
    assert not any(ABOUT in it for it in texts(left_out, "courier/3.txt"))
    kept = build(courier, keep_furniture=True)
    assert any(ABOUT in it for it in texts(kept, "courier/3.txt"))
    assert kept.status().furniture == ()


def test_articles_that_come_later_are_read_without_it(courier: Path) -> None:
    archive = build(courier)
    archive.update([page(courier / "courier", 9)])
    assert texts(archive, "courier/9.txt") == [report(900 + it) for it in range(3)]


def test_where_many_come_later_the_earlier_ones_are_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    for number in range(3):
        page(folder / "courier", number)
    assert any(ABOUT in it for it in texts(build(folder), "courier/1.txt"))
    for number in range(3, 9):
        page(folder / "courier", number)
    archive = build(folder)
    assert archive.report is not None
    assert (archive.report.added, archive.report.changed) == (6, 0)
    assert texts(archive, "courier/1.txt") == [report(100 + it) for it in range(3)]
    assert build(folder).status().revision == archive.status().revision, "nothing is left to do"


def test_another_outlet_keeps_its_lines(courier: Path) -> None:
    other = courier / "other" / "a.txt"
    other.parent.mkdir()
    other.write_text(f"Who prints what\n\n{ABOUT}\n\n{report(5)}\n", encoding="utf-8")
    assert texts(build(courier), "other/a.txt") == [ABOUT, report(5)]


def test_an_article_that_is_nothing_else_stays_as_it_is(courier: Path) -> None:
    (courier / "courier" / "about.txt").write_text(f"About\n\n{ABOUT}\n", encoding="utf-8")
    assert texts(build(courier), "courier/about.txt") == [ABOUT]
