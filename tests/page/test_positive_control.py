"""The page works out the archive's control by itself, and goes on where it cannot."""

import asyncio
import logging
from pathlib import Path
from threading import Event

import pytest

from qa.archive.archive import Archive
from qa.errors import IndexMissing
from qa.page import positive_control
from qa.page.positive_control import working_out_control
from qa.page.work_queue import WorkQueue
from qa.records import Control
from tests.support.denied import deny_everything
from tests.support.own_loop import run


def control_of(archive: Archive) -> Control | None:
    absence = archive.ask("Which password opens the router?").absence
    assert absence is not None
    return absence.control


async def until(archive: Archive, expected: Control) -> None:
    async with working_out_control(archive, WorkQueue()):
        while control_of(archive) != expected:
            await asyncio.sleep(0.01)


def test_it_is_worked_out_and_again_when_the_archive_changes(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deny_everything(monkeypatch)
    monkeypatch.setattr(positive_control, "_SECONDS_BETWEEN_LOOKS", 0.01)

    async def changed() -> None:
        async with working_out_control(archive, WorkQueue()):
            for count in (1, 2):
                text = f"The trade fair {count} of Portville was held in {1990 + count}."
                (folder / f"{count}.txt").write_text(f"Works {count}\n\n{text}\n\nPeople came to Portville.\n")
                archive.update([folder / f"{count}.txt"])
                while control_of(archive) != Control(count, count):
                    await asyncio.sleep(0.01)

    run(changed())


def test_a_failure_is_logged_and_it_is_tried_again(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    deny_everything(monkeypatch)
    monkeypatch.setattr(positive_control, "_SECONDS_BETWEEN_LOOKS", 0.01)
    (folder / "fair.txt").write_text(
        "Works\n\nThe trade fair of Portville was held in 1999.\n\nPeople saw Portville.\n"
    )
    archive.update([folder / "fair.txt"])
    works, failures = archive.work_on_control, [IndexMissing("gone"), MemoryError("too little")]

    def work() -> Control | None:
        if failures:
            raise failures.pop()
        return works()

    monkeypatch.setattr(archive, "work_on_control", work)
    with caplog.at_level(logging.ERROR):
        run(until(archive, Control(1, 1)))
    assert [it.getMessage().split(" at ")[0] for it in caplog.records] == [
        "the positive control failed: MemoryError",
        "the positive control failed: IndexMissing",
    ]


def test_the_page_ends_after_a_question_that_is_being_asked(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    asking, may_end, ended = Event(), Event(), []

    def work() -> Control:
        asking.set()
        assert may_end.wait(60)
        ended.append(True)
        return Control(0, 0)

    monkeypatch.setattr(archive, "work_on_control", work)

    async def closed() -> None:
        async with working_out_control(archive, WorkQueue()):
            while not asking.is_set():
                await asyncio.sleep(0.01)
            asyncio.get_running_loop().call_later(0.1, may_end.set)
        assert ended

    run(closed())
