"""Figures are what can be computed by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, Qrel, R, ScoredDoc, Success, calc_aggregate, nDCG

from qa.evaluation.metrics import (
    auroc,
    balanced_accuracy,
    bootstrap,
    brier_score,
    calibration_error,
    discounted_gain,
    ranking_metrics,
    reciprocal_rank,
    reliability,
)

DEPTH = 10


def test_the_reciprocal_rank_is_one_over_the_first_place_that_answers() -> None:
    assert reciprocal_rank([False, False, True, True]) == pytest.approx(1 / 3)
    assert reciprocal_rank([False, False]) == 0.0


def test_ndcg_is_one_at_the_top_and_falls_with_the_place_and_with_what_is_missed() -> None:
    assert discounted_gain([True, False, False], 0) == 1.0
    assert discounted_gain([False, True, False], 0) == pytest.approx(1 / np.log2(3))
    assert discounted_gain([True, False, False], 1) == pytest.approx(1 / (1 + 1 / np.log2(3)))
    assert discounted_gain([False] * 3, 2) == 0.0


def test_auroc_counts_pairs_in_the_right_order_ties_half() -> None:
    assert auroc(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, False, True, True])) == pytest.approx(3.5 / 4)
    assert np.isnan(auroc(np.array([0.1, 0.2]), np.array([True, True])))


def test_balanced_accuracy_does_not_gain_by_always_saying_yes() -> None:
    assert balanced_accuracy(np.array([True] * 10), np.array([True] * 9 + [False])) == 0.5


def test_the_brier_score_is_the_mean_squared_error() -> None:
    assert brier_score(np.array([1.0, 0.5]), np.array([True, False])) == pytest.approx(0.125)


def test_ten_groups_of_equal_size_compare_what_was_said_with_what_happened() -> None:
    likely, true = np.repeat([0.2, 0.8], 10), np.array([True] * 2 + [False] * 8 + [True] * 10)
    groups = reliability(likely, true)
    assert [group.questions for group in groups] == [2] * 10
    assert [group.said for group in groups] == pytest.approx([0.2] * 5 + [0.8] * 5)
    assert calibration_error(likely, true) == pytest.approx((0.8 + 4 * 0.2 + 5 * 0.2) / 10)


def test_what_no_resample_has_a_figure_of_has_no_interval_either() -> None:
    likely, true = np.array([0.1, 0.4, 0.4, 0.9]), np.array([False] * 4)
    nowhere = bootstrap(4, lambda some: auroc(likely[some], true[some]))
    assert all(np.isnan(number) for number in (nowhere.value, nowhere.low, nowhere.high))


@given(st.lists(st.floats(0, 1), min_size=2, max_size=30))
def test_an_interval_holds_the_figure_of_equal_values_and_never_leaves_their_range(values: list[float]) -> None:
    numbers = np.array(values)
    figure = bootstrap(len(numbers), lambda some: float(numbers[some].mean()))
    assert min(values) - 1e-9 <= figure.low <= figure.high <= max(values) + 1e-9
    assert figure.value == pytest.approx(float(numbers.mean()))


@st.composite
def ranked_gold(draw: st.DrawFn) -> tuple[list[bool], int]:
    """Which of ten places hold a gold paragraph of their own, and how many gold ones were not found."""
    gains = draw(st.lists(st.booleans(), min_size=DEPTH, max_size=DEPTH))
    return gains, draw(st.integers(0 if any(gains) else 1, 12))


@given(ranked_gold())
def test_the_standard_measures_are_those_of_ir_measures(ranked: tuple[list[bool], int]) -> None:
    gains, missed = ranked
    gold = [f"found {place}" for place, gain in enumerate(gains) if gain] + [f"missed {it}" for it in range(missed)]
    expected = calc_aggregate(
        [Success @ 1, Success @ 3, Success @ 5, RR @ DEPTH, nDCG @ DEPTH, R @ DEPTH],
        [Qrel("question", it, 1) for it in gold],
        [
            ScoredDoc("question", f"found {place}" if gain else f"other {place}", float(DEPTH - place))
            for place, gain in enumerate(gains)
        ],
    )
    measured = ranking_metrics(gains, sum(gains), missed)
    named = {"hit@1": Success @ 1, "hit@3": Success @ 3, "hit@5": Success @ 5, "MRR@10": RR @ DEPTH}
    named |= {"nDCG@10": nDCG @ DEPTH, "recall@10": R @ DEPTH}
    assert measured == pytest.approx({name: expected[measure] for name, measure in named.items()})
