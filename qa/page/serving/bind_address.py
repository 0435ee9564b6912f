"""Find the place that the page listens at, and whether other machines can reach it."""

import errno
import socket
from dataclasses import dataclass
from ipaddress import ip_address

from qa.errors import PageError


@dataclass(frozen=True, slots=True)
class BindAddress:
    """Where the page listens."""

    host: str
    port: int
    others: bool
    """Whether it can be reached from other machines."""


def find_bind_address(host: str, port: int) -> BindAddress:
    """Resolve a host and try the port, before anything that takes long: a mistake is reported at once.

    A name counts as this machine's own only if every address that it stands for does.

    Raises:
        PageError: in use, not allowed, or not this machine's.
    """
    problem = f"{host} is not an address of this machine: use --host 127.0.0.1, or 0.0.0.0 for all of them"
    if not host.strip():
        raise PageError("the host to serve on is empty: use --host 127.0.0.1, or 0.0.0.0 for all addresses")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, ValueError) as error:  # a name that is none is a ValueError
        raise PageError(problem) from error
    # A name may stand for an address of a kind that this machine has switched off: one that can be had is enough.
    had = [_can_be_had(family, address, port) for family, _, _, _, address in found]
    if not any(had):
        raise PageError(problem)
    return BindAddress(host, port, not all(_is_own(str(address[0])) for *_, address in found))


def _can_be_had(family: socket.AddressFamily, address: tuple[object, ...], port: int) -> bool:
    try:
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                tried.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)  # as the server will
            tried.bind(address)
    except PermissionError as error:
        raise PageError(f"you may not use port {port}: choose one above 1023 with --port") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PageError(f"port {port} is in use: stop the other program or choose another with --port") from error
        return False
    return True


def _is_own(address: str) -> bool:
    found = ip_address(address)
    inner = getattr(found, "ipv4_mapped", None)
    return (inner or found).is_loopback
