"""The coefficients are fitted, so that none is named here: what is tested must hold for any fit."""

import math
from collections.abc import Sequence
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.lexical.asked_words import asked_words
from qa.index.store.passages import StoredPassage
from qa.models.reader.protocol import ReaderOutput
from qa.records import Article, Parts, Passage
from qa.retrieval.answer_type import answer_type_of
from qa.retrieval.query import Query
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.term_weights import TermWeights
from qa.retrieval.verdict import (
    DENIED,
    MATCHED,
    MATCHED_TOGETHER,
    READ,
    READ_TOGETHER,
    SHIPPED,
    SHOWN,
    SURE,
    Assessment,
    Features,
    Together,
    assess,
    confidence,
    features,
    lacks,
    leads,
    leads_over,
    probability,
    together,
)

NOTHING = np.zeros((1, 9), dtype=np.float32)
QUERY = Query("Why?", NOTHING[0], TermWeights({}, frozenset()), answer_type_of("Why?"))
NAMES, NUMBERS = frozenset({"tokayev", "astana"}), frozenset({"2021", "12"})
SHIPS = "Did tokayev see 12 ships of Astana in 2021, or 12 of ASTANA?"
NAMING = replace(
    QUERY,
    text=SHIPS,
    words=tuple(asked_words(SHIPS)),
    terms=TermWeights(dict.fromkeys(["ship", *NAMES, *NUMBERS], 1.0), NAMES),
)
TYPED = {"tokayev": ("tokayev",), "astana": ("Astana", "ASTANA"), "2021": ("2021",), "12": ("12",)}


def found(
    sentence: float = 0.5,
    common: float = 0.5,
    held: frozenset[str] = frozenset(),
    file: str = "a.txt",
    numbers: float = 0.5,
    text: str = "text",
    logit: float | None = None,
    query: Query = QUERY,
    row: int = 1,
) -> ScoredPassage:
    stored = StoredPassage(row, row, Passage(f"{row:016x}", text, 0, len(text), 1, None), (), NOTHING[0], NOTHING)
    return ScoredPassage(
        query,
        stored,
        Article(file, text, "A"),
        np.array([sentence], dtype=np.float32),
        common=common,
        held=held,
        numbers=numbers,
        parts=Parts({"passage": sentence}),
        reading=None if logit is None else ReaderOutput(logit, ()),
    )


SHARE = st.floats(0, 1)
COSINE, LOGIT = st.floats(-1, 1), st.none() | st.floats(-12, 12)
TEXT = st.sampled_from(["text", "word " * 20, "word " * 60])
FOUND = st.builds(found, COSINE, SHARE, numbers=SHARE, text=TEXT, logit=LOGIT)
LEAD = st.floats(-40, 0)
HELD = st.frozensets(st.sampled_from(["ship", *sorted(NAMES | NUMBERS)]))
RANKED = st.lists(
    st.builds(found, COSINE, SHARE, HELD, numbers=SHARE, text=TEXT, logit=LOGIT, query=st.just(NAMING)),
    min_size=1,
    max_size=12,
).map(lambda some: [replace(it, stored=replace(it.stored, row=row)) for row, it in enumerate(some)])


def likely(scored: Sequence[ScoredPassage]) -> list[float]:
    """Return the probabilities of passages, best first, as a ranking has them."""
    shares = leads([it.matched for it in scored]).tolist()
    return [probability(it, lead, first=at == 0) for at, (it, lead) in enumerate(zip(scored, shares, strict=True))]


def chance(it: ScoredPassage, lead: float = -1.0) -> float:
    return probability(it, lead, first=True)


def held_in_first(scored: Sequence[ScoredPassage]) -> frozenset[str]:
    return frozenset().union(*(it.held for it in scored[:5]))


@given(RANKED)
def test_a_confidence_is_a_probability_and_never_certain(scored: list[ScoredPassage]) -> None:
    each = likely(scored)
    assert 0 < assess(scored, each, unsure=False).confidence < 1
    assert all(0 < it < 1 for it in each)


