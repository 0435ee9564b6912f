"""Hand out the file that an article was read from: a PDF to be read in the browser, any other to be saved.

A page from elsewhere is never shown as one of ours: its scripts would run with the visitor's rights here.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from qa.archive.archive import Archive
from qa.articles.folder import open_file
from qa.errors import ArticleUnreadable, FolderError, NotInArchive, QaError
from qa.page.serving.refusal import refusal

_BLOCK = 1 << 18
_SHOWN = {"pdf": "application/pdf"}
"""The formats that a browser shows without running what a file holds."""


class OriginalRoute:
    """What the link under an article leads to."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 where the archive holds no such article, or its file is gone."""
        await (await self._respond(Request(scope, receive)))(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        if request.method not in {"GET", "HEAD"}:
            return refusal(405, "an original can only be read", {"allow": "GET, HEAD"})
        try:
            return await run_in_threadpool(self._original, request.query_params.get("article", ""))
        except (NotInArchive, FolderError, ArticleUnreadable) as error:
            return refusal(404, str(error))
        except QaError as error:
            return refusal(500, str(error))

    def _original(self, name: str) -> Response:
        source = self._archive.article(name).source
        if source is None:
            return refusal(404, "this article was handed in without a file")
        blocks = self._blocks(source.file)
        first = next(blocks)  # what cannot be opened is said before the answer begins
        kind = _SHOWN.get(source.format)
        disposition = "inline" if kind else "attachment"
        called = quote(PurePosixPath(source.file).name)
        return StreamingResponse(
            _chained(first, blocks),
            media_type=kind or "application/octet-stream",
            headers={"content-disposition": f"{disposition}; filename*=UTF-8''{called}"},
        )

    def _blocks(self, file: str) -> Iterator[bytes]:
        with open_file(self._archive.folder, file) as opened:
            yield b""
            while block := opened.read(_BLOCK):
                yield block


def _chained(first: bytes, others: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from others
