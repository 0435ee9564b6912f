"""What is said of an archive's dates is true of most of its articles."""

from dataclasses import replace

import pytest

from qa.page.language import LANGUAGES
from qa.page.rendering.dating import dating
from qa.page.words.english import ENGLISH
from qa.page.words.words import Words
from tests.page.records_made import status


@pytest.mark.parametrize(
    ("undated", "said"),
    [
        (0, "1 January 2020 to 31 December 2022"),
        (5, "5 of 10 articles with a full date: 1 January 2020 to 31 December 2022"),
        (6, "4 of 10 articles with a full date"),
        (9, "1 of 10 articles with a full date"),
    ],
)
def test_days_are_named_only_where_at_least_half_of_the_articles_have_a_full_date(undated: int, said: str) -> None:
    assert dating(replace(status(), articles=10, undated=undated), ENGLISH) == said


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_every_language_has_both_numbers_and_a_word_for_none(words: Words) -> None:
    few = dating(replace(status(), articles=1_555, undated=1_553), words)
    assert (few.count("2"), few.count(words.locale.number(1_555))) == (1, 1)
    none = replace(status(), undated=2_124, oldest_date=None, newest_date=None)
    assert dating(none, words) == words.archive.none_dated
