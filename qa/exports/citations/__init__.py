"""Quote passages with their sources.

A quote is text for the clipboard, or a file in one of the formats that other programs read.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.exports.citations.citation import Citation, cite
    from qa.exports.citations.clipboard import as_text
    from qa.exports.citations.formats import FORMATS, CitationFormat, export

__all__ = ["FORMATS", "Citation", "CitationFormat", "as_text", "cite", "export"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {"Citation": "citation", "cite": "citation", "as_text": "clipboard"}
        | dict.fromkeys(("FORMATS", "CitationFormat", "export"), "formats"),
    )