def test_where_nothing_was_found_nothing_answers() -> None:
    assert assess([], [], unsure=False) == Assessment("none", 0.0, None)


@given(RANKED)
def test_no_passage_is_likelier_to_answer_than_the_archive(scored: list[ScoredPassage]) -> None:
    each = likely(scored)
    assert assess(scored, each, unsure=False).confidence >= max(each)


@given(RANKED, st.lists(SHARE, min_size=12, max_size=12), st.booleans())
def test_the_verdict_never_contradicts_the_passages_it_is_made_of(
    scored: list[ScoredPassage], drawn: list[float], unsure: bool
) -> None:
    each = drawn[: len(scored)]
    verdict = assess(scored, each, unsure=unsure).verdict
    if max(each) > 0.45:
        assert verdict != "none"
    if max(each) < 0.5 or unsure:
        assert verdict != "answered"


@given(RANKED, st.lists(SHARE, min_size=12, max_size=12))
def test_nothing_is_answered_where_all_names_or_all_numbers_of_the_question_are_missing(
    scored: list[ScoredPassage], drawn: list[float]
) -> None:
    first = held_in_first(scored)
    missing_all = not NAMES & first or not NUMBERS & first
    assert lacks(scored) is missing_all
    verdict = assess(scored, drawn[: len(scored)], unsure=False).verdict
    assert not (missing_all and verdict == "answered")


@given(RANKED)
def test_what_the_first_five_lack_is_named_as_it_was_typed(scored: list[ScoredPassage]) -> None:
    missing = (NAMES | NUMBERS) - held_in_first(scored)
    lacking = assess(scored, likely(scored), unsure=False).lacking
    assert {it.casefold() for it in lacking} == {word.casefold() for term in missing for word in TYPED[term]}
    assert set(lacking) <= {word for words in TYPED.values() for word in words}
    assert len(lacking) == len({it.casefold() for it in lacking})


def test_a_name_and_a_number_that_are_held_are_enough_for_the_best_verdict() -> None:
    sure = [found(held=frozenset({"astana", "12"}), query=NAMING)]
    certain = confidence(sure, [0.9])
    assert assess(sure, [0.9], unsure=False) == Assessment("answered", certain, 1, ("tokayev", "2021"))
    for held in ({"astana", "tokayev", "ship"}, {"2021", "12", "ship"}, {"ship"}):
        bare = [found(held=frozenset(held), query=NAMING)]
        assert assess(bare, [0.9], unsure=False).verdict == "weak"


def test_what_only_the_sixth_passage_holds_is_lacking_and_what_the_fifth_holds_is_not() -> None:
    none, all_of_them = (found(held=held, query=NAMING) for held in (frozenset[str](), NAMES | NUMBERS))
    fifth, sixth = [*[none] * 4, all_of_them], [*[none] * 5, all_of_them]
    assert assess(fifth, [0.9] * 5, unsure=False).verdict == "answered"
    assert assess(fifth, [0.9] * 5, unsure=False).lacking == ()
    assert assess(sixth, [0.9] * 6, unsure=False).verdict == "weak"
    lacking = {it.casefold() for it in assess(sixth, [0.9] * 6, unsure=False).lacking}
    assert {"tokayev", "12", "astana", "2021"} <= lacking


@given(RANKED, st.lists(SHARE, min_size=12, max_size=12))
def test_the_verdict_is_carried_by_the_first_of_the_likeliest(scored: list[ScoredPassage], drawn: list[float]) -> None:
    each = drawn[: len(scored)]
    assert assess(scored, each, unsure=False).carried_by == each.index(max(each))


@given(RANKED, st.lists(SHARE, min_size=12, max_size=12), st.integers(0, 11), SHARE)
def test_a_likelier_passage_never_lowers_the_confidence(
    scored: list[ScoredPassage], drawn: list[float], place: int, more: float
) -> None:
    each, place = drawn[: len(scored)], place % len(scored)
    raised = [*each[:place], max(more, each[place]), *each[place + 1 :]]
    assert confidence(scored, each) <= confidence(scored, raised)


