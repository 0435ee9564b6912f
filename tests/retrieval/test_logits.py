import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.retrieval.logits import likelihood, percent


@pytest.mark.parametrize(
    ("probability", "words"), [(0.0, "under 1%"), (0.01, "1%"), (0.839, "84%"), (0.996, "over 99%"), (1.0, "over 99%")]
)
def test_a_probability_is_a_percentage_and_never_a_certainty(probability: float, words: str) -> None:
    assert percent(probability) == words


@pytest.mark.parametrize(("odds", "probability"), [(1, 0.5), (3, 0.75), (1 / 3, 0.25), (99, 0.99)])
def test_a_logit_is_the_logarithm_of_odds(odds: float, probability: float) -> None:
    assert likelihood(math.log(odds)) == pytest.approx(probability)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_any_logit_stands_for_a_probability_and_a_greater_one_for_no_smaller(one: float, other: float) -> None:
    less, more = sorted([one, other])
    assert 0 < likelihood(less) <= likelihood(more) <= 1
