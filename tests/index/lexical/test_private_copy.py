"""What is read of a lexical index is what was compared with its digest, whatever others do to its files."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.errors import DerivedDamaged, IndexUnwritable
from qa.index.files import digest
from qa.index.lexical.private_copy import PrivateFiles
from tests.support.hand_encoder import HandEncoder


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "temporary"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder of two files."""
    (tmp_path / "lexical").mkdir()
    (tmp_path / "lexical" / "one").write_bytes(b"1" * 3_000_000)
    (tmp_path / "lexical" / "two").write_bytes(b"")
    return tmp_path / "lexical"


def digests(folder: Path) -> dict[str, str]:
    return {part.name: digest(part) for part in folder.iterdir()}


def test_the_copies_are_the_files_and_go_with_their_owner(written: Path, temporary: Path) -> None:
    files, expected = PrivateFiles(), digests(written)
    with files.folder(written, expected) as private:
        assert digests(private) == expected
    assert not list(temporary.rglob("one"))
    del files
    gc.collect()
    assert list(temporary.iterdir()) == []


def test_what_two_revisions_share_is_copied_once_and_what_is_no_longer_named_goes(
    written: Path, temporary: Path
) -> None:
    files = PrivateFiles()
    with files.folder(written, digests(written)) as private:
        first = (private / "one").stat().st_ino
    (written / "two").write_bytes(b"changed")
    with files.folder(written, digests(written)) as private:
        assert (private / "one").stat().st_ino == first
        assert (private / "two").read_bytes() == b"changed"
    (root,) = temporary.iterdir()
    assert {path.name for path in root.iterdir()} == set(digests(written).values())


@pytest.mark.parametrize("damage", ["changed", "missing"])
def test_a_file_that_is_not_what_was_written_is_refused(written: Path, temporary: Path, damage: str) -> None:
    expected = digests(written)
    (written / "one").unlink()
    if damage == "changed":
        (written / "one").write_bytes(b"2" * 3_000_000)
    with pytest.raises(DerivedDamaged, match="one is"), PrivateFiles().folder(written, expected):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="/proc has a file that opens and cannot be read")
def test_a_file_that_cannot_be_read_to_its_end_is_not_taken_for_a_want_of_room(written: Path, temporary: Path) -> None:
    expected = digests(written)
    (written / "one").unlink()
    (written / "one").symlink_to("/proc/self/mem")
    with pytest.raises(DerivedDamaged, match="or cannot be read"), PrivateFiles().folder(written, expected):
        pass


def test_where_there_is_no_room_the_folder_is_named(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    with pytest.raises(IndexUnwritable, match=r"/nowhere/at/all .*TMPDIR"), PrivateFiles().folder(written, {}):
        pass


def test_what_a_killed_process_left_is_swept(written: Path, temporary: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as ended:
        ended.wait()
    (temporary / f"qa-lexical-{ended.pid}-x").mkdir()
    (temporary / f"qa-lexical-{os.getpid()}-x").mkdir()
    (temporary / "qa-lexical-of-somebody").mkdir()
    with PrivateFiles().folder(written, digests(written)):
        assert not (temporary / f"qa-lexical-{ended.pid}-x").exists()
        assert len(list(temporary.iterdir())) == 3


def test_what_a_cleaner_takes_away_is_copied_again(written: Path, temporary: Path) -> None:
    files, expected = PrivateFiles(), digests(written)
    for meanwhile in (False, True):
        with files.folder(written, expected) as private:
            assert digests(private) == expected
            if meanwhile:
                shutil.rmtree(private.parent)
        shutil.rmtree(private.parent, ignore_errors=True)
    with files.folder(written, expected) as private:
        assert digests(private) == expected
    del files
    gc.collect()
    assert list(temporary.iterdir()) == []


def test_an_archive_answers_after_its_temporary_files_were_cleaned_away(
    archive: Archive, folder: Path, temporary: Path
) -> None:
    archive.ask("trade with the president")
    (root,) = temporary.glob("qa-lexical-*")
    shutil.rmtree(root)
    (folder / "new.txt").write_text("A ship comes\n\nThe newest ship came up the river.\n")
    archive.update([folder / "new.txt"])
    assert archive.ask("Which newest ship came?").evidence[0].article.file == "new.txt"


def test_a_process_that_asks_survives_when_every_file_is_cut_short_under_it(archive: Archive, tmp_path: Path) -> None:
    expected = archive.ask("trade with the president")
    cut = 0
    for path in (tmp_path / "index").rglob("*"):
        if path.is_file() and path.name != "archive.sqlite" and path.stat().st_size:
            os.truncate(path, 0)
            cut += 1
    assert cut > 8
    assert archive.ask("trade with the president") == expected
    assert archive.ask("music by the river").evidence
    again = Archive.open(tmp_path / "index", encoder=HandEncoder())
    assert again.ask("trade with the president") == expected
