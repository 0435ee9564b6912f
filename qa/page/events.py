"""Say how the page's own parts and events are made: plain HTML, and quiet events that programs are not offered."""

from typing import Any

import gradio as gr

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
AT_ONCE: dict[str, Any] = {"queue": False, **QUIET}
"""One request and its answer: through Gradio's queue a browser works half as long again for each event."""


def html(name: str, value: str = "") -> gr.HTML:
    """Make a part of the page that shows HTML as it was rendered here."""
    return gr.HTML(value, elem_id=name, apply_default_css=False)
