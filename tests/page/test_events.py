import gradio as gr
import pytest

from qa.page.events import ClientEvent, client_event
from qa.records import SearchRequest, Span


def test_what_the_script_tells_is_read_by_name() -> None:
    said = ClientEvent(
        {"address": "?q=war", "sentence": "3-9", "first": True, "evidence": [{"passage": "a"}, {"passage": "b"}]}
    )
    assert said.address.search == SearchRequest("war", 10)
    assert said.sentence == Span(3, 9)
    assert said.flag("first")
    assert [it.text("passage") for it in said.some("evidence")] == ["a", "b"]


@pytest.mark.parametrize(
    "data", [None, "text", 5, [], {}, {"address": 5, "first": "yes", "evidence": "x"}, {"evidence": [1]}]
)
def test_whatever_the_script_sends_is_read_without_an_error(data: object) -> None:
    said = client_event(gr.EventData(None, data))
    assert (said.text("address"), said.flag("first"), said.some("evidence")) == ("", False, ())
    assert said.address.search is None
    assert said.sentence is None