@given(RANKED, st.lists(SHARE, min_size=13, max_size=13))
def test_one_passage_more_never_lowers_the_confidence(scored: list[ScoredPassage], drawn: list[float]) -> None:
    each = drawn[: len(scored) + 1]
    assert confidence(scored, each[:-1]) <= confidence([*scored, scored[0]], each)


@given(RANKED, st.lists(SHARE, min_size=12, max_size=12), st.lists(HELD, min_size=12, max_size=12))
def test_one_more_word_of_the_question_never_lowers_the_verdict(
    scored: list[ScoredPassage], drawn: list[float], more: list[frozenset[str]]
) -> None:
    order = ("none", "weak", "answered")
    each, richer = (
        drawn[: len(scored)],
        [replace(it, held=it.held | also) for it, also in zip(scored, more, strict=False)],
    )
    before, after = (assess(some, each, unsure=False) for some in (scored, richer))
    assert order.index(before.verdict) <= order.index(after.verdict)
    assert set(after.lacking) <= set(before.lacking)


@given(FOUND, LEAD, LEAD)
def test_a_clearer_lead_makes_no_passage_less_likely(it: ScoredPassage, one: float, other: float) -> None:
    less, more = sorted([one, other])
    assert chance(it, less) <= chance(it, more)


@given(FOUND, SHARE, SHARE)
def test_more_of_the_questions_words_make_no_passage_less_likely(it: ScoredPassage, one: float, other: float) -> None:
    less, more = (replace(it, common=common) for common in sorted([one, other]))
    assert chance(less) <= chance(more)


@given(FOUND, COSINE, COSINE)
def test_a_nearer_sentence_makes_no_passage_less_likely(it: ScoredPassage, one: float, other: float) -> None:
    less, more = (replace(it, sentence_cosines=np.array([cosine], dtype=np.float32)) for cosine in sorted([one, other]))
    assert chance(less) <= chance(more)


def test_a_passage_is_likelier_where_it_holds_the_numbers_of_the_question() -> None:
    assert chance(found(numbers=0.0)) < chance(found(numbers=1.0))


def test_the_first_passage_is_likelier_than_the_same_below() -> None:
    assert probability(found(), -1.0, first=False) < probability(found(), -1.0, first=True)


def test_the_first_passage_is_likelier_where_it_stands_out() -> None:
    alike, unlike = ([found(0.6), *[found(other) for _ in range(5)]] for other in (0.6, 0.1))
    assert likely(alike)[0] < likely(unlike)[0]


def test_a_passage_is_less_likely_where_a_figure_is_asked_for_and_none_is_marked() -> None:
    asked = replace(QUERY, answer_type=answer_type_of("How many came?"))
    none, some = (chance(found(text=text, query=asked)) for text in ("About all came.", "About 300 came."))
    assert none < some
    assert chance(found(text="About all came.")) == some


def test_every_feature_counts_and_none_against_the_answer() -> None:
    assert set(READ.weights) == {field.name for field in fields(Features)} == set(MATCHED.weights) | {"read"}
    for joint in (MATCHED_TOGETHER, READ_TOGETHER):
        assert set(joint.weights) == {field.name for field in fields(Together)}
    for regression in (MATCHED, READ, MATCHED_TOGETHER, READ_TOGETHER):
        assert all(weight > 0 for weight in regression.weights.values())


@given(SHARE, st.floats(-8, 8), st.floats(-8, 8), LEAD)
def test_what_a_reader_believes_more_is_likelier(sentence: float, one: float, other: float, lead: float) -> None:
    less, more = (found(sentence, logit=logit) for logit in sorted([one, other]))
    assert chance(less, lead) <= chance(more, lead)


def test_a_passage_without_room_for_an_answer_is_less_likely() -> None:
    line, paragraph = (found(text="word " * words) for words in (4, 60))
    assert chance(line) < chance(paragraph)


