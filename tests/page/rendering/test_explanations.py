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
from qa.page.language import LANGUAGES
from qa.page.rendering.explanations import explanation, fault, warnings
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from qa.page.words.words import Words
from tests.page.records_made import ABSENCE, EVIDENCE, answer


@given(st.floats(0, 1))
def test_every_verdict_explains_itself_with_its_confidence(confidence: float) -> None:
    for verdict in ("answered", "weak", "none"):
        for words in LANGUAGES.values():
            explained = explanation(answer(verdict, confidence), {1: 1}, words)
            assert words.locale.percent(confidence) in explained


def warned(question: str, text: str, lacking: tuple[str, ...] = ()) -> list[str]:
    evidence = replace(EVIDENCE, passage=replace(EVIDENCE.passage, text=text, heading=None))
    return warnings(replace(answer("weak", 0.5, question), lacking=lacking), evidence, ENGLISH)


def test_only_what_is_missing_is_worth_a_line() -> None:
    assert warned("Which border talks open?", "Border talks.") == []
    assert warned("What did she say of the harbour?", "Border talks.") == []
    assert warned("Who sang in Astana?", "Music.", ("Astana",)) == ["None of the best passages contains “Astana”."]


def test_what_stands_in_no_passage_at_all_is_not_said_of_the_best_ones_again() -> None:
    absent = replace(answer("none", 0.1), lacking=("Astana", "1999"), absence=replace(ABSENCE, nowhere=("1999",)))
    assert warnings(absent, EVIDENCE, ENGLISH) == ["None of the best passages contains “Astana”."]
    everything = replace(absent, absence=replace(ABSENCE, nowhere=("Astana", "1999")))
    assert warnings(everything, EVIDENCE, ENGLISH) == []


def test_a_time_or_a_figure_that_was_asked_for_and_is_not_there_is_the_reason() -> None:
    assert warned("When did talks open?", "Talks opened.")[0].startswith("The question asks for a time")
    assert warned("How many talks were there?", "There were talks.")[0].startswith("The question asks for a figure")
    assert warned("How many talks were there?", "There were 7 talks.") == []


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
def test_what_a_visitor_can_mend_is_said_in_the_language_of_the_page(error: QaError, held: str, words: Words) -> None:
    said = fault(error, words)
    assert held.format(words=words) in said
    assert said.endswith((".", "?", "»", "”"))
    assert words is ENGLISH or any("а" <= letter <= "я" for letter in said)
