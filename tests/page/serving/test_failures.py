"""What fails behind the guards is one line of log without the caller's words, and a plain 500 with the headers."""

import logging
from collections.abc import AsyncIterator

import gradio as gr
import httpx
import pytest
from gradio.data_classes import PredictBody
from gradio.route_utils import get_fn
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.page.serving.failures import Failures
from qa.page.serving.security_headers import HEADERS, SecurityHeaders
from tests.support import own_loop

LOGGER = "qa.page.serving.failures"


async def broken(scope: Scope, receive: Receive, send: Send) -> None:
    raise KeyError("what the caller asked\nin secret")


async def late(scope: Scope, receive: Receive, send: Send) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"first"
        raise HTTPException(404)

    await StreamingResponse(chunks())(scope, receive, send)


def get(app: ASGIApp, path: str = "/x") -> httpx.Response:
    async def main() -> httpx.Response:
        transport = httpx.ASGITransport(SecurityHeaders(Failures(app)))
        async with httpx.AsyncClient(transport=transport, base_url="http://page") as client:
            return await client.get(path)

    return own_loop.run(main())


def test_a_failure_is_a_plain_500_with_the_pages_headers() -> None:
    answer = get(broken)
    assert answer.status_code == 500
    assert answer.json() == {"error": "this failed on our side: the log of the page says where"}
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == "private, no-store"


def test_a_failure_is_one_line_that_says_where_and_repeats_nobodys_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER):
        get(broken, "/x%0Aqa: forged" + "y" * 10_000)
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.getMessage().startswith("GET /x qa: forgedyyy")
    assert " failed: KeyError at test_failures.py:" in record.getMessage()
    assert "\n" not in record.getMessage()
    assert len(record.getMessage()) < 400
    assert "secret" not in caplog.text
    assert record.exc_info is None


async def looked_up(scope: Scope, receive: Receive, send: Send) -> None:
    get_fn(gr.Blocks(), "nope", PredictBody(data=[], fn_index=999 if scope["path"] == "/number" else None))


@pytest.mark.parametrize("path", ["/name", "/number"])
def test_an_event_that_is_not_there_is_a_404_and_no_error_of_the_log(
    caplog: pytest.LogCaptureFixture, path: str
) -> None:
    with caplog.at_level(logging.INFO, LOGGER):
        answer = get(looked_up, path)
    assert (answer.status_code, list(answer.json())) == (404, ["error"])
    assert [it.levelno for it in caplog.records] == [logging.INFO]


def test_what_fails_at_the_start_is_not_hidden() -> None:
    async def nothing() -> Message:
        return {}

    async def unsent(_: Message) -> None:
        pytest.fail("nothing is answered")

    with pytest.raises(KeyError):
        own_loop.run(Failures(broken)({"type": "lifespan"}, nothing, unsent))


def test_a_callers_slip_that_is_noticed_too_late_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    sent = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/x", "asgi": {"spec_version": "2.4"}}
    with caplog.at_level(logging.INFO, LOGGER):
        own_loop.run(Failures(late)(scope, receive, send))
    assert [it.levelno for it in caplog.records] == [logging.INFO]
    assert sent[-1] == {"type": "http.response.body", "body": b"first", "more_body": True}  # cut off, not ended
