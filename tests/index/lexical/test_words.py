import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.index.lexical.asked_words import question_terms
from qa.index.lexical.index import LexicalIndex
from qa.index.lexical.words import term_run, terms
from tests.index.lexical.made import documents, found


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


def test_a_run_keeps_the_place_of_a_word_too_long_to_be_indexed() -> None:
    assert term_run("Ships of " + "x" * 39) == ("ship", "of", "x" * 39)
    assert term_run(f"{'x' * 40}, ships") == (None, "ship")
    assert term_run("ships: " + "ж" * 20) == ("ship", None)
    assert term_run("…") == ()


@given(st.text())
def test_a_run_holds_the_words_that_are_indexed(text: str) -> None:
    assert [term for term in term_run(plain(text)) if term is not None] == terms(plain(text))
