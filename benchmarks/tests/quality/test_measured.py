"""A collection is measured whole: ranking, verdict with and without the gold, time; its index is built once."""

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.quality.curves import draw
from benchmarks.quality.judged_collections import Collection, bring_up_to_date
from benchmarks.quality.measure import main
from benchmarks.quality.measured import added_milliseconds, measure
from qa.evaluation.metrics import Group
from qa.evaluation.report import evaluation_line, read_evaluation
from qa.retrieval.ranking import Models
from qa.settings import Settings
from tests.conftest import ROOT
from tests.support.hand_encoder import HandEncoder

GOLD = {"border": "300 miles", "trade": "12%", "music": "festival opened"}
QUESTIONS = [
    {"id": f"{name} {number}", "question": f"{asked} the {name}?", "answerable": True, "gold_quotes": [quote]}
    for name, quote in GOLD.items()
    for number, asked in enumerate(("What of", "Who saw", "Where is"))
] + [{"id": f"none {word}", "question": f"Who won the {word}?", "answerable": False} for word in ("match", "bank")]


@pytest.fixture
def collection(folder: Path, tmp_path: Path) -> Collection:
    """Eleven questions about three articles, and their index."""
    questions = tmp_path / "questions.jsonl"
    questions.write_text("\n".join(json.dumps(row) for row in QUESTIONS))
    made = Collection("small", folder, questions, tmp_path / "work")
    bring_up_to_date(made, HandEncoder())
    return made


def test_every_kind_of_figure_is_measured(collection: Collection, encoder: HandEncoder) -> None:
    measured = measure(collection, Models(encoder), Settings())
    assert {
        "hit@1",
        "nDCG@10",
        "verdict right",
        "verdict AUROC",
        "pairs: AUROC",
        "pairs: balanced accuracy",
    } <= measured.figures.keys()
    assert (
        added_milliseconds(collection, encoder, Settings(read=0), [str(row["question"]) for row in QUESTIONS]).value > 0
    )
    assert (measured.articles, len(measured.evaluation.outcomes)) == (3, 11)
    assert sum(group.questions for group in measured.verdict.asked) == 11
    assert sum(group.questions for group in measured.verdict.pairs) == 18
    collection.evaluation.write_text(evaluation_line(measured.evaluation))
    assert len(read_evaluation(collection.evaluation)) == 11


def test_what_the_verdict_was_fitted_on_is_judged_by_models_fitted_on_other_questions(
    collection: Collection, encoder: HandEncoder
) -> None:
    shipped = measure(collection, Models(encoder), Settings()).figures
    fitted = Collection("small", collection.articles, collection.questions, collection.folder, fitted=True)
    refitted = measure(fitted, Models(encoder), Settings()).figures
    assert refitted.keys() == shipped.keys()
    assert refitted["hit@1"] == shipped["hit@1"]
    assert refitted["verdict Brier score"] != shipped["verdict Brier score"]


def test_a_second_measurement_encodes_no_article_again(collection: Collection) -> None:
    again = HandEncoder()
    collection.articles.rename(collection.articles.with_name("moved"))
    moved = Collection("small", collection.articles.with_name("moved"), collection.questions, collection.folder)
    bring_up_to_date(moved, again)
    measure(moved, Models(again), Settings())
    assert not [text for text in again.encoded if text.startswith("River marks the line")]


def test_the_drawing_depends_on_the_curves_alone(tmp_path: Path) -> None:
    curves = {"news": [Group(10, 0.2, 0.1), Group(10, 0.9, 1.0)], "others": [Group(7, 0.5, 0.5)]}
    for name in ("one.svg", "other.svg"):
        draw(curves, tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "other.svg").read_bytes()
    draw({"news": curves["news"][:1]}, tmp_path / "other.svg")
    assert (tmp_path / "one.svg").read_bytes() != (tmp_path / "other.svg").read_bytes()


@pytest.mark.parametrize(("floor", "code"), [(0.0, 0), (1.01, 1)])
def test_the_program_fails_below_a_floor_and_leaves_an_evaluation_to_compare_with(
    collection: Collection,
    encoder: HandEncoder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    floor: float,
    code: int,
) -> None:
    (tmp_path / "floors.toml").write_text(f'[small]\n"hit@5" = {{ floor = {floor} }}\n')
    monkeypatch.setattr("benchmarks.quality.measure.FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr("benchmarks.quality.measure.given_collections", lambda *_, **__: (collection,))
    monkeypatch.setattr("benchmarks.quality.measure.find_encoder", lambda _: encoder)
    monkeypatch.setattr("sys.argv", ["measure", "evaluation", "news"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    printed = capsys.readouterr().out
    assert printed.startswith("small: 11 questions, 2 without an answer")
    assert ("all 1 floors met" in printed) is (code == 0)
    assert len(read_evaluation(collection.evaluation)) == 11


@pytest.mark.model
def test_collections_are_measured_side_by_side_and_shown_in_their_order(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    both = [replace(collection, name=name, folder=collection.folder / name) for name in ("first", "second")]
    monkeypatch.setattr("benchmarks.quality.measure.given_collections", lambda *_, **__: both)
    monkeypatch.setattr("sys.argv", ["measure", "evaluation", "news", "--fast", "--work", str(collection.folder)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    tables = [part.split(maxsplit=1) for part in capsys.readouterr().out.split("\n\n")[:2]]
    assert [name for name, _ in tables] == ["first,", "second,"]
    figures = [[line for line in table.splitlines() if "ms " not in line] for _, table in tables]
    assert figures[0] == figures[1]


def test_a_folder_without_the_questions_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["measure", str(tmp_path), str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(f"quality: {tmp_path / 'xquad.en.json'} is not in SQuAD form")


@pytest.mark.parametrize("target", ["quality", "quality-fast", "quality-final"])
def test_without_judged_questions_make_says_which_variables_to_set(tmp_path: Path, target: str) -> None:
    ran = subprocess.run(
        ["make", target, f"EVALUATION={tmp_path / 'none'}", f"NEWS={tmp_path}"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "EVALUATION=" in ran.stderr.splitlines()[0]
    assert "NEWS=" in ran.stderr.splitlines()[0]
