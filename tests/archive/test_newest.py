"""What takes long is made once a revision, and nobody who asks a question waits for it."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.archive.newest import Newest
from qa.index.index import Index, View

WAIT = 60
"""Seconds, at most, for what should take none."""


def revision(view: View) -> int:
    return view.snapshot.state.revision


def test_it_is_made_once_though_many_threads_want_it_at_once(archive: Archive, tmp_path: Path) -> None:
    made = list[int]()
    together = threading.Barrier(8)

    def make(read: int) -> int:
        made.append(read)
        return len(made)

    newest = Newest(Index(tmp_path / "index"), revision, make)

    def want(_number: int) -> int:
        together.wait(WAIT)
        return newest.newest()

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(want, range(8))) == [1] * 8
    assert newest.newest() == 1


def test_it_is_made_anew_after_a_change_and_not_before(archive: Archive, folder: Path, tmp_path: Path) -> None:
    newest = Newest(Index(tmp_path / "index"), revision, lambda read: [read])
    first = newest.newest()
    assert newest.newest() is first
    (folder / "new.txt").write_text("Storm\n\nA storm sank the ferry.\n")
    archive.update([folder / "new.txt"])
    assert first == [1]
    assert newest.newest() == [2]


def test_questions_and_changes_go_on_while_it_is_made(archive: Archive, folder: Path, tmp_path: Path) -> None:
    begun, finish = threading.Event(), threading.Event()

    def make(read: int) -> int:
        begun.set()
        assert finish.wait(WAIT)
        return read

    newest = Newest(Index(tmp_path / "index"), revision, make)
    with ThreadPoolExecutor(1) as threads:
        wanted = threads.submit(newest.newest)
        try:
            assert begun.wait(WAIT)
            assert archive.ask("Where is the border?").revision == 1
            (folder / "new.txt").write_text("Storm\n\nA storm sank the ferry.\n")
            archive.update([folder / "new.txt"])
            assert archive.ask("Where is the border?").revision == 2
        finally:
            finish.set()
        assert wanted.result(WAIT) == 1
        assert newest.newest() == 2


def test_what_fails_is_tried_again(archive: Archive, tmp_path: Path) -> None:
    reasons = [MemoryError("too little")]

    def make(read: int) -> int:
        if reasons:
            raise reasons.pop()
        return read

    newest = Newest(Index(tmp_path / "index"), revision, make)
    with pytest.raises(MemoryError):
        newest.newest()
    assert newest.newest() == 1
