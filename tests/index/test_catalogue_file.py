"""A catalogue kept in a file comes back as it was, and follows the archive as before."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qa.articles.stated_names import FOLDING
from qa.errors import DerivedDamaged, IndexDamaged
from qa.index.catalogue import read_catalogue
from qa.index.catalogue_file import open_catalogue, write_catalogue
from tests.index.test_catalogue import Change, Known, World

ONE, OTHER = Known("2021-01-01", "TASS", "ASTANA/MOSCOW", 2), Known(None, "Вести “24”", None, 3)


@pytest.fixture
def world() -> World:
    """Two articles of five passages."""
    made = World()
    for file, known in (("0.txt", ONE), ("1.txt", OTHER)):
        made.apply(Change(file, known, followed=False))
    return made


def test_a_catalogue_comes_back_as_written(world: World, tmp_path: Path) -> None:
    written = read_catalogue(world.connection)
    write_catalogue(tmp_path / "catalogue", written)
    opened = open_catalogue(tmp_path / "catalogue")
    assert opened.names == written.names
    for name in ("articles", "living", "dates", "outlets", "places", "article_of"):
        before, after = getattr(written, name), getattr(opened, name)
        assert (after.dtype, after.tolist()) == (before.dtype, before.tolist())


def test_a_catalogue_from_a_file_follows_what_changed_since(world: World, tmp_path: Path) -> None:
    write_catalogue(tmp_path / "catalogue", read_catalogue(world.connection))
    since = world.revision
    world.apply(Change("0.txt", None, followed=False))
    world.apply(Change("2.txt", ONE, followed=False))
    followed = open_catalogue(tmp_path / "catalogue").updated(world.connection, since)
    fresh = read_catalogue(world.connection)
    assert (
        np.flatnonzero(followed.living_rows()).tolist()
        == np.flatnonzero(fresh.living_rows()).tolist()
        == [*range(3, 8)]
    )


def test_an_empty_catalogue_can_be_kept(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "catalogue", read_catalogue(World().connection))
    assert open_catalogue(tmp_path / "catalogue").passages == 0


def test_a_file_is_never_written_over_another(world: World, tmp_path: Path) -> None:
    (tmp_path / "catalogue").touch()
    with pytest.raises(FileExistsError):
        write_catalogue(tmp_path / "catalogue", read_catalogue(world.connection))


def test_a_file_of_a_version_that_folded_names_otherwise_is_refused(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("qa.index.catalogue_file.FOLDING", FOLDING - 1)
        write_catalogue(tmp_path / "catalogue", read_catalogue(world.connection))
        assert open_catalogue(tmp_path / "catalogue").passages == 5
    with pytest.raises(DerivedDamaged, match="older version"):
        open_catalogue(tmp_path / "catalogue")


def test_a_file_cut_short_or_missing_or_of_garbage_is_damaged(world: World, tmp_path: Path) -> None:
    path = tmp_path / "catalogue"
    with pytest.raises(IndexDamaged, match="cannot be read"):
        open_catalogue(path)
    write_catalogue(path, read_catalogue(world.connection))
    whole = path.read_bytes()
    for content in [*(whole[:length] for length in range(0, len(whole), 50)), b"garbage", b"\x93NUMPY\x01\x00"]:
        path.write_bytes(content)
        with pytest.raises(IndexDamaged, match="cannot be read"):
            open_catalogue(path)


@pytest.mark.parametrize(
    ("array", "content"),
    [
        ("articles", [2, 1]),
        ("articles", [1, 1]),
        ("dates", [20210101]),
        ("outlets", [0, 9]),
        ("places", [-1, 0]),
        ("article_of", [-1, 0, 0, 1, 1, 2]),
    ],
)
def test_a_file_that_contradicts_itself_is_damaged(
    world: World, tmp_path: Path, array: str, content: list[int]
) -> None:
    whole = read_catalogue(world.connection)
    wrong = np.array(content, dtype=getattr(whole, array).dtype)
    write_catalogue(tmp_path / "catalogue", replace(whole, **{array: wrong}))  # type: ignore[arg-type]
    with pytest.raises(DerivedDamaged, match="contradicts itself"):
        open_catalogue(tmp_path / "catalogue")
