"""Ask the system for enough descriptors, and share them out: each connection takes one."""

import resource
from dataclasses import dataclass

from qa.page.serving.access import Access

_WANTED = 8_192
_MOST_CONNECTIONS = 4_000
"""More than the browsers of a large newsroom open: each has up to six to a page."""
_OTHERS = 256
"""Descriptors for the index, the models and the log, which take some forty."""


@dataclass(frozen=True, slots=True)
class ConnectionBounds:
    """How many connections may be open."""

    in_all: int
    by_address: int


def raise_descriptor_limit() -> None:
    """Raise the number of descriptors that this process may have, as far as it is allowed to and needs."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _WANTED if hard == resource.RLIM_INFINITY else min(_WANTED, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def connection_bounds(access: Access) -> ConnectionBounds:
    """Return how many connections the descriptors of this process allow; a proxy may have them all."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    had = _WANTED if soft == resource.RLIM_INFINITY else soft
    in_all = min(max(had - _OTHERS, had // 2), _MOST_CONNECTIONS)
    return ConnectionBounds(in_all, in_all if access.behind else in_all // 4)
