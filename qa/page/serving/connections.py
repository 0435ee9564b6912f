"""Bound how many connections are open, and close those on which nothing comes: uvicorn waits for ever."""

import asyncio
import logging
from collections import Counter
from functools import partial
from ipaddress import ip_address
from typing import Any

from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

from qa.page.serving.descriptors import ConnectionBounds
from qa.page.serving.login_throttle import throttled_network

_log = logging.getLogger(__name__)
_PATIENCE_SECONDS = 20.0
"""How long a request's head may take, and how long its body may stand still."""
_FULL = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 20\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class OpenConnections:
    """Count the connections that are open, by address and in all."""

    def __init__(self, bounds: ConnectionBounds) -> None:
        self._bounds = bounds
        self._open = Counter[str]()

    def enter(self, address: str) -> bool:
        """Count one more, unless there are too many; this machine's own, a proxy's among them, only count in all."""
        few = self._open[address] < self._bounds.by_address or _is_this_machine(address)
        if not few or self._open.total() >= self._bounds.in_all:
            _log.warning("too many connections are open, and more are refused: let a proxy limit them")
            return False
        self._open[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Count one less."""
        self._open[address] -= 1
        if not self._open[address]:
            del self._open[address]


class BoundedConnection(H11Protocol):
    """A connection that is refused where too many are open, and closed where its client keeps it waiting."""

    def __init__(self, opened: OpenConnections, patience: float, **of_uvicorn: Any) -> None:
        super().__init__(**of_uvicorn)
        self._opened, self._patience = opened, patience
        self._address: str | None = None
        self._waits_since = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Admit a connection, or answer 503 and close it."""
        peer = transport.get_extra_info("peername")
        address = throttled_network(peer[0] if peer else "")
        if not self._opened.enter(address):
            transport.write(_FULL)
            transport.close()
            return
        self._address = address
        super().connection_made(transport)
        self._waits_since = self.loop.time()
        self._timer = self.loop.call_later(self._patience, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Make room for another."""
        if self._address is None:
            return
        self._opened.leave(self._address)
        if self._timer is not None:
            self._timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on: each part of a body is waited for, of a head only the whole."""
        if self._address is None:
            return
        if not self._waits_for_a_head:
            self._waits_since = self.loop.time()
        super().data_received(data)

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._waits_since = self.loop.time()
        super().on_response_complete()

    @property
    def _waits_for_a_head(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    @property
    def _waits_for_the_client(self) -> bool:
        return self._waits_for_a_head or (self.cycle.more_body and not self.flow.read_paused)

    def _look(self) -> None:
        """Close the connection if the client has kept it waiting, else look again later."""
        left = self._waits_since + self._patience - self.loop.time() if self._waits_for_the_client else self._patience
        if left > 0:
            self._timer = self.loop.call_later(left, self._look)
            return
        self.transport.close()  # what was answered is still sent, to a client that reads
        self._timer = self.loop.call_later(self._patience, self.transport.abort)


def bound_connections(server: Config, bounds: ConnectionBounds, patience: float = _PATIENCE_SECONDS) -> None:
    """Bound the connections of a server, even one that runs: uvicorn looks there at every connection.

    None becomes a WebSocket: the page has none, and it would be counted no more.
    """
    connection = partial(BoundedConnection, OpenConnections(bounds), patience)
    server.http_protocol_class = connection  # type: ignore[assignment]  # whatever makes a protocol will do
    server.ws_protocol_class = None


def _is_this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
