import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.lexical.asked_words import asked_words, question_terms


def test_a_question_gives_each_word_once_and_no_stopword() -> None:
    assert question_terms("The trade, and the TRADES of the river?") == ["trade", "river"]


def test_a_question_of_stopwords_only_keeps_them() -> None:
    assert question_terms("to be or not to be") == ["to", "be", "or", "not"]


@pytest.mark.parametrize("question", ["Why didn’t it rise?", "Why won't it rise?", "Why isn't it rising?"])
def test_no_question_is_about_a_negation(question: str) -> None:
    assert question_terms(question) == ["whi", "rise"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did IS claim?", ["what", "did", "IS", "claim"]),
        ("Who is Will?", ["who", "WILL"]),
        ("What did the U.S. say to us?", ["what", "did", "US", "say", "us"]),
        ("What does WHO say?", ["what", "doe", "WHO", "say"]),
        ("WHAT DID IS CLAIM?", ["what", "did", "claim"]),
        ("Who Will Win The Cup?", ["who", "win", "cup"]),
        ("Will it rain?", ["rain"]),
        ("IT", ["IT"]),
    ],
)
def test_a_little_word_in_capitals_is_a_name_where_capitals_tell(question: str, expected: list[str]) -> None:
    assert question_terms(question) == expected


PIECES = st.sampled_from("US us Will will the The It IT Trade, e-mail “Ships” $22 bn. didn’t J. K.".split())  # noqa: SIM905


@given(st.lists(PIECES).map(" ".join))
def test_the_terms_of_a_question_are_those_of_its_words_in_their_order(question: str) -> None:
    assert question_terms(question) == list(dict.fromkeys(term for it in asked_words(question) for term in it.terms))


def test_a_compound_is_looked_up_by_its_parts_or_as_one() -> None:
    (asked,) = asked_words("e-mail")
    assert (asked.terms, asked.also) == (("e", "mail"), ("email",))


def test_where_no_passage_has_the_capitals_the_small_letters_are_meant() -> None:
    (asked,) = asked_words("the US")[1:]
    assert (asked.terms, asked.otherwise) == (("US",), ("us",))
