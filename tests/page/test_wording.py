import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.page.wording import counted, elsewhere, explanation, sentence
from qa.probabilities import percent


@given(st.floats(0, 1))
def test_every_verdict_explains_itself_with_its_confidence(confidence: float) -> None:
    for verdict in ("answered", "weak", "none"):
        assert percent(confidence) in explanation(verdict, confidence)


@pytest.mark.parametrize(
    ("others", "again", "words"),
    [
        (1, False, "Also in 1 other source"),
        (3, False, "Also in 3 other sources"),
        (0, True, "Again in this article"),
        (2, True, "Also in 2 other sources, and again in this article"),
    ],
)
def test_where_else_a_passage_stands_tells_others_from_its_own_article(others: int, again: bool, words: str) -> None:
    assert elsewhere(others, again) == words


def test_counts_and_messages_are_read_as_sentences() -> None:
    assert counted(1, "article", "articles") == "1 article"
    assert counted(2124, "article", "articles") == "2,124 articles"
    assert sentence("the question is empty: type one") == "The question is empty: type one."
    assert sentence("Really?") == "Really?"
    assert sentence("") == "."
