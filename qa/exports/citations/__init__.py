"""What a reader quotes, with its source: for the clipboard, and as files that other programs read."""

from qa.exports.citations.citation import Citation, cite
from qa.exports.citations.formats import EXPORTS, Export, export
from qa.exports.citations.source import as_text

__all__ = ["EXPORTS", "Citation", "Export", "as_text", "cite", "export"]
