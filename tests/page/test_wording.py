import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.page.wording import counted, explanation, percent, sentence


@pytest.mark.parametrize(
    ("probability", "words"), [(0.0, "under 1%"), (0.01, "1%"), (0.839, "84%"), (0.996, "over 99%"), (1.0, "over 99%")]
)
def test_a_probability_is_a_percentage_and_never_a_certainty(probability: float, words: str) -> None:
    assert percent(probability) == words


@given(st.floats(0, 1))
def test_every_verdict_explains_itself_with_its_confidence(confidence: float) -> None:
    for verdict in ("answered", "weak", "none"):
        assert percent(confidence) in explanation(verdict, confidence)


def test_counts_and_messages_are_read_as_sentences() -> None:
    assert counted(1, "article", "articles") == "1 article"
    assert counted(2124, "article", "articles") == "2,124 articles"
    assert sentence("the question is empty: type one") == "The question is empty: type one."
    assert sentence("Really?") == "Really?"
    assert sentence("") == "."
