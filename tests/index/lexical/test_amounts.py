import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.lexical.words import held_terms, terms

APART = [",", " ", "\u00a0", "\u2009", "\u202f", "'", "’"]
MULTIPLES = {"m": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}
CURRENCIES = {"$": "dollars", "US$": "dollars", "£": "pounds", "€": "euros", "₸": "tenge"}
DIGITS = st.from_regex(r"[1-9][0-9]{0,2}(\.[1-9])?", fullmatch=True)


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        (["7,591", "7591", "7 591", "7\u00a0591", "7\u202f591", "7’591", "٧٥٩١"], ["7591"]),
        (["12,480,021", "12480021", "12.480.021", "12 480 021"], ["12480021"]),
        (["1,450.50", "1450.50", "1.450,50", "1 450,50"], ["1450.50"]),
        (["4.5", "4,5"], ["4.5"]),
        (["1.450"], ["1.450"]),
        (["0.450"], ["0.450"]),
        (["22 billion dollars", "$22bn", "US$22bn", "$22 bn", "$22-billion", "22bn dollars", "$22B", "22 млрд долларов",
          "$22,000,000,000", "22\u00a0billion USD"], ["22", "billion", "dollar"]),
        (["£4.5m", "£4.5 million", "4.5 million pounds", "£ 4.5m", "£4,500,000"], ["4.5", "million", "pound"]),
        (["€3", "3 euros", "3€", "3 €", "3 EUR"], ["3", "euro"]),
        (["₽5 000", "5 тыс. рублей", "5,000 roubles", "5k rubles"], ["5000", "rubl"]),
        (["61%", "61 %", "61 per cent", "61 percent", "61pc", "61-per-cent", "61 процент"], ["61", "percent"]),
        (["12km", "12 km", "12-km", "12 kilometres", "12 kilometers", "12 км"], ["12", "km"]),
        (["5pm", "5 pm", "5 p.m.", "5 P.M.", "5PM"], ["5", "pm"]),
        (["5.30pm", "5:30 p.m.", "05:30 pm", "5.30p.m."], ["5.30", "pm"]),
        (["5am", "5a.m.", "5-a.m.", "5 A.M."], ["5", "am"]),
        (["2,000th", "2000th", "2 000th", "2\u00a0000th", "2’000th"], ["2000th"]),
        (["12,345,678th", "12345678th"], ["12345678th"]),
        (["3G's", "3G"], ["3g"]),
        (["1,500cc", "1500cc"], ["1500cc"]),
        (["2,000-й", "2000-й", "2 000-й"], ["2000й"]),
        (["10,000-strong", "10000-strong"], ["10000", "strong"]),
        (["20°C", "20 °C", "20 degrees Celsius"], ["20", "degre", "celsius"]),
        (["1990s", "1990's", "1990’s"], ["1990s"]),
        (["50,000", "50 thousand", "50k", "50K"], ["50000"]),
        (["won 6-4,6-3"], ["won", "6", "4", "6", "3"]),
        (["on 10.12.2004"], ["on", "10", "12", "2004"]),
        (["in 2004 300 people"], ["in", "2004", "300", "peopl"]),
        (["a 3G set", "a 3-G set"], ["a", "3g", "set"]),
    ],
)  # fmt: skip
def test_an_amount_has_the_same_terms_however_it_is_written(ways: list[str], expected: list[str]) -> None:
    assert {way: terms(way) for way in ways} == dict.fromkeys(ways, expected)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,450", "1.45"),
        ("1.450", "1,45"),
        ("1,450", "1.450"),
        ("1,450", "450"),
        ("22bn", "22m"),
        ("$22bn", "£22bn"),
        ("$22bn", "$22"),
        ("61%", "61"),
        ("12km", "12cm"),
        ("5am", "5pm"),
        ("5a.m.", "5p.m."),
        ("2,000th", "2,001st"),
        ("2,000th", "2,000"),
        ("1990s", "1990"),
        ("14 50", "1450"),
        ("1 4500", "14500"),
        ("3G", "3 G"),
        ("-5°C", "-5°F"),
        ("50k", "50"),
    ],
)
def test_amounts_that_differ_stay_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)


@given(st.integers(1000, 999_999), st.sampled_from(APART), st.sampled_from(["", "$", "about ", "("]))
def test_a_number_is_the_same_whatever_parts_its_thousands(number: int, parting: str, before: str) -> None:
    assert terms(f"{before}{number:,}".replace(",", parting)) == terms(f"{before}{number}")


@given(DIGITS, st.sampled_from(sorted(MULTIPLES)), st.sampled_from(sorted(CURRENCIES)))
def test_a_sum_is_the_same_in_signs_and_in_words(number: str, multiple: str, sign: str) -> None:
    spelt = terms(f"{number} {MULTIPLES[multiple]} {CURRENCIES[sign]}")
    assert terms(f"{sign}{number}{multiple}") == terms(f"{sign}{number} {MULTIPLES[multiple]}") == spelt


@given(st.decimals(1, 999_999, places=2), st.decimals(1, 999_999, places=2))
def test_numbers_that_differ_have_other_terms(one: object, other: object) -> None:
    assert (terms(str(one)) == terms(str(other))) == (one == other)


def test_a_bare_m_is_metres_or_millions() -> None:
    assert {"5", "million"} <= held_terms("5m people")
    assert {"100", "metr"} <= held_terms("the 100m race")
    assert not {"million", "metr"} & held_terms("Ms M. and MM")
