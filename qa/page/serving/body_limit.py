"""Refuse bodies that are larger than anything the page sends: Gradio reads any size into memory."""

from collections.abc import Mapping
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.page.serving.refusal import refusal

LARGEST_BODY = 64 * 1024


class _TooLarge(Exception):
    """More has come than was announced, or allowed."""


class BodyLimit:
    """Pass bodies on up to a size; `larger` names the paths where they may have more, and how many bytes."""

    def __init__(self, app: ASGIApp, larger: Mapping[str, int]) -> None:
        self._app, self._larger = app, larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 as soon as a body is known to be too large."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._larger.get(scope["path"].rstrip("/"), LARGEST_BODY)
        refused = refusal(413, f"That is more than {most:,} bytes at once.", {"connection": "close"})
        announced = Headers(scope=scope).get("content-length", "0")
        if not (announced.isascii() and announced.isdecimal()) or int(announced) > most:
            await refused(scope, receive, send)
            return
        body = _Body(most, receive, send)
        with suppress(_TooLarge):
            await self._app(scope, body.receive, body.send)
        if body.too_large and not body.answered:
            await refused(scope, receive, send)


class _Body:
    """A body as it comes, and whether an answer has gone out."""

    def __init__(self, most: int, receive: Receive, send: Send) -> None:
        self._left, self._receive, self._send = most, receive, send
        self.too_large = self.answered = False

    async def receive(self) -> Message:
        if self.too_large:
            raise _TooLarge
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.too_large = True
            raise _TooLarge
        return message

    async def send(self, message: Message) -> None:
        """Pass an answer on, unless it is what the page made of a body that was cut off."""
        if self.answered or not self.too_large:
            self.answered = True
            await self._send(message)
