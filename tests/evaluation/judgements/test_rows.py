"""Thumbs are folded into the questions of a file: the last word counts, and taken back is as if never given."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.judgements import Thumb
from qa.evaluation.judgements.rows import QuestionRow, new_row, question_rows
from qa.evaluation.judgements.thumbs import ThumbEvent, thumb_line

NOBODY = new_row(1, "Why?")
FOLLOWS = ("answerable", "answer", "gold_quotes", "not_gold")


def on(passage: str, sentence: str, answers: bool | None) -> Thumb:
    return Thumb(answers, passage, sentence)


def judged(row: QuestionRow, *thumbs: Thumb) -> Mapping[str, Any]:
    """What is known of a question's answer after some thumbs more."""
    for thumb in thumbs:
        row = row.with_thumb(thumb)
    return {name: value for name, value in row.judged().items() if name in FOLLOWS}


def lines(*rows: object) -> bytes:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows).encode()


def event(question: str, thumb: Thumb) -> str:
    return thumb_line(ThumbEvent(question, thumb))


def test_a_passage_that_answers_says_that_the_question_is_answered_by_what_and_where() -> None:
    assert judged(NOBODY, on("It is long. Very.", "It is long.", True)) == {
        "answerable": True,
        "answer": "It is long.",
        "gold_quotes": ["It is long. Very."],
        "not_gold": [],
    }


def test_a_passage_that_does_not_answer_says_nothing_of_the_question() -> None:
    assert judged(NOBODY, on("It is blue.", "It is blue.", False)) == {
        "answerable": None,
        "gold_quotes": [],
        "not_gold": ["It is blue."],
    }


@pytest.mark.parametrize("answers", [True, False])
def test_a_verdict_says_nothing_of_passages(answers: bool) -> None:
    assert judged(NOBODY, Thumb(answers)) == {"answerable": answers, "gold_quotes": [], "not_gold": []}


def test_the_first_sentence_stays_the_answer_until_it_is_taken_back() -> None:
    both = on("One. Two.", "One.", True), on("Three. Four.", "Four.", True)
    assert judged(NOBODY, *both)["answer"] == "One."
    assert judged(NOBODY, *both)["gold_quotes"] == ["One. Two.", "Three. Four."]
    assert judged(NOBODY, *both, on("One. Two.", "One.", None))["answer"] == "Four."


def test_a_passage_goes_from_one_list_to_the_other() -> None:
    yes, no = on("One.", "One.", True), on("One.", "One.", False)
    assert judged(NOBODY, yes, no) == {"answerable": None, "gold_quotes": [], "not_gold": ["One."]}
    assert judged(NOBODY, yes, no, yes) == judged(NOBODY, yes)


def test_the_last_word_on_the_question_counts_and_the_one_before_when_it_is_taken_back() -> None:
    yes, wrong = on("One.", "One.", True), Thumb(False)
    assert judged(NOBODY, yes, wrong)["answerable"] is False
    assert judged(NOBODY, yes, wrong)["gold_quotes"] == ["One."]
    assert judged(NOBODY, yes, wrong, Thumb(None))["answerable"] is True
    assert judged(NOBODY, yes, wrong, on("One.", "One.", None))["answerable"] is False
    assert judged(NOBODY, yes, wrong, on("Two.", "Two.", True))["answerable"] is True


HAND: dict[str, Any] = {"answerable": True, "answer": "long", "gold_quotes": ["One.", "short"], "not_gold": ["Two."]}


def test_what_somebody_wrote_is_added_to_and_comes_back() -> None:
    added = on("Two.", "Two.", True), on("One.", "One.", False)
    assert judged(QuestionRow(1, HAND), *added) == {
        "answerable": True,
        "answer": "long",
        "gold_quotes": ["short", "Two."],
        "not_gold": ["One."],
    }
    assert judged(QuestionRow(1, HAND), *added, on("One.", "", None), on("Two.", "", None)) == HAND


passages = st.sampled_from(["One.", "Two.", "Three."])
answers = st.sampled_from([True, False, None])
thumbs = st.lists(st.builds(Thumb, answers) | st.builds(Thumb, answers, passages, st.text()), max_size=8)


@given(thumbs, st.sampled_from([{}, HAND, {"answerable": False}]))
def test_all_taken_back_is_what_was_before(some: list[Thumb], before: dict[str, Any]) -> None:
    back = [Thumb(None, about) for about in (None, "One.", "Two.", "Three.")]
    assert judged(QuestionRow(1, before), *some, *back) == before


@given(thumbs)
def test_a_passage_is_in_one_list_at_most_and_as_it_was_last_judged(some: list[Thumb]) -> None:
    found = judged(NOBODY, *some)
    for passage in ("One.", "Two.", "Three."):
        last = next((it.answers for it in reversed(some) if it.passage == passage), None)
        assert (passage in found.get("gold_quotes", ())) is (last is True)
        assert (passage in found.get("not_gold", ())) is (last is False)


