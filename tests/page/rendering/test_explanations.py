from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import (
    ArticleNotInArchive,
    EmptyQuestion,
    ExcludingQuestion,
    IndexMissing,
    InvalidDate,
    LongQuestion,
    PassageNotInArchive,
    QaError,
    ReversedDates,
    WordlessQuestion,
)
from qa.page.highlighting import question_words
from qa.page.language import LANGUAGES
from qa.page.rendering.explanations import explanation, fault, why
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from qa.page.words.words import Words
from qa.records import SearchRequest
from tests.page.records_made import EVIDENCE, answer

SEARCH = SearchRequest("How long is the border?")


@given(st.floats(0, 1))
def test_every_verdict_explains_itself_with_its_confidence(confidence: float) -> None:
    for verdict in ("answered", "weak", "none"):
        for words in LANGUAGES.values():
            given_answer = answer(verdict, confidence)
            explained = explanation(given_answer, SEARCH, question_words(given_answer), words)
            assert words.locale.percent(confidence) in explained


def because(question: str, text: str) -> str:
    evidence = replace(EVIDENCE, passage=replace(EVIDENCE.passage, text=text, heading=None))
    return why(question, evidence, question_words(answer("weak", 0.5, question)), ENGLISH)


def test_the_reason_names_what_the_best_passage_holds_and_lacks() -> None:
    assert because("Which border talks open?", "Border talks.").endswith("contain every word of the question.")
    assert because("Which harbour has border talks?", "Nothing.") == (
        "The best passage and its headline contain “border”, “talks”, but not “harbour”."
    )
    assert "found by its meaning" in because("Who sang?", "Music was made.")


def test_a_time_or_a_figure_that_was_asked_for_and_is_not_there_is_the_reason() -> None:
    assert because("When did talks open?", "Talks opened.").startswith("The question asks for a time")
    assert because("How many talks were there?", "There were talks.").startswith("The question asks for a figure")
    assert because("How many talks were there?", "There were 7 talks.").endswith("contain every word of the question.")


def test_a_language_counts_the_characters_of_a_question_as_it_does() -> None:
    assert "1\u00a0001 знак." in fault(LongQuestion(1_001, 1_000), RUSSIAN)
    assert "1\u00a0002 знака." in fault(LongQuestion(1_002, 1_000), RUSSIAN)


def test_what_only_the_server_can_mend_is_read_as_a_sentence() -> None:
    assert fault(IndexMissing("there is no index: build one"), ENGLISH) == "There is no index: build one."
    assert fault(QaError("Really?"), RUSSIAN) == "Really?"


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=lambda it: it.code)
@pytest.mark.parametrize(
    ("error", "held"),
    [
        (EmptyQuestion(), "{words.messages.empty}"),
        (LongQuestion(1_001, 1_000), "1{words.locale.thousands}001"),
        (WordlessQuestion(), "{words.messages.wordless}"),
        (ExcludingQuestion(), "{words.messages.excluding}"),
        (InvalidDate("after", "<soon>"), "<soon>"),
        (ReversedDates("2030-01-01", "2003"), "2003"),
        (PassageNotInArchive(), "{words.messages.passage}"),
        (ArticleNotInArchive("a.txt"), "a.txt"),
    ],
    ids=lambda it: type(it).__name__ if isinstance(it, QaError) else "",
)
def test_what_a_reader_can_mend_is_said_in_the_language_of_the_page(error: QaError, held: str, words: Words) -> None:
    said = fault(error, words)
    assert held.format(words=words) in said
    assert said.endswith((".", "?", "»", "”"))
    assert words is ENGLISH or any("а" <= letter <= "я" for letter in said)
