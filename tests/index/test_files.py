"""Files keep what was written, under names that nothing has, and are known by their bytes."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.index import files
from qa.index.files import Digests, digest, exclusive, remove_folder, synchronise, unused_name, write_new
from tests.conftest import ROOT


def test_the_next_free_name_is_given(tmp_path: Path) -> None:
    given_names = []
    for _ in range(3):
        name = unused_name(tmp_path, "vectors-000001", ".faiss")
        (tmp_path / name).touch()
        given_names.append(name)
    assert given_names == ["vectors-000001.faiss", "vectors-000001-1.faiss", "vectors-000001-2.faiss"]
    (tmp_path / "lexical-000001").mkdir()
    assert unused_name(tmp_path, "lexical-000001") == "lexical-000001-1"


def test_files_and_folders_can_be_pushed_to_the_disk(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"bytes")
    synchronise(tmp_path / "file")
    synchronise(tmp_path)
    with pytest.raises(FileNotFoundError):
        synchronise(tmp_path / "missing")


def test_a_folder_goes_even_if_a_lock_appears_in_it_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, rmdir, late = tmp_path / "lexical-000001", os.rmdir, iter([1, 2])

    def rmdir_late(path: str | Path, **more: int) -> None:
        if next(late, None):
            (folder / ".tantivy-meta.lock").touch()
        rmdir(path, **more)

    folder.mkdir()
    monkeypatch.setattr(os, "rmdir", rmdir_late)
    remove_folder(folder)
    assert not folder.exists()


def test_a_folder_that_always_fills_again_or_is_missing_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rmdir_never(path: str | Path, **_: int) -> None:
        raise OSError(errno.ENOTEMPTY, "not empty", str(path))

    with pytest.raises(FileNotFoundError):
        remove_folder(tmp_path / "missing")
    monkeypatch.setattr(os, "rmdir", rmdir_never)
    with pytest.raises(OSError, match="not empty"):
        remove_folder(tmp_path)


def test_a_new_file_may_be_read_by_whom_the_user_lets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_new(tmp_path / "file", b"bytes")
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_is_never_written_over_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "file"
    write_new(path, b"first")
    with pytest.raises(FileExistsError):
        write_new(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


def refuse(*_: object) -> None:
    raise OSError(errno.ENOTSUP, "no second names here")


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", refuse)
    (tmp_path / "old").write_bytes(b"old")
    for name in ("old", "new"):
        with pytest.raises(OSError, match="no second names"):
            write_new(tmp_path / name, b"more")
    assert [it.name for it in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_bytes() == b"old"


def test_a_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert digest(tmp_path / "empty") == "99aa06d3014798d86001c324468d497f"  # XXH3 with 128 bits, as published
    large = tmp_path / "large"
    large.write_bytes(b"x" * (1 << 20) + b"y")
    (tmp_path / "copy").write_bytes(large.read_bytes())
    assert digest(large) == digest(tmp_path / "copy") != digest(tmp_path / "empty")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(min_size=1, max_size=300), st.data())
def test_any_flipped_bit_and_any_cut_give_another_digest(tmp_path: Path, content: bytes, data: st.DataObject) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    sound = digest(path)
    bit = data.draw(st.integers(0, 8 * len(content) - 1))
    flipped = bytearray(content)
    flipped[bit // 8] ^= 1 << bit % 8
    for other in (bytes(flipped), content[:-1], content + b"\0"):
        path.write_bytes(other)
        assert digest(path) != sound


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every file that is read to be hashed, in order."""
    read: list[Path] = []

    def noted(path: Path) -> str:
        read.append(path)
        return digest(path)

    monkeypatch.setattr(files, "digest", noted)
    return read


def test_a_file_that_stays_the_same_is_read_once(tmp_path: Path, hashed: list[Path]) -> None:
    path, digests = tmp_path / "file", Digests()
    path.write_bytes(b"bytes")
    assert {digests.of(path) for _ in range(3)} == {digest(path)}
    assert hashed == [path]


def test_a_link_to_a_known_file_is_not_read_again(tmp_path: Path, hashed: list[Path]) -> None:
    path, link, digests = tmp_path / "file", tmp_path / "link", Digests()
    path.write_bytes(b"bytes")
    first = digests.of(path)
    os.link(path, link)
    assert digests.of(link) == first
    assert len(hashed) == 1


@pytest.mark.parametrize("content", [b"other", b"longer bytes", b""])
def test_a_file_that_was_written_again_is_read_again(tmp_path: Path, content: bytes) -> None:
    path, digests = tmp_path / "file", Digests()
    path.write_bytes(b"bytes")
    os.utime(path, ns=(1, 1))
    before = digests.of(path)
    path.write_bytes(content)
    assert digests.of(path) == digest(path) != before


def test_a_file_put_in_place_of_another_is_read_even_where_size_and_time_are_the_same(tmp_path: Path) -> None:
    path, other, digests = tmp_path / "file", tmp_path / "other", Digests()
    for made, content in ((path, b"bytes"), (other, b"other")):
        made.write_bytes(content)
        os.utime(made, ns=(1, 1))
    before = digests.of(path)
    other.replace(path)
    assert digests.of(path) == digest(path) != before


def test_a_file_that_is_missing_is_not_answered_from_memory(tmp_path: Path) -> None:
    path, digests = tmp_path / "file", Digests()
    path.write_bytes(b"bytes")
    digests.of(path)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        digests.of(path)


def test_what_is_remembered_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_REMEMBERED", 2)
    digests, names = Digests(), ["a", "b", "c", "d"]
    for name in names:
        (tmp_path / name).write_text(name)
    for name in names * 2:
        assert digests.of(tmp_path / name) == digest(tmp_path / name)
    assert len(digests._known) == 2


def test_a_lock_is_held_by_one_at_a_time_and_free_again_when_its_holder_has_died(tmp_path: Path) -> None:
    path = tmp_path / "work.lock"
    holding = (
        "import sys; from pathlib import Path; from qa.index.files import exclusive\n"
        "with exclusive(Path(sys.argv[1])) as alone:\n"
        "    print(alone, flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", holding, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        with exclusive(path) as alone:
            assert not alone
        holder.kill()
    with exclusive(path) as alone:
        assert alone
        with exclusive(path) as other:  # another thread of this process would wait in vain as well
            assert not other
