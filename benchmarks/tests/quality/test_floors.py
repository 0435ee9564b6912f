"""A figure below its floor is named, one that was not measured as well; a goal alone fails nothing."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.floors import Floor, Held, hold, read_floors, summary, table
from benchmarks.quality.judged_collections import given_collections, held_back
from benchmarks.quality.measure import FLOORS
from qa.evaluation.metrics import Figure

AT_LEAST = Floor(floor=0.6, goal=0.8)
AT_MOST = Floor(floor=0.2, goal=0.1, lower_is_better=True)


def held(value: float, floor: Floor, name: str = "hit@1") -> Held:
    return Held(name, Figure(value, value - 0.1, value + 0.1), floor)


@pytest.mark.parametrize(
    ("value", "floor", "below", "said"),
    [
        (0.8, AT_LEAST, False, "met"),
        (0.6, AT_LEAST, False, "met, goal missed by 0.200"),
        (0.55, AT_LEAST, True, "below by 0.050"),
        (0.1, AT_MOST, False, "met"),
        (0.15, AT_MOST, False, "met, goal missed by 0.050"),
        (0.25, AT_MOST, True, "above by 0.050"),
        (0.5, Floor(goal=0.8), False, "0.300 off"),
        (0.5, Floor(floor=0.5), False, "met"),
        (0.5, Floor(), False, ""),
        (math.nan, AT_LEAST, True, "below by nan"),
    ],
)
def test_a_figure_is_said_to_meet_its_floor_or_by_how_much_it_does_not(
    value: float, floor: Floor, below: bool, said: str
) -> None:
    assert held(value, floor).below is below
    assert held(value, floor).said == said


@given(st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_a_figure_is_below_its_floor_when_the_floor_is_on_the_better_side(
    value: float, least: float, lower: bool
) -> None:
    better = value > least if lower else value < least
    assert held(value, Floor(floor=least, lower_is_better=lower)).below is better


def test_a_floor_whose_figure_was_not_measured_is_not_met() -> None:
    rows = hold({"hit@5": Figure(1, 1, 1)}, {"hit@1": AT_LEAST, "ms": Floor(goal=10, lower_is_better=True)})
    assert [(it.name, it.below, it.said) for it in rows] == [
        ("hit@5", False, ""),
        ("hit@1", True, "not measured"),
        ("ms", False, "not measured"),
    ]


def test_the_table_shows_each_figure_with_interval_floor_and_goal(tmp_path: Path) -> None:
    rows = [held(0.7, AT_LEAST), held(0.3, AT_MOST, "error"), held(12.34, Floor(), "time, ms")]
    title, _, *lines = table("news: 3 questions", rows).splitlines()
    assert title == "news: 3 questions"
    assert [line.split() for line in lines] == [
        ["hit@1", "0.700", "[0.600,", "0.800]", "0.600", "0.800", "met,", "goal", "missed", "by", "0.100"],
        ["error", "0.300", "[0.200,", "0.400]", "0.200", "0.100", "above", "by", "0.100"],
        ["time,", "ms", "12.3", "[12.2,", "12.4]", "–", "–"],
    ]
    assert summary(rows) == "1 of 2 floors met, not: error"
    assert summary(rows[:1]) == "all 1 floors met"
    assert summary(rows[2:]) == "nothing here is held to a floor"


def test_floors_are_read_by_collection_and_figure(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text('[news]\n"hit@1" = { floor = 0.6, goal = 0.8 }\n')
    assert read_floors(tmp_path / "floors.toml") == {"news": {"hit@1": AT_LEAST}}


@pytest.mark.parametrize("row", ['"hit@1" = 0.6', '"hit@1" = { flor = 0.6 }'])
def test_a_floor_that_nothing_would_hold_to_is_refused(tmp_path: Path, row: str) -> None:
    (tmp_path / "floors.toml").write_text(f"[news]\n{row}\n")
    with pytest.raises(ValueError, match=r"\[news\], hit@1: wants floor, goal"):
        read_floors(tmp_path / "floors.toml")


def test_the_committed_floors_are_of_the_collections_that_are_measured(tmp_path: Path) -> None:
    (tmp_path / "xquad.en.json").write_text('{"data": []}')
    for name in ("xquad-ru", "kazqad", "timeqa"):
        (tmp_path / "collections" / name).mkdir(parents=True)
        (tmp_path / "collections" / name / "questions.jsonl").write_text("")
    (tmp_path / "news_training.jsonl").write_text("")
    sampled = given_collections(tmp_path, tmp_path, tmp_path / "work", every=2)
    collections = [*sampled, *given_collections(tmp_path, tmp_path, tmp_path / "work"), held_back(tmp_path, tmp_path)]
    names = {it.name for it in collections}
    assert names <= read_floors(FLOORS).keys() <= names | {f"{name}, fast" for name in names}
