"""An index is built from several folders, files and patterns, and keeps which."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.status import folder_status
from qa.errors import FolderMismatch
from qa.index.index import Index
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for file in ("a/river.txt", "a/old/trade.txt", "b/music.txt", "b/notes.md", "c/ship.txt"):
        path = tmp_path / "news" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"About {path.stem}\n\nThe {path.stem} was seen by the president.\n", encoding="utf-8")
    return tmp_path / "news"


def files(archive: Archive) -> set[str]:
    return {it.file for it in archive.contents().articles}


def build(news: Path, *sources: str, replace: bool = False) -> Archive:
    named = [news / it for it in sources] if sources else news
    return Archive.build(named, news.parent / "index", encoder=HandEncoder(), replace=replace)


def test_folders_files_and_patterns_are_one_archive(news: Path) -> None:
    archive = build(news, "a", "b/*.md", "c/ship.txt")
    assert files(archive) == {"a/river.txt", "a/old/trade.txt", "b/notes.md", "c/ship.txt"}
    assert archive.status().selection == ("a/**", "b/*.md", "c/ship.txt")


def test_an_index_keeps_what_it_was_built_from(news: Path) -> None:
    archive = build(news, "a", "c")
    (news / "c" / "bank.txt").write_text("Bank\n\nThe bank opened.\n")
    (news / "b" / "bank.txt").write_text("Bank\n\nThe other bank opened.\n")
    found = folder_status(Index(news.parent / "index"), Settings()).diff
    assert found is not None
    assert found.added == ("c/bank.txt",)
    archive.rebuild()
    assert files(archive) == {"a/river.txt", "a/old/trade.txt", "c/ship.txt", "c/bank.txt"}
    assert str(archive.rebuild()).startswith("0 added, 0 changed, 0 removed, 4 unchanged")


def test_another_choice_below_the_same_folder_takes_its_place(news: Path) -> None:
    build(news, "a", "b", "c")
    assert files(build(news, "b", "c", "a/river.txt")) == {"a/river.txt", "b/music.txt", "b/notes.md", "c/ship.txt"}


def test_the_whole_folder_is_read_again_where_that_is_agreed_to(news: Path) -> None:
    build(news, "a", "c")
    assert len(files(build(news))) == 3, "an index keeps its choice"
    assert len(files(build(news, replace=True))) == 5


def test_a_choice_below_another_folder_needs_consent(news: Path) -> None:
    build(news, "a", "c")
    with pytest.raises(FolderMismatch):
        build(news, "a/river.txt", "a/old")


def test_a_file_that_is_updated_by_name_belongs_to_the_archive_from_then_on(news: Path) -> None:
    archive = build(news, "a", "c")
    archive.update([news / "b" / "notes.md"])
    assert "b/notes.md" in files(archive)
    archive.rebuild()
    assert files(archive) == {"a/river.txt", "a/old/trade.txt", "c/ship.txt", "b/notes.md"}


def test_one_file_is_an_archive(news: Path) -> None:
    assert files(build(news, "a/river.txt")) == {"river.txt"}
