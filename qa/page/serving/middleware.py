"""Order what a request passes before it reaches the page, and limit how much may be uploaded.

`security_headers` → `failures` (what fails is one line of log) → `request_target` (can its address be read?) →
`origin_check` (is it meant for this page?) → `body_limit` (is it small enough?) → `login_required` (who is it?) →
`login_throttle` (how often did they guess?) → the page. What does not pass gets a `refusal`.
"""

from collections.abc import Callable

from starlette.middleware import Middleware
from starlette.types import Scope

from qa.page.notebook_tab import EXPORT, LARGEST_NOTEBOOK, SHOW
from qa.page.serving.access import Access
from qa.page.serving.bind_address import BindAddress
from qa.page.serving.body_limit import LARGEST_BODY, BodyLimit
from qa.page.serving.failures import Failures
from qa.page.serving.login_required import LoginRequired
from qa.page.serving.login_throttle import LoginThrottle
from qa.page.serving.origin_check import QUEUED, UPLOAD, OriginCheck
from qa.page.serving.request_target import RequestTarget
from qa.page.serving.security_headers import SecurityHeaders

_FILES_AT_ONCE = 10
"""How many files of the largest size may come in one request; of smaller ones, more."""

_NAMES = 2 * 1024 * 1024
"""Bytes in which those who may add articles name the files that they hand in: some four thousand."""


def largest_file(access: Access, largest_file_bytes: int) -> int:
    """Return the size of the largest file that may be uploaded: an article's where visitors may add articles."""
    return largest_file_bytes if access.manage else 1_000_000


def middleware(
    bind: BindAddress, access: Access, largest_file_bytes: int, knows: Callable[[Scope], bool]
) -> list[Middleware]:
    """Return what stands before the page, outermost first; `knows` tells requests of who has logged in."""
    uploaded = _FILES_AT_ONCE * largest_file(access, largest_file_bytes) + LARGEST_BODY
    named = _NAMES if access.manage else LARGEST_BODY
    notebook = {SHOW: LARGEST_NOTEBOOK, EXPORT: LARGEST_NOTEBOOK}
    always = [
        Middleware(SecurityHeaders, encrypted=(access.behind or "").startswith("https:")),
        Middleware(Failures),
        Middleware(RequestTarget),
        Middleware(OriginCheck, bind=bind, access=access),
        Middleware(BodyLimit, larger={UPLOAD: uploaded, QUEUED: named, **notebook}),
    ]
    if access.credentials is None:
        return always
    return [*always, Middleware(LoginRequired, knows=knows), Middleware(LoginThrottle)]
