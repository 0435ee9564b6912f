"""What is called answered after calibrating is wrong at most as often as is promised by the judged questions."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom  # type: ignore[import-untyped]

from qa.archive.archive import Archive
from qa.errors import InvalidJudgements
from qa.evaluation.calibration import bounded, calibrate, calibrating, upper_bound
from qa.evaluation.evaluation import QuestionOutcome
from qa.index.calibration import write_calibration
from qa.records import Verdict
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder

TODAY = date(2026, 11, 30)
RIVER, CHESS = "How long is the border along the river?", "Who won the chess match?"


def outcome(
    confidence: float, *, right: bool, answerable: bool = True, verdict: Verdict = "answered"
) -> QuestionOutcome:
    return QuestionOutcome("", "?", answerable, verdict, confidence, right, {}, None, 1.0)


def judged(path: Path, answerable: int, without: int) -> Path:
    """Write a file that asks one question with an answer, and one without, as often as is wanted."""
    rows = [
        {"id": f"river-{it}", "question": RIVER, "answerable": True, "gold_quotes": ["300 miles"]}
        for it in range(answerable)
    ]
    others = [{"id": f"chess-{it}", "question": CHESS, "answerable": False} for it in range(without)]
    path.write_text("\n".join(map(json.dumps, [*rows, *others])))
    return path


@pytest.mark.parametrize(
    ("wrong", "called", "bound"), [(0, 29, 0.0981), (0, 28, 0.1015), (1, 46, 0.0990), (5, 10, 0.7776)]
)
def test_the_bound_is_that_of_the_tables(wrong: int, called: int, bound: float) -> None:
    assert upper_bound(wrong, called) == pytest.approx(bound, abs=1e-4)


@given(st.integers(1, 300), st.data())
def test_at_the_bound_so_few_wrong_ones_are_seen_one_time_in_twenty(called: int, data: st.DataObject) -> None:
    wrong = data.draw(st.integers(0, called - 1))
    assert binom.cdf(wrong, called, upper_bound(wrong, called)) == pytest.approx(0.05, abs=1e-6)


@given(
    st.lists(
        st.builds(
            outcome,
            st.floats(0, 1),
            right=st.booleans(),
            answerable=st.booleans(),
            verdict=st.sampled_from(["answered", "weak"]),
        ),
        max_size=120,
    )
)
def test_what_is_called_answered_keeps_the_bound(outcomes: Sequence[QuestionOutcome]) -> None:
    found = bounded(outcomes)
    if found is not None:
        called = [it for it in outcomes if it.verdict == "answered" and it.confidence >= found.answered]
        assert (found.called, found.wrong) == (len(called), sum(not it.answered for it in called))
        assert found.bound <= 0.1


def test_the_lowest_threshold_that_keeps_the_bound_is_chosen() -> None:
    sure = [outcome(0.9 - place / 1000, right=True) for place in range(40)]
    doubtful = [outcome(0.5, right=False, answerable=False)] * 20
    found = bounded([*sure, outcome(0.7, right=True, verdict="weak"), *doubtful])
    assert found is not None
    assert found.answered == pytest.approx(0.861)
    assert (found.called, found.wrong) == (40, 0)
    assert found.coverage == pytest.approx(40 / 41)
    assert bounded(doubtful) is None


def test_an_unanswerable_question_counts_by_three_answerable_to_one() -> None:
    right = [outcome(0.9, right=True)] * 300
    few = [outcome(0.9, right=False, answerable=False)] * 3 + [outcome(0.1, right=False, answerable=False)] * 7
    found = bounded([*right, *few])
    assert found is None, "three of ten unanswerable questions called answered are one wrong answer in eleven"
    assert bounded([*right, *few[1:], few[-1], *few[-1:] * 90]) is not None


def test_an_archive_obeys_its_calibration(archive: Archive, tmp_path: Path, encoder: HandEncoder) -> None:
    usual = archive.ask(RIVER)
    opened = Archive.open(tmp_path / "index", encoder=encoder, settings=calibrating(Settings()))
    made = calibrate(opened, judged(tmp_path / "judged.jsonl", 40, 12), TODAY)
    assert (made.questions, made.called, made.wrong, made.coverage) == (52, 40, 0, 1.0)
    assert made.answered == usual.confidence
    for least, verdict in ((1.0, "weak"), (made.answered, "answered")):
        write_calibration(tmp_path / "index", replace(made, answered=least))
        assert archive.ask(RIVER).verdict == verdict
        assert archive.ask(RIVER).confidence == usual.confidence
    write_calibration(tmp_path / "index", replace(made, answered=1.0, reader=True))
    assert archive.ask(RIVER).verdict == usual.verdict, "it was made with a reader, and none reads here"


@pytest.mark.parametrize(
    ("answerable", "without", "reason"),
    [(37, 12, "holds 49 judged questions, and fewer than 50"), (50, 9, "holds 9 questions without an answer, and 10")],
)
def test_too_few_questions_are_refused_with_the_reason(
    archive: Archive, tmp_path: Path, answerable: int, without: int, reason: str
) -> None:
    with pytest.raises(InvalidJudgements, match=reason):
        calibrate(archive, judged(tmp_path / "judged.jsonl", answerable, without), TODAY)
