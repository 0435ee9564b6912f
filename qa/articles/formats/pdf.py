"""Read a PDF as one article; where each of its pages begins is kept."""

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from qa.articles.formats.child import lines_of
from qa.articles.formats.limits import read_whole
from qa.articles.formats.pdf_layout import below_masthead, lay_out
from qa.articles.formats.pdf_lines import PrintedLine, PrintedPage
from qa.articles.formats.properties import read_properties
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import tidy_paragraph
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_PROBLEMS = {
    "password": "it needs a password; save it without one",
    "damaged": "it is damaged, or no PDF; save it again",
    "pages": "it has more than 5,000 pages; split it",
    "characters": "it has more than 20,000,000 characters; split it",
    "pictures": "it holds pictures of pages, not text; have its text recognised first",
}
_WORKER = "qa.articles.formats.pdf_worker"


def read_pdf(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record]:
    """Read a PDF in a process of its own.

    Raises:
        ArticleUnreadable: it is damaged, locked or takes too long, or it holds pictures of pages.
    """
    found = _ask(file, read_whole(file, opened, settings))
    if problem := found.get("problem"):
        raise ArticleUnreadable(file, _PROBLEMS[problem])
    laid = lay_out([_page(it) for it in found["pages"]])
    if not laid.text.strip():
        raise ArticleUnreadable(file, _PROBLEMS["pictures"])
    kept = read_properties(found.get("title"), None).title
    laid = below_masthead(laid, kept)
    yield Record(id=None, text=laid.text, kept_title=kept, page_starts=laid.page_starts)


def _page(found: dict[str, Any]) -> PrintedPage:
    lines = (PrintedLine(tidy_paragraph(text), *placed) for text, *placed in found["lines"])
    return PrintedPage(float(found["height"]), tuple(line for line in lines if line.text))


def _ask(file: str, data: bytes) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(b"".join(lines_of(file, _WORKER, io.BytesIO(data))))
    return answer
