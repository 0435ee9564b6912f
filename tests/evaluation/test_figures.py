"""Figures are what can be computed by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.figures import (
    balanced_accuracy,
    bootstrap,
    brier,
    calibration_error,
    discounted_gain,
    reciprocal_rank,
    reliability,
    separation,
)


def test_the_reciprocal_rank_is_one_over_the_first_place_that_answers() -> None:
    assert reciprocal_rank([False, False, True, True]) == pytest.approx(1 / 3)
    assert reciprocal_rank([False, False]) == 0.0


def test_ndcg_is_one_at_the_top_and_falls_with_the_place_and_with_what_is_missed() -> None:
    assert discounted_gain([True, False, False], 0) == 1.0
    assert discounted_gain([False, True, False], 0) == pytest.approx(1 / np.log2(3))
    assert discounted_gain([True, False, False], 1) == pytest.approx(1 / (1 + 1 / np.log2(3)))
    assert discounted_gain([False] * 3, 2) == 0.0


def test_auroc_counts_pairs_in_the_right_order_ties_half() -> None:
    assert separation(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, False, True, True])) == pytest.approx(3.5 / 4)
    assert np.isnan(separation(np.array([0.1, 0.2]), np.array([True, True])))


def test_balanced_accuracy_does_not_gain_by_always_saying_yes() -> None:
    assert balanced_accuracy(np.array([True] * 10), np.array([True] * 9 + [False])) == 0.5


def test_the_brier_score_is_the_mean_squared_error() -> None:
    assert brier(np.array([1.0, 0.5]), np.array([True, False])) == pytest.approx(0.125)


def test_ten_groups_of_equal_size_compare_what_was_said_with_what_happened() -> None:
    likely, true = np.repeat([0.2, 0.8], 10), np.array([True] * 2 + [False] * 8 + [True] * 10)
    groups = reliability(likely, true)
    assert [group.questions for group in groups] == [2] * 10
    assert [group.said for group in groups] == pytest.approx([0.2] * 5 + [0.8] * 5)
    assert calibration_error(likely, true) == pytest.approx((0.8 + 4 * 0.2 + 5 * 0.2) / 10)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=30))
def test_an_interval_holds_the_figure_of_equal_values_and_never_leaves_their_range(values: list[float]) -> None:
    numbers = np.array(values)
    figure = bootstrap(len(numbers), lambda some: float(numbers[some].mean()))
    assert min(values) - 1e-9 <= figure.low <= figure.high <= max(values) + 1e-9
    assert figure.value == pytest.approx(float(numbers.mean()))
