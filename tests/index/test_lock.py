"""One process at a time writes an index, a dead one holds nothing, and one who tidies is waited for."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

from qa.errors import IndexBusy, IndexUnwritable
from qa.index import lock
from qa.index.lock import LOCK, tidying_lock, writer_lock
from tests.conftest import ROOT
from tests.support.patience import PATIENCE

HOLDER = """
import sys, time
from pathlib import Path
from qa.index.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[int]:
    """Let another process hold the lock until it is killed; give its number."""
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder.pid
    finally:
        os.kill(holder.pid, signal.SIGKILL)
        holder.communicate()


def test_a_holder_in_another_process_is_named_and_its_death_frees_the_lock(tmp_path: Path) -> None:
    with (
        held_elsewhere(tmp_path) as holder,
        pytest.raises(IndexBusy, match=f"process {holder} on .* since "),
        writer_lock(tmp_path),
    ):
        pass
    with writer_lock(tmp_path):
        assert str(os.getpid()) in (tmp_path / LOCK).read_text()


def test_a_holder_that_wrote_nothing_is_still_respected(tmp_path: Path) -> None:
    with writer_lock(tmp_path):
        (tmp_path / LOCK).write_bytes(b"")
        with pytest.raises(IndexBusy, match="another process"), writer_lock(tmp_path):
            pass


def test_the_folder_is_made(tmp_path: Path) -> None:
    with writer_lock(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b").is_dir()


def tidy(folder: Path) -> str:
    with tidying_lock(folder):
        return (folder / LOCK).read_text()


def write(folder: Path) -> str:
    with writer_lock(folder):
        return (folder / LOCK).read_text()


def test_one_who_tidies_waits_until_the_writer_is_done(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        with writer_lock(tmp_path):
            tidied = pool.submit(tidy, tmp_path)
            with pytest.raises(TimeoutError):
                tidied.result(0.5)
        assert str(os.getpid()) in tidied.result(PATIENCE)


def test_one_who_tidies_waits_for_one_in_another_process_and_for_its_death(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        with held_elsewhere(tmp_path) as holder:
            tidied = pool.submit(tidy, tmp_path)
            with pytest.raises(TimeoutError):
                tidied.result(0.5)
            assert f'"process": {holder}' in (tmp_path / LOCK).read_text()
        assert f'"process": {os.getpid()}' in tidied.result(PATIENCE)


def test_a_writer_waits_for_one_who_tidies(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        with tidying_lock(tmp_path):
            written = pool.submit(write, tmp_path)
            with pytest.raises(TimeoutError):
                written.result(lock._NAMELESS_SECONDS + 0.5)
        assert '"brief": false' in written.result(PATIENCE)


def test_a_writer_waits_for_one_who_has_taken_the_lock_and_not_yet_said_who_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file still names who held it before: nobody may be asked to wait for that one."""
    with writer_lock(tmp_path):
        before = (tmp_path / LOCK).read_bytes()
    with ExitStack() as tidying:
        tidying.enter_context(tidying_lock(tmp_path))
        holder = (tmp_path / LOCK).read_bytes()
        (tmp_path / LOCK).write_bytes(before)
        meanwhile: list[Callable[[], object]] = [
            lambda: (tmp_path / LOCK).write_bytes(holder),
            lambda: None,
            tidying.close,
        ]
        monkeypatch.setattr("qa.index.lock.time.sleep", lambda _: meanwhile.pop(0)())
        assert '"brief": false' in write(tmp_path)
        assert not meanwhile


def test_a_writer_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_PATIENCE_SECONDS", 0.2)
    with tidying_lock(tmp_path), pytest.raises(IndexBusy, match=f"process {os.getpid()} on "), writer_lock(tmp_path):
        pass


def test_several_who_tidy_come_one_after_the_other(tmp_path: Path) -> None:
    inside, most = 0, 0

    def tidy_slowly() -> None:
        nonlocal inside, most
        with tidying_lock(tmp_path):
            inside += 1
            most = max(most, inside)
            time.sleep(0.05)
            inside -= 1

    with ThreadPoolExecutor() as pool:
        for tidied in [pool.submit(tidy_slowly) for _ in range(4)]:
            tidied.result(PATIENCE)
    assert most == 1


@pytest.mark.parametrize("taken", [writer_lock, tidying_lock])
def test_a_folder_that_cannot_be_made_is_named_with_the_remedy(
    tmp_path: Path, taken: Callable[[Path], AbstractContextManager[None]]
) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(IndexUnwritable, match="choose another with --index"), taken(tmp_path / "file" / "index"):
        pass
