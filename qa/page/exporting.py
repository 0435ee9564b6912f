"""Export what was found: evidence in a format, a quote with its source, a receipt of the search."""

from dataclasses import replace
from datetime import UTC, date, datetime

import gradio as gr

from qa.archive.archive import Archive
from qa.exports.citations import Citation, as_text, cite
from qa.exports.citations.formats import format_named
from qa.exports.receipts import receipt_of, receipt_text
from qa.page.client_actions import ClientAction, answer_with_action
from qa.page.events import ClientEvent
from qa.page.words.words import Words
from qa.records import SearchRequest

_MOST = 1_000
"""How many passages one file holds at most."""


def wire_exporting(archive: Archive, bridge: gr.HTML, box: gr.Textbox) -> None:
    """Wire the saving of evidence and the copying of quotes."""
    answer_with_action(bridge, "download", box, lambda event, words: _saved(archive, event, words))
    answer_with_action(bridge, "copy", box, lambda event, words: _copied(archive, event, words))


def _saved(archive: Archive, event: ClientEvent, words: Words) -> ClientAction:
    """Return a file of the evidence that was chosen, or a receipt of the search."""
    search, wanted = event.address.search, event.text("format")
    if search is None:
        return ClientAction()
    if wanted == "receipt":
        now = datetime.now(UTC)
        name = f"receipt-{now:%Y-%m-%d-%H%M%S}.json"
        text = receipt_text(receipt_of(search, archive.answer(search), archive.models, now))
        return ClientAction(words.exporting.saved.format(name), name, "application/json", text)
    kind = format_named(wanted)
    citations = [citation_of(archive, it, search) for it in event.some("evidence")[:_MOST]]
    name = f"evidence-{_today():%Y-%m-%d}{kind.suffix}"
    mark = "\ufeff" if kind.encoding == "utf-8-sig" else ""
    return ClientAction(words.exporting.saved.format(name), name, kind.media_type, mark + kind.write(citations))


def _copied(archive: Archive, event: ClientEvent, words: Words) -> ClientAction:
    """Return a quote with its source."""
    if (search := event.address.search) is None:
        return ClientAction()
    return ClientAction(words.card.copied, copied=as_text(citation_of(archive, event, search)))


def citation_of(archive: Archive, event: ClientEvent, search: SearchRequest) -> Citation:
    """Quote the marked sentence of a passage."""
    found, sentence = archive.passage(event.text("passage")), event.sentence
    citation = cite(found, search.question, _today())
    quote = "" if sentence is None else found.passage.text[sentence.start : sentence.end]
    return replace(citation, quote=quote) if quote else citation


def _today() -> date:
    return datetime.now().astimezone().date()
