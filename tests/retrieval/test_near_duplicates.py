from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.parsing import read_article
from qa.articles.plain_text import plain
from qa.models.encoder.choice import find_encoder
from qa.records import Article, Copy, Evidence, Parts, Passage, Sentence
from qa.retrieval.near_duplicates import Wording, are_copies, earliest, group_copies, replacements, wording
from tests.conftest import SEEDS

RATE = (
    "The central bank of {country} on {day} {moved} its key interest rate by a quarter point to {rate} percent, citing "
    "inflation of {inflation} percent, and said further steps would depend on prices, wages and the exchange rate."
)
HELD = RATE.format(country="Freedonia", day="Tuesday", moved="raised", rate="4.75", inflation="6.1")


def paragraph(number: str, words: str) -> str:
    """The paragraph of a seed that holds some words."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    reading = read_article(path.name, path.read_bytes())
    (text,) = (found for it in reading.paragraphs if words in (found := reading.article.text[it.start : it.end]))
    return text


def copies(first: str, second: str, cosine: float, *, same_article: bool = False) -> bool:
    ours, theirs = wording("a.txt", first), wording("a.txt" if same_article else "b.txt", second)
    assert are_copies(ours, theirs, cosine) == are_copies(theirs, ours, cosine)
    return are_copies(ours, theirs, cosine)


@pytest.mark.model
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("increased by about 10%", "rose by about 10%"),
        ("there are active discussions on how to develop", "Intense discussions are underway"),
    ],
    ids=["trade turnover", "protective mechanisms"],
)
def test_two_translations_of_one_interview_are_copies(first: str, second: str) -> None:
    ours, theirs = paragraph("000", first), paragraph("001", second)
    vectors = find_encoder().encode_passages([plain(ours), plain(theirs)])
    assert copies(ours, theirs, float(vectors[0] @ vectors[1]))


@pytest.mark.model
def test_no_other_two_paragraphs_of_the_seeds_are_copies() -> None:
    readings = [read_article(path.name, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    texts = [(it.article.file, it.article.text[span.start : span.end]) for it in readings for span in it.paragraphs]
    vectors = find_encoder().encode_passages([plain(text) for _, text in texts])
    wordings = [wording(file, text) for file, text in texts]
    found = {
        (texts[first][0][:3], texts[second][0][:3])
        for second in range(len(texts))
        for first in range(second)
        if are_copies(wordings[first], wordings[second], float(vectors[first] @ vectors[second]))
    }
    assert found == {("000", "001")}


def test_the_same_report_with_its_byline_and_spelling_changed_is_a_copy() -> None:
    other = HELD.replace("percent", "per cent").replace("on Tuesday", "Tuesday")
    assert copies(HELD, other, 0.0)


def test_a_report_and_the_same_report_cut_short_are_copies() -> None:
    assert copies(HELD, HELD.split(", and said")[0] + ".", 0.0)


def test_case_punctuation_and_entities_do_not_count() -> None:
    assert copies("“Caf&#233;s open,” he said.", "CAFÉS OPEN, he said", 0.0)


@pytest.mark.parametrize(
    "change",
    [
        {"rate": "5.25"},
        {"rate": "5.25", "inflation": "7.4"},
        {"rate": "5.25", "country": "Sylvania", "day": "Thursday", "moved": "cut"},
    ],
    ids=["one number", "two numbers", "another bank"],
)
def test_reports_of_two_rate_decisions_are_not_copies_however_near(change: dict[str, str]) -> None:
    known = {"country": "Freedonia", "day": "Tuesday", "moved": "raised", "rate": "4.75", "inflation": "6.1"}
    assert not copies(HELD, RATE.format(**known | change), 0.99)


def test_a_thousands_comma_is_not_another_number() -> None:
    first = "The border is 7,591 kilometres long and it is the longest in the world, the minister said on Friday."
    assert copies(first, first.replace("7,591", "7591"), 0.9)
    assert copies(first, first.replace("7,591", "7 591"), 0.9)


FERRY = "At least {dead} people died when a ferry {much} sank on the river near the capital on a windy Sunday morning."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"dead": "twelve"}, {"dead": "thirty"}),
        ({"dead": "twelve"}, {"dead": "30"}),
        ({"much": "worth $5 million"}, {"much": "worth £5 million"}),
        ({"much": "worth five million"}, {"much": "worth five billion"}),
        ({"much": "5% full"}, {"much": "5° full"}),
        ({"much": "5 degrees cold"}, {"much": "-5 degrees cold and 7 old", "dead": "6"}),
    ],
    ids=["in words", "one in digits", "currency", "millions and billions", "percent and degrees", "below nothing"],
)
def test_reports_with_other_tolls_sums_or_signs_are_not_copies(first: dict[str, str], second: dict[str, str]) -> None:
    usual = {"dead": "12", "much": "of two decks"}
    assert not copies(FERRY.format(**usual | first), FERRY.format(**usual | second), 0.99)


def test_a_number_is_the_same_in_words_and_in_digits() -> None:
    assert copies(FERRY.format(dead="twelve", much="of two decks"), FERRY.format(dead="12", much="of 2 decks"), 0.99)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("approved the plan", "did not approve the plan"),
        ("cleared Ivo Stone of taking bribes", "convicted Ivo Stone of taking bribes"),
        ("said that prices rose sharply", "said that prices fell sharply"),
        ("said that nobody was killed", "said that many were killed"),
        ("said that Velden beat Marrow", "said that Marrow beat Velden"),
    ],
)
def test_reports_that_contradict_each_other_in_the_same_words_are_not_copies(first: str, second: str) -> None:
    around = (
        "On Tuesday evening the committee {} after a long meeting in the capital of the region, and its clerk told "
        "reporters that the members would come together again before the end of the year to talk of what was left."
    )
    assert not copies(around.format(first), around.format(second), 0.99)


def test_near_meanings_with_other_names_are_not_copies() -> None:
    said = "In the evening the striker {name} scored twice as his side won the cup final away from home in the rain"
    assert not copies(
        said.format(name="Petrov"), "In the evening the striker Silva scored twice as they won at last, he said", 0.95
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rovers: Hill, Marsh, Woods, Field, Banks (Stone 60)", "Rovers: Hill, Lake, Moor, Field, Rivers (Dale 72)"),
        ("United v Rovers, 15:00, North Park", "City v Albion, 17:30, South Park"),
        ("Referee: A. Hill. Attendance: 12,345", "Referee: B. Marsh. Attendance: 23,456"),
        ("Venue: North Park", "Venue: South Park"),
        ("The full time score will follow shortly now", "The full time score was given out late"),
    ],
)
def test_fixtures_and_line_ups_are_not_copies_though_their_vectors_are_near(first: str, second: str) -> None:
    assert not copies(first, second, 0.97)


def test_a_phrase_is_no_report_however_much_of_a_short_line_it_is() -> None:
    line = "It has to be said."
    assert not copies(line, f"{HELD} “It has to be expected that other banks will follow,” a trader said.", 0.9)
    assert not copies("Not used: Hill.", "Hill, Marsh, Woods, Field. Not used: Stone, Banks, Lake, Moor.", 0.9)
    assert copies("The whole squad will be named on Friday.", "The whole squad will be named on Friday at noon.", 0.9)


def test_a_sentence_of_its_own_is_a_copy_of_the_paragraph_that_holds_it() -> None:
    sentence = "The minister said that the bridge over the river would be closed to lorries until the end of May."
    assert copies(sentence, f"Rain fell all week. {sentence} Farmers had asked for help. {HELD}", 0.0)


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Ivo Stone", "Ivo Marsh", False),
        ("Stone, Hill, Woods and Field", "Stone, Hill, Lake and Field", False),
        ("Austria", "Australia", False),
        ("Iran", "Iraq", False),
        ("President Tokayev", "President Tokaev", True),
        ("Kassym-Jomart Tokayev", "Kassym-Zhomart Tokaev", True),
        ("Ivo Johnson", "Ivo Johnston", False),
        ("Mr Howard", "Michael Howard", True),
        ("Ivo Stone", "Ivo Stone, who was born in Sylvania,", True),
    ],
)
def test_another_name_in_the_same_place_is_another_report_but_not_another_spelling_or_one_name_more(
    name: str, other: str, *, same: bool
) -> None:
    said = (
        "On Tuesday evening the committee asked {} to come before it again before the end of the year, its clerk said."
    )
    assert copies(said.format(name), said.format(other), 0.99) is same


def test_a_later_edition_that_goes_on_with_other_names_is_a_copy() -> None:
    first = f"{HELD} Traders in Sylvania had expected as much, and the crown of Freedonia hardly moved on the day."
    later = f"{HELD} Later the opposition asked Governor Marsh to explain himself before the committee of the Senate."
    assert copies(first, later, 0.0)


def test_within_one_article_only_the_same_words_are_a_copy() -> None:
    nearly = HELD.replace("quarter point", "quarter of a point")
    assert copies(HELD, nearly, 0.99)
    assert not copies(HELD, nearly, 0.99, same_article=True)
    assert copies(HELD, HELD, 0.0, same_article=True)


def test_unlike_paragraphs_are_not_copies_whatever_their_vectors_say() -> None:
    assert not copies(HELD, "Thousands came to hear music by the river last night and many stayed till morning.", 1.0)


WORD = st.sampled_from(["the", "trade", "rose", "by", "Bank", "12", "15", "river"])
WORDINGS = st.builds(wording, st.sampled_from(["a.txt", "b.txt", "c.txt"]), st.lists(WORD, max_size=14).map(" ".join))


def never(first: int, second: int) -> float:
    raise AssertionError(f"the cosine of {first} and {second} was asked for")


def asked(pairs: set[frozenset[int]], cosine: float) -> Callable[[int, int], float]:
    def compare(first: int, second: int) -> float:
        pairs.add(frozenset({first, second}))
        return cosine

    return compare


@given(st.lists(WORDINGS, max_size=12), st.sampled_from([0.0, 0.83, 1.0]))
def test_every_passage_is_in_one_group_led_by_its_best_and_groups_stand_best_first(
    wordings: list[Wording], cosine: float
) -> None:
    groups = group_copies(wordings, asked(set(), cosine))
    assert sorted(place for group in groups for place in group) == list(range(len(wordings)))
    assert all(group == sorted(group) for group in groups)
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)


@given(st.lists(WORDINGS, max_size=12), st.sampled_from([0.0, 0.83, 1.0]))
def test_every_member_of_a_group_is_a_copy_of_its_lead_and_no_two_leads_are(
    wordings: list[Wording], cosine: float
) -> None:
    groups = group_copies(wordings, asked(set(), cosine))
    for group in groups:
        assert all(are_copies(wordings[group[0]], wordings[place], cosine) for place in group[1:])
    leads = [group[0] for group in groups]
    for second in leads:
        assert not any(are_copies(wordings[first], wordings[second], cosine) for first in leads if first < second)


@given(st.lists(WORDINGS, max_size=12))
def test_a_cosine_is_asked_for_only_where_it_decides(wordings: list[Wording]) -> None:
    pairs: set[frozenset[int]] = set()
    group_copies(wordings, asked(pairs, 0.9))
    for first, second in pairs:
        ours, theirs = wordings[first], wordings[second]
        assert are_copies(ours, theirs, 1.0) != are_copies(ours, theirs, 0.0)


def test_identical_and_unlike_passages_are_distinguished_without_a_vector() -> None:
    texts = [HELD, "Thousands came to hear music by the river last night.", HELD]
    assert group_copies([wording(f"{at}.txt", text) for at, text in enumerate(texts)], never) == [[0, 2], [1]]


@pytest.mark.parametrize("letter", "bcdefghijk")
def test_what_is_as_much_a_copy_of_two_joins_the_better_one(letter: str) -> None:
    first, second = (" ".join(f"{letter}{part}{at}" for at in range(24)) for part in "xy")
    wordings = [wording(f"{at}.txt", text) for at, text in enumerate((first, second, f"{first} {second}"))]
    assert group_copies(wordings, never) == [[0, 2], [1]]


def test_nothing_makes_no_group() -> None:
    assert group_copies([], never) == []


def marked(first: str, second: str) -> list[tuple[str, str]]:
    return [(first[it.start : it.end], second[it.other_start : it.other_end]) for it in replacements(first, second)]


def test_the_words_that_differ_are_known_with_their_places_on_both_sides() -> None:
    assert marked("It raised rates to 4.75% on last Tuesday.", "It raised rates to 5.25% on Tuesday, it said.") == [
        ("4.75%", "5.25%"),
        ("last", ""),
        ("", "it said"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Caf&#233; – open", "Café, open!"), ("the bank’s rate", "the bank's rate"), ("", " … ")],
)
def test_signs_between_words_and_how_letters_are_written_make_no_difference(first: str, second: str) -> None:
    assert replacements(first, second) == ()


@pytest.mark.parametrize(("one", "other"), [("$5", "£5"), ("5%", "5"), ("1.5", "15"), ("no", "No")])
def test_currencies_percents_and_capitals_make_a_difference(one: str, other: str) -> None:
    assert marked(f"paid {one} more", f"paid {other} more") == [(one, other)]


TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(["the", "$5", "Bank’s", "&#233;t", "12%", ", "]), max_size=20).map(" ".join),
)


@given(TEXT)
def test_equal_texts_differ_nowhere(text: str) -> None:
    assert replacements(text, text) == ()


@given(TEXT, TEXT)
def test_differences_stand_in_order_within_both_texts_and_without_them_the_texts_agree(first: str, second: str) -> None:
    found = replacements(first, second)
    ours, theirs, left, right = 0, 0, "", ""
    for it in found:
        assert ours <= it.start <= it.end <= len(first)
        assert theirs <= it.other_start <= it.other_end <= len(second)
        assert it.end - it.start + it.other_end - it.other_start > 0
        left, right = f"{left}{first[ours : it.start]} ", f"{right}{second[theirs : it.other_start]} "
        ours, theirs = it.end, it.other_end
    assert replacements(left + first[ours:], right + second[theirs:]) == ()


@given(TEXT, TEXT)
def test_what_differs_differs_from_either_side(first: str, second: str) -> None:
    assert bool(replacements(first, second)) == bool(replacements(second, first))


def evidence(date: str | None, *copies: str | None) -> Evidence:
    passage = Passage("0" * 16, "text", 0, 4, 1, None)
    articles = [Article(f"{at}.txt", "text", "name", date=it) for at, it in enumerate((date, *copies))]
    others = tuple(Copy(article, passage) for article in articles[1:])
    return Evidence(0.0, 0.0, Sentence("text", 0, 4), passage, articles[0], others, Parts(), 1)


@pytest.mark.parametrize(
    ("dates", "file"),
    [
        (("2021-03-05", "2021-03-02", "2021-03-09"), "1.txt"),
        (("2021-03-05", None, "--03-02"), "0.txt"),
        (("--01-01", "2021-03-02"), "1.txt"),
        (("2021-03-02", "2021-03-02"), "0.txt"),
        ((None, "2021-03-05", "2021-03-05"), "1.txt"),
    ],
)
def test_the_earliest_article_is_known_among_those_that_state_a_full_date(
    dates: tuple[str | None, ...], file: str
) -> None:
    found = earliest(evidence(*dates))
    assert found is not None
    assert found.file == file


def test_where_no_full_date_is_stated_none_is_the_earliest() -> None:
    assert earliest(evidence(None, "--03-02")) is None
