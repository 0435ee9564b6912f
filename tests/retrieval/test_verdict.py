"""The coefficients are fitted, so that none is named here: what is tested must hold for any fit."""

import math
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.store.passages import StoredPassage
from qa.models.reader.protocol import ReaderOutput
from qa.records import Article, Parts, Passage
from qa.retrieval.answer_type import answer_type_of
from qa.retrieval.query import Query
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.term_weights import TermWeights
from qa.retrieval.verdict import (
    ANSWERED,
    EVIDENCE_MATCHED,
    EVIDENCE_READ,
    MATCHED,
    READ,
    WEAK,
    EvidenceFeatures,
    Features,
    confidence,
    features,
    leads,
    leads_over,
    probability,
    verdict,
)

NOTHING = np.zeros((1, 9), dtype=np.float32)


QUERY = Query("Why?", NOTHING[0], TermWeights({}, frozenset()), answer_type_of("Why?"))


def found(
    sentence: float = 0.5,
    common: float = 0.5,
    names: float = 0.5,
    file: str = "a.txt",
    numbers: float = 0.5,
    text: str = "text",
    logit: float | None = None,
    query: Query = QUERY,
) -> ScoredPassage:
    stored = StoredPassage(1, 1, Passage("0" * 16, text, 0, len(text), 1, None), (), NOTHING[0], NOTHING)
    return ScoredPassage(
        query,
        stored,
        Article(file, text, "A"),
        np.array([sentence], dtype=np.float32),
        common=common,
        names=names,
        numbers=numbers,
        parts=Parts({"passage": sentence}),
        reading=None if logit is None else ReaderOutput(logit, ()),
    )


SHARE = st.floats(0, 1)
FILE, LOGIT = st.sampled_from(["a.txt", "b.txt"]), st.none() | st.floats(-12, 12)
FOUND = st.builds(found, st.floats(-1, 1), SHARE, SHARE, FILE, logit=LOGIT)
LEAD = st.floats(-40, 0)


@given(st.lists(FOUND, min_size=1, max_size=12), LEAD)
def test_a_confidence_is_a_probability_and_never_certain(scored: list[ScoredPassage], lead: float) -> None:
    assert 0 < confidence(scored, lead) < 1
    assert all(0 < probability(it, lead) < 1 for it in scored)


def test_where_nothing_was_found_nothing_answers() -> None:
    assert confidence([], 0.0) == 0.0
    assert verdict(0.0) == "none"


@given(FOUND, LEAD, LEAD)
def test_confidence_does_not_fall_with_a_clearer_lead(it: ScoredPassage, one: float, other: float) -> None:
    less, more = sorted([one, other])
    assert confidence([it], less) <= confidence([it], more)
    assert probability(it, less) <= probability(it, more)


@given(SHARE, SHARE, SHARE, SHARE)
def test_confidence_does_not_fall_with_more_of_the_questions_words(
    sentence: float, names: float, one: float, other: float
) -> None:
    less, more = (found(sentence, common, names) for common in sorted([one, other]))
    assert confidence([less], -1.0) <= confidence([more], -1.0)
    assert probability(less, -1.0) <= probability(more, -1.0)


@given(SHARE, SHARE, SHARE, SHARE)
def test_confidence_does_not_fall_with_a_nearer_sentence(common: float, names: float, one: float, other: float) -> None:
    less, more = (found(sentence, common, names) for sentence in sorted([one, other]))
    assert confidence([less], -1.0) <= confidence([more], -1.0)
    assert probability(less, -1.0) <= probability(more, -1.0)


@given(SHARE, SHARE, SHARE, st.integers(1, 4))
def test_a_name_of_the_question_counts_where_one_of_the_first_five_holds_it(
    sentence: float, one: float, other: float, place: int
) -> None:
    less, more = sorted([one, other])
    without = [found(sentence, names=less, file=f"{at}.txt") for at in range(7)]
    held = [*without[:place], found(sentence, names=more, file=f"{place}.txt"), *without[place + 1 :]]
    late = [*without[:6], found(sentence, names=1.0, file="6.txt")]
    assert confidence(without, -1.0) <= confidence(held, -1.0)
    assert confidence(late, -1.0) == confidence(without, -1.0)


def test_confidence_is_greater_where_the_first_stands_out_in_its_article() -> None:
    alike, unlike = ([found(0.6), *[found(other) for _ in range(5)]] for other in (0.6, 0.1))
    assert confidence(alike, -1.0) < confidence(unlike, -1.0)


