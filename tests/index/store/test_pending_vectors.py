"""Vectors made for a build that was interrupted are there for the next one, or made again."""

import sqlite3
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from qa.errors import IndexBusy, IndexUnwritable
from qa.index.store.pending_vectors import PENDING, PendingVectors, remove_pending
from qa.index.store.vectors import pack

ONES = np.ones((3, 400), dtype=np.float32)
VECTORS = {bytes([at]) * 32: pack(bytes([at]) * 32, ONES[0], ONES[1:]) for at in range(20)}


def kept(folder: Path) -> dict[bytes, bytes]:
    pending = PendingVectors(folder)
    found = dict(pending.known([*VECTORS, b"unknown"]))
    pending.close()
    return found


@pytest.fixture
def interrupted(tmp_path: Path) -> Path:
    """A folder in which a build saved its vectors and died."""
    pending = PendingVectors(tmp_path)
    pending.save(VECTORS)
    pending.close()
    return tmp_path


def test_vectors_of_an_interrupted_build_are_known_to_the_next(interrupted: Path) -> None:
    assert kept(interrupted) == VECTORS


def test_saving_again_replaces_and_saving_nothing_is_nothing(interrupted: Path) -> None:
    pending, key = PendingVectors(interrupted), b"\0" * 32
    pending.save({})
    pending.save({key: VECTORS[key]})
    assert dict(pending.known([key])) == {key: VECTORS[key]}
    pending.close()


def test_a_build_that_ended_leaves_no_file(interrupted: Path) -> None:
    remove_pending(interrupted)
    remove_pending(interrupted)
    assert list(interrupted.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"garbage", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_of_garbage_is_replaced(interrupted: Path, content: bytes) -> None:
    (interrupted / PENDING).write_bytes(content)
    assert kept(interrupted) == {}
    pending = PendingVectors(interrupted)
    pending.save(VECTORS)
    assert dict(pending.known(VECTORS)) == VECTORS
    pending.close()


@pytest.mark.parametrize("place", range(0, 100, 7))
def test_whatever_byte_is_damaged_only_sound_vectors_are_used(interrupted: Path, place: int) -> None:
    path = interrupted / PENDING
    content = bytearray(path.read_bytes())
    first = len(content) * place // 100
    content[first : first + 64] = bytes(byte ^ 0xFF for byte in content[first : first + 64])
    path.write_bytes(content)
    assert kept(interrupted).items() <= VECTORS.items()
    pending = PendingVectors(interrupted)
    pending.save(VECTORS)
    pending.close()


def test_damage_to_the_names_of_its_tables_is_no_obstacle(interrupted: Path) -> None:
    path = interrupted / PENDING
    sound = path.read_bytes()
    first = sound.index(b"CREATE TABLE") - 40
    for place in range(first, 4096):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :])
        assert kept(interrupted).items() <= VECTORS.items()


def test_a_file_cut_short_is_no_obstacle(interrupted: Path) -> None:
    path = interrupted / PENDING
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert kept(interrupted).items() <= VECTORS.items()


@pytest.mark.parametrize("already_open", [True, False])
def test_a_file_that_another_program_holds_is_not_deleted(
    interrupted: Path, monkeypatch: pytest.MonkeyPatch, *, already_open: bool
) -> None:
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
    with ExitStack() as opened:
        pending = opened.enter_context(closing(PendingVectors(interrupted))) if already_open else None
        other = opened.enter_context(closing(sqlite3.connect(interrupted / PENDING, isolation_level=None)))
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(IndexBusy, match=r"pending\.sqlite.*wait for it"):
            dict((pending or PendingVectors(interrupted)).known(VECTORS))
        other.execute("ROLLBACK")
    assert kept(interrupted) == VECTORS


def test_a_folder_that_cannot_hold_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(IndexUnwritable, match=r"missing/pending\.sqlite"):
        PendingVectors(tmp_path / "missing")
