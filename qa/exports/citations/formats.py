"""Name the formats that citations are written in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from qa.errors import InvalidExport
from qa.exports.citations.bibtex import bibtex
from qa.exports.citations.citation import Citation
from qa.exports.citations.json_lines import json_lines
from qa.exports.citations.markdown import markdown
from qa.exports.citations.ris import ris
from qa.exports.citations.table import table


@dataclass(frozen=True, slots=True)
class Export:
    """A format: how its files are named, and what writes them."""

    suffix: str
    media_type: str
    encoding: str
    """What the text must be encoded in; a file must keep its line ends as they are."""
    write: Callable[[Iterable[Citation]], str]


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "markdown": Export(".md", "text/markdown", "utf-8", markdown),
        "csv": Export(".csv", "text/csv", "utf-8-sig", table),  # Excel takes what has no mark for Windows-1252
        "jsonl": Export(".jsonl", "application/x-ndjson", "utf-8", json_lines),
        "bibtex": Export(".bib", "application/x-bibtex", "utf-8", bibtex),
        "ris": Export(".ris", "application/x-research-info-systems", "utf-8", ris),
    }
)


def export(citations: Iterable[Citation], format: str) -> str:  # noqa: A002
    """Write citations in the format of a name in `EXPORTS`.

    Raises:
        InvalidExport: there is no such format.
    """
    return export_named(format).write(citations)


def export_named(name: str) -> Export:
    """Give the format of a name in `EXPORTS`.

    Raises:
        InvalidExport: there is no such format.
    """
    if name not in EXPORTS:
        raise InvalidExport(f"citations are not written as {name!r}: choose {', '.join(EXPORTS)}")
    return EXPORTS[name]
