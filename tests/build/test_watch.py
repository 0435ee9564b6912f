"""A folder that is watched: what happens in it is answered from, whatever happens to it."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from qa.archive.archive import Archive
from qa.build.status import folder_status
from qa.build.watch import watch_folder
from qa.errors import EncoderMismatch, FolderMismatch, FolderMissing
from qa.index.index import Index
from qa.index.lock import writer_lock
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder
from tests.support.patience import PATIENCE

QUICK = Settings(watch_quiet_milliseconds=50, watch_longest_milliseconds=400)


class Watched:
    """A watch in a thread of its own, and what it said."""

    def __init__(self, folder: Path, index: Path, settings: Settings = QUICK) -> None:
        self.folder, self.index, self.settings = folder, index, settings
        self.lines: list[str] = []
        self.stop = Event()
        self.failure: BaseException | None = None
        self.thread = Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        try:
            watch_folder(self.folder, self.index, HandEncoder(), self.settings, self.lines.append, self.stop)
        except BaseException as failure:  # noqa: BLE001  # shown by the test that waits
            self.failure = failure

    def until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not true():
            assert self.failure is None, self.failure
            assert time.monotonic() < deadline, self.lines
            time.sleep(0.02)

    def until_said(self, words: str, times: int = 1) -> None:
        self.until(lambda: sum(words in line for line in self.lines) >= times)

    def until_it_holds(self, *files: str) -> None:
        def held() -> bool:
            evidence = archive.ask("trade river ship", limit=1000).evidence
            return {it.article.file for it in evidence} | {c.article.file for it in evidence for c in it.copies} == {
                *files
            }

        archive = Archive.open(self.index, encoder=HandEncoder())
        self.until(held)
        assert not folder_status(Index(self.index), Settings()).ahead

    def revisions(self) -> int:
        return sum(line.startswith("revision") for line in self.lines)

    def end(self) -> None:
        self.stop.set()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


@pytest.fixture
def started() -> Iterator[Callable[..., Watched]]:
    running: list[Watched] = []

    def start(folder: Path, index: Path, settings: Settings = QUICK) -> Watched:
        running.append(Watched(folder, index, settings))
        running[-1].until_said("watching")
        return running[-1]

    yield start
    for it in running:
        it.end()


@pytest.fixture
def watched(folder: Path, tmp_path: Path, started: Callable[..., Watched]) -> Watched:
    return started(folder, tmp_path / "index")


THREE = ("border.txt", "music.txt", "trade.txt")


def write(path: Path, words: str = "The ship carried trade up the river.") -> None:
    path.write_text(f"Headline of {path.stem}\n\n{words}\n", encoding="utf-8")


def settle() -> None:
    """Wait long enough for a watch to do what it should not."""
    time.sleep(1.2)


def test_what_is_added_changed_renamed_and_removed_is_answered_from(watched: Watched) -> None:
    assert watched.lines[0] == "revision 1: 3 added, 0 changed, 0 removed, 0 unchanged; 6 passages encoded"
    write(watched.folder / "new.md")
    watched.until_said("revision 2: 1 added, 0 changed, 0 removed, 0 unchanged; 1 passage encoded")
    watched.until_it_holds(*THREE, "new.md")
    write(watched.folder / "new.md", "The bank bought another ship.")
    watched.until_said("1 changed")
    (watched.folder / "new.md").rename(watched.folder / "renamed.txt")
    watched.until_it_holds(*THREE, "renamed.txt")
    (watched.folder / "renamed.txt").unlink()
    watched.until_it_holds(*THREE)
    (found,) = Archive.open(watched.index, encoder=HandEncoder()).ask("bank", articles=["trade.txt"], limit=1).evidence
    assert "another ship" not in found.passage.text


def test_an_archive_opened_before_answers_its_first_question_after_the_commit_from_the_new_revision(
    watched: Watched,
) -> None:
    archive = Archive.open(watched.index, encoder=HandEncoder())
    before = archive.ask("music").revision
    write(watched.folder / "new.txt")
    watched.until_said("revision 2")
    answer = archive.ask("ship trade river", articles=["new.txt"])
    assert answer.revision == before + 1
    assert len(answer.evidence) == 1


def test_a_folder_moved_in_renamed_and_moved_out_takes_its_articles_along(watched: Watched, tmp_path: Path) -> None:
    (tmp_path / "outside" / "deep").mkdir(parents=True)
    write(tmp_path / "outside" / "one.txt")
    write(tmp_path / "outside" / "deep" / "two.txt", "A bank by the river.")
    (tmp_path / "outside").rename(watched.folder / "inside")
    watched.until_it_holds(*THREE, "inside/one.txt", "inside/deep/two.txt")
    (watched.folder / "inside").rename(watched.folder / "again")
    watched.until_it_holds(*THREE, "again/one.txt", "again/deep/two.txt")
    write(watched.folder / "again" / "three.txt", "The president of the trade union.")
    watched.until_it_holds(*THREE, "again/one.txt", "again/deep/two.txt", "again/three.txt")
    (watched.folder / "again").rename(tmp_path / "outside")
    watched.until_it_holds(*THREE)


def test_folders_made_one_in_the_other_are_followed_at_once(watched: Watched) -> None:
    deep = watched.folder / "2024" / "05" / "04"
    deep.mkdir(parents=True)
    write(deep / "one.txt")
    watched.until_it_holds(*THREE, "2024/05/04/one.txt")
    shutil.rmtree(watched.folder / "2024")
    watched.until_it_holds(*THREE)


def test_the_folder_may_be_a_link(folder: Path, tmp_path: Path, started: Callable[..., Watched]) -> None:
    (tmp_path / "link").symlink_to(folder)
    watched = started(tmp_path / "link", tmp_path / "index")
    write(folder / "new.txt")
    watched.until_it_holds(*THREE, "new.txt")


def test_what_editors_leave_about_makes_no_revision(watched: Watched) -> None:
    for name in (".new.txt.swp", "border.txt~", "4913", "sedA1b2C3", "picture.jpg"):
        (watched.folder / name).write_text("The ship carried trade.\n")
    settle()
    for name in ("4913", "sedA1b2C3", ".new.txt.swp"):
        (watched.folder / name).unlink()
    (watched.folder / "border.txt").touch()
    settle()
    assert watched.lines[1:] == [f"watching {watched.folder}"]
    (watched.folder / "saved.tmp").write_text("Headline\n\nA ship on the river.\n")
    (watched.folder / "saved.tmp").rename(watched.folder / "border.txt")  # as editors save
    watched.until_said("revision 2: 0 added, 1 changed")


def test_a_file_written_in_several_steps_is_taken_in_as_it_stands_in_the_end(watched: Watched) -> None:
    with (watched.folder / "long.txt").open("w", encoding="utf-8") as file:
        file.write("Headline")
        for number in range(6):
            time.sleep(0.15)
            file.write(f"\n\nThe ship number {number} sails on the river.")
            file.flush()
    watched.until(lambda: not folder_status(Index(watched.index), Settings()).ahead)
    assert len(Archive.open(watched.index, encoder=HandEncoder()).passages("long.txt")) == 6


def test_a_file_that_cannot_be_read_is_named_and_keeps_its_last_good_text(watched: Watched) -> None:
    (watched.folder / "trade.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    watched.until_said("skipped trade.txt: ")
    assert "its earlier text still answers" in watched.lines[-1]
    watched.until_it_holds(*THREE)
    write(watched.folder / "trade.txt")
    watched.until_said("1 changed")


def test_while_another_program_writes_the_index_it_waits_and_says_so_once(watched: Watched) -> None:
    with writer_lock(watched.index):
        write(watched.folder / "new.txt")
        watched.until_said("is being written by process")
        time.sleep(2.5)
        write(watched.folder / "newer.txt", "A bank by the river.")
        time.sleep(0.5)
        assert sum("is being written" in line for line in watched.lines) == 1
    watched.until_it_holds(*THREE, "new.txt", "newer.txt")


def test_a_folder_that_lost_most_articles_is_not_obeyed_and_recovers(watched: Watched, tmp_path: Path) -> None:
    for name in THREE[:2]:
        (watched.folder / name).rename(tmp_path / name)
    watched.until_said("2 of the 3 articles in the index are gone")
    assert Archive.open(watched.index, encoder=HandEncoder()).article("border.txt")
    write(watched.folder / "new.txt")
    settle()
    for name in THREE[:2]:
        (tmp_path / name).rename(watched.folder / name)
    watched.until_it_holds(*THREE, "new.txt")


def test_a_folder_that_is_moved_away_and_comes_back_is_followed_again(watched: Watched, tmp_path: Path) -> None:
    watched.folder.rename(tmp_path / "away")
    watched.until_said("is gone")
    write(tmp_path / "away" / "new.txt")
    assert Archive.open(watched.index, encoder=HandEncoder()).article("border.txt")
    (tmp_path / "away").rename(watched.folder)
    watched.until_it_holds(*THREE, "new.txt")
    write(watched.folder / "newer.txt", "A bank by the river.")
    watched.until_it_holds(*THREE, "new.txt", "newer.txt")


def test_a_folder_that_is_replaced_at_once_is_followed_again(watched: Watched, tmp_path: Path) -> None:
    shutil.copytree(watched.folder, tmp_path / "copy")
    shutil.rmtree(watched.folder)
    shutil.copytree(tmp_path / "copy", watched.folder)
    settle()
    write(watched.folder / "new.txt")
    watched.until_it_holds(*THREE, "new.txt")


def test_a_link_that_comes_to_point_elsewhere_is_followed_there(
    folder: Path, tmp_path: Path, started: Callable[..., Watched]
) -> None:
    (tmp_path / "link").symlink_to(folder)
    watched = started(tmp_path / "link", tmp_path / "index")
    shutil.copytree(folder, tmp_path / "release")
    write(tmp_path / "release" / "new.txt")
    (tmp_path / "next").symlink_to(tmp_path / "release")
    (tmp_path / "next").rename(tmp_path / "link")
    watched.until_it_holds(*THREE, "new.txt")


def test_an_empty_folder_is_watched_until_the_first_article_comes(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    watched = Watched(tmp_path / "inbox", tmp_path / "index")
    try:
        watched.until_said("holds no articles")
        settle()
        assert len(watched.lines) == 1
        write(tmp_path / "inbox" / "first.txt")
        watched.until_said("watching")
        watched.until_it_holds("first.txt")
    finally:
        watched.end()


def test_a_flood_of_files_is_taken_in_whole(watched: Watched) -> None:
    names = [f"{number}.txt" for number in range(1_100)]
    for name in names:
        write(watched.folder / name, f"The ship number {name} carried trade up the river.")
    watched.until(lambda: Archive.open(watched.index, encoder=HandEncoder()).status().articles == 1_103)
    assert not folder_status(Index(watched.index), Settings()).ahead
    assert watched.revisions() < len(names) / 10


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes only names in UTF-8")
def test_a_name_that_is_no_text_is_named_and_stops_nothing(watched: Watched) -> None:
    with open(os.fsencode(watched.folder) + b"/caf\xe9.txt", "w") as file:  # noqa: PTH123
        file.write("Headline\n\nThe ship.\n")
    watched.until_said("its name cannot be shown as text")
    write(watched.folder / "new.txt")
    watched.until_it_holds(*THREE, "new.txt")


def test_a_linked_folder_is_passed_over_whatever_happens_in_it(watched: Watched, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (watched.folder / "link").symlink_to(tmp_path / "elsewhere")
    (watched.folder / "loop").symlink_to(watched.folder)
    write(tmp_path / "elsewhere" / "other.txt")
    settle()
    write(watched.folder / "new.txt")
    watched.until_it_holds(*THREE, "new.txt")
    assert not [line for line in watched.lines if "trying again" in line]


def test_an_index_inside_the_folder_of_articles_is_no_change_of_its_own(
    folder: Path, started: Callable[..., Watched]
) -> None:
    watched = started(folder, folder / "index")
    write(folder / "new.txt")
    watched.until_it_holds(*THREE, "new.txt")
    settle()
    said = len(watched.lines)
    settle()
    assert len(watched.lines) == said == 3


def test_an_index_that_is_deleted_is_made_again(watched: Watched) -> None:
    shutil.rmtree(watched.index)
    write(watched.folder / "new.txt")
    watched.until_said("revision 1: 4 added")
    watched.until_it_holds(*THREE, "new.txt")


def test_what_happened_before_the_watch_began_is_taken_in_first(
    archive: Archive, folder: Path, tmp_path: Path, started: Callable[..., Watched]
) -> None:
    write(folder / "new.txt")
    (folder / "music.txt").unlink()
    watched = started(folder, tmp_path / "index")
    assert watched.lines[0] == "revision 2: 1 added, 0 changed, 1 removed, 2 unchanged; 1 passage encoded"


def test_mistakes_at_the_start_are_errors(archive: Archive, tmp_path: Path) -> None:
    def begin(folder: Path, encoder: HandEncoder) -> None:
        watch_folder(folder, tmp_path / "index", encoder, QUICK, print, Event())

    with pytest.raises(FolderMissing, match="no such folder"):
        begin(tmp_path / "nowhere", HandEncoder())
    (tmp_path / "other").mkdir()
    write(tmp_path / "other" / "one.txt")
    with pytest.raises(FolderMismatch, match="--replace"):
        begin(tmp_path / "other", HandEncoder())
    with pytest.raises(EncoderMismatch):
        begin(tmp_path / "articles", HandEncoder(fingerprint="another"))
    assert archive.ask("music").revision == 1


def test_what_was_added_without_a_file_is_left_alone(watched: Watched) -> None:
    Archive.open(watched.index, encoder=HandEncoder()).add("The ship carried trade.", id="notes/1")
    write(watched.folder / "new.txt")
    watched.until_it_holds(*THREE, "new.txt", "notes/1")
    (watched.folder / "new.txt").unlink()
    (watched.folder / "notes").mkdir()
    (watched.folder / "notes").rmdir()
    watched.until_it_holds(*THREE, "notes/1")
