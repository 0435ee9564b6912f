import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import in_one_line, plain

BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("Caf&#233; &amp; bar", "Café & bar"),
        ("&quot;We won&quot;, she said", '"We won", she said'),
        ("Caf\u0065\u0301", "Café"),
        ("Tom &#38; Jerry &lt;b&gt;", "Tom & Jerry <b>"),
        ("one\ttab\nand a new line", "one\ttab\nand a new line"),
        ("zero\u200bwidth", "zerowidth"),
        ("\ufeffmark", "mark"),
        ("bell\x07", "bell"),
        ("½ a m² of ﬁne paper", "½ a m² of ﬁne paper"),
        ("می\u200cروم", "می\u200cروم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_a_text_is_read_as_a_person_reads_it(stored: str, read: str) -> None:
    assert plain(stored) == read


def test_entities_are_resolved_once_so_that_what_was_quoted_stays_quoted() -> None:
    assert plain("write &amp;eacute; for é") == "write &eacute; for é"


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\x00"])
def test_a_hidden_character_does_not_keep_a_letter_from_its_accent(hidden: str) -> None:
    assert plain(f"Cafe{hidden}\u0301") == "Café"


@pytest.mark.parametrize("page_break", ["\x0b", "\x0c", "\x85"])
def test_white_space_that_is_dropped_does_not_join_two_words(page_break: str) -> None:
    assert plain(f"trade{page_break}border").split() == ["trade", "border"]


@given(st.text() | st.text(alphabet=st.sampled_from("e\u0301\u200b\u202e\x00\x0c&#;")))
def test_letters_are_composed_and_nothing_reverses_or_hides_what_follows(text: str) -> None:
    shown = plain(text)
    assert unicodedata.is_normalized("NFC", shown)
    assert not set(shown) & set(BIDIRECTIONAL)
    assert all(unicodedata.category(character) not in ("Cc", "Cs") for character in shown if character not in "\n\t")


@given(st.text(alphabet=st.characters(categories=("Lu", "Ll", "Nd", "Po", "Zs"), exclude_characters="&")))
def test_ordinary_text_changes_only_by_composing_its_letters(text: str) -> None:
    assert plain(text) == unicodedata.normalize("NFC", text)


@given(st.text() | st.text(alphabet=st.sampled_from("a \t\n\r\x0b\x85\u2028\u00a0")))
def test_one_line_holds_the_same_words(text: str) -> None:
    line = in_one_line(text)
    assert len(line.splitlines()) <= 1
    assert line.split(" ") == (plain(text).split() or [""])


def test_every_letter_is_read_in_the_same_way_among_plain_ones_and_others() -> None:
    for character in map(chr, range(0x3000)):
        if character != "&" and not unicodedata.combining(character):
            assert plain(character) + "あ" == plain(character + "あ")


@given(st.text(alphabet=st.characters(max_codepoint=0x3000, exclude_characters="&")))
def test_texts_of_plain_letters_and_of_others_are_read_in_the_same_way(text: str) -> None:
    assert plain(text) + "あ" == plain(text + "あ")
