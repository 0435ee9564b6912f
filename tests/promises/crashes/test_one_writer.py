"""While a build runs, stopped or not, no other may write, everybody may read, and its death frees the lock."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from qa.build.verify import verify_index
from tests.promises.crashes.contents import contents, differences
from tests.promises.crashes.laboratory import Laboratory, Order, Outcome
from tests.promises.crashes.prepared import Prepared, left_over
from tests.support.shell import qa

EXACT = 1e-5
WRITERS = ("build", "update", "compact", "encode again")


@contextmanager
def stopped(crashes: Laboratory, place: Path, step: str) -> Iterator[Outcome]:
    """A build that was stopped in the middle (SIGSTOP) and is killed in the end, if it still lives."""
    holder = crashes.run(Order("build", str(place), step, stopped=True))
    assert holder.signal == signal.SIGSTOP
    try:
        yield holder
    finally:
        os.kill(holder.process, signal.SIGKILL)


@pytest.fixture
def here(prepared: Prepared, place: Path) -> Path:
    """An archive whose folder is ahead."""
    return prepared.copy("build", place / "here")


@pytest.mark.parametrize("step", ["locked", "passages stored", "ready to commit", "committed"])
def test_a_stopped_build_still_holds_the_lock_and_its_death_frees_it(
    prepared: Prepared, crashes: Laboratory, here: Path, step: str
) -> None:
    with stopped(crashes, here, step) as holder:
        for writer in WRITERS:
            refused = crashes.run(Order(writer, str(here)))
            assert refused.error is not None
            assert re.search(rf"IndexBusy: .* process {holder.process} on \S+ since \d{{4}}-\d\d-\d\dT", refused.error)
        expected = prepared.after["build"] if step == "committed" else prepared.before["first"]
        assert not differences(contents(here / "index"), expected, EXACT)
    assert crashes.wait(holder.process).signal == signal.SIGKILL
    assert crashes.run(Order("build", str(here))).acknowledged
    assert not differences(contents(here / "index"), prepared.after["build"], EXACT)
    assert not left_over(here / "index")


def test_a_stopped_build_that_goes_on_ends_as_if_nothing_had_been(
    prepared: Prepared, crashes: Laboratory, here: Path
) -> None:
    holder = crashes.run(Order("build", str(here), "derived files named", stopped=True))
    refused = crashes.run(Order("update", str(here)))
    os.kill(holder.process, signal.SIGCONT)
    assert crashes.wait(holder.process).acknowledged
    assert (refused.error or "").startswith("IndexBusy")
    assert not differences(contents(here / "index"), prepared.after["build"], EXACT)
    assert not left_over(here / "index")


def test_an_index_is_verified_whole_while_a_build_is_stopped(crashes: Laboratory, here: Path) -> None:
    with stopped(crashes, here, "passages stored") as holder:
        verified = verify_index(here / "index")
    crashes.wait(holder.process)
    assert not verified.problems
    assert not verified.notes


def test_damage_found_while_a_build_is_stopped_is_mended_in_memory(
    prepared: Prepared, crashes: Laboratory, here: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with stopped(crashes, here, "passages stored") as holder:
        next((here / "index").glob("vectors-*.faiss")).unlink()
        assert not differences(contents(here / "index"), prepared.before["first"], EXACT)
        assert "rebuilt" in caplog.text
        assert not list((here / "index").glob("vectors-*.faiss"))
    crashes.wait(holder.process)


def test_the_shell_says_so_in_one_line_and_exits_2(crashes: Laboratory, here: Path) -> None:
    with stopped(crashes, here, "transaction begun") as holder:
        refused = qa("compact", "--index", here / "index")
    crashes.wait(holder.process)
    assert refused.returncode == 2
    assert f"process {holder.process} on " in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
