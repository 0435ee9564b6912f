import logging
import re
from dataclasses import dataclass

import pytest

from qa.archive.archive import Archive
from qa.errors import IndexDamaged, InvalidQuestion, NotInArchive, QaError
from qa.page.address import Address
from qa.page.language import LANGUAGES
from qa.page.rendering.escaping import Html
from qa.page.rendering.results import notice
from qa.page.views import answer_view, article_view, filters_view, rendered
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from qa.records import SearchRequest

QUESTION = "How long is the border on the river?"


def test_a_link_shows_its_answer_and_its_passage(archive: Archive) -> None:
    best = archive.ask(QUESTION).evidence[0]
    assert "follows the river for 300 miles" in answer_view(archive, SearchRequest(QUESTION), ENGLISH).replace(
        "</b>", ""
    ).replace('<b class="term">', "")
    assert f'data-reading="{best.passage.id}"' in article_view(
        archive, Address(SearchRequest(QUESTION), best.passage.id), ENGLISH
    )


def test_an_address_that_asks_nothing_is_answered_by_nothing(archive: Archive) -> None:
    assert answer_view(archive, None, ENGLISH) == ""
    assert article_view(archive, Address(), ENGLISH) == ""
    assert filters_view(archive, None, ENGLISH) == ""


def test_an_article_can_be_opened_by_its_file(archive: Archive) -> None:
    html = article_view(archive, Address(article="trade.txt"), ENGLISH)
    assert "Trade grows again" in html
    assert "data-match" not in html


def test_the_filters_count_what_the_question_finds(archive: Archive) -> None:
    html = filters_view(archive, SearchRequest("What did the president say about trade?"), ENGLISH)
    counted = re.findall(r'<span class="(?:unseen|named)">(.*?)</span>', html)
    assert counted == ["3 March 2021: 2 passages", ", 2 passages", ", 2 passages"]
    assert re.findall(r"(outlet|place)=([^\"&]+)", html) == [("outlet", "Example+Wire"), ("place", "PORTVILLE")]


def test_what_is_gone_leaves_a_message_in_its_pane(archive: Archive) -> None:
    for address in (Address(passage="gone"), Address(article="gone.txt"), Address(article="\udcff")):
        for it in LANGUAGES.values():
            assert it.messages.missing in article_view(archive, address, it)


def test_a_question_that_cannot_be_asked_gets_its_reason(archive: Archive) -> None:
    for search in (
        SearchRequest(""),
        SearchRequest("😀"),
        SearchRequest("x" * 1_001),
        SearchRequest("who", after="yesterday"),
        SearchRequest("w" * 2_000),
    ):
        html = answer_view(archive, search, ENGLISH)
        assert "Please change your search" in html
        assert ("Clear all filters" in filters_view(archive, search, ENGLISH)) == search.filtered
        article_view(archive, Address(search, archive.ask(QUESTION).evidence[0].passage.id), ENGLISH)


def test_filters_of_a_question_that_cannot_be_asked_are_mended_or_cleared_beside_it(archive: Archive) -> None:
    search = SearchRequest("When?", after="2030-01-01", before="2003-01-01", outlets=("Example Wire",))
    assert "Please change your search" in answer_view(archive, search, ENGLISH)
    html = filters_view(archive, search, ENGLISH)
    assert 'href="?q=When%3F">Clear all filters' in html
    assert 'value="2030-01-01"' in html
    assert 'href="?q=When%3F&amp;after=2030-01-01&amp;before=2003-01-01" aria-current="true"' in html


@dataclass(frozen=True, slots=True)
class Failing:
    """Something to render that raises what it was given."""

    error: Exception

    def __call__(self) -> Html:
        raise self.error


@pytest.mark.parametrize(
    ("error", "headline"),
    [
        (InvalidQuestion("the question is empty: type one"), "Измените, пожалуйста, запрос"),
        (IndexDamaged("rebuild it"), "Архив сейчас не может ответить"),
        (NotInArchive("no such"), "Этого нет в архиве"),
    ],
)
def test_an_error_of_the_archive_is_said_in_its_own_words(error: QaError, headline: str) -> None:
    html = rendered(Failing(error), RUSSIAN, notice)
    assert str(error)[1:] in html
    assert headline in html


def test_any_other_error_is_logged_without_the_words_of_the_question(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        html = rendered(Failing(RuntimeError("secret question")), ENGLISH, notice)
    assert "Something went wrong on our side" in html
    assert "RuntimeError" in caplog.text
    assert "secret" not in html + caplog.text
