import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_copy import PlainCopy
from qa.articles.plain_text import plain
from qa.page.rendering.highlights import with_sentence_marked
from qa.records import Span

TEXTS = st.lists(
    st.sampled_from(
        ["&#39;", "&pound;", "&amp;", "&", "e\u0301", "a", " ", "39", ".", "&#769;", "\u00ad", "lt;", "<b>"]
    ),
    max_size=12,
).map("".join)
PLACES = st.integers(0, 40)


def shown(html: str) -> str:
    """Return what a browser shows of it."""
    return unescape(re.sub(r"</?(?:b|mark)\b[^>]*>", "", html))


@pytest.mark.parametrize("at", range(12))
def test_a_sentence_that_ends_within_an_entity_is_marked_with_all_of_it(at: int) -> None:
    text = "He&#39;s &pound;5"
    assert shown(with_sentence_marked(text, Span(0, at))) == "He's £5"


@given(TEXTS, PLACES, PLACES, PLACES, PLACES)
def test_marks_change_nothing_of_what_is_shown(text: str, start: int, end: int, word: int, length: int) -> None:
    copy = PlainCopy.of(text)
    terms = [copy.original(word, word + length)] if 0 < length <= len(copy.text) - word else []
    sentence = Span(min(start, end, len(text)), min(max(start, end), len(text)))
    assert shown(with_sentence_marked(text, sentence, terms)) == plain(text)
