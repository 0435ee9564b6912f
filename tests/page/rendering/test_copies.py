from dataclasses import replace

from qa.page.rendering.copies import copies
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from qa.records import Copy, SearchRequest
from tests.page.golden_files import assert_golden
from tests.page.records_made import ARTICLE, ELSEWHERE, EVIDENCE, LATER, PASSAGE

SEARCH = SearchRequest("How long is the border?")
EARLIER = replace(ELSEWHERE, date="2022-12-09")
OTHER, OWN, UNDATED = Copy(EARLIER, PASSAGE), Copy(ARTICLE, LATER), Copy(ELSEWHERE, PASSAGE)


def summary(*some: Copy) -> str:
    html = copies(replace(EVIDENCE, copies=some), SEARCH, ENGLISH)
    return html.split("</svg><span>")[1].split("</span></summary>")[0]


def test_only_other_articles_count_as_other_sources_and_the_earliest_is_named() -> None:
    assert summary(OWN) == "Repeated in this article"
    assert summary(OTHER, OTHER) == "Also in 1 other source, earliest: 9 December 2022"
    assert summary(OWN, OTHER) == "Also in 1 other source, and repeated in this article, earliest: 9 December 2022"


def test_no_date_is_called_the_earliest_where_the_others_state_none() -> None:
    assert summary(UNDATED) == "Also in 1 other source"
    assert summary(UNDATED, OWN) == "Also in 1 other source, and repeated in this article"


def test_each_copy_shows_its_source_and_the_words_in_which_it_differs() -> None:
    text = PASSAGE.text.replace("Saturday", "Sunday")
    copy = Copy(ELSEWHERE, replace(PASSAGE, text=text))
    html = copies(replace(EVIDENCE, copies=(copy,)), SEARCH, ENGLISH)
    assert '<b class="differs">Sunday</b>' in html
    assert html.count('class="differs"') == 1
    assert_golden("copies.html", html)


def test_what_stands_nowhere_else_has_no_such_line() -> None:
    assert copies(replace(EVIDENCE, copies=()), SEARCH, ENGLISH) == ""


def test_in_russian_too() -> None:
    assert "Ещё в 1 источнике, впервые: 9 декабря 2022" in copies(replace(EVIDENCE, copies=(OTHER,)), SEARCH, RUSSIAN)
