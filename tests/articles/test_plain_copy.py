import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_copy import PlainCopy
from qa.articles.plain_text import plain
from qa.records import Span

ENTITIES = ["&#39;", "&eacute;", "&#769;", "&not", "&#0;", "&", "#", ";", "3", "x", "amp", "pound", "pound;"]
PIECES = st.sampled_from([*ENTITIES, *"e<ी각\u0301\u00ad\u200b\x00\x0b\n\u1100\u1161\u11a8\u0344\u212b"])
TEXTS = st.text(max_size=20) | st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("said it&#39;s lost", "'", "&#39;"),
        ("said it&#39;s lost", "it's", "it&#39;s"),
        ("&pound;5m", "£", "&pound;"),
        ("&pound5m", "5m", "5m"),
        ("R&amp;D", "R&D", "R&amp;D"),
        ("caf&#233;s", "é", "&#233;"),
        ("cafe\u0301s", "é", "e\u0301"),
        ("cafe&#769;s", "é", "e&#769;"),
        ("soft\u00adware", "software", "soft\u00adware"),
        ("a \u200bword\u200b b", "word", "word"),
        ("plain words", "words", "words"),
    ],
)
def test_it_is_known_where_a_part_of_the_copy_stands(text: str, word: str, original: str) -> None:
    copy = PlainCopy.of(text)
    start = copy.text.index(word)
    span = copy.original(start, start + len(word))
    assert text[span.start : span.end] == original


@given(TEXTS)
def test_it_is_the_plain_copy(text: str) -> None:
    assert PlainCopy.of(text).text == plain(text)


@given(TEXTS, st.integers(0, 20), st.integers(1, 20))
def test_a_text_cut_where_words_stand_is_displayed_as_it_would_be_in_one(text: str, start: int, length: int) -> None:
    copy = PlainCopy.of(text)
    if start + length <= len(copy.text):
        span = copy.original(start, start + length)
        assert "".join(map(plain, (text[: span.start], text[span.start : span.end], text[span.end :]))) == copy.text


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_is_widened_to_what_can_be_displayed(text: str, start: int, end: int) -> None:
    asked = Span(min(start, end, len(text)), min(max(start, end), len(text)))
    whole = PlainCopy.of(text).whole(asked)
    assert whole.start <= asked.start <= asked.end <= whole.end
    if asked.start < asked.end:
        parts = (text[: whole.start], text[whole.start : whole.end], text[whole.end :])
        assert "".join(map(plain, parts)) == plain(text)
