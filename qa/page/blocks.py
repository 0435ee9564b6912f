"""Put the page together: its tabs, the article beside them, and what an address shows."""

from typing import Any

import gradio as gr
from gradio.events import api

from qa.archive import Archive
from qa.judgements import Judgements
from qa.page.address import Address
from qa.page.archive_tab import archive_shown, archive_tab, wire_archive
from qa.page.ask_tab import ask_tab, wire_asking
from qa.page.endpoint import ask_endpoint
from qa.page.events import QUIET, html
from qa.page.index_tab import index_shown, index_tab, wire_index
from qa.page.judging import wire_judging
from qa.page.keeping import wire_keeping
from qa.page.language import chosen
from qa.page.rendering.masthead import masthead
from qa.page.rendering.results import before_asking
from qa.page.static_words import SAYS, Labelled
from qa.page.telling import told
from qa.page.views import answer_view, masthead_view, reader_view
from qa.page.words.english import ENGLISH
from qa.page.words.words import Words

_SETTLED = "() => window.archivePage.settled()"


def page(archive: Archive, judgements: Judgements | None, *, manage: bool) -> gr.Blocks:
    """Build the page over an archive.

    Without `manage`, nothing on it or behind it can change the archive; without `judgements`, nothing is judged.
    """
    blocks = gr.Blocks(title=ENGLISH.title, analytics_enabled=False, fill_width=True)
    with blocks:
        top = html("masthead", masthead(None, ENGLISH, ()))
        with gr.Tabs(elem_id="tabs", selected="ask") as tabs:
            with gr.Tab(SAYS("tab_ask"), id="ask", render_children=True) as first:
                asking = ask_tab()
            with gr.Tab(SAYS("tab_archive"), id="archive", render_children=True) as second:
                held = archive_tab()
            with gr.Tab(SAYS("tab_index"), id="index", render_children=True) as third:
                index = index_tab(manage=manage)
        reader = html("reader")
        # Carries what the page's script tells: only a component's own script may trigger events.
        bridge = gr.HTML("", elem_id="bridge", js_on_load="window.archivePage.connect(trigger)")

        labelled = [
            *(
                Labelled(tab, {"label": f"tab_{name}"})
                for tab, name in ((first, "ask"), (second, "archive"), (third, "index"))
            ),
            Labelled(asking.button, {"value": "ask"}),
            Labelled(held.draw, {"value": "show_map"}),
            *index.labelled,
        ]

        def go(event: gr.EventData, request: gr.Request) -> dict[Any, Any]:
            said, words = told(event), chosen(request.headers)
            address = said.address
            shown: dict[Any, Any] = {
                top: masthead_view(archive, words),
                reader: reader_view(archive, address, words),
            }
            if address.tab != "ask" or not said.flag("first"):  # somebody may have turned to another already
                shown[tabs] = gr.Tabs(selected=address.tab)
            typed: dict[str, Any] = {}
            if address.search is not None or not said.flag("first"):  # somebody may be typing already
                typed["value"] = "" if address.search is None else address.search.question
                shown[asking.results] = answer_view(archive, address.search, words)
            if said.flag("first"):
                shown[asking.welcome] = before_asking(words)
                typed |= asking.labelled.said(words)
                shown |= {it.component: gr.update(**it.said(words)) for it in labelled if it.said(words)}
            if typed:
                shown[asking.question] = gr.update(**typed)
            return shown | turned_to(address, words)

        def turned_to(address: Address, words: Words) -> dict[Any, Any]:
            if address.tab == "archive":
                return archive_shown(archive, held, address.listing, words)
            return index_shown(archive, index, words) if address.tab == "index" else {}

        def turn(event: gr.EventData, request: gr.Request) -> dict[Any, Any]:
            return {top: masthead_view(archive, chosen(request.headers))} | turned_to(
                told(event).address, chosen(request.headers)
            )

        def read(event: gr.EventData, request: gr.Request) -> str:
            return reader_view(archive, told(event).address, chosen(request.headers))

        turning = [top, *held.shown, *index.shown]
        everything = [tabs, reader, asking.welcome, asking.question, asking.results, *(it.component for it in labelled)]
        bridge.submit(go, None, [*everything, *turning], **QUIET).then(
            None, js="() => { window.archivePage.settled(); window.archivePage.askFilters(); }", **QUIET
        )
        bridge.option_select(turn, None, turning, **QUIET).then(None, js=_SETTLED, **QUIET)
        bridge.select(read, None, reader, **QUIET).then(None, js=_SETTLED, **QUIET)
        bridge.clear(None, None, reader, js="() => ''", **QUIET).then(None, js=_SETTLED, **QUIET)
        for tab, name in ((first, "ask"), (second, "archive"), (third, "index")):
            tab.select(None, js=f"() => window.archivePage.turnedTo('{name}')", **QUIET)
        wire_asking(archive, asking, reader, bridge)
        wire_archive(archive, held)
        wire_index(archive, index)
        taken = gr.Textbox(visible=False)
        wire_keeping(archive, bridge, taken)
        if judgements is not None:
            wire_judging(archive, judgements, bridge, taken)
        api(ask_endpoint(archive), api_name="ask")
    return blocks
