"""Decide what format a file is of by what it holds; its name helps only where that leaves it open."""

import json
import re
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath

from qa.articles.decoding import decode
from qa.articles.formats.csv_heads import has_known_columns
from qa.articles.formats.known import FORMATS, Format, format_by_ending, unpacked_name
from qa.articles.formats.text_exports import is_export
from qa.articles.front_matter import begins_with_json_fields
from qa.errors import ArticleUnreadable

HEAD = 65_536
"""Bytes; how much of a file is looked at."""
_PDF_HEAD = 1_024
_FEWEST_TAGS = 10
_MOST_PROSE_BETWEEN = 400
"""Characters of a page of tags for each tag; a text that mentions some has more."""


_ROOTS = {
    "html": "html",
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "nitf": "nitf",
    "newsitem": "newsml",
    "newsmessage": "newsml",
    "packageitem": "newsml",
    "newsml": "newsml",
}
_PROLOG = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^<>\[]|\[.*?\]\s*(?=>))*>)*", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")
_HTML_DOCTYPE = re.compile(r"\s*(?:<\?xml.*?\?>\s*)?(?:<!--(?>.*?-->)\s*)*+<!doctype\s+html", re.DOTALL | re.IGNORECASE)
_HTML_TAGS = """
a abbr address article aside b base blockquote body br button center code dd div dl dt em figure figcaption font footer
form h1 h2 h3 h4 h5 h6 head header hr i iframe img input li link main meta nav noscript ol option p picture script
section select small source span strong style sub sup svg table tbody td th thead time title tr u ul video
"""
_TAG = re.compile(rf"</?(?:{'|'.join(_HTML_TAGS.split())})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]*):(?:[ \t]|$)")
_TRANSPORT = frozenset(
    ("message-id", "mime-version", "received", "return-path", "delivered-to", "x-mailer", "content-type")
)
_ADDRESSED = re.compile(r"^(?:From|To):.*@", re.IGNORECASE | re.MULTILINE)
_MBOX = re.compile(r"From \S{1,200} .{0,200}?\d{4}.{0,40}\n[A-Za-z][A-Za-z0-9-]*:[ \t]")
_MHTML = re.compile(
    r"^(?:Snapshot-Content-Location:|Content-Type:\s*multipart/related\b)", re.IGNORECASE | re.MULTILINE
)
_BEGINS_AS_JSON = re.compile(r'(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.)*"\s*:')
_JSON_ENDINGS = frozenset((".json", ".jsonl", ".ndjson"))
_LONGEST_NOTHING = 1_000
_ZIPPED = (
    (b"word/", "docx"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/epub+zip", "epub"),
    (b"datapackage.json", "wacz"),
)
_OTHER_OFFICE = (b"xl/", b"ppt/", b"application/vnd.oasis.opendocument.")


def readable_format(name: str, head: bytes) -> Format | None:
    """Return the format that a file is read in: its content decides, but a text of an unknown ending may be anything.

    What cannot be what its name says is to be named as damaged, and is no other kind of file.
    """
    found, called = format_of(name, head), format_by_ending(name)
    if found is None:
        return None if called is None or called.name == "gzip" else called
    return called if found.name == "text" and called is None else found


def format_of(name: str, head: bytes) -> Format | None:
    """Return the format of a file by its first 64 KB and, where they leave it open, its name; None where it has none.

    A text is of the format `text`, as is an empty file; a picture, a table of a spreadsheet and an unknown kind of XML
    have none.
    """
    head = head[:HEAD]
    found = _by_bytes(name, head)
    if found is None:
        text = _shown(head)
        found = None if text is None else _by_text(name, text, whole=len(head) < HEAD)
    return FORMATS.get(found or "")


def kind_of_zip(names: frozenset[str]) -> str:
    """Return what a zip is by the names of its members: a document of an office, or one that holds files."""
    if "word/document.xml" in names:
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    if {"content.xml", "META-INF/manifest.xml"} <= names:
        return "odt"
    return "wacz" if any(it.startswith("archive/") and it.endswith((".warc", ".warc.gz")) for it in names) else "zip"


def _by_bytes(name: str, head: bytes) -> str | None:
    if b"%PDF-" in head[:_PDF_HEAD]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(name, head)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"\x1f\x8b"):
        return _packed_by_gzip(name, head)
    if head.startswith(b"WARC/"):
        return "warc"
    return "rtf" if head.lstrip().startswith(b"{\\rtf") else None


