import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.letters import folded
from qa.articles.plain_text import plain
from qa.index.lexical.words import terms, words


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
def test_letters_that_are_one_to_people_are_one_term(ways: list[str]) -> None:
    assert len({tuple(terms(way)) for way in ways}) == 1
    assert len(terms(ways[0])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("война", "воина"),
        ("їжак", "іжак"),
        ("қала", "кала"),
        ("दिल्ली", "दल"),
        ("हिन्दी", "हिन"),
        ("कि", "की"),
        ("ب", "ت"),
    ],
)
def test_other_letters_stay_apart(one: str, other: str) -> None:
    assert set(terms(one)).isdisjoint(terms(other))


@pytest.mark.parametrize("word", ["दिल्ली", "தமிழ்", "বাংলাদেশ", "తెలుగు", "Замо\u0301стье", "مُحَمَّد", "e\u0323\u0302n"])
def test_marks_stay_in_their_word(word: str) -> None:
    assert len(terms(word)) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ก่อนหน้านี้", ["ก่", "อนหน้", "านี้"]),
        ("ກ່າວ", ["ກ່", "າວ"]),
        ("မြန်မာနိုင်ငံ", ["မြန်", "မာနိုင်", "ငံ"]),
        ("သင်္ဘော", ["သင်္ဘော"]),
        ("ព្រះរាជាណាចក្រកម្ពុជា", ["ព្រះ", "រាជាណាចក្រ", "កម្ពុ", "ជា"]),
    ],
)
def test_scripts_without_spaces_are_cut_behind_a_marked_letter_and_lose_no_mark(text: str, parts: list[str]) -> None:
    assert [it.written for it in words(text)] == parts
    assert set("".join(terms(text))) == set(text)


def test_scripts_without_spaces_are_found_by_pairs_of_letters_with_the_marks_upon_them() -> None:
    assert terms("关系取得") == ["关系", "系取", "取得"]
    assert terms("อนหน้") == ["อน", "นห", "หน้"]
    assert terms("国") == ["国"]
    assert terms("2024年GDP") == ["2024", "年", "gdp"]


@pytest.mark.parametrize(("one", "other"), [("ไก่", "ไก้"), ("ป่า", "ป้า"), ("ກ່າ", "ກ້າ"), ("ក្រ", "ករ")])
def test_words_that_differ_in_a_tone_mark_stay_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)


@given(st.lists(st.text(alphabet="กขาเ่้ะ์ນ່ກមព្រះ္ကမ်ာ", min_size=1)))
def test_no_mark_behind_a_letter_is_lost(texts: list[str]) -> None:
    whole = [text.lstrip("".join(it for it in text if unicodedata.category(it)[0] == "M")) for text in texts]
    assert "".join(it.written for it in words(" ".join(texts))) == "".join(whole)


@given(st.text())
def test_a_folded_word_is_folded(text: str) -> None:
    assert folded(folded(plain(text))) == folded(plain(text))


@given(st.text(), st.text())
def test_each_letter_is_folded_by_itself(one: str, other: str) -> None:
    assert folded(one) + folded(other) == folded(one + other)
