"""An update takes in some files, and only those."""

import sqlite3
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.update import update_files
from qa.errors import (
    EncoderMismatch,
    FolderMismatch,
    FolderMissing,
    FolderShrunk,
    IndexMissing,
)
from qa.index.index import Index
from qa.index.store.pending_vectors import PENDING, PendingVectors
from qa.settings import Settings
from tests.promises.crashes.prepared import left_over
from tests.support.hand_encoder import HandEncoder
from tests.support.imports import HEAVY, imported_by
from tests.support.rebuilding import rebuilding_awaited
from tests.support.settings import ADDED_TO

SENTENCE = "The ship of the president met the bank."


def write(folder: Path, name: str, text: str = SENTENCE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"About {Path(name).stem}\n\n{text}\n")
    return path


def files(archive: Archive, question: str = "ship president bank") -> set[str]:
    return {evidence.article.file for evidence in archive.ask(question, limit=50).evidence}


def test_a_new_file_is_found_by_the_next_question(archive: Archive, folder: Path) -> None:
    report = archive.update([write(folder, "new.txt")])
    assert str(report) == "1 added, 0 changed, 0 removed, 0 unchanged; 1 passage encoded"
    assert "new.txt" in files(archive)
    assert archive.ask("ship").revision == report.revision == 2


def test_a_changed_file_answers_with_its_new_text_only(archive: Archive, folder: Path) -> None:
    archive.update([write(folder, "trade.txt", "The bank has a new river.")])
    texts = {passage.text for passage in archive.passages("trade.txt")}
    assert texts == {"The bank has a new river."}


def test_a_file_that_is_gone_is_removed(archive: Archive, folder: Path) -> None:
    (folder / "music.txt").unlink()
    assert "1 removed" in str(archive.update([folder / "music.txt"]))
    assert "music.txt" not in files(archive, "music festival")


