"""What a reader quotes, with its source: for the clipboard, and as files that other programs read."""

from qa.citations.citation import Citation, cite
from qa.citations.exports import EXPORTS, Export, export
from qa.citations.source import as_text

__all__ = ["EXPORTS", "Citation", "Export", "as_text", "cite", "export"]