def test_confidence_does_not_fall_where_the_numbers_of_the_question_are_there() -> None:
    assert confidence([found(numbers=0.0)], -1.0) < confidence([found(numbers=1.0)], -1.0)


def test_confidence_is_less_where_a_figure_is_asked_for_and_none_is_marked() -> None:
    asked = replace(QUERY, answer_type=answer_type_of("How many came?"))
    none, some = (confidence([found(text=text, query=asked)], -1.0) for text in ("About all came.", "About 300 came."))
    assert none < some
    assert confidence([found(text="About all came.")], -1.0) == some


def test_confidence_is_greater_where_others_of_the_first_stand_in_the_same_article() -> None:
    apart = [found(file=f"{place}.txt") for place in range(5)]
    together = [found(), found(sentence=0.39), *apart[2:]]
    assert features(apart, -1.0).company == 0.0
    assert features(together, -1.0).company == 0.25
    assert features(apart[:1], -1.0).company == 0.0


def test_every_feature_counts_and_none_against_the_answer() -> None:
    assert set(READ.weights) == {field.name for field in fields(Features)} == set(MATCHED.weights) | {"read"}
    assert set(EVIDENCE_READ.weights) == {field.name for field in fields(EvidenceFeatures)}
    assert set(EVIDENCE_MATCHED.weights) == set(EVIDENCE_READ.weights) - {"read"}
    for regression in (MATCHED, READ, EVIDENCE_MATCHED, EVIDENCE_READ):
        assert all(weight > 0 for weight in regression.weights.values())


@given(SHARE, st.floats(-8, 8), st.floats(-8, 8), LEAD)
def test_what_a_reader_believes_more_is_likelier(sentence: float, one: float, other: float, lead: float) -> None:
    less, more = (found(sentence, logit=logit) for logit in sorted([one, other]))
    assert confidence([less], lead) <= confidence([more], lead)
    assert probability(less, lead) <= probability(more, lead)


def test_confidence_is_less_where_the_first_has_no_room_for_an_answer() -> None:
    line, paragraph = (found(text="word " * words) for words in (4, 60))
    assert confidence([line], -1.0) < confidence([paragraph], -1.0)


@given(FOUND, LEAD)
def test_the_question_alone_decides_nothing(it: ScoredPassage, lead: float) -> None:
    long = replace(QUERY, text="Why, and for what reason in all the world, did it ever come to that? " * 3)
    assert confidence([replace(it, query=long)], lead) == confidence([it], lead)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([], []),
        ([0.7], [0.0]),
        ([0.7, 0.7, 0.7], [-math.log(3)] * 3),
        ([0.75, 0.70], [-math.log(1 + math.exp(-1)), -1 - math.log(1 + math.exp(-1))]),
        ([0.5] * 80, [-math.log(50)] * 80),
    ],
    ids=["none", "alone", "three level", "a twentieth ahead", "fifty compared"],
)
def test_a_lead_is_the_log_share_among_the_first_fifty(scores: list[float], expected: list[float]) -> None:
    assert leads(scores).tolist() == pytest.approx(expected)


@given(st.lists(st.floats(-1, 2), min_size=1, max_size=60))
def test_leads_are_over_the_first_fifty_or_over_whatever_is_named(scores: list[float]) -> None:
    assert leads_over(scores, scores[:50]).tolist() == leads(scores).tolist()
    assert leads_over(scores, scores[:1]).tolist() == pytest.approx([20 * (it - scores[0]) for it in scores])


@given(st.lists(st.floats(-1, 2), min_size=1, max_size=60))
def test_a_better_score_has_no_smaller_lead_and_none_is_over_zero(scores: list[float]) -> None:
    found_leads = leads(scores).tolist()
    ranked = sorted(zip(scores, found_leads, strict=True))
    assert [lead for _, lead in ranked] == sorted(found_leads)
    assert max(found_leads) <= 1e-9


def test_the_thresholds_name_the_verdicts() -> None:
    assert 0 < WEAK < ANSWERED < 1
    assert [verdict(it) for it in (1.0, ANSWERED)] == ["answered", "answered"]
    assert [verdict(it) for it in (math.nextafter(ANSWERED, 0), WEAK)] == ["weak", "weak"]
    assert [verdict(it) for it in (math.nextafter(WEAK, 0), 0.0)] == ["none", "none"]
