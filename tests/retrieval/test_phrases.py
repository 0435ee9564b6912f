"""Whether a text holds words; and the index, which narrows down where to look, overlooks no text that does."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.index.lexical.index import LexicalIndex, Runs
from qa.index.lexical.words import term_run
from qa.retrieval.phrases import AsWritten, Compared, Demands, InAnyForm
from qa.retrieval.question import parse
from tests.index.lexical.made import documents

LONG = "Donaudampfschifffahrtsgesellschaftskapitän"
LETTERS = st.characters(categories=["L", "M", "Nd"])
PIECE = st.text(LETTERS, min_size=1, max_size=45) | st.sampled_from([" ", ", ", "—", "’", "_", "ΣΑΣ", "a"])
PIECES = st.lists(PIECE, max_size=6).map(lambda pieces: f"x{''.join(pieces)}x")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("state visit", "His STATE  \n visit began."),
        ("state visit", "a long\u2014state visit\u2014of days"),
        ("visit", "visit's end"),
        ("Tokayev's", "Tokayev’s"),
        ("long-term", "a long–term plan"),
        ("said “no” once", 'She said "no" once'),
        ("said «no»", "said „no“"),
        ("cafe\u0301", "Café"),
        ("a a b", "ba a a b"),
        ("$5", "for$5 each"),
        ("C++", "in C++."),
        ("50%", "by 50% more"),
        ("state", "the state_visit"),
        ("Straße", "STRASSE, Straße"),
        ("Елкин", "Алексей Ёлкин пришёл"),
        ("Ёлкин", "Алексей Елкин"),
        ("Москве", "в МОСКВЕ."),
        ("ΛΑΟΣ", "ο λαοσ, ΛΑΟΣ"),
        ("ΛΑΟΣ", "λαος"),
        ("Izmir", "in İZMIR"),
        ("F-16", "an F–16"),
        ("Silk", "Mr Kilroy-Silk"),
        ("22 billion", "for $22 billion"),
        ("1,450", "of 1,450 cars"),
        ("谁来了", "“谁来了”？"),
    ],
)
def test_words_are_held_whatever_their_case_white_space_and_typography(words: str, text: str) -> None:
    assert AsWritten.of(plain(words)).held_by(Compared(plain(text)))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("state visit", "estate visits"),
        ("state visit", "state visits"),
        ("state visit", "reinstate visit"),
        ("visit state", "state visit"),
        ("state visit", "state, visit"),
        ("state visit", "statevisit"),
        ("long term", "long-term"),
        ("cafe", "café"),
        ("cafe", "caf\u0065\u0323"),
        ("5", "25"),
        ("हिन", "हिन्दी"),
        ("a.c", "abc"),
        ("450", "1 450 cars"),
        ("$22", "US$22bn"),
        ("K. Tamblyn", "J. K. Tamblyn"),
        ("16", "an F-16"),
        ("x", ""),
    ],
)
def test_other_words_parts_of_words_and_other_marks_are_not_held(words: str, text: str) -> None:
    assert not AsWritten.of(plain(words)).held_by(Compared(plain(text)))


@pytest.mark.parametrize("text", ["two ships", "SHIP's", "Shipping", "a ship-owner"])
def test_a_word_is_held_in_any_of_its_forms(text: str) -> None:
    assert InAnyForm((term_run("ships"),)).held_by(Compared(text))


@pytest.mark.parametrize("text", ["long", "term, long", "long or term", "longterm", f"long {LONG} term"])
def test_the_parts_of_a_word_are_held_one_behind_the_other(text: str) -> None:
    forms = InAnyForm((term_run("long-term"),))
    assert forms.held_by(Compared("in the long terms"))
    assert not forms.held_by(Compared(text))


@given(PIECES, PIECES, PIECES, st.sampled_from([str, str.upper, str.lower, str.title]))
def test_the_index_finds_every_text_that_holds_words_as_written(
    before: str, words: str, after: str, as_stated: Callable[[str], str]
) -> None:
    text, written = plain(f"{before} {as_stated(words)} {after}"), AsWritten.of(plain(words))
    if written.held_by(Compared(text)) and any(written.forms[0]):
        assert LexicalIndex.of(documents([text])).rows_holding_all([written.forms]).tolist() == [0]


@given(PIECES, PIECES, PIECES)
def test_words_are_held_by_every_text_that_they_stand_in(before: str, words: str, after: str) -> None:
    assert AsWritten.of(plain(words)).held_by(Compared(plain(f"{before} {words} {after}")))


def test_only_what_the_index_is_not_sure_of_is_read_for() -> None:
    sure = Demands.of(parse("border -ships"))
    assert sure.runs == Runs(lacking=(("ship",),))
    assert not sure.read
    for question in ('"border"', "border -long-term", 'border -"ship"', f"border -{LONG}"):
        assert Demands.of(parse(question)).read


def test_a_name_in_capitals_is_excluded_and_the_little_word_is_not() -> None:
    assert Demands.of(parse("border -US")).runs == Runs(lacking=(("US",),))
    assert Demands.of(parse("border -us")).runs == Runs(lacking=(("us",),))


def test_what_is_excluded_in_every_form_need_not_be_looked_for_in_one() -> None:
    assert not Demands.of(parse('border -ship -"ships"')).read


def test_a_word_too_long_for_the_index_is_excluded_as_it_is_written() -> None:
    demands = Demands.of(parse(f"trade -{LONG}"))
    assert demands.runs == Runs()
    assert not demands.obeyed_by(["Headline", f"the {LONG.upper()} spoke"])
    assert demands.obeyed_by(["Headline", f"the {LONG}s spoke"])
    assert demands.obeyed_by(["another word that is as long: " + "x" * 50])


def test_every_required_phrase_may_stand_in_another_text_and_no_excluded_one_in_any() -> None:
    demands = Demands.of(parse('"the border" "by ship" -"no guard"'))
    assert demands.obeyed_by(["The border", "Goods go by ship."])
    assert not demands.obeyed_by(["The", "border by ship"])
    assert not demands.obeyed_by(["The border", "Goods go by ship.", "No guard"])


def test_a_question_without_operators_demands_nothing() -> None:
    assert Demands.of(parse("border")) == Demands(Runs(), (), ())
