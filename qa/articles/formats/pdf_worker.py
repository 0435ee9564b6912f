"""Read the pages of a PDF in a process of its own: what is in C++ may crash, and is ended where it takes too long.

Run as `python -m qa.articles.formats.pdf_worker`: the PDF comes on the standard input, JSON goes to the output.
"""

import importlib
import json
import re
import sys
from typing import Any

from qa.articles.formats.child_limits import given_file, limit

SECONDS = 30
"""How long a PDF may take; one of 500 pages of text takes 3."""
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
_LINE = re.compile("(?P<text>[^\r\n\x02\ufffe]*)(?P<end>\r\n|[\r\n\x02\ufffe]|\\Z)")
"""PDFium puts U+0002, or U+FFFE in later versions, for a hyphen at a line's end, and leaves the line's end out."""
_CUTS = ("\x02", "\ufffe")


def main() -> None:
    """Read a PDF from the standard input and write its pages."""
    limit(SECONDS)
    json.dump(read(given_file().read()), sys.stdout)


def read(data: bytes) -> dict[str, Any]:
    """Return the pages of a PDF with their lines, or why there are none."""
    pdfium = importlib.import_module("pypdfium2")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return {"problem": "password" if "password" in str(error).lower() else "damaged"}
    try:
        if len(document) > MOST_PAGES:
            return {"problem": "pages"}
        return _pages(pdfium, document) | {"title": _title(pdfium, document)}
    finally:
        document.close()


def _title(pdfium: Any, document: Any) -> str:
    """Return the title that its properties state; "" where they state none, or wrongly."""
    try:
        return str(document.get_metadata_value("Title"))
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return ""


def _pages(pdfium: Any, document: Any) -> dict[str, Any]:
    pages: list[dict[str, Any]] = []
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
            texts = page.get_textpage()
            text = texts.get_text_range()
            pages.append({"height": page.get_height(), "lines": _lines(texts, text)})
        except pdfium.PdfiumError:
            pages.append({"height": 1.0, "lines": []})  # a damaged page; the others are read
            continue
        size += len(text)
        if size > MOST_CHARACTERS:
            return {"problem": "characters"}
    return {"pages": pages}


def _lines(texts: Any, text: str) -> list[list[Any]]:
    """Return the lines of a page: the text, the box from its left and foot, and whether a word is cut at its end."""
    lines: list[list[Any]] = []
    last = texts.count_chars() - 1
    for found in _LINE.finditer(text):
        shown = found["text"].strip()
        if shown:
            first = found.start() + len(found["text"]) - len(found["text"].lstrip())
            begins = texts.get_charbox(min(first, last), loose=True)
            ends = texts.get_charbox(min(first + len(shown) - 1, last), loose=True)
            box = (begins[0], min(begins[1], ends[1]), ends[2], max(begins[3], ends[3]))
            lines.append([shown, *(round(it, 1) for it in box), found["end"] in _CUTS])
    return lines


if __name__ == "__main__":
    main()