@given(FOUND, LEAD)
def test_the_question_alone_decides_nothing(it: ScoredPassage, lead: float) -> None:
    long = replace(QUERY, text="Why, and for what reason in all the world, did it ever come to that? " * 3)
    assert features(replace(it, query=long), lead, first=True) == features(it, lead, first=True)


@given(st.lists(SHARE, min_size=1, max_size=12))
def test_what_probabilities_come_to_is_made_of_the_likeliest_and_of_the_first_five(drawn: list[float]) -> None:
    come_to = together(drawn)
    assert come_to.best == together([max(drawn)]).best
    assert come_to.any == together([*drawn[:SHOWN], *[0.0] * 20]).any
    assert come_to.any >= together([max(drawn[:SHOWN])]).any - 1e-6


def test_passages_that_are_level_make_an_answer_likelier_together_than_one_alone() -> None:
    one, five = [found()], [found()] * 5
    assert confidence(one, [0.3]) < confidence(five, [0.3] * 5)


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


@given(st.lists(st.floats(-1, 2), min_size=1, max_size=50))
def test_a_better_score_has_no_smaller_lead_and_none_is_over_zero(scores: list[float]) -> None:
    found_leads = leads(scores).tolist()
    ranked = sorted(zip(scores, found_leads, strict=True))
    assert [lead for _, lead in ranked] == sorted(found_leads)
    assert max(found_leads) <= 1e-9


def verdict_at(chances: Sequence[float]) -> str:
    return assess([found()] * len(chances), chances, unsure=False).verdict


def test_the_thresholds_name_the_verdicts() -> None:
    assert 0 < DENIED < SHIPPED.weak <= 0.45 < SURE <= 0.5 < SHIPPED.answered < 1
    assert [verdict_at([it]) for it in (1.0, SHIPPED.answered)] == ["answered", "answered"]
    assert [verdict_at([it]) for it in (math.nextafter(SURE, 0), SHIPPED.weak)] == ["weak", "weak"]
    assert verdict_at([0.0]) == "none"
    assert verdict_at([math.nextafter(SURE, 0)] * 5) == "weak"


def in_language(it: ScoredPassage, asked: str | None, written: str | None) -> ScoredPassage:
    passage = replace(it.stored.passage, language=written)
    return replace(it, query=replace(it.query, language=asked), stored=replace(it.stored, passage=passage))


@given(FOUND, LEAD)
def test_a_passage_in_another_language_is_likelier_than_its_lower_cosines_say(it: ScoredPassage, lead: float) -> None:
    within, across = (probability(in_language(it, "ru", written), lead, first=True) for written in ("ru", "en"))
    assert within <= across < 1
    assert probability(in_language(it, None, "en"), lead, first=True) == within
    assert probability(in_language(it, "ru", None), lead, first=True) == within


@pytest.mark.parametrize(
    ("asked", "written", "logit", "verdict"),
    [
        ("en", "en", None, "answered"),
        (None, "ru", None, "answered"),
        ("ru", "ru", None, "weak"),
        ("ru", "en", None, "weak"),
        ("ru", "ru", 0.0, "answered"),
    ],
)
def test_more_is_needed_to_call_a_question_answered_that_nobody_reads_in_its_language(
    asked: str | None, written: str | None, logit: float | None, verdict: str
) -> None:
    passage = in_language(found(logit=logit), asked, written)
    assert assess([passage], [0.52], unsure=False).verdict == verdict
    assert assess([passage], [0.95], unsure=False).verdict == "answered"


def test_a_name_is_not_missed_where_the_first_passage_is_in_another_language() -> None:
    elsewhere = [in_language(found(query=NAMING), "ru", "en")]
    assert set(assess(elsewhere, [0.5], unsure=False).lacking) == {"2021", "12"}
    assert lacks(elsewhere)
    assert not lacks([in_language(found(query=NAMING, held=NUMBERS), "ru", "en")])
