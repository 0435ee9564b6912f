"""An evaluation sums up what readers would have seen, and two can be compared."""

import json
import re
from pathlib import Path

import pytest

from qa.archive import Archive
from qa.errors import InvalidJudgements
from qa.evaluation.comparison import compare
from qa.evaluation.evaluation import Evaluation, evaluate
from qa.evaluation.form import evaluation_line, read_measures
from qa.evaluation.shown import shown

ROWS = [
    {"id": "border", "question": "How long is the border along the river?", "answerable": True,
     "answer": "300 miles", "gold": [{"article": "border.txt", "paragraph": 1}]},
    {"id": "trade", "question": "How much did trade rise, said the president?", "answerable": True,
     "answer": "12%", "gold_quotes": ["trade rose by 12%"]},
    {"id": "wrong", "question": "What music did the president bring to the festival?", "answerable": True,
     "answer": "never said", "gold_quotes": ["words that stand nowhere"]},
    {"id": "none", "question": "Who won the chess match?", "answerable": False},
]  # fmt: skip


@pytest.fixture
def evaluation(archive: Archive, tmp_path: Path) -> Evaluation:
    """Four questions put to three articles."""
    (tmp_path / "questions.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS))
    return evaluate(archive, tmp_path / "questions.jsonl")


def test_every_figure_is_over_the_questions_that_it_is_known_for(evaluation: Evaluation) -> None:
    assert evaluation.figures["hit@1"].value == pytest.approx(2 / 3)
    assert evaluation.figures["recall@10"].value == pytest.approx(2 / 3)
    assert evaluation.figures["answer in the marked sentence@1"].value == pytest.approx(2 / 3)
    assert evaluation.figures["hit@1"].low <= 2 / 3 <= evaluation.figures["hit@1"].high
    assert {"verdict AUROC", "verdict Brier score", "median time, ms"} <= evaluation.figures.keys()
    assert [it.place for it in evaluation.asked] == [1, 1, None, None]
    assert evaluation.asked[3].measures == {}
    assert sum(group.questions for group in evaluation.reliability) == 4


def test_what_went_wrong_can_be_listed(evaluation: Evaluation) -> None:
    lines = shown(evaluation, misses=True).splitlines()
    assert lines[0].startswith("4 questions (SHA-256 ")
    assert any(re.match(r"hit@1 +0\.667 +\[", line) for line in lines)
    assert any(line.startswith("wrong  place -") for line in lines)
    assert not any(line.startswith("border") for line in lines)


def test_the_json_line_can_be_compared_with_later(evaluation: Evaluation, tmp_path: Path) -> None:
    line = evaluation_line(evaluation)
    assert "\n" not in line
    (tmp_path / "before.json").write_text(line)
    before = read_measures(tmp_path / "before.json")
    same = {it.measure: it for it in compare(evaluation, before)}
    assert same["hit@1"].questions == 3
    assert same["hit@1"].difference.value == 0.0
    assert same["hit@1"].chance == pytest.approx(1.0)
    worse = {id_: dict.fromkeys(measures, 0.0) for id_, measures in before.items()}
    gained = {it.measure: it for it in compare(evaluation, worse)}["hit@1"]
    assert gained.difference.value == pytest.approx(2 / 3)
    assert gained.chance == pytest.approx(0.5, abs=0.05), "of four ways to flip two signs, two are as large"
    assert "p = " in shown(evaluation, compare(evaluation, worse))


def test_a_file_that_is_no_evaluation_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")
    for name in ("other.json", "missing.json"):
        with pytest.raises(InvalidJudgements, match="is not what `qa evaluate --json` prints"):
            read_measures(tmp_path / name)
