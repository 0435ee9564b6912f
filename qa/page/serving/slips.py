"""Know what a caller got wrong at Gradio's routes from what fails here: Gradio fails alike for both."""

import traceback

import gradio as gr
from gradio import route_utils
from starlette.types import Scope

_LOOKING_UP = frozenset(it.__code__ for it in (route_utils.get_fn, gr.Blocks.validate_inputs))
"""The functions of Gradio that look up the event which a caller names, and count what is handed in with it."""
_SLIP = "callers_slip"


class NoSuchEvent(Exception):
    """An event was named that only the page's script handles: nothing here answers it."""

    status_code = 404


def check_answered(event: object) -> None:
    """Check that an event is answered here.

    Raises:
        NoSuchEvent: it is not.
    """
    if not getattr(event, "fn", True):
        raise NoSuchEvent


def is_slip(error: BaseException) -> bool:
    """Return whether an error says that what the caller named is not there, or lacks something."""
    frames = list(traceback.walk_tb(error.__traceback__))
    return isinstance(error, NoSuchEvent) or (bool(frames) and frames[-1][0].f_code in _LOOKING_UP)


def mark_slip(request: object) -> None:
    """Note of a request that what fails of it is a slip of the caller: whoever answers it says so."""
    made = getattr(request, "request", None)  # Starlette's, in Gradio's own
    if made is not None:
        setattr(made.state, _SLIP, True)


def is_marked(scope: Scope) -> bool:
    """Return whether that was noted."""
    return bool(scope.get("state", {}).get(_SLIP))
