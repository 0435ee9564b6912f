from qa.page.language import LANGUAGES
from qa.page.rendering.masthead import examples, masthead
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from tests.page.records_made import status


def test_the_bar_names_the_page_and_offers_its_languages() -> None:
    html = masthead(RUSSIAN, LANGUAGES.values())
    assert f">{RUSSIAN.title}</a></h1>" in html
    assert html.count("data-speaks") == 3
    assert html.count("aria-current") == 1


def test_before_a_question_it_is_said_what_the_archive_holds_in_the_language_of_the_page() -> None:
    html = examples((), status(), RUSSIAN)
    assert "2\u00a0124 статьи" in html
    assert "11\u00a0001 отрывок" in html
    assert 'href="?tab=archive"' in html


def test_examples_are_links_that_ask_them() -> None:
    html = examples(("Who <won>?",), status(), ENGLISH)
    assert 'href="?q=Who+%3Cwon%3E%3F"' in html
    assert "Who &lt;won&gt;?" in html
    assert "For example</p>" not in examples((), status(), ENGLISH)
