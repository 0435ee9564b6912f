"""Refuse everything but the way to log in to those who have not logged in."""

from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from qa.page.serving.refusal import refusal

LOGIN = "/login"
_OPEN = frozenset(
    {
        "/",
        "/favicon.ico",
        "/gradio_api/startup-events",
        "/gradio_api/theme.css",
        "/logout",
        "/manifest.json",
        "/robots.txt",
        "/theme.css",
        LOGIN,
    }
)
_OPEN_BELOW = ("/assets/", "/fonts/", "/static/", "/svelte/")


class LoginRequired:
    """Answer 401 to strangers wherever it is not known that the page shows nothing of the archive.

    Gradio asks for a login route by route; a route that it forgets, or adds, stays closed here.
    """

    def __init__(self, app: ASGIApp, knows: Callable[[Scope], bool]) -> None:
        self._app, self._knows = app, knows

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open, and what comes from somebody who has logged in."""
        if scope["type"] != "http" or _is_open(scope["path"]) or self._knows(scope):
            await self._app(scope, receive, send)
            return
        await refusal(401, f"Log in first: post username and password to {LOGIN}.")(scope, receive, send)


def _is_open(path: str) -> bool:
    plain = path if path == "/" else path.rstrip("/")
    return plain in _OPEN or (path.startswith(_OPEN_BELOW) and ".." not in path.split("/"))
