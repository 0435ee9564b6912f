"""A notebook as a document of Word (DOCX), where python-docx is installed."""

import importlib.util
import io
import re
from collections.abc import Sequence
from typing import Any

from qa.errors import InvalidExport
from qa.exports.notebook.document import DocumentEntry, DocumentWords

PACKAGE = "qa-news-archive[docx]"
"""What is installed for it."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def writes_word() -> bool:
    """Return whether python-docx is installed."""
    return importlib.util.find_spec("docx") is not None


def word_document(entries: Sequence[DocumentEntry], words: DocumentWords) -> bytes:
    """Write each passage under its question as a quote, the quote in it underlined, then its source and the note.

    Raises:
        InvalidExport: python-docx is not installed.
    """
    if not writes_word():
        raise InvalidExport(f"DOCX needs python-docx: pip install '{PACKAGE}'")
    import docx

    document = docx.Document()
    document.core_properties.author, document.core_properties.title = "", _text(words.title)
    document.core_properties.comments = ""  # the template's own
    document.add_heading(_text(words.title), level=0)
    for it in entries:
        document.add_heading(_text(it.question), level=2)
        passage = document.add_paragraph(style="Quote")
        for part, underlined in ((it.before, False), (it.quote, True), (it.after, False)):
            run = passage.add_run(_text(part))
            run.underline, run.italic = underlined or None, False
        _source(document.add_paragraph("— "), it, words)
        if it.note:
            noted = document.add_paragraph()
            noted.add_run(f"{_text(words.note)}: ").bold = True
            noted.add_run(_text(it.note))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _source(line: Any, it: DocumentEntry, words: DocumentWords) -> None:
    """Write the source into a paragraph, its parts with commas between them, and the link to the archive."""
    parts = [(it.author, None), (it.headline or it.source or "", it.source), (it.outlet, None), (it.date, None)]
    parts = [part for part in (*parts, (it.paragraph, None)) if part[0]]
    for place, (text, address) in enumerate(parts):
        if place:
            line.add_run(", ")
        _add(line, text, address)
    line.add_run(f" ({_text(it.retrieved)})")
    if it.permalink:
        line.add_run(" ")
        _add(line, words.link, it.permalink)


def _add(line: Any, text: str, address: str | None) -> None:
    """Add words to a paragraph, linked where an address is given: python-docx adds no links of its own."""
    run = line.add_run(_text(text))
    if address is None:
        return
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(_text(address), _LINKED, is_external=True))
    run.underline = True
    link.append(run._r)
    line._p.append(link)


def _text(text: str) -> str:
    """Return text without what XML cannot hold."""
    return _NO_XML.sub("", text)
