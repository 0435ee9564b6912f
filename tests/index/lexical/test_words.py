from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.index.lexical.asked_words import question_terms
from qa.index.lexical.index import LexicalIndex
from qa.index.lexical.words import held_terms, indexed_terms, term_run, terms, words
from tests.index.lexical.made import documents, found

SIGNS = ["", ".", "-", "'", "’", "&", "$", "%", "5", "450", "m", "bn", "per", "cent", "U.S.", "K", "é", "ी"]
PIECES = st.lists(st.text(max_size=8) | st.sampled_from([" ", *SIGNS]), max_size=9).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Running quickly through the cities", ["run", "quick", "through", "the", "citi"]),
        ("Café CAFÉ cafe\u0301", ["cafe", "cafe", "cafe"]),
        ("Dvo&#345;&#225;k", ["dvorak"]),
        ("7,591 miles", ["7591", "mile"]),
        ("snake_case, a/b and c@d", ["snake", "case", "a", "b", "and", "c", "d"]),
        ("see a.b.com", ["see", "a", "b", "com"]),
        ("J.Smith met Ed.Dunn in the end.But", ["j", "smith", "met", "ed", "dunn", "in", "the", "end", "but"]),
        ("", []),
    ],
)
def test_words_are_stemmed_small_and_unaccented(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        (["Lavrov's", "Lavrov’s", "Lavrov`s", "Lavrov", "LAVROV'S", "“Lavrov”’s"], ["lavrov"]),
        (["didn't", "didn’t", "didnt"], ["didnt"]),
        (["they're", "they’ve", "they'll", "they'd", "they"], ["they"]),
        (["players'", "players’", "players", "player's"], ["player"]),
        (["O'Hanrahan", "O’Hanrahan", "OHanrahan", "O'Hanrahan's"], ["ohanrahan"]),
        (["п'ять", "п’ять", "пʼять"], ["пят"]),
        (["F.B.I.", "FBI", "F.B.I", "f.b.i.", "F. B. I.", "F.B.I.'s"], ["fbi"]),
        (["J.K.", "JK", "J. K."], ["jk"]),
        (["Ph.D.", "PhD", "Ph.D", "Ph.D.'s", "PhD’s"], ["phd"]),
        (["B.Sc.", "BSc"], ["bsc"]),
        (["LL.B.", "LLB", "LL.B"], ["llb"]),
        (["M.Phil.", "MPhil"], ["mphil"]),
        (["U.N.-led", "UN led"], ["un", "led"]),
        (["А. С. Пушкин", "А.С. Пушкин", "АС Пушкин"], ["ас", "пушкин"]),
        (["F-16", "F16", "F‑16", "F16s", "F-16s", "f-16"], ["f16"]),
        (["MH-71", "MH71", "mh71"], ["mh71"]),
        (["3-D", "3D"], ["3d"]),
        (["R&D", "R&amp;D", "r&d", "R & D"], ["r&d"]),
        (["a 9-to-5 job"], ["a", "9", "to", "5", "job"]),
        (["non-U.S."], ["non", "us"]),
    ],
)
def test_a_name_has_the_same_terms_however_it_is_written(ways: list[str], expected: list[str]) -> None:
    assert {way: terms(way) for way in ways} == dict.fromkeys(ways, expected)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("e-mail", "email"),
        ("re-elected", "reelected"),
        ("Kilroy-Silk's", "Silk"),
        ("Kilroy-Silk", "Kilroysilk"),
        ("COVID-19", "COVID19"),
        ("COVID-19", "Covid"),
        ("COVID19", "Covid"),
        ("O’Hanrahan", "Hanrahan"),
        ("l'économie", "economie"),
        ("on-line", "online"),
        ("Blair–Brown feud", "Blair"),
    ],
)
def test_a_word_of_parts_is_found_by_its_parts_and_joined(text: str, asked: str) -> None:
    assert held_terms(text).issuperset(question_terms(asked))


@pytest.mark.parametrize(
    ("text", "held"), [("US", True), ("U.S.", True), ("u.s.", True), ("us", False), ("Us", False), ("US-led", True)]
)
def test_us_is_the_country_only_where_the_capitals_tell(text: str, held: bool) -> None:
    assert ("US" in held_terms(text)) is held
    assert "us" in held_terms(text)


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


@given(st.text() | PIECES)
def test_the_words_of_a_question_are_among_those_of_the_text(text: str) -> None:
    asked = question_terms(text)
    assert len(set(asked)) == len(asked)
    assert set(asked) <= held_terms(text)


@given(st.text() | PIECES)
def test_words_are_the_same_one_by_one_and_in_their_text(text: str) -> None:
    one_by_one = list(words(plain(text)))
    assert [term for word in one_by_one for term in word.terms.own if len(term.encode()) < 40] == terms(text)
    in_places, besides = indexed_terms(text)
    assert held_terms(text) == frozenset(in_places.split() + besides.split())
    assert all(first.end <= then.start for first, then in pairwise(one_by_one))
    assert all(plain(text)[word.start : word.end] == word.written != "" for word in one_by_one)


@given(st.text() | PIECES, st.text() | PIECES)
def test_a_text_holds_the_terms_of_its_lines(one: str, other: str) -> None:
    assert terms(f"{one},\n{other}") == terms(one) + terms(other)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S"])))
def test_no_term_is_parted_by_a_space_or_empty(text: str) -> None:
    assert all(term and term.split() == [term] for term in held_terms(text))


@given(st.from_regex(r"[A-Za-z]{2,9}", fullmatch=True), st.sampled_from("'’ʼ"))
def test_no_tail_of_a_word_is_a_term(word: str, apostrophe: str) -> None:
    assert terms(f"{word}{apostrophe}s") == terms(word)


def test_a_run_keeps_the_place_of_a_word_too_long_to_be_indexed() -> None:
    assert term_run("Ships of " + "x" * 39) == ("ship", "of", "x" * 39)
    assert term_run(f"{'x' * 40}, ships") == (None, "ship")
    assert term_run("ships: " + "ж" * 20) == ("ship", None)
    assert term_run("…") == ()


@given(st.text())
def test_a_run_holds_the_words_that_are_indexed(text: str) -> None:
    assert [term for term in term_run(plain(text)) if term is not None] == terms(text)


def test_what_was_seen_is_forgotten_when_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.index.lexical.words._MOST_KNOWN", 3)
    assert terms("one two three four five six") == ["one", "two", "three", "four", "five", "six"]
