"""Refuse targets longer than any link of the page, and show Gradio nothing of what a link says."""

from starlette.types import ASGIApp, Receive, Scope, Send

from qa.page.address import LONGEST_ADDRESS
from qa.page.serving.refusal import refusal


class RequestTarget:
    """Pass requests on whose path and query have a length that can be read.

    What a link says is read by the page's script. Gradio would take some of the names for its own, and answer 500 to
    a `page` that it does not have.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 414 to a target that is too long."""
        if scope["type"] == "http":
            if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
                refused = refusal(414, f"The address is longer than {LONGEST_ADDRESS:,} bytes.")
                await refused(scope, receive, send)
                return
            if scope["path"] == "/":
                scope = {**scope, "query_string": b""}
        await self._app(scope, receive, send)
