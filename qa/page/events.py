"""Say how the page's own parts and events are made: plain HTML, and quiet events that programs are not offered."""

from collections.abc import Callable
from typing import Any

import gradio as gr

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
AT_ONCE: dict[str, Any] = {"queue": False, **QUIET}
"""One request and its answer: through Gradio's queue a browser works half as long again for each event."""


def when_told(
    bridge: gr.HTML,
    name: str,
    handle: Callable[..., Any],
    shows: Any,
    then: str,
    *,
    given: gr.Textbox | None = None,
    how: dict[str, Any] = AT_ONCE,
) -> None:
    """Answer an event of the page's script, and let the script go on when that is shown: `then` is its JavaScript.

    It may use what a box was `given`. The script tells of one at a time: of another that comes meanwhile, Gradio would
    make nothing.
    """
    shown = getattr(bridge, name)(handle, None, shows, trigger_mode="multiple", **how)
    shown.then(None, given, js=f"(given) => {{ archivePage.ended('{name}'); {then} }}", **QUIET)


def html(name: str, value: str = "") -> gr.HTML:
    """Make a part of the page that shows HTML as it was rendered here."""
    return gr.HTML(value, elem_id=name, apply_default_css=False)
