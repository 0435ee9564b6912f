"""Answer programs over HTTP: the one public endpoint beside the page."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from qa.archive.archive import Archive
from qa.errors import QaError


def ask_endpoint(archive: Archive) -> Callable[..., dict[str, Any]]:
    """Return the function that the page offers to programs as `/ask`."""

    def ask(
        question: str,
        limit: int = 5,
        offset: int = 0,
        order: str = "relevance",
        after: str | None = None,
        before: str | None = None,
        outlets: list[str] | None = None,
        places: list[str] | None = None,
        articles: list[str] | None = None,
    ) -> dict[str, Any]:
        """Answer a question with passages of the archive, word for word, best first; filters are those of the page."""
        if not isinstance(question, str):
            raise gr.Error(f"question is {question!r} and must be text", print_exception=False)
        try:
            answer = archive.ask(
                question,
                _whole(limit),
                offset=_whole(offset),
                order=order,
                after=after,
                before=before,
                outlets=outlets,
                places=places,
                articles=articles,
            )
        except QaError as error:
            raise gr.Error(str(error), print_exception=False) from error
        return answer.to_dict()

    return ask


def _whole(number: float) -> int:
    """Return 5 for 5.0, as JSON's numbers may arrive; what is no whole number is left for the archive to refuse."""
    return int(number) if isinstance(number, float) and number.is_integer() else number  # type: ignore[return-value]
