"""Words that can tell a topic, cut out of any text."""

import pytest

from qa.archive.topic_map.words import Spellings, TopicWord, WordCutter


def written(text: str) -> list[list[str]]:
    return [[word.written for word in run] for run in WordCutter().runs(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("The border of the river", [["border"], ["river"]]),
        ("Sri Lanka's coast, Grand Slam", [["Sri", "Lanka"], ["coast"], ["Grand", "Slam"]]),
        ("He didn't say they'll come on Friday, 3 May 2004", []),
        ("a 25th visit, G8, 10bn, x", [["visit"]]),
        ("O’Gara’s hip-hop", [["O’Gara"], ["hip-hop"]]),
        ("Президент заявил, что экспорт пшеницы вырос", [["Президент"], ["экспорт", "пшеницы", "вырос"]]),
        ("Бұл саммит Астанада өтті деді", [["саммит", "Астанада"]]),
        ("caf&#233; &amp; bar", [["café"], ["bar"]]),
        ("", []),
        ("•••\n\n1,234 — 5%", []),
    ],
)
def test_stop_words_numbers_and_signs_are_left_out_and_part_the_others(text: str, runs: list[list[str]]) -> None:
    assert written(text) == runs


@pytest.mark.parametrize(
    ("first", "second"), [("film", "films"), ("Film", "films"), ("экспорт", "экспорта"), ("Nation", "nations")]
)
def test_forms_of_a_word_have_one_stem(first: str, second: str) -> None:
    (run,) = WordCutter().runs(f"{first} {second}")
    assert run[0].stem == run[1].stem


def test_it_is_known_which_words_open_a_sentence() -> None:
    runs = WordCutter().runs("Ships left Portville. “Storms are near,” Marsh warned.\nHarbours closed")
    opening = {word.written for run in runs for word in run if word.opens}
    assert opening == {"Ships", "Storms", "Harbours"}


def test_a_word_is_spelt_as_most_often_where_no_sentence_begins_with_it() -> None:
    spellings = Spellings()
    for form, opens in (("Ships", True), ("Ships", True), ("ship", False), ("ships", False), ("ships", False)):
        spellings.learn([TopicWord("ship", form, opens)])
    spellings.learn([TopicWord("yuko", "Yukos", True)])
    assert spellings.usual(("ship",)) == "ships"
    assert spellings.usual(("yuko",)) == "Yukos"
    assert not spellings.is_name("ship")
    assert not spellings.is_name("yuko")
    spellings.learn([TopicWord("yuko", "Yukos", False)])
    assert spellings.is_name("yuko")
