"""Labels are the words that set a topic apart, as people write them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.topic_map.labels import label
from qa.archive.topic_map.stop_words import STOP_WORDS

SPORT = [
    "Late tries won the Six Nations match for Wales.",
    "In the Six Nations, Wales lost to Ireland.",
    "The coach of Wales praised the Six Nations crowd.",
]
TRADE = [
    "Exports of wheat rose, and the export price with them.",
    "More exports of wheat are expected, said the minister.",
    "Wheat prices fell as exports stopped.",
]


def test_each_topic_has_the_words_that_the_other_lacks() -> None:
    sport, trade = label([*SPORT, *TRADE], np.array([0, 0, 0, 1, 1, 1]))
    assert set(sport[:2]) == {"Six Nations", "Wales"}
    assert set(trade[:2]) == {"exports", "wheat"}


def test_a_word_in_every_topic_tells_none_apart() -> None:
    texts = [f"A harbour, a {word}" for word in ("storm", "storm", "music", "music")]
    assert label(texts, np.array([0, 0, 1, 1])) == (("storm", "harbour"), ("music", "harbour"))


def test_singular_and_plural_stand_once_and_kin_do_not_stand_together() -> None:
    (terms,) = label(["game games gamers gaming games", "games gamers console"], np.array([0, 0]))
    assert terms == ("games", "console")


def test_an_archive_of_one_topic_is_labelled_with_what_it_says_most() -> None:
    assert label([*TRADE, "Rain"], np.zeros(4, dtype=np.int64))[0][:2] == ("exports", "wheat")


def test_passages_without_a_word_leave_a_topic_without_a_label() -> None:
    assert label(["12 / 34", "ships and ports"], np.array([1, 0])) == (("ports", "ships"), ())


def test_nothing_has_no_labels() -> None:
    assert label([], np.empty(0, dtype=np.int64)) == ()


@given(st.lists(st.tuples(st.text(max_size=60), st.integers(0, 2)), min_size=1, max_size=12))
def test_a_label_is_at_most_three_terms_and_four_words_of_the_texts(rows: list[tuple[str, int]]) -> None:
    topics = np.array([topic for _text, topic in rows])
    for terms in label([text for text, _topic in rows], topics):
        words = " ".join(terms).split()
        assert len(terms) <= 3
        assert len(words) <= 4
        assert STOP_WORDS.isdisjoint(word.casefold() for word in words)
