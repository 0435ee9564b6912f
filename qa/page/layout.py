"""Put the page together: its tabs, the article beside them, and what an address shows."""

from typing import get_args

import gradio as gr
from anyio.to_thread import run_sync
from gradio.events import api

from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements
from qa.page.address import Tab
from qa.page.archive_tab import archive_tab, wire_archive
from qa.page.ask_tab import ask_tab, wire_asking
from qa.page.components import Parts, Shown
from qa.page.endpoint import ask_endpoint
from qa.page.events import QUIET, html, when_told
from qa.page.exporting import wire_keeping
from qa.page.feedback import wire_judging
from qa.page.index_tab import index_tab, wire_index, wire_looking
from qa.page.language import chosen
from qa.page.rendering.masthead import masthead
from qa.page.static_words import SAYS
from qa.page.telling import told
from qa.page.views import reader_view, unopened
from qa.page.words.english import ENGLISH
from qa.page.work_queue import ANSWER, Turns

_SETTLED = "archivePage.settled();"


def page(archive: Archive, judgements: Judgements | None, *, manage: bool) -> gr.Blocks:
    """Build the page over an archive.

    Without `manage`, nothing on it or behind it can change the archive; without `judgements`, nothing is judged.
    """
    blocks = gr.Blocks(title=ENGLISH.title, analytics_enabled=False, fill_width=True)
    with blocks:
        top = html("masthead", masthead(None, ENGLISH, ()))
        with gr.Tabs(elem_id="tabs", selected="ask", overflow_behavior="wrap") as tabs:
            with gr.Tab(SAYS("tab_ask"), id="ask", render_children=True) as first:
                asking = ask_tab()
            with gr.Tab(SAYS("tab_archive"), id="archive", render_children=True) as second:
                held = archive_tab()
            with gr.Tab(SAYS("tab_index"), id="index", render_children=True) as third:
                index = index_tab(manage=manage)
        reader = html("reader")
        # Carries what the page's script tells: only a component's own script may trigger events.
        bridge = gr.HTML("", elem_id="bridge", js_on_load="window.archivePage.connect(trigger)")

        turns = Turns()
        parts = Parts(top, tabs, (first, second, third), reader, asking, held, index)

        async def go(event: gr.EventData, request: gr.Request) -> Shown:
            said, words = told(event), chosen(request.headers)

            def shown() -> Shown:
                return parts.shown(archive, said, words, judgements)

            if said.address.search is None:
                return await run_sync(shown)
            return await turns.take(ANSWER, shown) or parts.refused(said, words)

        def turn(event: gr.EventData, request: gr.Request) -> Shown:
            return parts.turned(archive, told(event).address, chosen(request.headers))

        async def read(event: gr.EventData, request: gr.Request) -> str:
            address, words = told(event).address, chosen(request.headers)
            opened = await turns.take(ANSWER, lambda: reader_view(archive, address, words))
            return unopened(words) if opened is None else opened

        when_told(bridge, "submit", go, parts.every, f"{_SETTLED} archivePage.askFilters();")
        when_told(bridge, "option_select", turn, parts.turning, _SETTLED)
        when_told(bridge, "select", read, reader, _SETTLED)
        bridge.clear(None, None, reader, js="() => ''", **QUIET).then(
            None, js=f"() => {{ archivePage.ended('clear'); {_SETTLED} }}", **QUIET
        )
        for tab, name in zip(parts.each_tab, get_args(Tab), strict=True):
            tab.select(None, js=f"() => archivePage.turnedTo('{name}')", **QUIET)
        wire_asking(archive, asking, reader, bridge, judgements, turns)
        wire_archive(archive, held)
        wire_index(archive, index, top)
        wire_looking(archive, index, bridge)
        taken = gr.Textbox(visible=False)
        wire_keeping(archive, bridge, taken)
        if judgements is not None:
            wire_judging(archive, judgements, bridge, taken)
        api(ask_endpoint(archive), api_name="ask")
    return blocks
