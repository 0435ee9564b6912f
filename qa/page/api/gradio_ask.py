"""Answer programs that use Gradio's own client, as its endpoint `/ask`."""

from collections.abc import Awaitable, Callable
from typing import Any

import gradio as gr

from qa.archive.archive import Archive
from qa.errors import QaError
from qa.page.api.fields import search_request
from qa.page.words.english import ENGLISH
from qa.page.work_queue import ANSWER, WorkQueue


def gradio_ask(archive: Archive, queue: WorkQueue) -> Callable[..., Awaitable[dict[str, Any]]]:
    """Return the function that is offered: Gradio reads the names and types of the fields from it."""

    async def ask(
        question: str,
        limit: int = 5,
        offset: int = 0,
        order: str = "relevance",
        after: str | None = None,
        before: str | None = None,
        outlets: list[str] | None = None,
        places: list[str] | None = None,
        languages: list[str] | None = None,
        articles: list[str] | None = None,
        kind: str | None = None,
        as_written: bool = False,
        asked_on: str | None = None,
        any_time: bool = False,
        as_of: str | None = None,
    ) -> dict[str, Any]:
        """Answer a question with passages of the archive, word for word, best first; filters are those of the page."""
        given = {
            "question": question,
            "limit": limit,
            "offset": offset,
            "order": order,
            "after": after,
            "before": before,
            "outlets": outlets,
            "places": places,
            "languages": languages,
            "articles": articles,
            "kind": kind,
            "as_written": as_written,
            "asked_on": asked_on,
            "any_time": any_time,
            "as_of": as_of,
        }
        try:
            search = search_request(given)
            answer = await queue.run(ANSWER, lambda: archive.answer(search).to_dict())
        except QaError as error:
            raise gr.Error(str(error), print_exception=False) from error
        if answer is None:
            raise gr.Error(ENGLISH.messages.busy, print_exception=False)
        return answer

    return ask
