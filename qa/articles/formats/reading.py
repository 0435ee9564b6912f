"""Read the records of a file by the parser of its format."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from types import MappingProxyType
from typing import BinaryIO

from qa.articles.formats.known import FORMATS, Format
from qa.articles.formats.libraries import INSTALL
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import digest
from qa.errors import ArticleUnreadable
from qa.settings import Settings

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
Records = Iterator[Record | ArticleUnreadable]

_PARSERS = {
    "text": "plain.read_text",
    "html": "html.read_html",
    "mail": "mail.read_mail",
    "mbox": "mail.read_mbox",
    "mhtml": "mail.read_mhtml",
    "json": "json_files.read_json",
    "jsonl": "json_files.read_jsonl",
    "csv": "tables.read_csv",
    "parquet": "tables.read_parquet",
    "feed": "feeds.read_feed",
    "nitf": "news_xml.read_nitf",
    "newsml": "news_xml.read_newsml",
    "docx": "office.read_docx",
    "odt": "office.read_odt",
    "rtf": "office.read_rtf",
    "epub": "epub.read_epub",
    "pdf": "pdf.read_pdf",
    "warc": "warc.read_warc",
    "wacz": "warc.read_wacz",
    "zip": "archives.read_zip",
    "gzip": "gzipped.read_gzip",
    "export": "text_exports.read_export",
}
_MAPPED = frozenset(("json", "jsonl", "csv", "parquet", "zip", "gzip"))
"""The formats whose columns may have other names."""


def read_records(
    file: str,
    opened: BinaryIO,
    format: Format,  # noqa: A002
    settings: Settings,
    columns: Mapping[str, str] = NO_COLUMNS,
) -> Records:
    """Read the records of a file one after the other, holding no more than one.

    One that cannot be read is yielded as an `ArticleUnreadable` and the rest is read; so is one that stands in the file
    twice. `columns` says in which column of a table a field stands: `{"title": "headline"}`.

    Raises:
        ArticleUnreadable: the file cannot be read, or the library for it is not installed.
    """
    if not format.installed:
        raise ArticleUnreadable(file, f"reading it needs {format.module}: {INSTALL}")
    parser = _parser(format)
    found = parser(file, opened, settings, columns) if format.name in _MAPPED else parser(file, opened, settings)
    return _distinct(file, found)


def _parser(format: Format) -> Callable[..., Records]:  # noqa: A002
    module, _, name = _PARSERS[FORMATS[format.name].name].partition(".")
    parser: Callable[..., Records] = getattr(import_module(f"qa.articles.formats.{module}"), name)
    return parser


def _distinct(file: str, found: Records) -> Records:
    """Yield records whose ids differ: a second one of the same id is named, or gets its own where its text differs."""
    texts: dict[str, str] = {}
    for record in found:
        if isinstance(record, ArticleUnreadable) or record.id is None:
            yield record
            continue
        print_of_it = digest(record.title, record.text)
        if texts.get(record.id) == print_of_it:
            yield ArticleUnreadable(
                f"{file}#{record.id}", "it stands in the file twice and is read once; remove a copy"
            )
        elif record.id not in texts:
            texts[record.id] = print_of_it
            yield record
        elif (own := f"{record.id}~{print_of_it[:8]}") in texts:
            yield ArticleUnreadable(f"{file}#{own}", "it stands in the file twice and is read once; remove a copy")
        else:
            texts[own] = print_of_it
            yield replace(record, id=own)
