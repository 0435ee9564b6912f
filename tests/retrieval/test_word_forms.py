import pytest

from qa.retrieval.aligned_words import AlignedWord, words_of
from qa.retrieval.word_forms import are_one


def word(written: str) -> AlignedWord:
    """A word as it stands inside a sentence."""
    return list(words_of(f"That is {written} here."))[-2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Johnson", "Johnston"),
        ("Petersen", "Peterson"),
        ("Angola", "Angora"),
        ("Robinson", "Robertson"),
        ("Thomson", "Thompson"),
        ("McDonald", "MacDonald"),
        ("Michael", "Michel"),
        ("Francis", "Frances"),
        ("Brown", "Browning"),
        ("Stevens", "Stevenson"),
        ("Slovakia", "Slovenia"),
        ("Gambia", "Zambia"),
        ("Петерсен", "Петерсон"),
        ("Ангола", "Ангора"),
        ("Каримов", "Керимов"),
    ],
)
def test_names_a_letter_apart_are_two(one: str, other: str) -> None:
    assert not are_one(word(one), word(other))
    assert not are_one(word(other), word(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tokayev", "Tokaev"),
        ("Jomart", "Zhomart"),
        ("Kassym", "Kasym"),
        ("Yushchenko", "Yuschenko"),
        ("Yanukovych", "Yanukovich"),
        ("Zelensky", "Zelenskyy"),
        ("Dmitry", "Dmitri"),
        ("Sergei", "Sergey"),
        ("Aleksandr", "Alexander"),
        ("Kharkov", "Harkov"),
        ("Hussein", "Hussain"),
        ("Mahmoud", "Mahmud"),
        ("Gaddafi", "Gadhafi"),
        ("Azerbaijan", "Azerbaidzhan"),
        ("Americans", "American"),
        ("Тоқаев", "Токаев"),
        ("Токаев", "Токаева"),
    ],
)
def test_a_name_is_one_however_it_is_brought_from_another_alphabet(one: str, other: str) -> None:
    assert are_one(word(one), word(other))
    assert are_one(word(other), word(one))


@pytest.mark.parametrize(("one", "other"), [("adopted", "adapted"), ("country", "county"), ("expect", "except")])
def test_two_words_a_letter_apart_are_two(one: str, other: str) -> None:
    assert not are_one(word(one), word(other))


@pytest.mark.parametrize(("one", "other"), [("goverment", "government"), ("recieved", "received")])
def test_a_slip_that_leaves_no_word_is_the_word_that_was_meant(one: str, other: str) -> None:
    assert are_one(word(one), word(other))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("одобрил", "одобряет", True),
        ("мақұлдады", "мақұлдайды", True),
        ("мақұлдады", "мақұлдамады", False),
        ("включил", "выключил", False),
        ("принял", "принес", False),
        ("господин", "госпожа", False),
    ],
)
def test_an_ending_makes_no_other_word_and_a_beginning_does(one: str, other: str, *, same: bool) -> None:
    assert are_one(word(one), word(other)) is same
