"""A card says what earlier versions said and what was corrected, and an opened version which one it is."""

from dataclasses import replace

import pytest

from qa.page.rendering.versions import earlier, earlier_lines, notes, version_note
from qa.page.words.english import ENGLISH
from qa.page.words.kazakh import KAZAKH
from qa.page.words.russian import RUSSIAN
from qa.page.words.words import Words
from qa.records import Copy, SearchRequest
from tests.page.golden_files import assert_golden
from tests.page.records_made import ARTICLE, EVIDENCE, PASSAGE

SEARCH = SearchRequest("How long is the border?")
OLD = replace(ARTICLE, file="old & first.txt", date="2022-12-09", name="An <earlier> headline")
BEFORE = Copy(OLD, replace(PASSAGE, text=PASSAGE.text.replace("Saturday", "Sunday")))
UPDATED = replace(EVIDENCE, earlier=(BEFORE,), notes=("Correction: it was <Saturday>.",))


def test_what_the_earlier_text_said_stands_with_its_source_and_the_words_that_differ() -> None:
    html = earlier(UPDATED, SEARCH, ENGLISH)
    assert '<b class="differs">Sunday</b>' in html
    assert "article=old+%26+first.txt" in html
    assert_golden("earlier.html", html + notes(UPDATED))


@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN, KAZAKH], ids=lambda it: it.code)
def test_the_line_says_when_the_article_was_updated(words: Words) -> None:
    day = words.locale.date(ARTICLE.date)
    assert words.versions.updated.format(day) in earlier(UPDATED, SEARCH, words)
    changed = replace(UPDATED, article=replace(ARTICLE, updated="2022-12-31"))
    assert words.locale.date("2022-12-31") in earlier(changed, SEARCH, words)
    undated = replace(UPDATED, article=replace(ARTICLE, date=None))
    assert words.versions.newer in earlier(undated, SEARCH, words)


def test_the_shell_says_it_in_one_line() -> None:
    (line,) = earlier_lines(UPDATED, ENGLISH)
    assert "Sunday" in line
    assert line.endswith("(old & first.txt)")
    assert earlier_lines(EVIDENCE, ENGLISH) == []


def test_where_nothing_differed_nothing_is_said() -> None:
    assert earlier(EVIDENCE, SEARCH, ENGLISH) == ""
    assert notes(EVIDENCE) == ""
    assert version_note(ARTICLE, ARTICLE, None, ENGLISH) == ""


def test_an_opened_version_leads_to_the_newest_and_the_newest_to_the_one_a_link_led_to() -> None:
    old = version_note(OLD, ARTICLE, None, ENGLISH)
    assert ENGLISH.versions.earlier_here in old
    assert "article=2022%2Ftalks.txt" in old
    new = version_note(ARTICLE, ARTICLE, OLD.file, ENGLISH)
    assert ENGLISH.versions.led_here in new
    assert "article=old+%26+first.txt" in new
