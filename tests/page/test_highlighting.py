from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.page.highlighting import question_words
from qa.records import Correction

from .records_made import answer

ASKED = question_words(replace(answer("answered", 0.9), question="How long is the Kazakh border with Russia?"))


def found(text: str) -> list[str]:
    return [text[it.start : it.end] for it in ASKED.spans(text)]


def test_the_words_of_a_question_are_found_in_all_their_forms_and_little_words_are_not() -> None:
    assert ASKED.words == ("Kazakh", "border", "Russia")
    assert found("Russia's borders—with the longest—are Kazakh borders.") == ["Russia", "borders", "Kazakh", "borders"]


def test_it_is_known_which_words_a_text_holds() -> None:
    assert ASKED.held_by("The borders of Kazakhs") == ("Kazakh", "border")
    assert ASKED.held_by("") == ()


def test_a_misspelt_word_is_looked_for_as_it_was_read() -> None:
    corrected = replace(
        answer("answered", 0.9), question="Where is the bordr?", corrections=(Correction("bordr", "border"),)
    )
    assert question_words(corrected).words == ("border",)


def test_what_is_excluded_is_not_asked_for() -> None:
    question = '"New Labour" -Blair -"Gordon Brown" won?'
    assert question_words(replace(answer("weak", 0.5), question=question)).words == ("New", "Labour", "won")


def test_a_question_of_little_words_marks_nothing() -> None:
    nothing = question_words(replace(answer("none", 0.1), question="Who is he?"))
    assert (nothing.words, list(nothing.spans("He is who he is."))) == ((), [])


@given(st.text())
def test_stretches_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = list(ASKED.spans(text))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(0 <= it.start < it.end <= len(text) for it in spans)
