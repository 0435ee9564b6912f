import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.index.lexical.letters import folded
from qa.index.lexical.words import terms


@pytest.mark.parametrize(
    "ways",
    [
        ["Ёлкин", "Елкин", "ЁЛКИН", "Е\u0308лкин"],
        ["İzmir", "Izmir", "izmir", "ızmir", "I\u0307zmir"],
        ["Михаи\u0301л", "Михаил", "МИХАИ\u0301Л"],
        ["ΑΘΗΝΑ", "Αθήνα", "Αθη\u0301να", "αθηνα"],
        ["λόγος", "ΛΟΓΟΣ", "λογοσ"],
        ["إسرائيل", "اسرائيل", "أسرائيل"],
        ["مُحَمَّد", "محمد", "محـــمد"],
        ["שָׁלוֹם", "שלום"],
        ["می\u200cخواهم", "میخواهم"],
        ["café", "cafe\u0301", "CAFÉ", "cafe"],
        ["Łódź", "Lodz"],
        ["Straße", "STRASSE", "Strasse"],
        ["œuvre", "oeuvre"],
        ["ﬁne", "fine"],
        ["ＡＢ", "ab"],
        ["soft\u00adware", "soft\u200bware", "software"],
    ],
)
def test_letters_that_are_one_to_a_reader_are_one_term(ways: list[str]) -> None:
    assert len({tuple(terms(way)) for way in ways}) == 1
    assert len(terms(ways[0])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("май", "маи"), ("їжак", "іжак"), ("қала", "кала"), ("दिल्ली", "दल"), ("हिन्दी", "हिन"), ("कि", "की"), ("ب", "ت")],
)
def test_other_letters_stay_apart(one: str, other: str) -> None:
    assert set(terms(one)).isdisjoint(terms(other))


@pytest.mark.parametrize("word", ["दिल्ली", "தமிழ்", "বাংলাদেশ", "తెలుగు", "Замо\u0301стье", "مُحَمَّد", "e\u0323\u0302n"])
def test_marks_stay_in_their_word(word: str) -> None:
    assert len(terms(word)) == 1


@given(st.text())
def test_a_folded_word_is_folded(text: str) -> None:
    assert folded(folded(plain(text))) == folded(plain(text))


@given(st.text(), st.text())
def test_each_letter_is_folded_by_itself(one: str, other: str) -> None:
    assert folded(one) + folded(other) == folded(one + other)
