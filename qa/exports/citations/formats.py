"""The formats that citations are written in: to add one, write its module and name it in `FORMATS`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from qa.errors import InvalidExport, quoted
from qa.exports.citations.bibtex import bibtex
from qa.exports.citations.citation import Citation
from qa.exports.citations.markdown import markdown
from qa.exports.citations.ris import ris
from qa.exports.citations.table import table
from qa.exports.json_line import json_line


def json_lines(citations: Iterable[Citation]) -> str:
    """Write each citation as one object on one line, every value exactly as the article has it."""
    forms = (asdict(it) | {"retrieved": it.retrieved.isoformat()} for it in citations)
    return "".join(f"{json_line(form)}\n" for form in forms)


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """How files of a format are named, and the function that writes them."""

    suffix: str
    media_type: str
    encoding: str
    """The encoding that its programs expect; line ends stay as they are written."""
    write: Callable[[Iterable[Citation]], str]


FORMATS: Mapping[str, CitationFormat] = MappingProxyType(
    {
        "markdown": CitationFormat(".md", "text/markdown", "utf-8", markdown),
        "csv": CitationFormat(".csv", "text/csv", "utf-8-sig", table),  # without a mark Excel reads Windows-1252
        "jsonl": CitationFormat(".jsonl", "application/x-ndjson", "utf-8", json_lines),
        "bibtex": CitationFormat(".bib", "application/x-bibtex", "utf-8", bibtex),
        "ris": CitationFormat(".ris", "application/x-research-info-systems", "utf-8", ris),
    }
)


def export(citations: Iterable[Citation], format: str) -> str:  # noqa: A002
    """Write citations in the format of a name in `FORMATS`.

    Raises:
        InvalidExport: there is no such format.
    """
    return format_named(format).write(citations)


def format_named(name: str) -> CitationFormat:
    """Return the format of a name in `FORMATS`.

    Raises:
        InvalidExport: there is no such format.
    """
    if name not in FORMATS:
        raise InvalidExport(f"unknown export format {quoted(name)}: choose {', '.join(FORMATS)}")
    return FORMATS[name]
