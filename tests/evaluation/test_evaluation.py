"""An evaluation sums up what visitors would have seen, and two can be compared."""

import json
import math
import re
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from qa.archive.archive import Archive
from qa.errors import InvalidJudgements
from qa.evaluation.comparison import EarlierEvaluation, compare
from qa.evaluation.evaluation import Evaluation, evaluate
from qa.evaluation.report import evaluation_line, evaluation_text, read_evaluation

ROWS = [
    {"id": "border", "question": "How long is the border along the river?", "answerable": True,
     "answer": "300 miles", "gold": [{"article": "border.txt", "paragraph": 1}]},
    {"id": "trade", "question": "How much did trade rise, said the president?", "answerable": True,
     "answer": "12%", "gold_quotes": ["trade rose by 12%"]},
    {"id": "wrong", "question": "What music did the president bring to the festival?", "answerable": True,
     "answer": "never said", "gold_quotes": ["words that stand nowhere"]},
    {"id": "none", "question": "Who won the chess match?", "answerable": False},
]  # fmt: skip


def asked(archive: Archive, tmp_path: Path, *rows: dict[str, object]) -> Evaluation:
    (tmp_path / "questions.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return evaluate(archive, tmp_path / "questions.jsonl")


@pytest.fixture
def evaluation(archive: Archive, tmp_path: Path) -> Evaluation:
    """Four questions put to three articles."""
    return asked(archive, tmp_path, *ROWS)


def read_back(line: str, tmp_path: Path) -> EarlierEvaluation:
    (tmp_path / "before.json").write_text(line)
    return read_evaluation(tmp_path / "before.json")


def refuse(token: str) -> NoReturn:
    raise AssertionError(f"{token} is no JSON")


def test_every_figure_is_over_the_questions_that_it_is_known_for(evaluation: Evaluation) -> None:
    assert evaluation.figures["hit@1"].value == pytest.approx(2 / 3)
    assert evaluation.figures["recall@10"].value == pytest.approx(2 / 3)
    assert evaluation.figures["answer in the marked sentence@1"].value == pytest.approx(2 / 3)
    assert evaluation.figures["hit@1"].low <= 2 / 3 <= evaluation.figures["hit@1"].high
    assert {"verdict AUROC", "verdict Brier score", "median time, ms"} <= evaluation.figures.keys()
    assert [it.place for it in evaluation.outcomes] == [1, 1, None, None]
    assert evaluation.outcomes[3].measures == {}
    assert sum(group.questions for group in evaluation.reliability) == 4


def test_what_went_wrong_can_be_listed(evaluation: Evaluation) -> None:
    lines = evaluation_text(evaluation, misses=True).splitlines()
    assert lines[0].startswith("4 questions (SHA-256 ")
    assert any(re.match(r"hit@1 +0\.667 +\[", line) for line in lines)
    assert any(line.startswith("wrong  place -") for line in lines)
    assert not any(line.startswith("border") for line in lines)


def test_one_question_is_counted_as_one(archive: Archive, tmp_path: Path) -> None:
    one = asked(archive, tmp_path, ROWS[0])
    lines = evaluation_text(one, compare(one, read_back(evaluation_line(one), tmp_path))).splitlines()
    assert lines[0].startswith("1 question (SHA-256 ")
    assert any(line.endswith(", 1 question") for line in lines)
    assert not any("1 questions" in line for line in lines)


def test_the_json_line_can_be_compared_with_later(evaluation: Evaluation, tmp_path: Path) -> None:
    line = evaluation_line(evaluation)
    assert "\n" not in line
    before = read_back(line, tmp_path)
    same = {it.measure: it for it in compare(evaluation, before)}
    assert same["hit@1"].questions == 3
    assert same["hit@1"].difference.value == 0.0
    assert same["hit@1"].chance == pytest.approx(1.0)
    nothing = {id_: dict.fromkeys(measures, 0.0) for id_, measures in before.measures.items()}
    worse = replace(before, measures=nothing)
    gained = {it.measure: it for it in compare(evaluation, worse)}["hit@1"]
    assert gained.difference.value == pytest.approx(2 / 3)
    assert gained.chance == pytest.approx(0.5, abs=0.05), "of four ways to flip two signs, two are as large"
    assert "p = " in evaluation_text(evaluation, compare(evaluation, worse))


def test_a_figure_that_the_questions_do_not_give_is_null_in_json(archive: Archive, tmp_path: Path) -> None:
    evaluation = asked(archive, tmp_path, *ROWS[2:])
    assert not any(it.answered for it in evaluation.outcomes)
    assert math.isnan(evaluation.figures["verdict AUROC"].value)
    line = evaluation_line(evaluation)
    figures = json.loads(line, parse_constant=refuse)["figures"]
    assert figures["verdict AUROC"] == {"value": None, "low": None, "high": None}
    assert figures["hit@1"] == {"value": 0.0, "low": 0.0, "high": 0.0}
    assert {it.measure for it in compare(evaluation, read_back(line, tmp_path))} >= {"hit@1", "MRR@10"}
    assert re.search(r"^verdict AUROC +–  \[–, –\]$", evaluation_text(evaluation), re.MULTILINE)
    assert "nan" not in evaluation_text(evaluation)


BY_VISITORS: list[dict[str, object]] = [
    {"id": "seen", "question": "Who opened the festival?", "answerable": True, "gold_quotes": []},
    {"id": "open", "question": "How much is the fish?", "answerable": None, "not_gold": ["300 miles"]},
]


def test_what_a_visitor_has_only_called_answered_counts_for_the_verdict_and_not_for_the_ranking(
    archive: Archive, tmp_path: Path
) -> None:
    without = asked(archive, tmp_path, *ROWS)
    found = asked(archive, tmp_path, *ROWS, BY_VISITORS[0])
    assert (found.outcomes[4].answered, found.outcomes[4].measures, found.outcomes[4].place) == (True, {}, None)
    assert found.figures["hit@1"] == without.figures["hit@1"]
    assert found.figures["verdict Brier score"] != without.figures["verdict Brier score"]
    assert sum(group.questions for group in found.reliability) == 5
    assert found.outcomes[4].verdict == "none"
    (listed,) = [line for line in evaluation_text(found, misses=True).splitlines() if line.startswith("seen ")]
    assert listed.startswith("seen  answered, none ")


def test_how_many_questions_wait_for_a_judgement_is_said(archive: Archive, tmp_path: Path) -> None:
    one = asked(archive, tmp_path, *ROWS, BY_VISITORS[1])
    assert len(one.outcomes) == 4
    assert evaluation_text(one).splitlines()[1] == "1 question is not judged yet"
    assert json.loads(evaluation_line(one))["not_judged"] == 1
    two = asked(archive, tmp_path, *ROWS, BY_VISITORS[1], BY_VISITORS[1])
    assert evaluation_text(two).splitlines()[1] == "2 questions are not judged yet"
    assert "not judged" not in evaluation_text(asked(archive, tmp_path, *ROWS))


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_the_json_line_is_one_line_to_every_parser_of_lines(evaluation: Evaluation, separator: str) -> None:
    question = f"How long{separator}is it?"
    line = evaluation_line(replace(evaluation, outcomes=(replace(evaluation.outcomes[0], question=question),)))
    assert line.splitlines() == [line]
    assert json.loads(line)["questions"][0]["question"] == question


def test_an_evaluation_of_other_questions_is_not_compared_with(
    evaluation: Evaluation, archive: Archive, tmp_path: Path
) -> None:
    before = read_back(evaluation_line(evaluation), tmp_path)
    others = asked(archive, tmp_path, *[row | {"question": "What music was there?"} for row in ROWS])
    with pytest.raises(InvalidJudgements, match=r"of other questions \(SHA-256 .*same file") as raised:
        compare(others, before)
    assert "\n" not in str(raised.value)


def test_a_comparison_of_many_questions_takes_little_memory_and_gives_the_chance_of_all_flips(
    evaluation: Evaluation,
) -> None:
    count = 1_000
    gained = np.linspace(-1.0, 1.05, count)
    now = [replace(evaluation.outcomes[0], id=str(it), measures={"hit@1": gained[it]}) for it in range(count)]
    before = EarlierEvaluation(evaluation.questions_digest, {it.id: {"hit@1": 0.0} for it in now})
    tracemalloc.start()
    try:
        (difference,) = compare(replace(evaluation, outcomes=tuple(now)), before)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 10_000_000
    signs = np.random.default_rng(0).choice((-1.0, 1.0), size=(10_000, count))
    as_large = np.abs((signs * gained).mean(axis=1)) >= abs(gained.mean())
    assert difference.chance == pytest.approx((int(as_large.sum()) + 1) / 10_001)
    assert 0.05 < difference.chance < 0.5


def test_a_file_that_is_no_evaluation_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")
    with pytest.raises(InvalidJudgements, match="is not what `qa evaluate --json` prints: name such a file"):
        read_evaluation(tmp_path / "other.json")
    with pytest.raises(InvalidJudgements, match="there is no file .*: name a file that `qa evaluate --json` printed"):
        read_evaluation(tmp_path / "missing.json")
