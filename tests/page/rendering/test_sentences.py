from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qa.page.language import LANGUAGES
from qa.page.matching import asked
from qa.page.rendering.sentences import explanation, in_full, why
from qa.page.words.english import ENGLISH
from tests.page.records_made import EVIDENCE, answer


@given(st.floats(0, 1))
def test_every_verdict_explains_itself_with_its_confidence(confidence: float) -> None:
    for verdict in ("answered", "weak", "none"):
        for words in LANGUAGES.values():
            given_answer = answer(verdict, confidence)
            assert words.manner.percent(confidence) in explanation(given_answer, EVIDENCE, asked(given_answer), words)


def because(question: str, text: str) -> str:
    evidence = replace(EVIDENCE, passage=replace(EVIDENCE.passage, text=text, heading=None))
    return why(question, evidence, asked(replace(answer("weak", 0.5), question=question)), ENGLISH)


def test_the_reason_names_what_the_first_passage_holds_and_lacks() -> None:
    assert because("Which border talks open?", "Border talks.").endswith("hold every word of the question.")
    assert because("Which harbour has border talks?", "Nothing.") == (
        "The first passage and its headline hold “border”, “talks”, but not “harbour”."
    )
    assert "found by its meaning" in because("Who sang?", "Music was made.")


def test_a_time_or_a_figure_that_was_asked_for_and_is_not_there_is_the_reason() -> None:
    assert because("When did talks open?", "Talks opened.").startswith("The question asks for a time")
    assert because("How many talks were there?", "There were talks.").startswith("The question asks for a figure")
    assert because("How many talks were there?", "There were 7 talks.").endswith("hold every word of the question.")


def test_messages_are_read_as_sentences() -> None:
    assert in_full("the question is empty: type one") == "The question is empty: type one."
    assert in_full("Really?") == "Really?"
    assert in_full("") == "."
