"""A disk that fails at any call makes a command end with one line; the last state stays, and the next try succeeds."""

import errno
import io
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qa.articles.language import detect
from qa.build.verify import verify_index
from qa.errors import IndexUnwritable
from tests.promises.crashes.contents import contents, differences
from tests.promises.crashes.laboratory import Laboratory, Order
from tests.promises.crashes.prepared import Prepared, left_over
from tests.promises.crashes.scenarios import SCENARIOS

detect("What this unpacks when it is first asked would count among the calls of the first run.")
EXACT = 1e-5
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class FailingFile(io.FileIO):
    """A file whose writes count as calls that may fail."""

    failing: "FailingDisk"

    def write(self, data: Any, /) -> int:
        self.failing.call("write")
        return super().write(data)


class FailingDisk:
    """Counts the calls of Python code that write, and fails one of them."""

    def __init__(self, patched: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self.failing: int | None = None
        """Which call fails, from 0."""
        for name in ("fsync", "link", "replace", "mkdir", "unlink", "rmdir", "pwrite", "ftruncate"):
            patched.setattr(os, name, self._failing(name, getattr(os, name)))
        patched.setattr(os, "open", self._opening(os.open))
        patched.setattr(io, "open", self._opening_files(io.open))

    def call(self, name: str) -> None:
        """Fail, if it is time to."""
        self.calls.append(name)
        if len(self.calls) - 1 == self.failing:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def start(self, failing: int | None) -> None:
        """Count from the start."""
        self.calls, self.failing = [], failing

    def _failing(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **options: Any) -> Any:
            self.call(name)
            return call(*arguments, **options)

        return called

    def _opening(self, call: Callable[..., int]) -> Callable[..., int]:
        def called(path: Any, flags: int, *arguments: Any, **options: Any) -> int:
            if flags & WRITING:
                self.call("open")
            return call(path, flags, *arguments, **options)

        return called

    def _opening_files(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(path: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if mode != "wb":
                return call(path, mode, *arguments, **options)
            self.call("open")
            file = FailingFile(path, mode)
            file.failing = self
            return io.BufferedWriter(file)

        return called


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[FailingDisk]:
    with monkeypatch.context() as patched:
        yield FailingDisk(patched)


ALL = pytest.mark.soak


@pytest.mark.parametrize(
    ("scenario", "all_calls"),
    [
        ("build", False),
        ("first build", False),
        ("compact", False),
        ("rebuild", False),
        *(pytest.param(scenario, True, marks=ALL) for scenario in SCENARIOS if scenario != "mend"),
    ],
)
def test_a_call_that_fails_is_one_line_and_the_next_try_succeeds(
    prepared: Prepared, place: Path, disk: FailingDisk, scenario: str, all_calls: bool
) -> None:
    whole = prepared.copy(scenario, place / "whole")
    disk.start(None)
    SCENARIOS[scenario].run(whole)
    calls = disk.calls
    assert {"fsync", "ftruncate", "open", "unlink"} <= set(calls)
    for number, (before, name, after) in enumerate(zip(["", *calls], calls, [*calls[1:], ""], strict=False)):
        if not all_calls and before == name == after:
            continue  # in the middle of many of a kind
        here = prepared.copy(scenario, place / str(number))
        disk.start(number)
        failed = False
        try:
            SCENARIOS[scenario].run(here)
        except IndexUnwritable as error:
            failed = True
            assert "\n" not in str(error)
        assert len(disk.calls) > number
        disk.start(None)
        check_state(prepared, scenario, here, failed=failed, call=f"{name} number {number}")
        SCENARIOS[scenario].run(here)
        check_end(prepared, scenario, here)
        shutil.rmtree(here)


@pytest.mark.parametrize("step", [48_000, pytest.param(8_192, marks=ALL)])
@pytest.mark.parametrize("scenario", ["first build", "build", "compact"])
def test_files_that_cannot_grow_are_one_line_and_the_next_try_succeeds(
    prepared: Prepared, crashes: Laboratory, place: Path, scenario: str, step: int
) -> None:
    for limit in itertools.count(0, step):
        here = prepared.copy(scenario, place / str(limit))
        outcome = crashes.run(Order(scenario, str(here), largest_file=limit))
        assert outcome.signal == 0
        assert outcome.error is None or outcome.error.startswith("IndexUnwritable: "), outcome
        check_state(prepared, scenario, here, failed=outcome.error is not None, call=f"growing beyond {limit}")
        again = crashes.run(Order(scenario, str(here)))
        assert again.acknowledged, (limit, again)
        check_end(prepared, scenario, here)
        shutil.rmtree(here)
        if outcome.error is None:
            assert limit
            break


def check_state(prepared: Prepared, scenario: str, place: Path, *, failed: bool, call: str) -> None:
    """What failed changed nothing, what succeeded all."""
    last, following = prepared.before[SCENARIOS[scenario].before], prepared.after[scenario]
    found = contents(place / "index")
    if not SCENARIOS[scenario].by_halves:
        assert not differences(found, last if failed else following, EXACT), (call, failed)
    assert any(not differences(found, state, EXACT) for state in (last, following)), (call, failed)
    if found is not None:
        assert verify_index(place / "index").problems == (), call


def check_end(prepared: Prepared, scenario: str, place: Path) -> None:
    """The next try leads to the end."""
    assert not differences(contents(place / "index"), prepared.after[scenario], EXACT)
    assert verify_index(place / "index").problems == ()
    if SCENARIOS[scenario].swept_later:
        SCENARIOS["build"].run(place)
    assert left_over(place / "index") == set()
