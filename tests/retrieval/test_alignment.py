import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.retrieval.alignment import differ, names_differ, number_key, words_of

ENGLISH = "On Tuesday the committee {} the plan for a new harbour at Velden, its clerk told reporters in the capital."
RUSSIAN = "Во вторник комитет {} план нового порта в Вельдене, сообщил журналистам его секретарь."
KAZAKH = "Сейсенбі күні комитет Велден портының жаңа жоспарын {} деп хабарлады оның хатшысы."


def otherwise(first: str, second: str) -> bool:
    one, other = list(words_of(first)), list(words_of(second))
    assert differ(one, other) == differ(other, one)
    return differ(one, other)


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        (ENGLISH, "approved", "did not approve"),
        (ENGLISH, "approved", "didn’t approve"),
        (ENGLISH, "approved", "never approved"),
        (ENGLISH, "approved", "refused to approve"),
        (ENGLISH, "approved", "rejected"),
        (ENGLISH, "approved", "disapproved"),
        (ENGLISH, "voted for", "voted against"),
        (ENGLISH, "raised the cost of", "cut the cost of"),
        (ENGLISH, "found 5 faults in", "found 6 faults in"),
        (ENGLISH, "moved funds from Velden to Marrow under", "moved funds from Marrow to Velden under"),
        (RUSSIAN, "одобрил", "не одобрил"),
        (RUSSIAN, "повысил", "понизил"),
        (KAZAKH, "мақұлдады", "мақұлдаған жоқ"),
        (KAZAKH, "мақұлдады", "мақұлдамады"),
    ],
)
def test_another_word_another_place_or_a_negation_says_something_else(said: str, first: str, second: str) -> None:
    assert otherwise(said.format(first), said.format(second))


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        (ENGLISH, "approved", "narrowly approved"),
        (ENGLISH, "approved", "has approved"),
        (ENGLISH, "approves", "approved"),
        (ENGLISH, "says it took", "said it takes"),
        (ENGLISH, "re-opened", "reopened"),
        (ENGLISH, "recognised", "recognized"),
        (ENGLISH, "favoured", "favored"),
        (ENGLISH, "kept 12,480 places in", "kept 12 480 places in"),
        (ENGLISH, "kept two places in", "kept 2 places in"),
        (ENGLISH, "kept 5% of", "kept 5 per cent of"),
        (RUSSIAN, "одобрил", "одобрила"),
        (RUSSIAN, "одобрил", "единогласно одобрил"),
        (KAZAKH, "мақұлдады", "мақұлдайды"),
    ],
)
def test_additions_inflections_spellings_and_numbers_say_the_same(said: str, first: str, second: str) -> None:
    assert not otherwise(said.format(first), said.format(second))


def test_what_is_cut_and_a_sentence_of_its_own_say_the_same() -> None:
    said = ENGLISH.format("approved")
    assert not otherwise(said, f"{said.split(', its')[0]}.")
    assert not otherwise(said, f"{said} Nobody in the village was asked, and it did not say why.")
    assert not otherwise(f"{said} Rain fell all week on the old town.", f"{said} Farmers had asked for help in May.")


def test_names_differ_only_where_each_names_what_the_other_does_not() -> None:
    said = "On Tuesday the committee asked {} to come before it again before the end of the year."
    hill, marsh = (list(words_of(said.format(name))) for name in ("Ivo Hill", "Ivo Marsh"))
    more = list(words_of(said.format("Ivo Hill of Velden")))
    assert names_differ(hill, marsh)
    assert not names_differ(hill, more)


@pytest.mark.parametrize("stated", ["12480", "12,480", "12 480", "12\u00a0480", "12\u202f480", "12’480"])
def test_a_number_is_one_however_its_thousands_are_parted(stated: str) -> None:
    assert number_key(stated) == "12480"
    assert [it.key for it in words_of(stated)] == ["12480"]


@given(st.lists(st.sampled_from(["the", "bank", "rose", "not", "Velden", "5", ".", "Она", "ест"])).map(" ".join))
def test_no_text_differs_from_itself(text: str) -> None:
    assert not otherwise(text, text)
