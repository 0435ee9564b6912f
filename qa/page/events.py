"""Say how the page's own parts and events are made: plain HTML, and quiet events that programs are not offered."""

from typing import Any

import gradio as gr

IN_TURN: dict[str, Any] = {"concurrency_id": "asking", "concurrency_limit": 2}
"""Answers and their filters in the order they are asked for, two at a time: more would make everybody's slower."""
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def html(name: str, value: str = "") -> gr.HTML:
    """Make a part of the page that shows HTML as it was rendered here."""
    return gr.HTML(value, elem_id=name, apply_default_css=False)
