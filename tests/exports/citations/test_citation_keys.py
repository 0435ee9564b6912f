from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.exports.citations import Citation
from qa.exports.citations.citation_keys import citation_keys
from tests.exports.citations.made import BARE, CITATION, YEARLESS, citations, unhurried


@pytest.mark.parametrize(
    ("citation", "key"),
    [
        (CITATION, "writer2022border"),
        (YEARLESS, "writerborder"),
        (replace(CITATION, author=None), "theherald2022border"),
        (replace(CITATION, author="José Ángel Muñoz, The Herald"), "munoz2022border"),
        (replace(CITATION, author="Иванов", outlet="Известия"), "source2022border"),
        (replace(CITATION, headline="Of an old man"), "writer2022of"),
        (replace(CITATION, headline="2022: The year’s news"), "writer2022years"),
        (replace(CITATION, author="W" * 50, headline="h" * 50), "w" * 20 + "2022" + "h" * 20),
        (BARE, "source"),
    ],
)
def test_a_key_is_who_when_and_a_word_of_the_headline(citation: Citation, key: str) -> None:
    assert citation_keys([citation]) == [key]


def test_a_letter_tells_apart_what_would_have_the_same_key() -> None:
    keys = citation_keys([CITATION] * 30)
    assert keys[:3] == ["writer2022border", "writer2022bordera", "writer2022borderb"]
    assert keys[26:29] == ["writer2022borderz", "writer2022borderaa", "writer2022borderab"]


def test_a_letter_is_not_given_that_makes_anothers_key() -> None:
    other = replace(CITATION, headline="bordera")
    assert citation_keys([other, CITATION, CITATION]) == ["writer2022bordera", "writer2022border", "writer2022borderb"]


@unhurried
@given(st.lists(citations, max_size=5), st.lists(citations, max_size=5))
def test_keys_are_ascii_and_differ_and_stay_when_more_is_cited(some: list[Citation], more: list[Citation]) -> None:
    keys = citation_keys(some + more)
    assert len(set(keys)) == len(keys)
    assert all(key.isascii() and key.isalnum() for key in keys)
    assert keys[: len(some)] == citation_keys(some)
