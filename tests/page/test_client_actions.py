"""What the page does for a visitor reaches the script to the letter; what cannot be done is said to the visitor."""

import json
import logging
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import NotInArchive
from qa.page.client_actions import ClientAction, answer_with_action
from qa.page.events import ClientEvent
from qa.page.words.words import Words
from tests.page.script import Script

TEXTS = st.text() | st.text(alphabet='"\\</script>\u2028\x00\ud800\r\n“é')


def make(said: ClientEvent, words: Words) -> ClientAction:
    """Return what the script asks for."""
    if said.flag("gone"):
        raise NotInArchive("that passage is gone: ask again")
    if said.flag("broken"):
        raise RuntimeError(said.text("name"))
    name, kind, text, copied = map(said.text, ("name", "type", "text", "copied"))
    return ClientAction(words.answer.judged, name, kind, text, copied)


@pytest.fixture(scope="module")
def script() -> Script:
    return Script(lambda bridge, taken: answer_with_action(bridge, "download", taken, make))


@given(st.builds(ClientAction, st.just("Saved for testing this archive."), TEXTS, TEXTS, TEXTS, TEXTS))
def test_what_is_made_reaches_the_script_to_the_letter(script: Script, made: ClientAction) -> None:
    handed = script.handed("download", asdict(made))
    assert json.loads(handed.encode()) == asdict(made)


def test_the_script_is_answered_in_the_visitors_language(script: Script) -> None:
    assert script.tell("download", {}, "ru-RU,ru;q=0.9").message == "Сохранено для проверки этого архива."
    assert script.tell("download", {}, "de").message == "Saved for testing this archive."


def test_an_error_of_the_archive_is_said_as_a_sentence_and_nothing_else_is_done(script: Script) -> None:
    assert script.tell("download", {"gone": True, "name": "a.csv"}) == ClientAction("That passage is gone: ask again.")


def test_any_other_error_is_shown_too_and_logged_without_the_words_of_the_visitor(
    script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        handed = script.tell("download", {"broken": True, "name": "secret question"})
    assert handed == ClientAction("Something went wrong on our side.")
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("told", [None, "text", 5, [], {"name": 5, "text": ["a"]}])
def test_a_script_that_tells_nothing_readable_is_handed_nothing(script: Script, told: object) -> None:
    assert script.tell("download", told) == ClientAction("Saved for testing this archive.")


def test_programs_are_not_offered_what_the_script_tells(script: Script) -> None:
    assert script.blocks.get_api_info()["named_endpoints"] == {}
