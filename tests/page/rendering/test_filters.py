from dataclasses import replace

import pytest

from qa.page.language import LANGUAGES
from qa.page.rendering.filters import filters
from qa.page.rendering.results import results
from qa.page.words.english import ENGLISH
from qa.records import AskedTime, SearchRequest
from qa.retrieval.survey import PassageCount, Survey
from tests.page.golden_files import assert_golden
from tests.page.records_made import LATEST, THIS_WEEK, answer

SURVEY = Survey(
    revision=1,
    passages=20,
    among=None,
    months=(PassageCount("2022-11", 3), PassageCount("2022-12", 1)),
    days=(PassageCount("2022-11-02", 3), PassageCount("2022-12-10", 1)),
    undated=2,
    outlets=(PassageCount("TASS", 12), PassageCount("A<P", 3)),
    no_outlet=1,
    places=(),
    no_place=20,
)


def test_each_filter_shows_its_counts_and_is_a_link() -> None:
    assert_golden("filters.html", filters(SURVEY, SearchRequest("Who?"), ENGLISH))


def test_what_is_in_force_is_marked_counted_and_cleared_by_the_same_link() -> None:
    html = filters(SURVEY, SearchRequest("Who?", after="2022-11-01", before="2022-11-30", outlets=("tass",)), ENGLISH)
    assert '<span class="in-force">3</span>' in html
    assert html.count('aria-current="true"') == 2
    assert 'href="?q=Who%3F&amp;after=2022-11-01&amp;before=2022-11-30" aria-current="true"' in html
    assert 'href="?q=Who%3F&amp;outlet=tass" aria-current="true"' in html
    assert "Clear all filters" in html
    assert 'value="2022-11-01"' in html


def test_a_year_or_a_month_stands_in_the_date_boxes_as_its_days() -> None:
    html = filters(SURVEY, SearchRequest("Who?", after="2022", before="2024-02"), ENGLISH)
    assert 'name="after" value="2022-01-01"' in html
    assert 'name="before" value="2024-02-29"' in html


def test_the_days_that_are_read_from_a_question_are_in_force_and_are_cleared_by_leaving_them_unread() -> None:
    search = SearchRequest("Who spoke this week?")
    html = filters(replace(SURVEY, time=THIS_WEEK), search, ENGLISH)
    assert '<span class="in-force">1</span>' in html
    assert 'data-dates="read"' in html
    assert 'name="after" value="2022-12-05"' in html
    assert 'name="before" value="2022-12-10"' in html
    assert html.count('href="?q=Who+spoke+this+week%3F&amp;time=any"') == 2, "of the dates, and of all filters"
    unapplied = replace(THIS_WEEK, applied=False)
    assert filters(replace(SURVEY, time=unapplied), search, ENGLISH) == filters(SURVEY, search, ENGLISH)
    latest = filters(replace(SURVEY, time=LATEST), search, ENGLISH)
    assert 'name="after" value=""' in latest
    assert latest.count('href="?q=Who+spoke+this+week%3F&amp;time=any"') == 1, "of all filters"


@pytest.mark.parametrize("time", [None, THIS_WEEK, LATEST])
@pytest.mark.parametrize(
    "search",
    [
        SearchRequest("Who?"),
        SearchRequest("Who?", after="2022"),
        SearchRequest("Who?", before="2022-12"),
        SearchRequest("Who?", after="2022", before="2023", outlets=("TASS", "BBC"), places=("Astana",)),
        SearchRequest("Who?", before="2023", languages=("en", "ru"), outlets=("TASS",)),
    ],
)
def test_the_number_beside_the_filters_is_that_of_the_chips(search: SearchRequest, time: AskedTime | None) -> None:
    chips = results(replace(answer("weak", 0.5), time=time), search, ENGLISH).count('class="chip"')
    html = filters(replace(SURVEY, time=time), search, ENGLISH)
    assert (f'<span class="in-force">{chips}</span>' in html) == (chips > 0)
    assert ("in-force" in html) == (chips > 0)


def test_what_is_no_date_breaks_nothing() -> None:
    for wrong in ("2024-13", "abcd", "20-2-02", '"><script>', "0000-00"):
        html = filters(SURVEY, SearchRequest("Who?", after=wrong, before=wrong), ENGLISH)
        assert "<script" not in html


def test_where_not_every_passage_was_looked_at_it_is_said_among_how_many_was_counted() -> None:
    for words in LANGUAGES.values():
        said = words.filters.counted.format(words.locale.number(1_200))
        assert said in filters(replace(SURVEY, among=1_200), SearchRequest("Who?"), words)
        assert said not in filters(SURVEY, SearchRequest("Who?"), words)


def test_a_long_list_is_folded() -> None:
    many = replace(SURVEY, outlets=tuple(PassageCount(f"Outlet {number}", 1) for number in range(23)))
    html = filters(many, SearchRequest("Who?"), ENGLISH)
    assert "<summary>Show all 23</summary>" in html


def test_languages_are_a_filter_by_their_names_where_there_is_more_than_one() -> None:
    one, two = (PassageCount("en", 15),), (PassageCount("en", 15), PassageCount("kk", 5))
    for words in LANGUAGES.values():
        assert words.filters.languages not in filters(replace(SURVEY, languages=one), SearchRequest("Who?"), words)
        html = filters(replace(SURVEY, languages=two), SearchRequest("Who?"), words)
        assert words.locale.language("kk") in html
        assert "?q=Who%3F&amp;language=kk" in html
    chosen = filters(replace(SURVEY, languages=two), SearchRequest("Who?", languages=("kk",)), ENGLISH)
    assert 'aria-current="true"' in chosen
    assert '<span class="in-force">1</span>' in chosen
