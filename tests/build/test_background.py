"""Derived files are written again beside those that answer, whatever changes meanwhile."""

import errno
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build import background
from qa.build.background import rebuild, start_rebuilding
from qa.build.build import build_folder
from qa.build.compact import compact_index
from qa.build.consent import Consent
from qa.build.processes import start
from qa.build.verify import verify_index
from qa.errors import IndexDamaged, IndexUnwritable
from qa.index.derived_files import CatalogueFile
from qa.index.index import Index
from qa.index.store.schema import DATABASE, State
from qa.settings import Settings
from tests.conftest import ROOT
from tests.promises.crashes.prepared import left_over
from tests.promises.crashes.scenarios import OtherEncoder
from tests.promises.engine.seen import every_passage
from tests.support.hand_encoder import HandEncoder
from tests.support.settings import ADDED_TO

Meanwhile = Callable[[Callable[[], object]], None]
QUESTION = "Which ship met the president by the river?"


@pytest.fixture
def index(folder: Path, tmp_path: Path) -> Path:
    """An index in two revisions: with a tail, and with passages that are gone."""
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=ADDED_TO)
    write(folder, "tail.txt", "The ship of the tail met the river.")
    (folder / "music.txt").unlink()
    archive.update([folder])
    return tmp_path / "index"


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Let something happen when the files are written, and not yet swapped in."""

    def happens(what: Callable[[], object]) -> None:
        def reached(step: str) -> None:
            if step == "rebuilt beside":
                what()

        monkeypatch.setattr(background, "reached", reached)

    return happens


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(f"About {name}\n\n{text}\n")
    return folder / name


def opened(index: Path, settings: Settings = ADDED_TO) -> Archive:
    return Archive.open(index, encoder=HandEncoder(), settings=settings)


def asked(index: Path) -> set[str]:
    return {it.article.file for it in opened(index).ask(QUESTION, limit=50).evidence}


def check_whole(index: Path, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Compare with what a build from nothing holds, without and with a new process that asks."""
    fresh = Archive.build(folder, folder.parent / "fresh", encoder=HandEncoder())
    assert every_passage(index) == every_passage(folder.parent / "fresh")
    assert asked(index) == {it.article.file for it in fresh.ask(QUESTION, limit=50).evidence}
    assert verify_index(index).problems == ()
    assert left_over(index) == set()
    assert not caplog.records


