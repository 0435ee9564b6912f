from qa.page.language import LANGUAGES
from qa.page.rendering.masthead import examples, masthead
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from tests.page.records_made import status


def test_the_top_says_what_the_archive_holds_in_the_language_of_the_page() -> None:
    html = masthead(status(), RUSSIAN, LANGUAGES.values())
    assert "2\u00a0124 статьи" in html
    assert "11\u00a0001 отрывок" in html
    assert "1 января 2020 — 31 декабря 2022" in html
    assert html.count("data-speaks") == 3
    assert html.count("aria-current") == 1


def test_where_it_cannot_be_counted_the_top_says_nothing_of_it() -> None:
    assert "<p></p>" in masthead(None, ENGLISH, ())


def test_examples_are_links_that_ask_them() -> None:
    html = examples(("Who <won>?",), ENGLISH)
    assert 'href="?q=Who+%3Cwon%3E%3F"' in html
    assert "Who &lt;won&gt;?" in html
    assert "For example</p>" not in examples((), ENGLISH)
