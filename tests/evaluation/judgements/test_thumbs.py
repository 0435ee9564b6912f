"""What follows from thumbs: the last word counts, and taken back is as if never given."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.judgements.thumbs import Thumbs, thumbs_form, thumbs_of

NOTHING = Thumbs({})


def test_a_passage_that_answers_says_that_the_question_is_answered_by_what_and_where() -> None:
    assert NOTHING.with_passage("It is long. Very.", "It is long.", True).follows() == {
        "answerable": True,
        "answer": "It is long.",
        "gold_quotes": ["It is long. Very."],
        "not_gold": [],
    }


def test_a_passage_that_does_not_answer_says_nothing_of_the_question() -> None:
    assert NOTHING.with_passage("It is blue.", "It is blue.", False).follows() == {
        "answerable": None,
        "gold_quotes": [],
        "not_gold": ["It is blue."],
    }


def test_a_verdict_says_nothing_of_passages() -> None:
    assert NOTHING.with_verdict(True).follows() == {"answerable": True, "gold_quotes": [], "not_gold": []}
    assert NOTHING.with_verdict(False).follows() == {"answerable": False, "gold_quotes": [], "not_gold": []}


def test_the_first_sentence_stays_the_answer_until_it_is_taken_back() -> None:
    both = NOTHING.with_passage("One. Two.", "One.", True).with_passage("Three. Four.", "Four.", True)
    assert both.follows()["answer"] == "One."
    assert both.follows()["gold_quotes"] == ["One. Two.", "Three. Four."]
    assert both.with_passage("One. Two.", "One.", None).follows()["answer"] == "Four."


def test_a_passage_goes_from_one_list_to_the_other() -> None:
    yes = NOTHING.with_passage("One.", "One.", True)
    no = yes.with_passage("One.", "One.", False)
    assert no.follows() == {"answerable": None, "gold_quotes": [], "not_gold": ["One."]}
    assert no.with_passage("One.", "One.", True) == yes


def test_the_last_word_on_the_question_counts_and_the_one_before_when_it_is_taken_back() -> None:
    yes = NOTHING.with_passage("One.", "One.", True)
    wrong = yes.with_verdict(False)
    assert wrong.follows()["answerable"] is False
    assert wrong.follows()["gold_quotes"] == ["One."]
    assert wrong.with_verdict(None).follows()["answerable"] is True
    assert wrong.with_passage("One.", "One.", None).follows()["answerable"] is False
    assert wrong.with_passage("Two.", "Two.", True).follows()["answerable"] is True


HAND: dict[str, Any] = {"answerable": True, "answer": "long", "gold_quotes": ["One.", "short"], "not_gold": ["Two."]}


def test_what_somebody_else_wrote_is_added_to_and_comes_back() -> None:
    given_two = Thumbs(HAND).with_passage("Two.", "Two.", True).with_passage("One.", "One.", False)
    assert given_two.follows() == {
        "answerable": True,
        "answer": "long",
        "gold_quotes": ["short", "Two."],
        "not_gold": ["One."],
    }
    assert given_two.with_passage("One.", "", None).with_passage("Two.", "", None).follows() == HAND


passages = st.sampled_from(["One.", "Two.", "Three."])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("verdict"), st.sampled_from([True, False, None])),
        st.tuples(passages, st.sampled_from([True, False, None])),
    ),
    max_size=8,
)


def after(thumbs: Thumbs, taken: list[tuple[str, bool | None]]) -> Thumbs:
    for about, said in taken:
        thumbs = thumbs.with_verdict(said) if about == "verdict" else thumbs.with_passage(about, about, said)
    return thumbs


@given(steps, st.sampled_from([{}, HAND, {"answerable": False}]))
def test_all_taken_back_is_what_was_before(taken: list[tuple[str, bool | None]], before: dict[str, Any]) -> None:
    thumbs = after(Thumbs(before), taken)
    back = after(thumbs, [(about, None) for about in ("verdict", "One.", "Two.", "Three.")])
    assert back.follows() == before


@given(steps)
def test_a_passage_is_in_one_list_at_most_and_as_it_was_last_judged(taken: list[tuple[str, bool | None]]) -> None:
    said = after(NOTHING, taken).follows()
    for passage in ("One.", "Two.", "Three."):
        last = next((judged for about, judged in reversed(taken) if about == passage), None)
        assert (passage in said.get("gold_quotes", ())) is (last is True)
        assert (passage in said.get("not_gold", ())) is (last is False)


@given(steps)
def test_thumbs_are_read_back(taken: list[tuple[str, bool | None]]) -> None:
    thumbs = after(Thumbs(HAND), taken)
    row = json.loads(json.dumps({"question": "Why?", **thumbs.follows(), "thumbs": thumbs_form(thumbs)}))
    assert thumbs_of(row) == thumbs


@pytest.mark.parametrize(
    "form",
    [None, 7, {}, {"before": {}, "given": [7]}, {"before": {}, "given": [{"answerable": "yes"}]}, {"before": []}],
)
def test_thumbs_that_are_none_are_left_aside(form: object) -> None:
    assert thumbs_of({**HAND, "thumbs": form}) == Thumbs(HAND)


def test_what_somebody_has_corrected_since_counts_and_not_the_thumbs_before() -> None:
    thumbs = NOTHING.with_passage("One.", "One.", True)
    row = {**thumbs.follows(), "gold_quotes": ["One.", "Five."], "thumbs": thumbs_form(thumbs)}
    assert thumbs_of(row).with_passage("One.", "One.", False).follows()["gold_quotes"] == ["Five."]


@pytest.mark.parametrize("broken", [{"gold_quotes": "One."}, {"not_gold": [7]}, {"gold_quotes": {}}])
def test_what_cannot_be_joined_is_refused(broken: dict[str, Any]) -> None:
    if broken == {"gold_quotes": {}}:  # nothing stands there
        assert thumbs_of(broken).with_verdict(True).follows()["gold_quotes"] == []
        return
    with pytest.raises(ValueError, match="is no list of texts"):
        thumbs_of(broken)
