"""Guesses wait, from one address and from many, and nobody else does. The page here is as small as a page can be."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from qa.page.serving.login_throttle import LoginThrottle, ThrottleLimits
from tests.support import own_loop

QUICK = ThrottleLimits(first_pause=0.1, longest_pause=0.2, at_once=5, between_turns=0.1, longest_wait=0.5, waiting=10)


class SmallPage:
    """Answers as Gradio does to a login, and counts them."""

    def __init__(self) -> None:
        self.tried: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        answer: Response = PlainTextResponse("the page")
        if request.method == "POST":
            typed = (await request.body()).decode()
            self.tried.append(typed)
            answer = PlainTextResponse("", {"right": 200, "odd": 422}.get(typed, 400))
        await answer(scope, receive, send)


Post = Callable[..., Coroutine[Any, Any, int]]


def run(page: SmallPage, pace: ThrottleLimits, visit: Callable[[Post], Awaitable[None]]) -> None:
    async def main() -> None:
        brake = LoginThrottle(page, pace)

        async def ask(typed: str, address: str = "192.0.2.1", path: str = "/login", method: str = "POST") -> int:
            transport = httpx.ASGITransport(brake, client=(address, 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://page") as client:
                return (await client.request(method, path, content=typed)).status_code

        await visit(ask)
        assert brake._queues == {}
        assert brake._waiting == 0

    own_loop.run(main())


def test_two_hundred_guesses_at_once_from_one_address_go_through_one_by_one_and_most_not_at_all() -> None:
    page = SmallPage()

    async def visit(ask: Post) -> None:
        began = time.monotonic()
        said = await asyncio.gather(*(ask(f"guess {number}") for number in range(200)))
        took = time.monotonic() - began
        assert sorted(set(said)) == [400, 429]
        assert said.count(400) == len(page.tried) == 10
        assert took >= 0.1 + 9 * 0.2

    run(page, QUICK, visit)


def test_guesses_from_many_addresses_at_once_wait_for_each_other_too() -> None:
    page = SmallPage()

    async def visit(ask: Post) -> None:
        said = await asyncio.gather(*(ask("guess", f"192.0.2.{number}") for number in range(100)))
        assert 5 < said.count(400) == len(page.tried) < 50  # the longer the hundred take to come, the more get a turn
        assert said.count(400) + said.count(429) == 100

    run(page, QUICK, visit)


def test_nobody_else_waits_while_guesses_do() -> None:
    page = SmallPage()
    slow = ThrottleLimits(first_pause=3.0)

    async def visit(ask: Post) -> None:
        guessing = asyncio.create_task(ask("guess"))
        await asyncio.sleep(0.05)
        assert await ask("", path="/", method="GET") == 200
        assert await ask("", method="GET") == 200
        assert await ask("question", path="/gradio_api/queue/join") == 400
        assert await ask("right", "192.0.2.2") == 200
        assert not guessing.done()
        assert await guessing == 400

    run(page, slow, visit)


def test_the_right_password_after_a_slip_is_taken_at_once_and_forgets_it() -> None:
    page = SmallPage()

    async def visit(ask: Post) -> None:
        for _ in range(4):
            assert await ask("guess") == 400
        began = time.monotonic()
        assert await ask("right") == 200
        assert await ask("guess") == 400
        assert 0.1 <= time.monotonic() - began < 1.6

    run(page, ThrottleLimits(first_pause=0.1), visit)


@pytest.mark.parametrize("path", ["/login", "/login/", "/login//"])
def test_every_way_to_write_the_route_is_slowed_down(path: str) -> None:
    page = SmallPage()

    async def visit(ask: Post) -> None:
        began = time.monotonic()
        assert await ask("guess", path=path) == 400
        assert time.monotonic() - began >= 0.1

    run(page, QUICK, visit)


def test_a_form_without_a_password_is_no_guess() -> None:
    async def visit(ask: Post) -> None:
        began = time.monotonic()
        assert await ask("odd") == 422
        assert time.monotonic() - began < 40

    run(SmallPage(), ThrottleLimits(first_pause=40), visit)


def test_what_is_turned_away_is_told_when_to_come_again() -> None:
    async def main() -> None:
        brake = LoginThrottle(SmallPage(), ThrottleLimits(at_once=1, longest_wait=0, between_turns=60))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(brake), base_url="http://page") as client:
            await client.post("/login", content="odd")
            refused = await client.post("/login", content="odd")
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) >= 1

    own_loop.run(main())


def test_a_page_that_fails_leaves_no_queue_behind() -> None:
    class Failing(SmallPage):
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            raise RuntimeError("broken")

    async def visit(ask: Post) -> None:
        for _ in range(3):
            with pytest.raises(RuntimeError, match="broken"):
                await ask("guess")

    run(Failing(), QUICK, visit)
