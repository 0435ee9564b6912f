"""The command says in one line what it cannot measure, and measures nothing twice that was measured before a stop."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.peers import __main__ as command
from benchmarks.peers.rows import Run, append, begin, read
from benchmarks.peers.suites import Suite
from benchmarks.tests.peers.measured_runs import CIRCUMSTANCES, RUN


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.setattr(sys, "argv", ["peers", *words])
    command.main()


def test_a_folder_that_does_not_exist_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, "bench", "--articles", "/nowhere")
    expected = "peers: /nowhere: no such folder; name one of articles with --articles\n"
    assert capsys.readouterr().err == expected


def test_an_unknown_suite_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, "fast")
    assert "invalid choice: 'fast'" in capsys.readouterr().err


def test_a_suite_that_is_done_is_not_measured_again_because_the_next_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "questions.jsonl").touch()
    stop = True

    def measured(suite: Suite, given: Any) -> Run:
        """Measure all of the first suite at once, and nothing of the second while it is to be stopped."""
        path = tmp_path / f"{suite.name}.jsonl"
        run = begin(path, replace(CIRCUMSTANCES, suite=suite.name))
        if not run.rows:
            if suite.name == "full" and stop:
                raise KeyboardInterrupt
            for row in RUN.rows:
                append(path, row)
        return read(path)

    monkeypatch.setattr(command, "measured", measured)
    monkeypatch.setattr(command, "WORK", tmp_path)
    monkeypatch.setattr(command, "PEERS_PYTHON", Path(sys.executable))
    words = ["bench", "full", "--articles", str(tmp_path), "--questions", str(tmp_path / "questions.jsonl")]
    words += ["--write-to", str(tmp_path / "written")]
    with pytest.raises(SystemExit):
        run(monkeypatch, *words)
    assert len(read(tmp_path / "bench.jsonl").rows) == len(RUN.rows)
    stop = False
    run(monkeypatch, *words)
    assert sorted(it.name for it in tmp_path.glob("*.written")) == ["bench.written", "full.written"]
    text = (tmp_path / "written" / "README.md").read_text()
    assert "<!-- full: end -->" in text
    assert "<!-- bench: end -->" in text
