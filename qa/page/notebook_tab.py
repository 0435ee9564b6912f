"""The tab of the notebook: what the browser keeps is sent here to be rendered, compared with the archive and exported.

Nothing of it is stored here, and notes come only to be written into a document.
"""

import json
import logging
from dataclasses import replace
from datetime import datetime

import gradio as gr
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from qa.archive.archive import Archive
from qa.errors import ArchiveIndexError, QaError, QuestionError
from qa.exports.notebook import DocumentWords, Kept, standing_of, write_document
from qa.exports.notebook.documents import document_named
from qa.exports.notebook.kept import fields_of, kept_of
from qa.exports.notebook.word_document import writes_word
from qa.page.address import link, parse
from qa.page.events import ClientEvent, html
from qa.page.exporting import citation_of
from qa.page.language import chosen
from qa.page.rendering.explanations import fault
from qa.page.rendering.notebook import MOST_KEPT, KeptNow, notebook
from qa.page.serving.refusal import refusal
from qa.page.words.words import Words
from qa.page.work_queue import ANSWER, WorkQueue

_log = logging.getLogger(__name__)

NOTEBOOK, SHOW, EXPORT = "/notebook/{what}", "/notebook/show", "/notebook/export"
LARGEST_NOTEBOOK = 6 * 1024 * 1024
"""In bytes: the most passages of the longest, in letters of two bytes."""


def notebook_tab() -> None:
    """Lay out the tab; the script puts the notebook into its place."""
    with gr.Column(elem_id="notebook"):
        html("kept", "<div data-notebook></div>")


class NotebookRoute:
    """What the page's script posts: a passage to keep, a notebook to show, a notebook to export."""

    def __init__(self, archive: Archive, queue: WorkQueue) -> None:
        self._archive, self._queue = archive, queue
        self._answers = {"show": self._shown, "keep": self._kept, "export": self._exported}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 400 to what cannot be done, in the visitor's language, 503 where too many wait."""
        await (await self._respond(Request(scope, receive)))(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        if request.method != "POST":
            return refusal(405, "post to the notebook", {"allow": "POST"})
        words, answer = chosen(request.headers), self._answers.get(request.path_params["what"])
        if answer is None:
            return refusal(404, "there is no such part of the notebook")
        try:
            event = _event(await request.body())
            done = await self._queue.run(ANSWER, lambda: answer(event, words))
        except QaError as error:
            return refusal(400, fault(error, words))
        if done is None:
            return refusal(503, words.messages.busy, {"retry-after": "5"})
        return done

    def _kept(self, event: ClientEvent, words: Words) -> Response:
        """Return a passage with all that the notebook says of it."""
        search = event.address.search
        if search is None:
            raise QuestionError("keep a passage that was found for a question")
        found = replace(event.address, passage=event.text("passage"), sentence=event.sentence, article=None, tab="ask")
        kept = Kept(citation_of(self._archive, event, search), "", link(found))
        return JSONResponse({"entry": fields_of(kept), "message": words.notebook.kept})

    def _shown(self, event: ClientEvent, words: Words) -> Response:
        return HTMLResponse(notebook([self._now(it) for it in _entries(event)], words, word=writes_word()))

    def _now(self, kept: Kept) -> KeptNow:
        try:
            return KeptNow(kept, standing_of(kept, self._archive))
        except ArchiveIndexError as error:
            _log.warning("a kept passage cannot be looked up: %s", error)
            return KeptNow(kept, None)

    def _exported(self, event: ClientEvent, words: Words) -> Response:
        kind = document_named(event.text("format"))
        entries = [replace(it, address=link(parse(it.address))) for it in _entries(event)]
        written = write_document(entries, event.text("format"), words=_document_words(words), page=event.text("page"))
        name = f"notebook-{datetime.now().astimezone():%Y-%m-%d}{kind.suffix}"
        return Response(
            written, media_type=kind.media_type, headers={"content-disposition": f'attachment; filename="{name}"'}
        )


def _event(body: bytes) -> ClientEvent:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        given = None
    return ClientEvent(given if isinstance(given, dict) else {})


def _entries(event: ClientEvent) -> list[Kept]:
    return [kept_of(it.fields) for it in event.some("entries")[:MOST_KEPT]]


def _document_words(words: Words) -> DocumentWords:
    texts = words.notebook
    return DocumentWords(
        words.tabs["notebook"],
        words.code,
        texts.note,
        texts.link,
        texts.paragraph,
        texts.retrieved,
        words.locale.date,
    )
