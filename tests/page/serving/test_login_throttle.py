"""Guesses wait, from one address and from many, and nobody else does. The page here is as small as a page can be."""

import asyncio
import heapq
import itertools
from collections.abc import Callable, Coroutine
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


class Clock:
    """A clock that goes on only where everybody sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def now(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.seconds + seconds, next(self._order), woken))
        await woken

    async def go_on_until(self, done: Callable[[], bool]) -> None:
        """Let everybody run until they sleep, and wake the one who sleeps shortest, until something is so."""
        while not done():
            for _ in range(_TURNS):
                await asyncio.sleep(0)
            if self._sleepers and not done():
                self.seconds, _, woken = heapq.heappop(self._sleepers)
                woken.set_result(None)


_TURNS = 100
"""After how many turns of the loop everybody sleeps, or waits for one who does; a request here takes about ten."""
Post = Callable[..., Coroutine[Any, Any, int]]


def run(page: SmallPage, pace: ThrottleLimits, visit: Callable[[Post, Clock], Coroutine[Any, Any, None]]) -> None:
    async def main() -> None:
        clock = Clock()
        brake = LoginThrottle(page, pace, clock.now, clock.sleep)

        async def ask(typed: str, address: str = "192.0.2.1", path: str = "/login", method: str = "POST") -> int:
            transport = httpx.ASGITransport(brake, client=(address, 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://page") as client:
                return (await client.request(method, path, content=typed)).status_code

        visiting = asyncio.create_task(visit(ask, clock))
        await clock.go_on_until(visiting.done)
        await visiting
        assert brake._queues == {}
        assert brake._waiting == 0

    own_loop.run(main())


def test_two_hundred_guesses_at_once_from_one_address_go_through_one_by_one_and_most_not_at_all() -> None:
    page = SmallPage()

    async def visit(ask: Post, clock: Clock) -> None:
        statuses = await asyncio.gather(*(ask(f"guess {number}") for number in range(200)))
        assert sorted(set(statuses)) == [400, 429]
        assert statuses.count(400) == len(page.tried) == 10
        assert clock.seconds == pytest.approx(0.1 + 9 * 0.2)

    run(page, QUICK, visit)


def test_guesses_from_many_addresses_at_once_wait_for_each_other_too() -> None:
    page = SmallPage()

    async def visit(ask: Post, clock: Clock) -> None:
        statuses = await asyncio.gather(*(ask("guess", f"192.0.2.{number}") for number in range(100)))
        assert statuses.count(400) == len(page.tried) == 10, "five at once, and five more within the longest wait"
        assert statuses.count(429) == 90
        assert clock.seconds == pytest.approx(0.5 + 0.1)

    run(page, QUICK, visit)


def test_nobody_else_waits_while_guesses_do() -> None:
    page = SmallPage()

    async def visit(ask: Post, clock: Clock) -> None:
        guessing = asyncio.create_task(ask("guess"))
        assert await ask("", path="/", method="GET") == 200
        assert await ask("", method="GET") == 200
        assert await ask("question", path="/gradio_api/queue/join") == 400
        assert await ask("right", "192.0.2.2") == 200
        assert clock.seconds == 0
        assert await guessing == 400
        assert clock.seconds == 3

    run(page, ThrottleLimits(first_pause=3), visit)


def test_the_right_password_after_a_slip_is_taken_at_once_and_forgets_it() -> None:
    page = SmallPage()

    async def visit(ask: Post, clock: Clock) -> None:
        for pause in (1, 2, 4, 8):
            before = clock.seconds
            assert await ask("guess") == 400
            assert clock.seconds - before == pause
        assert await ask("right") == 200
        assert clock.seconds == 1 + 2 + 4 + 8
        assert await ask("guess") == 400
        assert clock.seconds == 1 + 2 + 4 + 8 + 1

    run(page, ThrottleLimits(first_pause=1), visit)


@pytest.mark.parametrize("path", ["/login", "/login/", "/login//"])
def test_every_way_to_write_the_route_is_slowed_down(path: str) -> None:
    async def visit(ask: Post, clock: Clock) -> None:
        assert await ask("guess", path=path) == 400
        assert clock.seconds == QUICK.first_pause

    run(SmallPage(), QUICK, visit)


def test_a_form_without_a_password_is_no_guess() -> None:
    async def visit(ask: Post, clock: Clock) -> None:
        assert await ask("odd") == 422
        assert clock.seconds == 0

    run(SmallPage(), ThrottleLimits(first_pause=40), visit)


def test_what_is_turned_away_learns_when_to_come_again() -> None:
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

    async def visit(ask: Post, clock: Clock) -> None:
        for _ in range(3):
            with pytest.raises(RuntimeError, match="broken"):
                await ask("guess")

    run(Failing(), QUICK, visit)
