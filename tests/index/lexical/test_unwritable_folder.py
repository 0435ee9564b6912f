"""A lexical index is opened where it stands; only where that cannot be written, a copy of it is."""

import os
import tempfile
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.errors import IndexUnwritable
from qa.index.lexical.folder import writable
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


@pytest.fixture
def cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every path be one that cannot be written; root may write whatever its mode says."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode, **more: mode != os.W_OK and may(path, mode, **more))


def test_what_can_be_written_is_opened_where_it_stands(written: Path, temporary: Path) -> None:
    with writable(written, ["one", "two"]) as opened:
        assert opened == written
        assert not list(temporary.iterdir())


@pytest.mark.usefixtures("cannot_be_written")
def test_what_cannot_be_written_is_copied_and_the_copy_goes_at_once(written: Path, temporary: Path) -> None:
    with writable(written, ["one", "two"]) as opened:
        assert {part.name: part.read_bytes() for part in opened.iterdir()} == {"one": b"1" * 3_000_000, "two": b""}
        assert opened.parent == temporary
    assert not list(temporary.iterdir())


@pytest.mark.usefixtures("cannot_be_written")
def test_an_archive_that_cannot_be_written_answers_and_leaves_nothing_behind(
    archive: Archive, tmp_path: Path, temporary: Path
) -> None:
    opened = Archive.open(tmp_path / "index", encoder=HandEncoder())
    assert opened.ask("the river").evidence
    assert not list(temporary.iterdir())
    assert opened.ask("the border").evidence


@pytest.mark.usefixtures("cannot_be_written")
def test_no_room_for_a_copy_is_said_with_the_remedy(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    with pytest.raises(IndexUnwritable, match=r"/nowhere/at/all .*TMPDIR"), writable(written, ["one"]):
        pass
