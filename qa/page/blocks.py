"""Wire the page: which part of it shows what, and what happens on which event."""

from pathlib import Path
from typing import Any

import gradio as gr
from gradio.events import api

from qa.page.address import Address, parse
from qa.page.contract import ShownArchive
from qa.page.endpoint import ask_endpoint
from qa.page.masthead import TITLE, examples
from qa.page.results import before_asking
from qa.page.views import answer_view, masthead_view, reader_view, view

BEHAVIOUR = (Path(__file__).parent / "behaviour.js").read_text(encoding="utf-8")
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def page(archive: ShownArchive, questions: tuple[str, ...] = ()) -> gr.Blocks:
    """Build the page over an archive; of the example questions it shows those that the archive answers."""
    blocks = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with blocks:
        top = gr.HTML(masthead_view(archive), elem_id="masthead", apply_default_css=False)
        with gr.Row(elem_id="ask"):
            question = gr.Textbox(
                label="Your question", placeholder="What do you want to know?", max_lines=3, elem_id="question"
            )
            button = gr.Button("Ask", variant="primary", elem_id="ask-button")
        answered = tuple(text for text in questions if _answers(archive, text))
        gr.HTML(examples(answered), elem_id="examples", apply_default_css=False)
        with gr.Row(elem_id="desk"):
            results = gr.HTML(before_asking(), elem_id="results", apply_default_css=False)
            reader = gr.HTML("", elem_id="reader", apply_default_css=False)
        # Carries the behaviour, and the events it triggers: only a component's own script may trigger them.
        bridge = gr.HTML("", elem_id="bridge", js_on_load=BEHAVIOUR)

        # The masthead comes with every answer: the index may have been rebuilt since.
        def answer(text: str | None) -> tuple[str, str, str]:
            return masthead_view(archive), answer_view(archive, text or ""), ""

        def go(event: gr.EventData) -> tuple[str, str, str, str]:
            shown = view(archive, _address(event))
            return masthead_view(archive), shown.question, shown.results, shown.reader

        def read(event: gr.EventData) -> str:
            return reader_view(archive, _address(event))

        settled = "() => window.askTheArchive.settled()"
        asked = gr.on(
            [question.submit, button.click],
            answer,
            question,
            [top, results, reader],
            js="(question) => window.askTheArchive.asked(question)",
            **QUIET,
        )
        gone = bridge.submit(go, None, [top, question, results, reader], **QUIET)
        opened = bridge.select(read, None, reader, **QUIET)
        closed = bridge.clear(None, None, reader, js="() => ''", **QUIET)
        for event in (asked, gone, opened, closed):
            event.then(None, js=settled, **QUIET)
        api(ask_endpoint(archive), api_name="ask")
    return blocks


def _address(event: gr.EventData) -> Address:
    data = event._data
    return parse(str(data.get("address", ""))) if isinstance(data, dict) else Address()


def _answers(archive: ShownArchive, question: str) -> bool:
    return archive.ask(question, limit=1).verdict == "answered"
