"""The documents that a notebook is written as: to add one, write its module and name it in `DOCUMENTS`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from qa.errors import InvalidExport, quoted
from qa.exports.notebook.document import DocumentEntry, DocumentWords, shown
from qa.exports.notebook.kept import Kept
from qa.exports.notebook.markdown_document import markdown_document
from qa.exports.notebook.web_document import web_document
from qa.exports.notebook.word_document import word_document


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """How files of a format are named, and the function that writes them."""

    suffix: str
    media_type: str
    write: Callable[[Sequence[DocumentEntry], DocumentWords], bytes]


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCUMENTS: Mapping[str, DocumentFormat] = MappingProxyType(
    {
        "markdown": DocumentFormat(".md", "text/markdown", markdown_document),
        "html": DocumentFormat(".html", "text/html", web_document),
        "docx": DocumentFormat(".docx", _WORD, word_document),
    }
)


def document_named(name: str) -> DocumentFormat:
    """Return the format of a name in `DOCUMENTS`.

    Raises:
        InvalidExport: there is no such format.
    """
    if name not in DOCUMENTS:
        raise InvalidExport(f"unknown document format {quoted(name)}: choose {', '.join(DOCUMENTS)}")
    return DOCUMENTS[name]


def write_document(
    entries: Iterable[Kept],
    format: str,  # noqa: A002
    *,
    words: DocumentWords | None = None,
    page: str | None = None,
) -> bytes:
    """Write kept passages as one document, in their order; `page` is the address of the page that it links to.

    Raises:
        InvalidExport: there is no such format, or it needs a package that is not installed.
    """
    kind, said = document_named(format), words or DocumentWords()
    return kind.write([shown(it, said, page) for it in entries], said)
