"""What is worked out of a revision is worked out once, and anew for the next."""

import threading
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.archive.per_revision import Kept
from qa.index.index import Index, View
from tests.support.hand_encoder import HandEncoder


@pytest.fixture
def index(archive: Archive, tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


@pytest.fixture
def worked() -> list[int]:
    """The revisions that were worked out, in order."""
    return []


@pytest.fixture
def kept(worked: list[int]) -> Kept[int]:
    def work_out(view: View) -> int:
        worked.append(view.snapshot.state.revision)
        return worked[-1]

    return Kept(work_out)


def test_it_is_worked_out_once_a_revision(
    index: Index, kept: Kept[int], worked: list[int], folder: Path, tmp_path: Path
) -> None:
    for revision in (1, 2):
        for _ in range(3):
            with index.view() as view:
                assert kept.at(view) == revision
        (folder / "new.txt").write_text("New\n\nThe ship sailed.\n")
        Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert worked == [1, 2]


def test_an_index_that_was_deleted_and_made_again_is_not_taken_for_the_one_before(
    index: Index, kept: Kept[int], worked: list[int], folder: Path, tmp_path: Path
) -> None:
    with index.view() as view:
        kept.at(view)
    (folder / "new.txt").write_text("New\n\nThe ship sailed.\n")
    Archive.build(folder, tmp_path / "other", encoder=HandEncoder())
    with Index(tmp_path / "other").view() as view:
        assert kept.at(view) == 1
    assert worked == [1, 1]


def test_many_threads_have_it_worked_out_once(index: Index, kept: Kept[int], worked: list[int]) -> None:
    def ask() -> None:
        with index.view() as view:
            kept.at(view)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert worked == [1]


def test_a_failure_is_not_kept(index: Index) -> None:
    attempts: list[int] = []

    def fail_once(view: View) -> str:
        attempts.append(1)
        if len(attempts) == 1:
            raise ValueError("no")
        return "done"

    kept = Kept(fail_once)
    with index.view() as view:
        with pytest.raises(ValueError, match="no"):
            kept.at(view)
        assert kept.at(view) == "done"
