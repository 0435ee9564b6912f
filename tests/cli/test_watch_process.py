"""The process that keeps an index up to date beside the page; tests/cli/test_watching.py has it do its work."""

import sys
import time
from pathlib import Path

import pytest

from qa.cli import watch_process
from tests.support.patience import PATIENCE


def test_where_no_process_can_be_started_it_says_so_and_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    monkeypatch.setattr(watch_process, "_SHORTEST_PAUSE_SECONDS", 0.05)
    with watch_process.watching(tmp_path):
        deadline = time.monotonic() + PATIENCE
        while caplog.text.count("it could not be started: No such file or directory") < 2:
            assert time.monotonic() < deadline, caplog.text
            time.sleep(0.02)