@given(thumbs)
def test_thumbs_are_read_back_as_they_were_given(some: list[Thumb]) -> None:
    row = QuestionRow(1, {"question": "Why?", **HAND})
    (found,) = question_rows(lines(row.written, *(event(" WHY? ", it) for it in some)))
    for thumb in some:
        row = row.with_thumb(thumb)
    assert found == row


def test_a_thumb_goes_to_the_first_row_about_its_question_or_begins_one() -> None:
    thumb = Thumb(False, "One.")
    first, other, second, begun = question_rows(
        lines(
            {"question": "Why?", "id": 1},
            event("How?", thumb),
            event("Who?", thumb),
            event("why?", thumb),
            {"question": "Who?", "id": 2},
            event("How?", Thumb(None, "One.")),
            {"question": "WHY?", "id": 3},
        )
    )[0:4]
    assert [it.written["question"] for it in (first, other, second, begun)] == ["Why?", "Who?", "Who?", "WHY?"]
    assert [it.thumbs for it in (first, other, second, begun)] == [(thumb,), (thumb,), (), ()]
    assert [it.line for it in (first, other, second, begun)] == [1, 3, 5, 7]


def test_every_beginning_of_a_last_line_that_was_cut_off_loses_that_thumb_alone() -> None:
    kept = lines({"question": "Why?", "answerable": True}, event("Қайда?", Thumb(True)))
    cut = event("Неге?", on("“Ұзын.”", "Ұзын.", True)).encode()
    whole = question_rows(kept)
    for length in range(len(cut)):
        for zeros in (b"", b"\0" * 9):
            assert question_rows(kept + cut[:length] + zeros) == whole
            later = question_rows(kept + cut[:length] + zeros + b"\n" + lines(event("Why?", Thumb(False))))
            assert [it.thumbs for it in later] == [(Thumb(False),), (Thumb(True),)]
    assert len(question_rows(kept + cut)) == 3


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"thumb": {"answerable": True}}, "line 2 is a thumb without a question"),
        ({"thumb": {"answerable": "yes"}, "question": "Why?"}, "line 2 is not a thumb on a verdict or a passage"),
        ({"thumb": {"passage": "One."}, "question": "Why?"}, "line 2 is not a thumb on a verdict or a passage"),
        ({"thumb": 7, "question": "Why?"}, "line 2 is not a thumb on a verdict or a passage"),
        ('{"question": "Why?"', "line 2 is not JSON"),
        ("[1]", "line 2 is not a JSON object"),
    ],
)
def test_a_line_that_is_neither_is_named(line: object, says: str) -> None:
    with pytest.raises(ValueError, match=f"^{says}$"):
        question_rows(lines({"question": "Why?"}, line))


def old_row(before: Mapping[str, Any], *given: Mapping[str, Any], **follows: Any) -> dict[str, Any]:
    """A row with thumbs as version 0.1.0 wrote them."""
    return {"id": "reader-1", "question": "Why?", **follows, "thumbs": {"before": before, "given": given}}


OLD = (
    {"passage": "Two.", "sentence": "Two.", "answers": True},
    {"passage": "One.", "sentence": "", "answers": False},
    {"answerable": False},
)
OLD_FOLLOWS = {"answerable": False, "answer": "long", "gold_quotes": ["short", "Two."], "not_gold": ["One."]}


def test_thumbs_that_version_0_1_0_kept_are_read_and_can_be_taken_back() -> None:
    (row,) = question_rows(lines(old_row(HAND, *OLD, **OLD_FOLLOWS)))
    assert row.thumbs == (on("Two.", "Two.", True), on("One.", "", False), Thumb(False))
    assert row.judged() == {"id": "reader-1", "question": "Why?", **OLD_FOLLOWS}
    taken_back = [event("Why?", Thumb(None, it)) for it in ("One.", "Two.", None)]
    (back,) = question_rows(lines(old_row(HAND, *OLD, **OLD_FOLLOWS), *taken_back))
    assert back.judged() == {"id": "reader-1", "question": "Why?", **HAND}


@pytest.mark.parametrize(
    "form",
    [None, 7, {}, {"before": {}, "given": [7]}, {"before": {}, "given": [{"answerable": "yes"}]}, {"before": []}],
)
def test_old_thumbs_that_are_none_are_left_aside(form: object) -> None:
    assert question_rows(lines({"question": "Why?", **HAND, "thumbs": form})) == [
        QuestionRow(1, {"question": "Why?", **HAND})
    ]


def test_what_somebody_has_corrected_since_counts_and_not_the_old_thumbs() -> None:
    corrected = old_row(HAND, *OLD, **OLD_FOLLOWS | {"gold_quotes": ["Two.", "Five."]})
    (row,) = question_rows(lines(corrected, event("Why?", on("Two.", "Two.", False))))
    assert row.judged()["gold_quotes"] == ["Five."]


@pytest.mark.parametrize("broken", [{"gold_quotes": "One."}, {"not_gold": [7]}])
def test_what_cannot_be_joined_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="is not a list of texts"):
        judged(QuestionRow(1, broken), Thumb(True))
    assert judged(QuestionRow(1, broken)) == broken