def _zipped(name: str, head: bytes) -> str:
    for mark, found in _ZIPPED:
        if mark in head:
            return found
    ending = PurePosixPath(name).suffix.lower().lstrip(".")
    if any(mark in head for mark in _OTHER_OFFICE):
        return "no"
    return ending if ending in {"docx", "odt", "epub", "wacz"} else "zip"


def _packed_by_gzip(name: str, head: bytes) -> str:
    """Return "warc" for a crawl, which is packed record by record, "gzip" for what else can be read, else "no"."""
    try:
        inside = zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return "no"
    if inside.startswith(b"WARC/"):
        return "warc"
    nested = inside.startswith((b"\x1f\x8b", b"PK\x03\x04"))
    return "no" if nested or readable_format(unpacked_name(name), inside) is None else "gzip"


def _shown(head: bytes) -> str | None:
    """Return the head as text; None where it is none."""
    if not head.strip():
        return ""
    try:
        return decode("", head)
    except ArticleUnreadable:
        pass
    try:
        return decode("", head[: len(head) // 4 * 4 - 4])  # cut inside a letter of several bytes
    except ArticleUnreadable:
        return None


def _by_text(name: str, text: str, *, whole: bool) -> str:
    for looks_like in _LOOKS:
        if found := looks_like(text):
            return found
    ending = PurePosixPath(name).suffix.lower()
    if ending in _JSON_ENDINGS and whole and _holds_nothing(text):
        return "json"
    if kind := _json(text, whole=whole):
        in_lines = ending in {".jsonl", ".ndjson"} and not whole and text.lstrip().startswith("{")
        return "jsonl" if in_lines else kind  # its first line may be longer than what is looked at
    if ending in {".html", ".htm", ".xhtml"} and _TAG.search(text):
        return "html"
    if ending in {".csv", ".tsv"} or (ending not in {".md", ".markdown"} and has_known_columns(text)):
        return "csv"
    if ending not in {".md", ".markdown"} and _is_page_of_tags(text):
        return "html"
    return "export" if is_export(text) else "text"


def _markup(text: str) -> str | None:
    """Return what a text in tags is, by its document type or its first tag; "no" for an unknown kind of XML."""
    if "<" not in text[:HEAD]:
        return None
    if _HTML_DOCTYPE.match(text):
        return "html"
    prolog = _PROLOG.match(text)
    root = _ROOT.match(text, prolog.end() if prolog else 0)
    if root is None:
        return None
    kind = _ROOTS.get(root[1].lower())
    if kind is None and text.lstrip().startswith("<?xml"):
        return "no"
    return kind


def _mail(text: str) -> str | None:
    """Return "mail", "mbox" or "mhtml" where a text begins with the headers of a message."""
    if _MBOX.match(text):
        return "mbox"
    block = text.partition("\n\n")[0]
    names: set[str] = set()
    for number, each in enumerate(block.split("\n")):
        header = _HEADER.match(each)
        if header:
            names.add(header["name"].lower())
        elif number == 0 or not each.startswith((" ", "\t")):
            return None
    sent = {"from", "subject"} <= names or {"from", "date"} <= names
    if not (sent and ((names & _TRANSPORT) or (_ADDRESSED.search(block) and "date" in names))):
        return None
    return "mhtml" if _MHTML.search(block) else "mail"


def _json(text: str, *, whole: bool) -> str | None:
    """Return "json" or "jsonl" where a text is one or begins as one; an article may begin with a brace too."""
    shown = text.lstrip()
    if not shown.startswith(("{", "[")) or begins_with_json_fields(shown):
        return None
    first, _, rest = shown.partition("\n")
    if shown.startswith("{") and _parses(first):
        return "jsonl" if rest.lstrip().startswith("{") else "json"
    if whole and _parses(shown):
        return "json"
    return "json" if _BEGINS_AS_JSON.match(shown) else None


def _holds_nothing(text: str) -> bool:
    """Return whether a text is JSON without a word in it, as an export of nothing is: `[]`, `null`, `[{}]`."""
    shown = text.strip()
    return len(shown) < _LONGEST_NOTHING and not any(map(str.isalpha, shown.replace("null", ""))) and _parses(shown)


def _parses(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_page_of_tags(text: str) -> bool:
    """Return whether a text without a document type is a page all the same: a tag every few words."""
    tags = len(_TAG.findall(text))
    first = _TAG.match(text.lstrip())
    return tags >= (3 if first else _FEWEST_TAGS) and tags * _MOST_PROSE_BETWEEN >= len(text)


_LOOKS: tuple[Callable[[str], str | None], ...] = (_markup, _mail)
