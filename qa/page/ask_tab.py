"""The tab where questions are asked: what stands on it, and what happens there."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements
from qa.page.address import parse
from qa.page.events import AT_ONCE, QUIET, ClientEvent, html, on_client_event
from qa.page.language import STATIC_WORDS, chosen
from qa.page.rendering.cards import STEPS, fetched, neighbour
from qa.page.rendering.escaping import Html
from qa.page.rendering.masthead import examples
from qa.page.rendering.results import before_asking
from qa.page.views import answer_view, busy, filters_view, rendered
from qa.page.words.words import Words
from qa.page.work_queue import ANSWER, FILTERS, WorkQueue
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class AskTab:
    """What stands on the tab."""

    question: gr.Textbox
    button: gr.Button
    welcome: gr.HTML
    examples: gr.HTML
    filters: gr.HTML
    results: gr.HTML
    fetched: gr.HTML

    def labels(self, words: Words) -> dict[Any, Any]:
        """Return the tab's own words; what is typed as the question is the visitor's."""
        return {
            self.welcome: before_asking(words),
            self.question: gr.update(label=words.asking.question, placeholder=words.asking.placeholder),
            self.button: gr.update(value=words.asking.ask),
        }


def ask_tab(settings: Settings) -> AskTab:
    """Lay out the tab."""
    welcome = html("welcome")
    with gr.Row(elem_id="ask"):
        question = gr.Textbox(
            label=STATIC_WORDS("question"),
            placeholder=STATIC_WORDS("placeholder"),
            max_lines=3,
            max_length=settings.longest_question_characters,
            elem_id="question",
            scale=1,
        )
        button = gr.Button(STATIC_WORDS("ask"), variant="primary", elem_id="ask-button")
    with gr.Row(elem_id="desk"):
        # The evidence comes before its filters for those who go through the page by keyboard.
        results, filters = html("results"), html("filters")
    return AskTab(question, button, welcome, html("examples"), filters, results, html("fetched"))


def wire_asking(
    archive: Archive, tab: AskTab, article: gr.HTML, bridge: gr.HTML, judgements: Judgements | None, queue: WorkQueue
) -> None:
    """Wire the answers to questions, first the evidence and then the filters, and the fetching of paragraphs."""

    async def answer(address: str, request: gr.Request) -> tuple[str, str]:
        search, words = parse(address).search, chosen(request.headers)
        answered = await queue.run(ANSWER, lambda: answer_view(archive, search, words, judgements))
        return busy(words) if answered is None else answered, ""

    async def filters(event: ClientEvent, words: Words) -> Any:
        counted = await queue.run(FILTERS, lambda: filters_view(archive, event.address.search, words))
        return gr.skip() if counted is None else counted

    def begin(_: ClientEvent, words: Words) -> str:
        """Return questions to begin with, in the page's language if the archive has some, else in English."""

        def found() -> Html:
            questions = archive.example_questions(language=words.code) or archive.example_questions()
            return examples(questions, archive.status(), words)

        return rendered(found, words, lambda *_: Html())

    def fetch(event: ClientEvent, words: Words) -> str:
        def found() -> Html:
            passage, which = event.text("passage"), event.text("which")
            if which not in STEPS:
                return Html()
            return neighbour(archive.passages(archive.passage(passage).article.file), passage, which, words)

        return rendered(found, words, lambda _, message: fetched(message))

    asked = gr.on(
        [tab.question.submit, tab.button.click],
        answer,
        tab.question,
        [tab.results, article],
        js="(question) => archivePage.asked(question)",
        **AT_ONCE,
    )
    asked.then(
        None, js="() => { archivePage.ended('submit'); archivePage.settled(); archivePage.askFilters(); }", **QUIET
    )
    on_client_event(bridge, "tick", filters, tab.filters, "archivePage.showFilters();")
    # Finding examples takes a while after each change of the archive: the page does not wait for them.
    on_client_event(bridge, "example_select", begin, tab.examples, "archivePage.showRecent();", how=QUIET)
    on_client_event(bridge, "expand", fetch, tab.fetched, "archivePage.placeNeighbour();")
