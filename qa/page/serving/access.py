"""Decide who may come in and what they may do, before anything is served."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from qa.errors import PageError
from qa.page.serving.bind_address import BindAddress
from qa.page.serving.credentials import Credentials

_PLAIN = re.compile(r"[!-~]+")
"""What browsers send of an address: letters beyond ASCII and spaces in their encoded forms."""
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Access:
    """Who may come in, and what they may do."""

    credentials: Credentials | None = None
    """The names and passwords that open the page; None lets everyone in who reaches it."""
    manage: bool = True
    """Whether who comes in may add articles and rebuild the index."""
    others: bool = False
    """Whether people at other machines are meant to reach it."""
    behind: str | None = None
    """The address under which a proxy serves the page to them."""

    @property
    def trusted(self) -> bool:
        """Whether whoever comes in is the owner, or has logged in."""
        return self.credentials is not None or not self.others


OWNER = Access()
"""Whoever sits at this machine, and nobody else."""


def decide_access(
    bind: BindAddress,
    credentials: Credentials | None = None,
    *,
    no_auth: bool = False,
    admin: bool = False,
    behind: str | None = None,
) -> Access:
    """Decide from where the page listens and what its owner chose; others come in only where that was stated.

    Raises:
        PageError: nothing was chosen for others who can reach it, or two things that exclude each other.
    """
    if credentials is not None and no_auth:
        raise PageError("--auth and --no-auth cannot be used together: choose one")
    behind = None if behind is None else _address(behind)
    others = bind.others or behind is not None
    if credentials is not None:
        return Access(credentials, manage=admin, others=others, behind=behind)
    if not others:
        return OWNER
    if not no_auth:
        raise PageError(
            f"others can reach {behind or bind.host}: ask for a login with --auth FILE, "
            "or let everyone in with --no-auth"
        )
    if admin:
        raise PageError("--admin would let everyone change the archive: ask for a login with --auth FILE")
    return Access(manage=False, others=True, behind=behind)


def check_reachable(access: Access, bind: BindAddress) -> None:
    """Refuse to serve at a place that more people can reach than were meant to.

    Raises:
        PageError: others reach it.
    """
    if bind.others and not access.others:
        raise PageError(
            f"others can reach {bind.host}, and nothing decides who may come in: pass the result of decide_access"
        )


def security_warnings(access: Access, bind: BindAddress) -> tuple[str, ...]:
    """Name what whoever serves the page should know of who can get at it."""
    where = access.behind or bind.host
    if access.credentials is None:
        return (f"everyone who reaches {where} can ask this archive: there is no login",) if access.others else ()
    if access.others and not (access.behind or "").startswith("https:"):
        return (
            f"names and passwords reach {where} unencrypted: put a proxy with TLS before the page, and say --behind "
            "https://ITS-NAME",
        )
    return ()


def _address(url: str) -> str:
    """Write an address as browsers do, without a port that goes without saying."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = None
    if (
        not host
        or parts.scheme not in _PORTS
        or parts.query
        or parts.fragment
        or "@" in parts.netloc
        or not _PLAIN.fullmatch(url)
    ):
        raise PageError(f"{url!r} is not a web address: --behind takes one like https://archive.example.org")
    bound = f"[{host}]" if ":" in host else host
    named = bound if port in (None, _PORTS[parts.scheme]) else f"{bound}:{port}"
    return f"{parts.scheme}://{named}{parts.path.rstrip('/')}"