def test_what_was_gone_and_newer_is_in_the_new_files_and_the_answers_stay(
    index: Path, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before, answer = Index(index).state(), asked(index)
    assert rebuild(index, ADDED_TO)
    after = Index(index).state()
    assert (after.revision, after.compacted, before.compacted) == (2, 2, 1)
    assert after.vectors_through > before.vectors_through
    assert asked(index) == answer
    check_whole(index, folder, caplog)


def test_changes_made_meanwhile_are_in_the_result(
    index: Path, folder: Path, meanwhile: Meanwhile, caplog: pytest.LogCaptureFixture
) -> None:
    following = opened(index)

    def change() -> None:
        write(folder, "new.txt", "A new ship met the president.")
        write(folder, "trade.txt", "The bank of the river has another ship.")
        (folder / "tail.txt").unlink()
        following.update([folder])
        write(folder, "newer.txt", "The newest ship met the river.")
        Archive.build(folder, index, encoder=HandEncoder(), settings=ADDED_TO)

    meanwhile(change)
    assert rebuild(index, ADDED_TO)
    state = Index(index).state()
    assert (state.revision, state.compacted) == (4, 2)
    assert asked(index) >= {"new.txt", "newer.txt", "trade.txt"}
    assert "tail.txt" not in asked(index)
    assert following.ask(QUESTION, limit=50).evidence == opened(index).ask(QUESTION, limit=50).evidence
    check_whole(index, folder, caplog)


def test_a_second_one_beside_it_does_nothing(
    index: Path, folder: Path, meanwhile: Meanwhile, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[object] = []

    def second() -> None:
        beside = sorted((index / "rebuilding").rglob("*"))
        seen.append(rebuild(index, ADDED_TO))
        start_rebuilding(index)
        seen.append([it for it in threading.enumerate() if it.name == "rebuilding"])
        seen.append(start("qa.build.background", str(index)).wait(60))
        assert sorted((index / "rebuilding").rglob("*")) == beside

    meanwhile(second)
    assert rebuild(index, ADDED_TO)
    assert seen == [False, [], 0]
    check_whole(index, folder, caplog)


def test_files_made_for_another_encoder_are_dropped(index: Path, folder: Path, meanwhile: Meanwhile) -> None:
    meanwhile(lambda: build_folder(folder, index, OtherEncoder(), ADDED_TO, Consent(another_encoder=True)))
    assert not rebuild(index, ADDED_TO)
    other = Archive.open(index, encoder=OtherEncoder())
    assert other.ask(QUESTION).revision == 3
    assert verify_index(index).problems == ()
    assert left_over(index) == set()


def test_files_that_somebody_else_rewrote_meanwhile_stay(
    index: Path, folder: Path, meanwhile: Meanwhile, caplog: pytest.LogCaptureFixture
) -> None:
    states: list[State] = []

    def compact() -> None:
        compact_index(index, ADDED_TO)
        states.append(Index(index).state())

    meanwhile(compact)
    assert not rebuild(index, ADDED_TO)
    assert [Index(index).state()] == states
    check_whole(index, folder, caplog)


def test_what_a_rebuilding_that_died_left_is_swept_by_the_next_and_by_a_build(index: Path, folder: Path) -> None:
    for again in (
        lambda: rebuild(index, ADDED_TO),
        lambda: Archive.build(folder, index, encoder=HandEncoder(), settings=ADDED_TO),
        lambda: compact_index(index, ADDED_TO),
    ):
        (index / "rebuilding").mkdir()
        (index / "rebuilding" / "vectors-000002.faiss").write_bytes(b"half of it")
        again()
        assert left_over(index) == set()


def test_files_that_could_not_all_be_written_leave_nothing(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state, answer = Index(index).state(), asked(index)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(CatalogueFile, "new", full)
    with pytest.raises(IndexUnwritable, match=r"No space left on device.*make room"):
        rebuild(index, ADDED_TO)
    assert (Index(index).state(), asked(index)) == (state, answer)
    assert left_over(index) == set()


def test_a_process_that_cannot_rebuild_says_so_in_one_line_and_the_index_answers(
    index: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = asked(index)
    (index / "rebuilding").write_bytes(b"a file of somebody else")
    assert start("qa.build.background", str(index)).wait(60) == 2
    said = capfd.readouterr()
    assert re.fullmatch(r"qa: .*rebuilding cannot be written .*: make room\n", said.err)
    assert said.out == ""
    assert asked(index) == before
    (index / "rebuilding").unlink()
    assert rebuild(index, ADDED_TO)


def test_a_process_that_could_not_be_started_is_logged_and_the_update_is_made(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = replace(ADDED_TO, dead_share=0.1)
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=settings)
    (tmp_path / "index" / "rebuilding.lock").mkdir()
    report = archive.update([write(folder, "new.txt", "A new ship met the president.\n\nThe river has trade.")])
    assert report.revision == 2
    assert "new.txt" in asked(tmp_path / "index")
    (record,) = caplog.records
    assert re.search(r"derived from .* could not be rewritten \(.*rebuilding\.lock", record.getMessage())


def test_nothing_is_made_of_a_damaged_database(index: Path) -> None:
    database = index / DATABASE
    damaged = database.read_bytes().replace(b"ship of the tail", b"chip of the tail")
    database.write_bytes(damaged)
    derived = sorted(index.glob("*-0*"))
    with pytest.raises(IndexDamaged, match="qa build"):
        rebuild(index, ADDED_TO)
    assert database.read_bytes() == damaged
    assert sorted(index.glob("*-0*")) == derived


UPDATED = """
import sys
from pathlib import Path
from qa.archive.archive import Archive
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder

settings = Settings(rewritten_up_to=0, dead_share=0.1)
Archive.open(sys.argv[1], encoder=HandEncoder(), settings=settings).update([sys.argv[2]])
"""


def test_a_program_that_ends_right_after_its_update_leaves_the_rebuilding_to_go_on(index: Path, folder: Path) -> None:
    write(folder, "last.txt", "The last ship met the president.")
    before = Index(index).state()
    # What it started writes to its standard error too: reading that to the end waits for both.
    command = [sys.executable, "-X", "dev", "-c", UPDATED, str(index), str(folder)]
    ran = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert Index(index).state().vectors_name != before.vectors_name
    assert left_over(index) == set()
    assert "last.txt" in asked(index)
