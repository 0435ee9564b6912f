"""Answer programs over HTTP: the one public endpoint beside the page."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from qa.errors import QaError
from qa.json_form import answer_form
from qa.page.contract import ShownArchive


def ask_endpoint(archive: ShownArchive) -> Callable[[str, int], dict[str, Any]]:
    """Return the function that the page offers to programs as `/ask`."""

    def ask(question: str, limit: int = 5) -> dict[str, Any]:
        """Answer a question with passages of the archive, word for word, best first."""
        try:
            answer = archive.ask(question, limit=int(limit))
        except QaError as error:
            raise gr.Error(str(error), print_exception=False) from error
        return {**answer_form(answer)}

    return ask
