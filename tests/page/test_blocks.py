"""An event that fails is one line of log, and says so to whoever caused it in their language."""

import logging

import gradio as gr
import pytest

from qa.page.blocks import PageBlocks
from tests.support import own_loop


def failing() -> None:
    raise ValueError("somebody's question")


def test_an_event_that_fails_is_one_line_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> None:
        with PageBlocks(analytics_enabled=False) as blocks:
            gr.Button().click(failing)
        await blocks.process_api(0, [])

    with (
        caplog.at_level(logging.INFO, "qa"),
        pytest.raises(gr.Error, match="Something went wrong on our side") as error,
    ):
        own_loop.run(main())
    assert not error.value.print_exception
    (record,) = caplog.records
    assert record.getMessage().startswith("the event 0 failed: ValueError at test_blocks.py:")
    assert "somebody" not in caplog.text
    assert record.exc_info is None


def test_what_the_archive_says_of_a_question_is_passed_on(caplog: pytest.LogCaptureFixture) -> None:
    def refusing() -> None:
        raise gr.Error("the question is empty", print_exception=False)

    async def main() -> None:
        with PageBlocks(analytics_enabled=False) as blocks:
            gr.Button().click(refusing)
        await blocks.process_api(0, [])

    with pytest.raises(gr.Error, match="the question is empty"):
        own_loop.run(main())
    assert not caplog.records
