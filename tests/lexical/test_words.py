import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.lexical.index import LexicalIndex
from qa.lexical.words import question_terms, terms
from tests.lexical.made import documents, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Running quickly through the cities", ["run", "quick", "through", "the", "citi"]),
        ("Café CAFÉ cafe\u0301", ["cafe", "cafe", "cafe"]),
        ("Dvo&#345;&#225;k", ["dvorak"]),
        ("7,591 kilometres", ["7", "591", "kilometr"]),
        ("", []),
    ],
)
def test_words_are_stemmed_small_and_unaccented(text: str, words: list[str]) -> None:
    assert terms(text) == words


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Dvo&#345;&#225;k conducted", "dvořák"),
        ("Dvořák conducted", "DVORAK"),
        ("Cafe\u0301 society", "Café"),
        ("zero\u200bwidth", "zerowidth"),
        ("inter\u00adnational talks", "international"),
        ("Переговоры в Москве", "МОСКВЕ"),
        ("Two visits to the bank", "Who visited?"),
    ],
)
def test_a_word_is_found_however_it_is_spelled(stored: str, asked: str) -> None:
    assert found(LexicalIndex.of(documents([stored, "something else"])), question_terms(asked)) == [0]


def test_a_question_gives_each_word_once_and_no_stopword() -> None:
    assert question_terms("The trade, and the TRADES of the river?") == ["trade", "river"]


def test_a_question_of_stopwords_only_keeps_them() -> None:
    assert question_terms("to be or not to be") == ["to", "be", "or", "not"]


@given(st.text())
def test_the_words_of_a_question_are_among_those_of_the_text(text: str) -> None:
    asked = question_terms(text)
    assert len(set(asked)) == len(asked)
    assert set(asked) <= set(terms(text))
