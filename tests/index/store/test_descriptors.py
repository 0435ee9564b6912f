"""A database's bytes are read through one descriptor, which stays open while the database is there and in use."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from qa.index.store.descriptors import descriptor_of, identity_of


def held() -> list[os.stat_result]:
    """Look at every file that this process holds open."""
    found = list[os.stat_result]()
    for descriptor in Path("/dev/fd").iterdir():
        with suppress(OSError):  # that of the listing is closed by now
            found.append(os.fstat(int(descriptor.name)))
    return found


def open_below(folder: Path) -> Sequence[str]:
    """Name the files of a folder that are held open."""
    found = held()
    return sorted(path.name for path in folder.iterdir() if any(os.path.samestat(path.stat(), it) for it in found))


def made(folder: Path, name: str = "archive.sqlite", text: bytes = b"old") -> Path:
    path = folder / name
    path.write_bytes(text)
    return path


def test_a_database_has_one_descriptor_however_often_it_is_asked_for(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert descriptor_of(path) == descriptor_of(path)
    assert open_below(tmp_path) == ["archive.sqlite"]


def test_of_a_database_that_was_deleted_no_room_is_kept(tmp_path: Path) -> None:
    path = made(tmp_path)
    descriptor_of(path)
    deleted = path.stat()
    path.unlink()
    assert os.pread(descriptor_of(made(tmp_path, text=b"new")), 3, 0) == b"new"
    assert open_below(tmp_path) == ["archive.sqlite"]
    assert not any(it.st_nlink == 0 and os.path.samestat(it, deleted) for it in held())


def test_one_made_in_the_place_of_another_is_told_from_it(tmp_path: Path) -> None:
    before = identity_of(made(tmp_path))
    (tmp_path / "archive.sqlite").unlink()
    assert identity_of(made(tmp_path)) != before
    assert identity_of(tmp_path / "none") is None


def test_a_program_that_opens_thousands_keeps_those_it_used_last(tmp_path: Path) -> None:
    used = made(tmp_path, "used")
    kept = descriptor_of(used)
    for place in range(200):
        descriptor_of(made(tmp_path, f"other{place:03}"))
        assert descriptor_of(used) == kept
    kept_open = open_below(tmp_path)
    assert len(kept_open) <= 64
    assert {"used", "other199", "other150"} <= set(kept_open)
    assert "other000" not in kept_open
