"""Answer what fails behind here with a plain 500, and log it as one line: a stranger can cause any number of them."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.articles.plain_text import in_one_line
from qa.page.serving.refusal import refusal
from qa.page.serving.slips import is_marked, is_slip

_log = logging.getLogger(__name__)
_LONGEST_NAME = 200
_FRAMES = 4
_NOT_FOUND, _SERVER_ERROR = 404, 500


class Failures:
    """Catch exceptions before Starlette and uvicorn do: they answer without the page's headers, and log tracebacks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 500, or 404 to a slip, where no answer has begun; uvicorn cuts one off that has."""
        if scope["type"] != "http":  # what fails at the start ends the page
            await self._app(scope, receive, send)
            return
        begun = False
        scope.setdefault("state", {})  # what is noted there is seen here

        async def send_on(message: Message) -> None:
            nonlocal begun
            begun = True
            if message.get("status") == _SERVER_ERROR and is_marked(scope):
                message = {**message, "status": _NOT_FOUND}
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        except Exception as error:  # noqa: BLE001  the outermost edge: uvicorn would log a traceback
            log_failure(f"{scope['method']} {scope['path']}", error)
            if not begun:
                failed = (
                    refusal(_NOT_FOUND, "there is no such event: programs ask /api/ask")
                    if is_slip(error)
                    else refusal(_SERVER_ERROR, "this failed on our side: the log of the page says where")
                )
                await failed(scope, receive, send)


def log_failure(what: str, error: Exception) -> None:
    """Log in one line where something failed but not its message, which may hold the question or an article's text.

    What the caller caused is no error: a connection that ended, an answer below 500 that came too late, an event that
    is not there.
    """
    caused = any(
        isinstance(it, ClientDisconnect) or is_slip(it) or getattr(it, "status_code", _SERVER_ERROR) < _SERVER_ERROR
        for it in _reasons(error)
    )
    frames = list(traceback.walk_tb(error.__traceback__))[-_FRAMES:]
    places = [f"{Path(frame.f_code.co_filename).name}:{number}" for frame, number in reversed(frames)]
    line = in_one_line(f"{what[:_LONGEST_NAME]} failed: {type(error).__name__} at {' < '.join(places)}")
    _log.log(logging.INFO if caused else logging.ERROR, "%s", line)


def _reasons(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
