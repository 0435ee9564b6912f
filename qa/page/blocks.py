"""Gradio's page, with one line of log where an event fails."""

from typing import Any

import gradio as gr

from qa.page.language import chosen
from qa.page.serving.failures import log_failure
from qa.page.serving.slips import check_answered, is_slip, mark_slip


class PageBlocks(gr.Blocks):
    """A page whose events fail without a traceback on stderr, which Gradio prints for each."""

    async def process_api(self, block_fn: Any, *arguments: Any, **named: Any) -> dict[str, Any]:
        """Answer an event.

        Raises:
            gr.Error: it failed, with words for whoever caused it.
        """
        try:
            check_answered(block_fn)
            return await super().process_api(block_fn, *arguments, **named)
        except gr.Error:
            raise
        except Exception as error:
            log_failure(f"the event {getattr(block_fn, 'name', block_fn)}", error)
            if is_slip(error):
                mark_slip(named.get("request"))
            words = chosen(getattr(named.get("request"), "headers", None) or {})
            raise gr.Error(words.messages.ours, print_exception=False) from error
