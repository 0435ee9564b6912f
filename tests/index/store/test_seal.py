"""The seal names every page of the database that is not what was written, and none that is."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from qa.errors import IndexDamaged
from qa.index.store import connection as opened
from qa.index.store.changes import forget_article, start_changes
from qa.index.store.connection import merge, reading, shrink, writing
from qa.index.store.schema import DATABASE, PAGE_BYTES
from qa.index.store.seal import SEAL, broken_pages, read_token, write_seal
from tests.index.store.stored import READING, reading_of, store

PAGE = ("A ship left the river.", "The border is open.")


def token(index: Path) -> bytes:
    with reading(index) as connection:
        found = read_token(connection)
    assert found is not None
    return found


def broken(index: Path) -> list[int] | None:
    return broken_pages(index, token(index))


def write_seal_again(index: Path) -> None:
    write_seal(index, None, token(index), None)


def flip(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ 0x10]))


def page_of(index: Path, table: str) -> int:
    """Give the first page of a table, from 1."""
    with reading(index) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return int(page)


def change(index: Path, *files: str) -> None:
    with writing(index) as connection:
        for file in files:
            store(connection, reading_of(file, *(f"{sentence} {file}" for sentence in PAGE)))


def remove(index: Path, file: str) -> None:
    with writing(index) as connection:
        start_changes(connection)
        forget_article(connection, file, 8)


CHANGES: list[Callable[[Path], object]] = [
    lambda index: change(index, "one.txt"),
    lambda index: remove(index, "a/b.txt"),
    lambda index: change(index, *(f"{at}.txt" for at in range(200))),
    lambda index: remove(index, "7.txt"),
    shrink,
    merge,
    lambda index: change(index),
]


def test_what_was_written_is_as_it_was_sealed(index: Path) -> None:
    assert broken(index) == []


def test_every_flipped_byte_is_named_by_its_page(index: Path) -> None:
    change(index, "one.txt")
    path, now, chance = index / DATABASE, token(index), np.random.default_rng(1)
    size = path.stat().st_size
    edges = [edge for page in range(0, size, PAGE_BYTES) for edge in (page, page + PAGE_BYTES - 1)]
    for place in [*edges, *chance.integers(size, size=1_500).tolist()]:
        flip(path, place)
        assert broken_pages(index, now) == [place // PAGE_BYTES + 1], place
        flip(path, place)
    assert broken_pages(index, now) == []


def test_the_seal_of_several_changes_equals_one_made_of_the_whole(index: Path) -> None:
    for step in CHANGES:
        step(index)
        followed = (index / SEAL).read_bytes()
        write_seal(index, None, token(index), None)
        assert (index / SEAL).read_bytes() == followed
        assert broken(index) == []


def test_damage_from_before_a_change_is_not_sealed_in(index: Path) -> None:
    change(index, *(f"{at}.txt" for at in range(200)))
    page = page_of(index, "removed_revision")
    flip(index / DATABASE, page * PAGE_BYTES - 5_000)  # where the page holds no row
    with writing(index) as connection:
        connection.execute("INSERT INTO skipped VALUES ('a', 'b', 'c')")
    assert broken(index) == [page]


@pytest.mark.parametrize("size", [PAGE_BYTES, 100, 1])
def test_pages_that_are_cut_off_are_named(index: Path, size: int) -> None:
    path, now = index / DATABASE, token(index)
    last = path.stat().st_size // PAGE_BYTES
    path.write_bytes(path.read_bytes()[:-size])
    assert broken_pages(index, now) == [last]


def test_what_stands_behind_the_last_page_is_named(index: Path) -> None:
    path, now = index / DATABASE, token(index)
    last = path.stat().st_size // PAGE_BYTES
    path.write_bytes(path.read_bytes() + b"x")
    assert broken_pages(index, now) == [last + 1]


def test_a_seal_of_an_earlier_change_says_nothing(index: Path) -> None:
    earlier = (index / SEAL).read_bytes()
    change(index, "one.txt")
    (index / SEAL).write_bytes(earlier)
    assert broken(index) is None


def test_without_a_seal_nothing_is_said(index: Path) -> None:
    (index / SEAL).unlink()
    assert broken(index) is None


def test_a_damaged_seal_is_named_with_what_to_do(index: Path) -> None:
    sealed, now = (index / SEAL).read_bytes(), token(index)
    for place in range(len(sealed)):
        flip(index / SEAL, place)
        with pytest.raises(IndexDamaged, match=rf"{SEAL} .*qa verify"):
            broken_pages(index, now)
        flip(index / SEAL, place)
    for length in range(len(sealed)):
        (index / SEAL).write_bytes(sealed[:length])
        with pytest.raises(IndexDamaged, match=SEAL):
            broken_pages(index, now)


@pytest.mark.parametrize("lost", [b"", b"garbage", None])
def test_the_next_change_seals_again_where_the_seal_was_lost(index: Path, lost: bytes | None) -> None:
    (index / SEAL).unlink()
    if lost is not None:
        (index / SEAL).write_bytes(lost)
    change(index, "one.txt")
    assert broken(index) == []


def test_a_change_that_a_reader_kept_from_the_seal_is_sealed_with_the_next(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "_MERGE_MILLISECONDS", 1)
    monkeypatch.setattr(opened, "_PATIENT_MERGE_MILLISECONDS", 1)
    with reading(index) as connection:
        assert read_token(connection)
        change(index, "one.txt")
        assert broken(index) is None
        change(index, "two.txt")
        assert broken(index) is None
    change(index, "three.txt")
    assert broken(index) == []


def test_what_was_left_unsealed_can_be_sealed_without_a_change(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_MERGE_MILLISECONDS", 1)
    monkeypatch.setattr(opened, "_PATIENT_MERGE_MILLISECONDS", 1)
    with reading(index) as connection:
        assert read_token(connection)
        change(index, "one.txt")
        assert not merge(index)
    assert merge(index)
    assert broken(index) == []


def test_a_change_by_another_program_shows_as_damage(index: Path) -> None:
    with closing(sqlite3.connect(index / DATABASE)) as connection, connection:
        connection.execute("UPDATE article SET outlet = 'Other'")
    assert broken(index) == [page_of(index, "article")]


def test_a_first_change_is_sealed(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        store(connection, READING)
    assert broken(tmp_path) == []


ANOTHER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("UPDATE state SET revision = revision + 1")
connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
connection.close()
"""


@pytest.mark.parametrize("seal", [write_seal_again, broken], ids=["sealing", "verifying"])
def test_a_reader_keeps_its_revision_though_another_thread_has_read_the_pages(
    index: Path, seal: Callable[[Path], object]
) -> None:
    with reading(index) as connection:
        (before,) = connection.execute("SELECT revision FROM state").fetchone()
    seal(index)
    with reading(index) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # its revision is chosen, not yet read
        seal(index)
        subprocess.run([sys.executable, "-c", ANOTHER, str(index / DATABASE)], check=True)
        assert connection.execute("SELECT revision FROM state").fetchone() == (before,)
    with reading(index) as connection:
        assert connection.execute("SELECT revision FROM state").fetchone() == (before + 1,)
