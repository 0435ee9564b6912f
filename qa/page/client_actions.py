"""What the page's script is to do for the visitor: save a file, copy a text, show a message."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

import gradio as gr

from qa.errors import QaError
from qa.page.events import ClientEvent, on_client_event
from qa.page.rendering.explanations import fault
from qa.page.serving.failures import log_failure
from qa.page.words.words import Words

Act = Callable[[ClientEvent, Words], "ClientAction"]


@dataclass(frozen=True, slots=True)
class ClientAction:
    """What the script is to do."""

    message: str = ""
    name: str = ""
    type: str = ""
    text: str = ""
    copied: str = ""
    judges: str = ""
    """The passage whose thumb was pressed; empty for that of the verdict."""
    verdict: str = ""
    """What the verdict's thumb says, once a passage was judged."""
    says: str = ""
    """What that thumb says from now on, which is how it is shown: pressing it may have failed."""


def answer_with_action(bridge: gr.HTML, name: str, box: gr.Textbox, act: Act) -> None:
    """Answer an event of the script with an action that the script does."""

    def handle(event: ClientEvent, words: Words) -> str:
        try:
            action = act(event, words)
        except QaError as error:
            action = ClientAction(fault(error, words))
        except Exception as error:  # noqa: BLE001  the script would do once more what it was handed last
            log_failure("an action of the page", error)
            action = ClientAction(f"{words.messages.ours}.")
        return json.dumps(asdict(action))

    on_client_event(bridge, name, handle, box, "archivePage.act(given);", box=box)
