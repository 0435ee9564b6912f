"""Find free ports for tests that run side by side."""

import itertools
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

_FIRST, _PORTS_A_WORKER = 20_000, 600
"""Below those that the system gives to connections, so that nothing takes one between finding and using it."""
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 20
_STEPS = itertools.count(os.getpid())
"""Another run of the tests beside this one begins elsewhere."""


def free_port() -> int:
    """Return a free port that no other worker is given, and this one only after all others of its own."""
    for step in itertools.islice(_STEPS, _PORTS_A_WORKER):
        port = _FIRST + _WORKER * _PORTS_A_WORKER + step % _PORTS_A_WORKER
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise OSError("none of the ports for tests is free")


@contextmanager
def port_in_use() -> Iterator[int]:
    """Listen on a port meanwhile, and yield its number."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield int(listening.getsockname()[1])
