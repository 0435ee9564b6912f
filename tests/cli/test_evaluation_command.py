"""`qa evaluate` calibrates an index by its owner's questions, shows it, and undoes it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.seeds import BORDER
from tests.support.shell import qa

pytestmark = pytest.mark.model

CHESS = "Who won the chess championship of 1972?"


@pytest.fixture
def index(seeds_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(seeds_index, tmp_path / "index"))


def judged(path: Path, answerable: int, without: int) -> Path:
    rows = [
        {"id": f"b{it}", "question": BORDER, "answerable": True, "gold_quotes": ["7,591"]} for it in range(answerable)
    ]
    rows += [{"id": f"c{it}", "question": CHESS, "answerable": False} for it in range(without)]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_calibrating_is_shown_by_the_status_and_undone(index: Path, tmp_path: Path) -> None:
    questions = judged(tmp_path / "judged.jsonl", 40, 12)
    ran = qa("evaluate", questions, "--calibrate", "--index", index)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("calibrated: answered from 9"), ran.stdout
    assert "by 52 questions on " in ran.stdout
    assert "of 40 called answered 0 are wrong, at most 7% with 95% confidence; 100% of those" in ran.stdout
    assert "of 40 called answered 0 are wrong" in " ".join(qa("status", "--index", index).stdout.split())
    told = json.loads(qa("status", "--json", "--index", index).stdout)["calibration"]
    assert (told["questions"], told["called"], told["reader"]) == (52, 40, True)
    assert qa("evaluate", "--uncalibrate", "--index", index).stdout == "the shipped thresholds hold again\n"
    assert qa("evaluate", "--uncalibrate", "--index", index).stdout == "it was not calibrated\n"
    assert json.loads(qa("status", "--json", "--index", index).stdout)["calibration"] is None


def test_too_few_questions_change_nothing(index: Path, tmp_path: Path) -> None:
    ran = qa("evaluate", judged(tmp_path / "judged.jsonl", 5, 3), "--calibrate", "--index", index)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "holds 8 judged questions, and fewer than 50 cannot show that nine in ten answers are right" in ran.stderr
    assert "calibrated" not in qa("status", "--index", index).stdout


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((), "FILE is missing"),
        (("judged.jsonl", "--uncalibrate"), "--uncalibrate stands alone"),
        (("judged.jsonl", "--calibrate", "--misses"), "--calibrate goes without"),
    ],
)
def test_what_does_not_go_together_is_said(index: Path, options: tuple[str, ...], reason: str) -> None:
    ran = qa("evaluate", *options, "--index", index)
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"qa: {reason}"), ran.stderr
    assert "see `qa evaluate --help`" in ran.stderr