def test_a_path_may_be_relative_or_a_string_or_lead_through_a_link(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(folder, "one.txt"), write(folder, "two.txt"), write(folder, "three.txt")
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(folder)
    assert "3 added" in str(archive.update(["one.txt", str(folder / "two.txt"), tmp_path / "link" / "three.txt"]))


def test_a_folder_stands_for_all_that_is_or_was_in_it(archive: Archive, folder: Path) -> None:
    for name in ("deep/one.txt", "deep/er/two.txt", "deeply.txt"):
        write(folder, name)
    assert "2 added" in str(archive.update([folder / "deep"]))
    (folder / "deep").rename(folder / "elsewhere")
    report = archive.update([folder / "deep", folder / "elsewhere"])
    assert str(report) == "2 added, 0 changed, 2 removed, 0 unchanged; 0 passages encoded"
    assert "1 added, 0 changed, 0 removed" in str(archive.update([folder]))


def test_nothing_else_in_the_folder_is_looked_at(archive: Archive, folder: Path) -> None:
    write(folder, "other.txt")
    archive.update([write(folder, "new.txt")])
    assert "other.txt" not in files(archive)


def test_a_file_that_has_not_changed_makes_no_revision(archive: Archive, folder: Path) -> None:
    report = archive.update([folder / "trade.txt"])
    assert (report.unchanged, report.revision, archive.ask("trade").revision) == (1, 1, 1)


def test_what_is_no_article_is_passed_over(archive: Archive, folder: Path) -> None:
    for name in (".hidden.txt", "backup.txt~", "picture.png"):
        write(folder, name)
    assert archive.update(folder / name for name in (".hidden.txt", "backup.txt~", "picture.png")).revision == 1


def test_a_file_that_cannot_be_read_is_named_and_not_tried_again_until_it_changes(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    (folder / "binary.txt").write_bytes(b"\0\1\2" * 100)
    report = archive.update([folder / "binary.txt", write(folder, "new.txt")])
    assert [skipped.file for skipped in report.skipped] == ["binary.txt"]
    assert archive.update([folder / "binary.txt"]).revision == 2
    write(folder, "binary.txt")
    assert "1 added" in str(archive.update([folder / "binary.txt"]))
    assert archive.status().skipped == ()


def test_a_path_outside_the_folder_is_refused_by_name(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(FolderMismatch, match=r"stray\.txt is not in .*put it there first"):
        archive.update([write(tmp_path, "stray.txt")])


def test_a_folder_that_vanished_takes_nothing_with_it(archive: Archive, folder: Path) -> None:
    paths = list(folder.iterdir())
    folder.rename(folder.with_name("away"))
    with pytest.raises(FolderMissing):
        archive.update(paths)
    assert len(files(archive, "trade music river border")) == 3


def test_more_than_half_of_the_articles_are_removed_only_if_agreed(archive: Archive, folder: Path) -> None:
    paths = [folder / "music.txt", folder / "trade.txt"]
    for path in paths:
        path.unlink()
    with pytest.raises(FolderShrunk, match="2 of the 3 articles"):
        archive.update(paths)
    assert "2 removed" in str(archive.update(paths, yes=True))


def test_another_encoder_is_refused(archive: Archive, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(EncoderMismatch):
        update_files([folder / "trade.txt"], tmp_path / "index", HandEncoder(fingerprint="hand-2"), Settings())


def test_where_there_is_no_index_the_command_that_makes_one_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="qa build"):
        update_files([folder / "trade.txt"], tmp_path / "nowhere", HandEncoder(), Settings())
    assert not (tmp_path / "nowhere").exists()


def test_of_a_folder_what_cannot_be_read_is_named_and_forgotten_when_it_is_gone(archive: Archive, folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "loop.txt").symlink_to("loop.txt")
    write(folder, "deep/good.txt")
    assert [it.file for it in archive.update([folder / "deep"]).skipped] == ["deep/loop.txt"]
    (folder / "deep" / "loop.txt").unlink()
    archive.update([folder])
    assert archive.status().skipped == ()


def test_vectors_of_a_build_that_was_stopped_are_kept_for_it(archive: Archive, folder: Path, tmp_path: Path) -> None:
    archive.update([write(folder, "new.txt")])
    assert not (tmp_path / "index" / PENDING).exists()
    pending = PendingVectors(tmp_path / "index")
    pending.save({b"of the build": b"packed"})
    pending.close()
    archive.update([write(folder, "newer.txt")])
    connection = sqlite3.connect(tmp_path / "index" / PENDING)
    assert connection.execute("SELECT key FROM vectors").fetchall() == [(b"of the build",)]
    connection.close()


def test_the_vector_file_is_left_alone_and_newer_passages_are_searched_from_memory(
    folder: Path, tmp_path: Path
) -> None:
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=ADDED_TO)
    before = Index(tmp_path / "index").state()
    archive.update([write(folder, "new.txt")])
    after = Index(tmp_path / "index").state()
    assert after.vectors_name == before.vectors_name
    assert after.lexical_name != before.lexical_name
    assert "new.txt" in files(archive)


def test_when_enough_has_changed_another_process_rewrites_the_derived_files(folder: Path, tmp_path: Path) -> None:
    """The first update crosses the share; asking goes on meanwhile, and no process is left behind."""
    settings = Settings(rewritten_up_to=0, dead_share=0.1)
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=settings)
    before = Index(tmp_path / "index").state()
    with rebuilding_awaited():
        archive.update([write(folder, "new.txt", f"{SENTENCE}\n\nThe river has trade.")])
        assert "new.txt" in files(archive)
    assert Index(tmp_path / "index").state().vectors_name != before.vectors_name
    assert not left_over(tmp_path / "index", settings)
    assert "new.txt" in files(archive)
    assert archive.ask("ship").revision == 2


UPDATED = """
import sys
from pathlib import Path
from qa.build.update import update_files
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder

update_files([Path(sys.argv[1])], Path(sys.argv[2]), HandEncoder(), Settings())
"""


@pytest.mark.usefixtures("archive")
def test_an_update_imports_nothing_that_only_models_or_the_page_need(folder: Path, tmp_path: Path) -> None:
    new, index = write(folder, "new.txt"), tmp_path / "index"
    assert not imported_by(UPDATED, str(new), str(index)) & HEAVY
    assert Index(index).state().revision == 2
