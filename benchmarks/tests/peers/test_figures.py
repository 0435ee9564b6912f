"""Medians, ratios within a run, exponents, and goals are what a reader computes by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.peers.figures import GOALS, PEERS, Figures, fit_growth, ratio
from benchmarks.peers.workload import Lengths, Shape, operations
from benchmarks.tests.peers.measured_runs import RUN

FIGURES = Figures(RUN)


def test_a_figure_is_the_median_of_its_alternations() -> None:
    assert FIGURES.of("300", "qa", "build", "seconds") == 3.0
    assert FIGURES.rate("300", "qa") == pytest.approx(302 / 3)
    assert FIGURES.of("300", "Haystack", "build", "seconds") is None
    assert FIGURES.rate("300", "Haystack") is None


def test_sizes_are_ordered_by_what_they_hold() -> None:
    assert FIGURES.sizes == ["300", "1500", "made-100000"]


def test_bare_encode_is_no_peer() -> None:
    best = FIGURES.least("300", "build", "seconds", PEERS)
    assert best is not None
    assert (best.contender, best.value) == ("LangChain", 10.0)


def test_goals_are_held_to_the_right_figures() -> None:
    outcomes = {goal.name: (goal, goal.at(FIGURES, "300")) for goal in GOALS}
    values = [outcome.value for _, outcome in outcomes.values() if outcome]
    assert values == pytest.approx([9 / 3, 10 / 3, 11 / 10, 20 / 40, 20 / 5, 4.5 / 1, 350 / 500])
    assert [goal.met(outcome) for goal, outcome in outcomes.values() if outcome] == [
        True, True, False, False, True, False, True,
    ]  # fmt: skip


def test_what_encodes_nothing_is_held_to_no_goal_of_encoding() -> None:
    held = [goal.name for goal in GOALS if goal.at(FIGURES, "made-100000")]
    assert held == ["peak memory of a build, against the leanest peer"]


@given(st.floats(-1, 3), st.floats(0.01, 100))
def test_the_fitted_exponent_is_that_of_the_power(exponent: float, at_one: float) -> None:
    sizes = [300.0, 1_500.0, 10_000.0]
    growth = fit_growth(sizes, [at_one * size**exponent for size in sizes])
    assert growth is not None
    assert growth.exponent == pytest.approx(exponent, abs=1e-6)
    assert growth.at(1_500) == pytest.approx(at_one * 1_500**exponent, rel=1e-6)


def test_there_is_no_exponent_of_one_size() -> None:
    assert fit_growth([300.0], [2.0]) is None
    assert fit_growth([300.0, 300.0], [2.0, 3.0]) is None
    assert fit_growth([300.0, 600.0], [0.0, 3.0]) is None


def test_a_ratio_of_what_is_unknown_is_unknown() -> None:
    assert ratio(6, 3) == 2
    assert ratio(None, 3) is None
    assert ratio(6, None) is None


def test_operations_are_those_of_every_matrix_product() -> None:
    """One token of one layer: four products with 2 x 2, two with 2 x 3, and with itself."""
    assert operations(Lengths(1, 1, 1), Shape(1, 2, 3)) == 2 * (4 * 4 + 2 * 6) + 2 * 2 + 2 * 2
    assert operations(Lengths(2, 20, 200), Shape(6, 2, 3)) == 6 * (20 * 2 * (16 + 12) + 200 * 8)
