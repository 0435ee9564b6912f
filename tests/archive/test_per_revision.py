"""What takes long is computed once a revision, and again for the next; questions go on meanwhile."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.archive.per_revision import PerRevision
from qa.index.index import Index, View
from tests.support.hand_encoder import HandEncoder

WAIT = 60
"""Seconds, at most, for what should take none."""

Ask = Callable[[PerRevision[int, int], Index], int]


def revision(view: View) -> int:
    return view.snapshot.state.revision


def ask_at_a_view(cached: PerRevision[int, int], index: Index) -> int:
    with index.view() as view:
        return cached.value_at(view)


def ask_for_the_newest(cached: PerRevision[int, int], index: Index) -> int:
    return cached.current_value(index)


both_ways = pytest.mark.parametrize("ask", [ask_at_a_view, ask_for_the_newest])


@pytest.fixture
def index(archive: Archive, tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


@pytest.fixture
def computed() -> list[int]:
    """The revisions that were computed, in order."""
    return []


@pytest.fixture
def cached(computed: list[int]) -> PerRevision[int, int]:
    def compute(read: int) -> int:
        computed.append(read)
        return read

    return PerRevision(revision, compute)


@both_ways
def test_it_is_computed_once_a_revision(
    ask: Ask, index: Index, cached: PerRevision[int, int], computed: list[int], folder: Path, tmp_path: Path
) -> None:
    for expected in (1, 2):
        assert [ask(cached, index) for _ in range(3)] == [expected] * 3
        (folder / "new.txt").write_text("New\n\nThe ship sailed.\n")
        Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert computed == [1, 2]


def test_an_index_that_was_deleted_and_made_again_is_not_taken_for_the_one_before(
    index: Index, cached: PerRevision[int, int], computed: list[int], folder: Path, tmp_path: Path
) -> None:
    ask_at_a_view(cached, index)
    (folder / "new.txt").write_text("New\n\nThe ship sailed.\n")
    Archive.build(folder, tmp_path / "other", encoder=HandEncoder())
    assert ask_at_a_view(cached, Index(tmp_path / "other")) == 1
    assert computed == [1, 1]


@both_ways
def test_it_is_computed_once_though_many_threads_ask_at_once(
    ask: Ask, index: Index, cached: PerRevision[int, int], computed: list[int]
) -> None:
    together = threading.Barrier(8)

    def want(_number: int) -> int:
        together.wait(WAIT)
        return ask(cached, index)

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(want, range(8))) == [1] * 8
    assert computed == [1]


def test_questions_and_changes_go_on_while_it_is_computed(archive: Archive, index: Index, folder: Path) -> None:
    begun, finish = threading.Event(), threading.Event()

    def compute(read: int) -> int:
        begun.set()
        assert finish.wait(WAIT)
        return read

    cached = PerRevision(revision, compute)
    with ThreadPoolExecutor(1) as threads:
        wanted = threads.submit(cached.current_value, index)
        try:
            assert begun.wait(WAIT)
            assert not cached.is_computed(index), "whoever asks that does not wait for it"
            assert archive.ask("Where is the border?").revision == 1
            (folder / "new.txt").write_text("Storm\n\nA storm sank the ferry.\n")
            archive.update([folder / "new.txt"])
            assert archive.ask("Where is the border?").revision == 2
        finally:
            finish.set()
        assert wanted.result(WAIT) == 1
        assert not cached.is_computed(index), "there is a newer revision"
        assert cached.current_value(index) == 2
        assert cached.is_computed(index)


def test_what_is_known_of_a_revision_is_known_without_waiting_and_of_no_other(
    index: Index, cached: PerRevision[int, int], computed: list[int]
) -> None:
    assert cached.known(1) is None
    assert computed == []
    cached.current_value(index)
    assert (cached.known(1), cached.known(2)) == (1, None)


@both_ways
def test_a_failure_is_not_remembered(ask: Ask, index: Index) -> None:
    reasons = [MemoryError("too little")]

    def compute(read: int) -> int:
        if reasons:
            raise reasons.pop()
        return read

    cached = PerRevision(revision, compute)
    with pytest.raises(MemoryError):
        ask(cached, index)
    assert ask(cached, index) == 1
