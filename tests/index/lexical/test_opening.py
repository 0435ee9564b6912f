"""A lexical index is opened by links to its files: nothing of Tantivy's is put beside them, then or later."""

import errno
import gc
import tempfile
import time
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.errors import IndexUnwritable
from qa.index.lexical.folder import linked
from qa.index.lexical.index import LexicalIndex
from tests.index.lexical.made import TEXTS, found, written
from tests.support.hand_encoder import HandEncoder

LONG_SECONDS = 60.0
"""Tantivy's threads notice within half a second that nobody needs them; a busy machine may take longer."""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "temporary"


@pytest.fixture
def lexical(tmp_path: Path) -> Path:
    """A lexical index without the locks of whoever wrote it."""
    for lock in (made := written(tmp_path / "lexical", TEXTS)).glob(".tantivy-*"):
        lock.unlink()
    return made


def threads() -> set[str]:
    """Return the threads of Tantivy in this process."""
    every = dict[str, str]()
    for task in Path("/proc/self/task").iterdir():
        try:
            every[task.name] = (task / "comm").read_text()
        except OSError as error:  # it has just ended
            assert error.errno in (errno.ENOENT, errno.ESRCH)
    return {thread for thread, name in every.items() if "tantivy" in name or "segment" in name or "watch" in name}


def wait_until_ended(before: set[str]) -> None:
    deadline = time.monotonic() + LONG_SECONDS
    while threads() - before:
        assert time.monotonic() < deadline, "a thread of Tantivy goes on"
        time.sleep(0.05)


def test_an_index_is_opened_without_a_lock_beside_it(lexical: Path, temporary: Path) -> None:
    files = sorted(lexical.iterdir())
    assert found(LexicalIndex.open(lexical, len(TEXTS)), ["river"])
    assert LexicalIndex.count(lexical) == len(TEXTS)
    assert sorted(lexical.iterdir()) == files
    assert not list(temporary.iterdir())


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the threads of a process are listed on Linux alone")
def test_no_thread_of_tantivy_outlives_what_it_was_started_for(tmp_path: Path) -> None:
    before = threads()
    made = written(tmp_path / "lexical", TEXTS)
    wait_until_ended(before)
    opened = LexicalIndex.open(made, len(TEXTS))
    assert found(opened, ["river"])
    del opened
    gc.collect()
    wait_until_ended(before)


def test_a_folder_gets_its_name_when_nothing_writes_it_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = dict[str, bool]()
    monkeypatch.setattr(
        "qa.index.lexical.folder.reached", lambda step: seen.update({step: (tmp_path / "lexical").exists()})
    )
    written(tmp_path / "lexical", TEXTS)
    assert seen == {
        "lexical folder made": False,
        "lexical words committed": False,
        "lexical files written": False,
        "lexical files on disk": True,
    }
    assert [path.name for path in tmp_path.iterdir()] == ["lexical"]


def test_a_folder_whose_writer_died_is_written_again(tmp_path: Path) -> None:
    written(tmp_path / "lexical", TEXTS[:2]).rename(tmp_path / "lexical-writing")
    assert LexicalIndex.count(written(tmp_path / "lexical", TEXTS)) == len(TEXTS)


@pytest.mark.usefixtures("archive")
def test_asking_an_archive_puts_no_lock_into_its_index(tmp_path: Path) -> None:
    for lock in (tmp_path / "index").rglob(".tantivy-*"):
        lock.unlink()
    assert Archive.open(tmp_path / "index", encoder=HandEncoder()).ask("the river").evidence
    assert not list((tmp_path / "index").rglob(".tantivy-*"))


@pytest.mark.usefixtures("cannot_be_written")
def test_an_archive_that_cannot_be_written_answers_and_leaves_nothing_behind(
    archive: Archive, tmp_path: Path, temporary: Path
) -> None:
    opened = Archive.open(tmp_path / "index", encoder=HandEncoder())
    assert opened.ask("the river").evidence
    assert not list(temporary.iterdir())
    assert opened.ask("the border").evidence


def test_without_temporary_files_an_index_is_opened_where_it_stands(
    lexical: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    with linked(lexical) as opened:
        assert opened == lexical
    assert found(LexicalIndex.open(lexical, len(TEXTS)), ["river"])


@pytest.mark.usefixtures("cannot_be_written")
def test_no_place_for_a_lock_is_reported_with_the_remedy(lexical: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    with pytest.raises(IndexUnwritable, match=r"/nowhere/at/all .*TMPDIR"):
        LexicalIndex.open(lexical, len(TEXTS))


def test_links_that_cannot_be_deleted_are_no_reason_not_to_read(
    lexical: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("qa.index.lexical.folder.remove_folder", refused)
    opened = LexicalIndex.open(lexical, len(TEXTS))
    assert len(opened) == len(TEXTS)
    assert "cannot be deleted (Input/output error)" in caplog.text
