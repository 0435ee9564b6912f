import pytest

from qa.retrieval.aligned_words import words_of
from qa.retrieval.stated_numbers import number_in


@pytest.mark.parametrize("stated", ["12480", "12,480", "12 480", "12\u00a0480", "12\u202f480", "12’480"])
def test_a_number_is_one_however_its_thousands_are_parted(stated: str) -> None:
    assert [it.key for it in words_of(stated)] == ["12480"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty five", "25"),
        ("five hundred thousand", "500000"),
        ("half a million", "500000"),
        ("1.5 million", "1500000"),
        ("million", "1000000"),
        ("двадцать пять", "25"),
        ("девятнадцать", "19"),
        ("десять", "10"),
        ("девятьсот", "900"),
        ("трое", "3"),
        ("отыз бес", "35"),
        ("бес жүз", "500"),
        ("1.450", "1.450"),
    ],
)
def test_words_that_state_one_number_are_read_together(words: str, number: str) -> None:
    stated = number_in(words.split())
    assert stated is not None
    assert (stated.words, stated.number) == (len(words.split()), number)


@pytest.mark.parametrize(("text", "numbers"), [("in 2004 five men", ["2004", "5"]), ("twenty, five", ["20", "5"])])
def test_numbers_beside_each_other_stay_apart(text: str, numbers: list[str]) -> None:
    assert [it.key for it in words_of(text) if it.states_number] == numbers


@pytest.mark.parametrize("words", ["ships", "half the men", "millions", "hundreds"])
def test_other_words_state_no_number(words: str) -> None:
    assert number_in(words.split()) is None
