"""Every script has the same command line, and what it says is what is measured; tried on one without any library."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.peers.contenders import SCRIPTS
from benchmarks.processes import Bounds, Usage, run

SCRIPT = """
import json
from pathlib import Path
from harness import Found, main

def build(paragraphs, index, mode):
    index.mkdir()
    (index / mode).write_text(json.dumps([[it.id, it.text] for it in paragraphs]))

def open_index(index, mode):
    rows = json.loads((index / mode).read_text())
    def ask(question):
        return [Found(text, (id,)) for id, text in rows if question in text]
    return ask

main(build, open_index)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tool.py").write_text(SCRIPT)
    rows = [{"id": str(number), "text": f"paragraph {number % 3}"} for number in range(30)]
    (tmp_path / "paragraphs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    questions = [{"question": f"paragraph {number}"} for number in range(3)]
    (tmp_path / "questions.jsonl").write_text("".join(json.dumps(row) + "\n" for row in questions))
    tool(tmp_path, "build", "paragraphs.jsonl", "index", "dense")
    return tmp_path


def tool(folder: Path, what: str, *words: str, stays: bool = False) -> Usage:
    given = [str(folder / word) if word.endswith(".jsonl") or word == "index" else word for word in words]
    command = [sys.executable, str(folder / "tool.py"), what, *given]
    return run(command, {"PYTHONPATH": str(SCRIPTS)}, Bounds(60, 1_000), stays=stays)


def test_one_question_prints_five_paragraphs(folder: Path) -> None:
    assert tool(folder, "ask", "index", "dense", "paragraph 1").output == "paragraph 1\n\n" * 5


def test_all_questions_are_timed_and_what_was_found_is_reported(folder: Path) -> None:
    usage = tool(folder, "serve", "index", "dense", "questions.jsonl", "60", "1", "4", stays=True)
    said = json.loads(usage.output)
    assert len(said["milliseconds"]) == 3
    assert said["found"][1] == [[str(number)] for number in range(30) if number % 3 == 1]
    assert set(said["a_second"]) == {"1", "4"}
    assert said["a_second"]["1"] == pytest.approx(3000 / sum(said["milliseconds"]))
    assert usage.resident_megabytes > 1


def test_a_slow_one_is_not_asked_everything(folder: Path) -> None:
    said = json.loads(tool(folder, "serve", "index", "dense", "questions.jsonl", "0", "1", "4", stays=True).output)
    assert len(said["milliseconds"]) == len(said["found"]) == 1
