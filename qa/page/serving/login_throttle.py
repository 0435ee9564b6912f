"""Slow logins down: attempts from one address wait for each other, and wrong ones make the next wait longer."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.page.serving.login_required import LOGIN
from qa.page.serving.refusal import refusal

_LONGEST_HOST = 64


@dataclass(frozen=True, slots=True)
class ThrottleLimits:
    """How fast passwords may be guessed; in seconds."""

    first_pause: float = 0.5
    """What the first wrong password costs; each further one twice as much."""
    longest_pause: float = 10.0
    forgotten_after: float = 600.0
    at_once: int = 30
    """How many wrong passwords, of all addresses together, are let through before others wait for a turn."""
    between_turns: float = 1.0
    longest_wait: float = 10.0
    """What needs to wait longer for a turn is turned away."""
    waiting: int = 20
    """How many attempts of one address may wait for each other."""
    waiting_in_all: int = 200


class FailedLogins:
    """Count failures by address, and those of all addresses together; what is remembered is bounded."""

    def __init__(self, pace: ThrottleLimits, now: Callable[[], float] = time.monotonic, most: int = 10_000) -> None:
        self._pace, self._now, self._most = pace, now, most
        self._failures: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._welcome: OrderedDict[str, None] = OrderedDict()
        """Addresses from which somebody has logged in: many guesses from elsewhere do not keep them waiting."""
        self._next_turn = -float("inf")

    def wait(self, address: str) -> float | None:
        """Reserve a turn among all addresses and return the seconds until it comes; None where too many wait."""
        now, pace = self._now(), self._pace
        earliest = now - (pace.at_once - 1) * pace.between_turns
        turn = max(self._next_turn, earliest)
        if address not in self._welcome and turn - now > pace.longest_wait:
            return None
        self._next_turn = turn + pace.between_turns
        return 0.0 if address in self._welcome else max(0.0, turn - now)

    def failed(self, address: str) -> float:
        """Remember a wrong password, and give the pause that it costs."""
        now = self._now()
        count, last = self._failures.pop(address, (0, now))
        count = 1 if now - last > self._pace.forgotten_after else count + 1
        self._failures[address] = (count, now)
        if len(self._failures) > self._most:
            self._failures.popitem(last=False)
        return float(min(self._pace.first_pause * 2 ** min(count - 1, 30), self._pace.longest_pause))

    def succeeded(self, address: str) -> None:
        """Forget the failures of an address, and give its turn back."""
        self._failures.pop(address, None)
        self._next_turn -= self._pace.between_turns
        self._welcome[address] = None
        self._welcome.move_to_end(address)
        if len(self._welcome) > self._most:
            self._welcome.popitem(last=False)


def throttled_network(host: str) -> str:
    """Return what stands for an address: itself, or its network for IPv6, where everyone has addresses without end."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host[:_LONGEST_HOST]
    if not isinstance(address, IPv6Address):
        return str(address)
    return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))


_WRONG = 400


@dataclass(slots=True)
class _Queue:
    """The attempts of one address, one after the other."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


class LoginThrottle:
    """Pass logins on at a limited rate; no other request waits for them."""

    def __init__(
        self,
        app: ASGIApp,
        pace: ThrottleLimits | None = None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._app, self._pace, self._sleep = app, pace or ThrottleLimits(), sleep
        self._attempts = FailedLogins(self._pace, now)
        self._queues: dict[str, _Queue] = {}
        self._waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 429 where too many attempts wait already."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"].rstrip("/") != LOGIN:
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        address = throttled_network(client[0] if client else "")
        queue = self._queues.get(address) or _Queue()
        if queue.length >= self._pace.waiting or self._waiting >= self._pace.waiting_in_all:
            await self._turn_away(scope, receive, send)
            return
        self._queues[address] = queue
        queue.length += 1
        self._waiting += 1
        try:
            async with queue.turn:
                await self._attempt(address, scope, receive, send)
        finally:
            self._waiting -= 1
            queue.length -= 1
            if not queue.length:
                del self._queues[address]

    async def _attempt(self, address: str, scope: Scope, receive: Receive, send: Send) -> None:
        wait = self._attempts.wait(address)
        if wait is None:
            await self._turn_away(scope, receive, send)
            return
        await self._sleep(wait)
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self._app(scope, receive, hold)
        status = held[0]["status"] if held else _WRONG
        if status == _WRONG:
            await self._sleep(self._attempts.failed(address))
        elif status < _WRONG:
            self._attempts.succeeded(address)
        for message in held:
            await send(message)

    async def _turn_away(self, scope: Scope, receive: Receive, send: Send) -> None:
        seconds = str(round(self._pace.longest_wait) or 1)
        refused = refusal(429, "Too many attempts to log in; wait a while.", {"retry-after": seconds})
        await refused(scope, receive, send)
