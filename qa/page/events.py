"""Components that show HTML, and the events of the page's script: how they are wired, and what one carries."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import iscoroutinefunction
from typing import Any

import gradio as gr

from qa.page.address import Address, parse, parse_span
from qa.page.language import chosen
from qa.page.words.words import Words
from qa.records import Span

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
AT_ONCE: dict[str, Any] = {"queue": False, **QUIET}
"""One request and its answer: through Gradio's queue a browser works half as long again for each event."""


@dataclass(frozen=True, slots=True)
class ClientEvent:
    """What one event carries: fields of a dictionary that anybody may have written."""

    fields: dict[str, object]

    def text(self, name: str) -> str:
        """Return a field as text; "" where there is none."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        """Return whether a field is set."""
        return self.fields.get(name) is True

    def some(self, name: str) -> tuple["ClientEvent", ...]:
        """Return a field that is a list of such fields."""
        value = self.fields.get(name)
        return tuple(ClientEvent(it) for it in value if isinstance(it, dict)) if isinstance(value, list) else ()

    @property
    def address(self) -> Address:
        """Return the page's address."""
        return parse(self.text("address"))

    @property
    def sentence(self) -> Span | None:
        """Return the part of a passage that is meant."""
        return parse_span(self.text("sentence"))


def client_event(event: gr.EventData) -> ClientEvent:
    """Read an event of the page's script."""
    data = event._data
    return ClientEvent(data if isinstance(data, dict) else {})


def on_client_event(
    bridge: gr.HTML,
    name: str,
    handle: Callable[[ClientEvent, Words], Any],
    shows: Any,
    then: str = "",
    *,
    box: gr.Textbox | None = None,
    how: dict[str, Any] = AT_ONCE,
) -> None:
    """Answer an event of the page's script, and run `then`, its JavaScript, when the answer is shown.

    `then` may use the value of a box, as `given`. The script sends one event at a time: Gradio would ignore another
    that comes meanwhile. A handler that is a coroutine runs in the event loop, any other in a thread.
    """

    def answer(event: gr.EventData, request: gr.Request) -> Any:
        return handle(client_event(event), chosen(request.headers))

    async def answer_in_loop(event: gr.EventData, request: gr.Request) -> Any:
        return await handle(client_event(event), chosen(request.headers))

    listener = answer_in_loop if iscoroutinefunction(handle) else answer
    shown = getattr(bridge, name)(listener, None, shows, trigger_mode="multiple", **how)
    shown.then(None, box, js=f"(given) => {{ archivePage.ended('{name}'); {then} }}", **QUIET)


def html(name: str, value: str = "") -> gr.HTML:
    """Build a component that shows HTML as it was rendered here."""
    return gr.HTML(value, elem_id=name, apply_default_css=False)
