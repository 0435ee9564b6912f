"""The whole page: its tabs, the article beside them, and what an address shows."""

import gradio as gr
from anyio.to_thread import run_sync
from gradio.events import api

from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements
from qa.page.api.gradio_ask import gradio_ask
from qa.page.archive_tab import archive_tab, wire_archive
from qa.page.ask_tab import ask_tab, wire_asking
from qa.page.blocks import PageBlocks
from qa.page.components import Components, Updates
from qa.page.events import QUIET, ClientEvent, html, on_client_event
from qa.page.exporting import wire_exporting
from qa.page.feedback import wire_feedback
from qa.page.index_tab import index_tab, wire_index, wire_looking
from qa.page.language import LANGUAGES, STATIC_WORDS
from qa.page.notebook_tab import notebook_tab
from qa.page.rendering.masthead import masthead
from qa.page.views import article_view, unopened
from qa.page.words.english import ENGLISH
from qa.page.words.words import Words
from qa.page.work_queue import ANSWER, WorkQueue

_SETTLED = "archivePage.settled();"


def page(archive: Archive, judgements: Judgements | None, queue: WorkQueue, *, manage: bool) -> gr.Blocks:
    """Build the page over an archive.

    Questions wait in `queue`. Without `manage`, nothing on the page or behind it can change the archive; without
    `judgements`, nothing is judged.
    """
    blocks = PageBlocks(title=ENGLISH.title, analytics_enabled=False, fill_width=True)
    with blocks:
        top = html("masthead", masthead(ENGLISH, LANGUAGES.values()))
        with gr.Tabs(elem_id="tabs", selected="ask", overflow_behavior="wrap"):
            with gr.Tab(STATIC_WORDS("tab_ask"), id="ask", render_children=True) as first:
                asking = ask_tab(archive.settings)
            with gr.Tab(STATIC_WORDS("tab_archive"), id="archive", render_children=True) as second:
                browsing = archive_tab()
            with gr.Tab(STATIC_WORDS("tab_notebook"), id="notebook", render_children=True) as third:
                notebook_tab()
            with gr.Tab(STATIC_WORDS("tab_index"), id="index", render_children=True) as fourth:
                index = index_tab(manage=manage)
        article = html("article")
        # Carries what the page's script tells: only a component's own script may trigger events.
        bridge = gr.HTML("", elem_id="bridge", js_on_load="window.archivePage.connect(trigger)")

        parts = Components(top, (first, second, third, fourth), article, asking, browsing, index)

        async def go(event: ClientEvent, words: Words) -> Updates:
            def shown() -> Updates:
                return parts.shown(archive, event, words, judgements)

            if event.address.search is None:
                return await run_sync(shown)
            return await queue.run(ANSWER, shown) or parts.refused(event, words)

        def turn(event: ClientEvent, words: Words) -> Updates:
            return parts.turned(archive, event.address, words) or gr.skip()  # Gradio refuses a dictionary without parts

        async def read(event: ClientEvent, words: Words) -> str:
            opened = await queue.run(ANSWER, lambda: article_view(archive, event.address, words))
            return unopened(words) if opened is None else opened

        on_client_event(bridge, "submit", go, parts.every, f"{_SETTLED} archivePage.askFilters();")
        on_client_event(bridge, "option_select", turn, parts.turning, _SETTLED)
        on_client_event(bridge, "select", read, article, _SETTLED)
        bridge.clear(None, None, article, js="() => ''", **QUIET).then(
            None, js=f"() => {{ archivePage.ended('clear'); {_SETTLED} }}", **QUIET
        )
        wire_asking(archive, asking, article, bridge, judgements, queue)
        wire_archive(archive, browsing, bridge, queue)
        wire_index(archive, index)
        wire_looking(archive, index, bridge)
        action_box = gr.Textbox(visible=False)
        wire_exporting(archive, bridge, action_box)
        if judgements is not None:
            wire_feedback(archive, judgements, bridge, action_box)
        api(gradio_ask(archive, queue), api_name="ask")
    return blocks
