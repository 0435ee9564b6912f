"""Quotes with their sources: as text for the clipboard, and as files that other programs read.

The names below are loaded when first used: no format is imported by naming the package.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qa.exports.citations.citation import Citation, cite
    from qa.exports.citations.clipboard import as_text
    from qa.exports.citations.formats import FORMATS, CitationFormat, export

__all__ = ["FORMATS", "Citation", "CitationFormat", "as_text", "cite", "export"]

_HOME = {"Citation": "citation", "cite": "citation", "as_text": "clipboard"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME.get(name, 'formats')}"), name)
