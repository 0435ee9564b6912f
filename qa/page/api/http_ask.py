"""Answer programs over plain HTTP, at `/api/ask`."""

import logging
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from qa.archive.archive import Archive
from qa.errors import QaError, QuestionError
from qa.exports.json_line import json_line
from qa.page.api.fields import body_fields, query_fields, search_request
from qa.page.api.openapi import ASK, DESCRIPTION
from qa.page.serving.refusal import refusal
from qa.page.work_queue import ANSWER, WorkQueue
from qa.records import SearchRequest

_log = logging.getLogger(__name__)
_READING = ("GET", "HEAD")


class HttpAsk:
    """The endpoint: what `qa ask --json` prints, for the fields of an address or of a body of JSON."""

    def __init__(self, archive: Archive, queue: WorkQueue) -> None:
        self._archive, self._queue = archive, queue

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 400 to what cannot be asked, 503 where too many wait."""
        await (await self._respond(Request(scope, receive)))(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        if request.method not in (*_READING, "POST"):
            return refusal(405, "ask with GET or POST", {"allow": "GET, HEAD, POST"})
        try:
            search = search_request(await _fields(request))
            line = await self._queue.run(ANSWER, lambda: self._line(search))
        except QuestionError as error:
            return refusal(400, str(error))
        except QaError as error:
            _log.warning("the archive cannot answer a program: %s", error)
            return refusal(500, str(error))
        if line is None:
            return refusal(503, "too many questions wait: ask again in a few seconds", {"retry-after": "5"})
        return Response(line, media_type="application/json")

    def _line(self, search: SearchRequest) -> str:
        return json_line(self._archive.answer(search).to_dict()) + "\n"


class NothingElse:
    """What answers at every other address below /api, or with another method: programs read one form of refusal."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 405 where the description is asked for otherwise than it is read, 404 elsewhere."""
        if scope["path"].endswith(DESCRIPTION):
            refused = refusal(405, "read it with GET", {"allow": "GET, HEAD"})
        else:
            refused = refusal(404, f"nothing is served here: ask {ASK}, which {DESCRIPTION} describes")
        await refused(scope, receive, send)


async def _fields(request: Request) -> Mapping[str, Any]:
    said = query_fields(request.query_params.multi_items())
    if request.method in _READING:
        return said
    if said:
        raise QuestionError("the address holds fields: post all of them in the body")
    return body_fields(await request.body())
