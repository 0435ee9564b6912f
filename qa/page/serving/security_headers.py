"""Forbid the browser to load, send or frame anything that is not this page's own, and others to keep what it shows."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Gradio compiles its components' templates in the browser, so inline and evaluated scripts must stay allowed;
# `connect-src`, `img-src` and `form-action` see to it that nothing a file smuggled in could send anything out.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'self'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_ENCRYPTED = {"strict-transport-security": "max-age=31536000"}
"""Where a proxy encrypts: browsers then ask for nothing unencrypted, in which the login could be read on the way."""
_LASTING = ("/assets/", "/static/", "/svelte/", "/fonts/")
"""What is the same for everyone, and may be kept by browsers and proxies."""


class SecurityHeaders:
    """Add the headers to every response; `encrypted` where visitors come by https."""

    def __init__(self, app: ASGIApp, *, encrypted: bool = False) -> None:
        self._app, self._encrypted = app, encrypted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the headers back with its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({**HEADERS, **_ENCRYPTED} if self._encrypted else HEADERS)
                if not scope["path"].startswith(_LASTING):
                    headers.setdefault("cache-control", "private, no-store")
                _restrict_cookies(headers, encrypted=self._encrypted)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _restrict_cookies(headers: MutableHeaders, *, encrypted: bool) -> None:
    """Stop other sites' pages from sending the login along, and browsers from sending it unencrypted.

    Gradio sets two cookies, one of them with `SameSite=none`, the other without `Secure`.
    """
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        parts = [part for part in cookie.split("; ") if not part.lower().startswith("samesite=")]
        if encrypted and not any(part.lower() == "secure" for part in parts):
            parts.append("Secure")
        headers.append("set-cookie", "; ".join([*parts, "SameSite=Lax"]))
