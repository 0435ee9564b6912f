"""Send a part of the page what its script would, without a browser, and return what the script is handed back."""

import json
from collections.abc import Callable
from typing import TypeVar

import gradio as gr
from starlette.requests import Request

from qa.page.client_actions import ClientAction
from tests.support.own_loop import run

Laid = TypeVar("Laid")


def laid_out(lay_out: Callable[[], Laid]) -> tuple[gr.Blocks, Laid]:
    """Lay out a part of the page, in a loop that is closed afterwards: Gradio would leave one open."""

    async def laying() -> tuple[gr.Blocks, Laid]:
        with gr.Blocks(analytics_enabled=False) as blocks:
            return blocks, lay_out()

    return run(laying())


class Script:
    """What runs in a visitor's browser, as far as the server knows of it."""

    def __init__(self, wire: Callable[[gr.HTML, gr.Textbox], None]) -> None:
        self.blocks, _ = laid_out(lambda: wire(gr.HTML(""), gr.Textbox(visible=False)))

    def handed(self, event: str, fields: object, language: str = "en") -> str:
        """Send an event and return the text that is handed back."""
        (handle,) = (it.fn for it in self.blocks.fns.values() if event in [name for _, name in it.targets])
        assert handle is not None
        request = Request({"type": "http", "headers": [(b"accept-language", language.encode())]})
        handed = handle(gr.EventData(None, fields), gr.Request(request))
        assert isinstance(handed, str)
        return handed

    def tell(self, event: str, fields: object, language: str = "en") -> ClientAction:
        """Send an event and return what is to be done then."""
        return ClientAction(**json.loads(self.handed(event, fields, language)))
