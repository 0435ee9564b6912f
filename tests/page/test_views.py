import logging
from dataclasses import dataclass

import pytest

from qa.errors import IndexDamaged, InvalidQuestion, NotInArchive
from qa.page.address import Address
from qa.page.views import answer_view, reader_view, view
from qa.records import Answer, Copy, Passage

from .records_made import answer
from .small_archive import SmallCounts, over_the_seeds


@dataclass(frozen=True, slots=True)
class Failing:
    """An archive that raises what it is told to."""

    error: Exception

    def ask(self, question: str, limit: int = 5, **_: object) -> Answer:
        raise self.error

    def passage(self, passage_id: str) -> Copy:
        raise self.error

    def passages(self, file: str) -> tuple[Passage, ...]:
        raise self.error

    def status(self) -> SmallCounts:
        return over_the_seeds().status()


def test_a_link_shows_its_question_its_answer_and_its_passage() -> None:
    archive = over_the_seeds()
    best = archive.ask("How long is the land border?").evidence[0]
    shown = view(archive, Address("How long is the land border?", best.passage.id))
    assert shown.question == "How long is the land border?"
    assert "7,591 kilometers" in shown.results
    assert f'data-reading="{best.passage.id}"' in shown.reader


def test_an_address_that_asks_nothing_shows_what_to_do() -> None:
    shown = view(over_the_seeds(), Address())
    assert "Ask in plain words" in shown.results
    assert shown.reader == ""


def test_a_passage_that_is_gone_leaves_a_message_in_the_reader() -> None:
    assert "Not in this archive" in reader_view(over_the_seeds(), Address("war", "gone"))


@pytest.mark.parametrize(
    "error", [InvalidQuestion("the question is empty: type one"), IndexDamaged("rebuild it"), NotInArchive("no")]
)
def test_an_error_of_the_archive_is_said_in_its_own_words(error: Exception) -> None:
    message = str(error)[1:]
    assert message in answer_view(Failing(error), "x")
    assert message in reader_view(Failing(error), Address("x", "y"))


def test_any_other_error_is_logged_without_the_words_of_the_question(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        html = answer_view(Failing(RuntimeError("secret question")), "secret question")
    assert "Something went wrong on our side" in html
    assert "RuntimeError" in caplog.text
    assert "secret" not in html + caplog.text


def test_the_records_made_for_these_tests_hold_together() -> None:
    for evidence in answer("answered", 0.9).evidence:
        passage, sentence = evidence.passage, evidence.sentence
        assert evidence.article.text[passage.start : passage.end] == passage.text
        assert passage.text[sentence.start : sentence.end] == sentence.text
