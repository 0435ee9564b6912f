"""An index answers from one revision, notices damage, and mends what can be derived."""

import logging
import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa.archive.archive import Archive
from qa.errors import ArchiveIndexError, IndexDamaged, IndexIncompatible, IndexMissing, IndexUnwritable
from qa.index.dense.exact import ExactSearch
from qa.index.dense.vector_file import open_search
from qa.index.lock import writer_lock
from qa.index.snapshot import Snapshot, load
from tests.conftest import ROOT
from tests.support.hand_encoder import VOCABULARY, HandEncoder
from tests.support.namespaces import apart, read_only, run

QUESTION = "How long is the border along the river?"


def opened(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "index", encoder=HandEncoder())


def flip(path: Path, at: int) -> None:
    """Change one bit in place: a file mapped into a process must never shrink under it."""
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)
        file.seek(at)
        file.write(bytes([byte[0] ^ 1]))


def accelerator(tmp_path: Path, pattern: str) -> Path:
    (found,) = (tmp_path / "index").glob(pattern)
    return found


def test_an_open_archive_follows_a_rebuild(archive: Archive, folder: Path, tmp_path: Path) -> None:
    before = archive.ask(QUESTION)
    (folder / "border.txt").write_text("Line moved\n\nThe border follows the river for 999 miles.\n")
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    after = archive.ask(QUESTION)
    assert after.revision == before.revision + 1
    assert "999 miles" in after.evidence[0].passage.text


def revised(folder: Path, index: Path, times: int) -> Archive:
    for number in range(times):
        (folder / "border.txt").write_text(f"Line moved\n\nThe border follows the river for {number} miles.\n")
        built = Archive.build(folder, index, encoder=HandEncoder())
    return built


@pytest.mark.parametrize("revisions", [1, 3, 5], ids=["fewer revisions", "as many", "more"])
def test_an_open_archive_follows_an_index_that_was_deleted_and_made_again(
    folder: Path, tmp_path: Path, revisions: int
) -> None:
    index = tmp_path / "index"
    archive = revised(folder, index, 3)
    assert "2 miles" in archive.ask(QUESTION).evidence[0].passage.text
    shutil.rmtree(index)
    (folder / "more.txt").write_text("Another line\n\nThe border follows the road for 77 miles.\n")
    revised(folder, index, revisions)
    answer = archive.ask(QUESTION, limit=50)
    assert answer.revision == revisions
    assert f"for {revisions - 1} miles" in answer.evidence[0].passage.text
    assert answer == Archive.open(index, encoder=HandEncoder()).ask(QUESTION, limit=50)


def test_an_open_archive_follows_another_index_in_its_place_of_the_same_size(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    archive = Archive.build(folder, index, encoder=HandEncoder())
    before = archive.ask(QUESTION)
    shutil.rmtree(index)
    text = (folder / "border.txt").read_text()
    (folder / "border.txt").write_text(text.replace("river", "road"))
    Archive.build(folder, index, encoder=HandEncoder())
    after = archive.ask(QUESTION)
    assert (after.revision, "river" in after.evidence[0].passage.text) == (before.revision, False)
    assert after == Archive.open(index, encoder=HandEncoder()).ask(QUESTION)


def test_no_index_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="qa build FOLDER"):
        opened(tmp_path)


