"""Slow logins down: attempts from one address wait for each other, and wrong ones make the next wait longer."""

import asyncio
from dataclasses import dataclass, field

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.page.serving.attempts import Attempts, Pace, neighbourhood
from qa.page.serving.login_required import LOGIN

_WRONG = 400


@dataclass(slots=True)
class _Queue:
    """The attempts of one address, one after the other."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


class Brake:
    """Let logins through at a pace; no other request waits for them."""

    def __init__(self, app: ASGIApp, pace: Pace | None = None) -> None:
        self._app, self._pace = app, pace or Pace()
        self._attempts = Attempts(self._pace)
        self._queues: dict[str, _Queue] = {}
        self._waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 429 where too many attempts wait already."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"].rstrip("/") != LOGIN:
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        address = neighbourhood(client[0] if client else "")
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
        await asyncio.sleep(wait)
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self._app(scope, receive, hold)
        status = held[0]["status"] if held else _WRONG
        if status == _WRONG:
            await asyncio.sleep(self._attempts.failed(address))
        elif status < _WRONG:
            self._attempts.succeeded(address)
        for message in held:
            await send(message)

    async def _turn_away(self, scope: Scope, receive: Receive, send: Send) -> None:
        seconds = str(round(self._pace.longest_wait) or 1)
        refusal = JSONResponse({"detail": "Too many attempts to log in; wait a while."}, 429)
        refusal.headers["retry-after"] = seconds
        await refusal(scope, receive, send)
