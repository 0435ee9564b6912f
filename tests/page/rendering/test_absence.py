"""Under a verdict that nothing answers stands what is missing, in every language of the page."""

from dataclasses import replace

import pytest

from qa.page.language import LANGUAGES
from qa.page.rendering.absence import absence_block, effort_lines, missing_lines
from qa.page.rendering.results import results
from qa.page.words.english import ENGLISH
from qa.page.words.words import Words
from qa.records import Absence, Control, SearchRequest
from tests.page.records_made import ABSENCE, PASSAGE, answer
from tests.page.rendered import rendered

SEARCH = SearchRequest("Where are the penguins?", outlets=("TASS",))


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=lambda it: it.code)
def test_every_language_names_what_is_missing_and_says_how_much_was_searched(words: Words) -> None:
    said = rendered(absence_block(ABSENCE, SEARCH, words)).text
    for part in ("penguins", "<1999>", "minister", "ferry", "Ferry & sea", "10", "19", "20"):
        assert part in said
    assert words.locale.counted(11_001, words.passages) in said


def test_what_is_nearest_is_a_link_to_its_sentence_that_keeps_the_search() -> None:
    html = absence_block(ABSENCE, SEARCH, ENGLISH)
    there = f"?q=Where+are+the+penguins%3F&amp;outlet=TASS&amp;passage={PASSAGE.id}&amp;sentence=32-88"
    assert f'<a data-opens="article" href="{there}"><span dir="auto" lang="en">' in html


def test_what_there_is_nothing_to_say_of_is_left_out() -> None:
    bare = Absence((), (), (), 1, 0)
    assert missing_lines(bare, ENGLISH) == []
    assert effort_lines(bare, ENGLISH) == ["Searched: 1 passage."]
    assert "<ul>" not in absence_block(bare, SEARCH, ENGLISH)
    assert effort_lines(replace(bare, control=Control(1, 0)), ENGLISH)[-1].endswith(
        "finds the right passage first for 0 of 1 question made from its own sentences."
    )


def test_an_answer_that_is_not_denied_and_filters_that_leave_nothing_have_no_such_block() -> None:
    assert "absence" not in results(answer("weak", 0.5), SEARCH, ENGLISH)
    nothing = replace(answer("none", 0.0), evidence=(), absence=Absence((), (), (), 0, 0))
    assert "absence" not in results(nothing, SEARCH, ENGLISH)
    assert "Searched: 0 passages." in results(nothing, SearchRequest("Who?"), ENGLISH)
