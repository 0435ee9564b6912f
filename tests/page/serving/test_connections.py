"""Connections on which nothing comes end by themselves, and however many there are, others get in."""

import asyncio
import resource
from collections.abc import Awaitable, Callable

import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from qa.page.serving.access import OWNER, Access
from qa.page.serving.connections import OpenConnections, bound_connections
from qa.page.serving.descriptors import ConnectionBounds, connection_bounds, raise_descriptor_limit
from tests.support import own_loop
from tests.support.patience import PATIENCE as LONG

PATIENCE = 0.3
GET = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"
Visit = Callable[[int], Awaitable[None]]


async def page(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the body, after a while where that is asked for."""
    request = Request(scope, receive)
    body = await request.body()
    if request.url.path == "/slow":
        await asyncio.sleep(3 * PATIENCE)
    await PlainTextResponse(body or b"the page")(scope, receive, send)


def run(visit: Visit, in_all: int = 100) -> None:
    async def main() -> None:
        config = uvicorn.Config(page, log_config=None, timeout_keep_alive=60)
        config.load()
        config.ws_protocol_class = asyncio.Protocol  # as where a library for WebSockets is installed
        bound_connections(config, ConnectionBounds(in_all, in_all), PATIENCE)
        state = ServerState()

        def connection() -> asyncio.Protocol:
            return config.http_protocol_class(config=config, server_state=state, app_state={})  # type: ignore[call-arg]

        server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0)
        async with server:
            await visit(server.sockets[0].getsockname()[1])
        for it in list(state.connections):
            it.transport.abort()

    own_loop.run(main())


async def sent(port: int, *parts: bytes, every: float = 0.0) -> bytes:
    """Send something, and return what comes until the server closes the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    reading = asyncio.create_task(reader.read())
    for part in parts:
        if reading.done():
            break
        writer.write(part)
        await asyncio.sleep(every)
    answer = await asyncio.wait_for(reading, LONG)
    writer.close()
    return answer


@pytest.mark.parametrize("part", [b"", b"G", b"GET / HTTP/1.1\r\nhost: x\r\n"])
def test_a_connection_without_a_whole_head_is_closed(part: bytes) -> None:
    async def visit(port: int) -> None:
        assert await sent(port, part) == b""

    run(visit)


def test_a_head_that_never_ends_is_closed_however_often_a_byte_comes() -> None:
    async def visit(port: int) -> None:
        assert await sent(port, b"GET / HTTP/1.1\r\nx: ", *[b"y"] * 10_000, every=PATIENCE / 5) == b""

    run(visit)


def test_a_connection_that_begins_another_head_and_stops_is_closed() -> None:
    async def visit(port: int) -> None:
        answer = await sent(port, GET, b"G", every=PATIENCE / 3)
        assert answer.count(b"200 OK") == 1

    run(visit)


def test_a_body_that_stands_still_is_closed() -> None:
    async def visit(port: int) -> None:
        assert await sent(port, b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc") == b""

    run(visit)


def test_a_body_that_comes_slowly_is_read() -> None:
    async def visit(port: int) -> None:
        head = b"POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 9\r\n\r\n"
        answer = await sent(port, head, *[b"x"] * 9, every=PATIENCE / 3)
        assert answer.endswith(b"x" * 9)

    run(visit)


def test_an_answer_may_take_as_long_as_it_takes() -> None:
    async def visit(port: int) -> None:
        answer = await sent(port, b"GET /slow HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        assert answer.endswith(b"the page")

    run(visit)


def test_where_too_many_are_open_another_is_refused_and_gets_in_when_they_are_closed() -> None:
    async def visit(port: int) -> None:
        idle = [asyncio.create_task(sent(port)) for _ in range(20)]
        await asyncio.sleep(PATIENCE / 3)
        assert b"503" in await sent(port, GET)
        assert {it[:12] for it in await asyncio.gather(*idle)} == {b"", b"HTTP/1.1 503"}
        assert b"200 OK" in await sent(port, GET)

    run(visit, in_all=5)


def test_nothing_becomes_a_websocket_that_nobody_counts() -> None:
    async def visit(port: int) -> None:
        upgrade = (
            b"GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n"
            b"sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        )
        for _ in range(10):
            assert b"200 OK" in await sent(port, upgrade)  # a client that is answered otherwise ends there

    run(visit, in_all=5)


def test_one_address_does_not_take_what_is_there_for_all() -> None:
    opened = OpenConnections(ConnectionBounds(in_all=10, by_address=3))
    assert [opened.enter("192.0.2.1") for _ in range(5)] == [True, True, True, False, False]
    assert opened.enter("192.0.2.2")
    opened.leave("192.0.2.1")
    assert opened.enter("192.0.2.1")


def test_a_proxy_on_this_machine_is_every_visitors_address() -> None:
    opened = OpenConnections(ConnectionBounds(in_all=10, by_address=3))
    assert [opened.enter("127.0.0.1") for _ in range(11)] == [True] * 10 + [False]


@pytest.mark.parametrize(("soft", "in_all"), [(64, 32), (256, 128), (1024, 768), (4096, 3840), (1_000_000, 4000)])
def test_connections_leave_descriptors_for_the_index(monkeypatch: pytest.MonkeyPatch, soft: int, in_all: int) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, soft))
    bounds = connection_bounds(OWNER)
    assert (bounds.in_all, bounds.by_address) == (in_all, in_all // 4)
    assert connection_bounds(Access(others=True, behind="https://x.example")).by_address == in_all


@pytest.mark.parametrize(
    ("limits", "raised"),
    [((1024, 4096), (4096, 4096)), ((1024, 1_000_000), (8192, 1_000_000)), ((1024, -1), (8192, -1))],
)
def test_as_many_descriptors_are_asked_for_as_there_may_be(
    monkeypatch: pytest.MonkeyPatch, limits: tuple[int, int], raised: tuple[int, int]
) -> None:
    wished = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, wish: wished.append(wish))
    raise_descriptor_limit()
    assert wished == [raised]


@pytest.mark.parametrize("limits", [(8192, 8192), (20_000, 100_000), (-1, -1), (512, 512)])
def test_enough_descriptors_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch, limits: tuple[int, int]) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda *_: pytest.fail("changed"))
    raise_descriptor_limit()
