"""Refuse requests that are not meant for this page: other names, other sites' pages, and routes that it never uses."""

from collections.abc import Set as AbstractSet
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from qa.page.serving.access import Access
from qa.page.serving.bind_address import BindAddress
from qa.page.serving.refusal import refusal

UPLOAD, QUEUED = "/gradio_api/upload", "/gradio_api/queue/join"
_CLOSED = (
    "/gradio_api/call",
    "/gradio_api/custom_component",
    "/gradio_api/deep_link",
    "/gradio_api/dev",
    "/gradio_api/process_recording",
    "/gradio_api/profiling",
    "/gradio_api/proxy=",
    "/gradio_api/run-history",
    "/gradio_api/runs",
    "/gradio_api/stream",
    "/gradio_api/token",
    "/gradio_api/undo-vibe",
    "/gradio_api/vibe",
    "/monitoring",
)
"""What Gradio serves and the page never asks for: tools for developers, proxies, the login's token for scripts,
asking in two steps."""
_OWN_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_FROM_ELSEWHERE = frozenset({"cross-site", "same-site"})
_PROXY_HEADERS = frozenset({b"x-forwarded-host", b"x-forwarded-server", b"forwarded"})
"""Headers that Gradio would build its addresses from, whoever sent them."""


class OriginCheck:
    """Pass on what this page's own documents, and programs, ask of it.

    A site that lets its name point at this machine (DNS rebinding) is recognised by the name, a page of another site
    by what the browser says of it: without this, either could read the archive through the browser of somebody who may.
    """

    def __init__(self, app: ASGIApp, bind: BindAddress, access: Access) -> None:
        self._app = app
        self._names = None if bind.others else allowed_hosts(bind, access)
        self._published = None if access.behind is None else urlsplit(access.behind).netloc.lower()
        self._closed = _CLOSED if access.manage else (*_CLOSED, UPLOAD)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 421 to another name, 403 to another site's page, 404 at a closed route."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers, path = Headers(scope=scope), scope["path"]
        hosts = [host.lower() for host in headers.getlist("host")]
        if len(hosts) != 1 or (self._names is not None and _name(hosts[0]) not in self._names):
            refused = refusal(421, "This page is not served under that name.")
        elif self._is_another_sites(scope, headers, hosts[0]):
            refused = refusal(403, "Another site's page may not ask this one.")
        elif path.startswith(self._closed):
            refused = refusal(404, "Nothing is served here: programs ask /api/ask.")
        else:
            passed_on = [(name, value) for name, value in scope["headers"] if name.lower() not in _PROXY_HEADERS]
            await self._app({**scope, "headers": passed_on}, receive, send)
            return
        await refused(scope, receive, send)

    def _is_another_sites(self, scope: Scope, headers: Headers, host: str) -> bool:
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin.lower().partition("://")[2] not in (host, self._published):
            return True
        followed = scope["method"] in ("GET", "HEAD") and headers.get("sec-fetch-mode") == "navigate"
        return site in _FROM_ELSEWHERE and not (followed and scope["path"] == "/")


def allowed_hosts(bind: BindAddress, access: Access) -> AbstractSet[str]:
    """Return the names under which a page that only this machine reaches may be asked for, ports apart."""
    host = bind.host.lower()
    bound = f"[{host}]" if ":" in host else host
    published = set() if access.behind is None else {_name(urlsplit(access.behind).netloc.lower())}
    return _OWN_NAMES | {bound} | published


def _name(host: str) -> str:
    """Leave out the port, which may be another one at the near end of a tunnel."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host