@pytest.mark.parametrize("how", ["deleted", "flipped", "truncated", "emptied", "of another archive"])
def test_a_damaged_vector_file_is_rebuilt_with_one_warning(
    archive: Archive, tmp_path: Path, folder: Path, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    expected = archive.ask(QUESTION)
    path = accelerator(tmp_path, "vectors-*.faiss")
    if how == "deleted":
        path.unlink()
    elif how == "flipped":
        flip(path, path.stat().st_size - 3)
    elif how == "truncated":
        path.write_bytes(path.read_bytes()[:-40])
    elif how == "emptied":
        path.write_bytes(b"")
    else:
        (folder / "border.txt").write_text("Other\n\nThe bank is shut.\n")
        Archive.build(folder, tmp_path / "other", encoder=HandEncoder())
        shutil.copy(next((tmp_path / "other").glob("vectors-*.faiss")), path)
    with caplog.at_level(logging.WARNING):
        assert opened(tmp_path).ask(QUESTION) == expected
    assert len(caplog.records) == 1
    assert "rebuilt" in caplog.text
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        assert opened(tmp_path).ask(QUESTION) == expected
    assert not caplog.records


@pytest.mark.parametrize("how", ["deleted", "flipped", "a file missing"])
def test_a_damaged_lexical_index_is_rebuilt_with_one_warning(
    archive: Archive, tmp_path: Path, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    expected = archive.ask(QUESTION)
    lexical = accelerator(tmp_path, "lexical-*")
    if how == "deleted":
        shutil.rmtree(lexical)
    elif how == "flipped":
        flip(next(lexical.glob("*.term")), 10)
    else:
        next(lexical.glob("*.idx")).unlink()
    with caplog.at_level(logging.WARNING):
        assert opened(tmp_path).ask(QUESTION) == expected
    assert len(caplog.records) == 1


def test_an_accelerator_damaged_while_another_builds_is_rebuilt_in_memory(
    archive: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    expected = archive.ask(QUESTION)
    accelerator(tmp_path, "vectors-*.faiss").unlink()
    with writer_lock(tmp_path / "index"), caplog.at_level(logging.WARNING):
        assert opened(tmp_path).ask(QUESTION) == expected
    assert not list((tmp_path / "index").glob("vectors-*.faiss"))
    assert len(caplog.records) == 1


def test_a_vector_file_without_some_passages_is_written_again_with_a_warning(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    expected = archive.ask(QUESTION)
    short = [ExactSearch.empty(len(VOCABULARY))]
    monkeypatch.setattr(
        "qa.index.derived_files.open_search", lambda *given: short.pop() if short else open_search(*given)
    )
    assert opened(tmp_path).ask(QUESTION) == expected
    (record,) = caplog.records
    assert "hold 0 passages of" in record.getMessage()


def test_rows_of_another_revision_than_was_loaded_are_not_answered_from(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert archive.status().revision == 1

    def other(*given: Any) -> Snapshot:
        found = load(*given)
        return replace(found, state=replace(found.state, revision=7))

    monkeypatch.setattr("qa.index.index.load", other)
    with pytest.raises(IndexDamaged, match="loaded as of revision 7, and its rows are of 1: open it again"):
        opened(tmp_path).ask(QUESTION)


def test_a_database_that_is_no_database_is_damaged(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "index" / "archive.sqlite").write_bytes(b"this was an archive once " * 400)
    with pytest.raises(IndexDamaged, match=r"archive\.sqlite is damaged.*qa build"):
        opened(tmp_path)


def test_another_programs_database_is_refused(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "index" / "archive.sqlite"
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    connection.close()
    with pytest.raises(IndexDamaged, match="not an index of this program"):
        opened(tmp_path)


def test_a_flipped_byte_in_a_text_that_is_shown_is_never_served(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "index" / "archive.sqlite"
    flip(path, path.read_bytes().index(b"follows the river for 300"))
    with pytest.raises(IndexDamaged, match="row .* is not what was written"):
        opened(tmp_path).ask(QUESTION)


def test_any_flipped_byte_of_the_database_gives_the_same_answer_or_a_typed_error(
    archive: Archive, tmp_path: Path
) -> None:
    expected = archive.ask(QUESTION)
    path = tmp_path / "index" / "archive.sqlite"
    whole = path.read_bytes()
    damaged = 0
    for at in range(0, len(whole), len(whole) // 150):
        path.write_bytes(whole)
        flip(path, at)
        try:
            answer = opened(tmp_path).ask(QUESTION)
        except ArchiveIndexError as error:
            damaged += 1
            assert "\n" not in str(error)
        else:
            assert answer.evidence == expected.evidence
    assert damaged


@pytest.mark.parametrize(("version", "remedy"), [(99, "upgrade"), (0, "qa build")])
def test_another_format_is_refused_with_the_remedy(archive: Archive, tmp_path: Path, version: int, remedy: str) -> None:
    connection = sqlite3.connect(tmp_path / "index" / "archive.sqlite")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(IndexIncompatible, match=remedy):
        opened(tmp_path)


ENVIRONMENT = {"PYTHONPATH": str(ROOT), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}

READ_ONLY = """
    import sys
    from qa.archive.archive import Archive
    from tests.support.hand_encoder import HandEncoder
    answer = Archive.open(sys.argv[1], encoder=HandEncoder()).ask(sys.argv[2])
    print(answer.evidence[0].passage.id)
"""


@pytest.mark.parametrize("damaged", [False, True])
def test_an_index_on_read_only_media_answers_without_a_write(archive: Archive, tmp_path: Path, damaged: bool) -> None:
    index = tmp_path / "index"
    expected = archive.ask(QUESTION).evidence[0].passage.id
    if damaged:
        accelerator(tmp_path, "vectors-*.faiss").unlink()
    before = sorted(path.name for path in index.rglob("*"))
    script = tmp_path / "ask.py"
    script.write_text("\n".join(line[4:] for line in READ_ONLY.splitlines()))
    asked = run([*read_only(index), sys.executable, str(script), str(index), QUESTION], ENVIRONMENT)
    assert asked.stdout.strip() == expected, asked.stderr
    assert len(asked.stderr.splitlines()) == int(damaged)
    assert sorted(path.name for path in index.rglob("*")) == before


def test_a_disk_that_is_full_is_one_line(archive: Archive, folder: Path, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    full = apart("-rm", f'mount -t tmpfs -o size=60k tmpfs "{small}"')
    script = tmp_path / "build.py"
    script.write_text(
        "import sys\nfrom qa.archive.archive import Archive\nfrom qa.errors import IndexUnwritable\n"
        "from tests.support.hand_encoder import HandEncoder\n"
        "try:\n    Archive.build(sys.argv[1], sys.argv[2], encoder=HandEncoder())\n"
        "except IndexUnwritable as error:\n    print(error)\n"
    )
    built = run([*full, sys.executable, str(script), str(folder), str(small)], ENVIRONMENT)
    assert built.returncode == 0, built.stderr
    assert "full" in built.stdout or "make room" in built.stdout
    assert len(built.stdout.splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_one_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(IndexUnwritable, match="choose another with --index"):
        Archive.build(folder, tmp_path / "file" / "index", encoder=HandEncoder())
