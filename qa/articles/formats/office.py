"""Read documents of an office: Word, OpenDocument and RTF."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from qa.articles.formats.head_lines import read_lines, without_said
from qa.articles.formats.libraries import load
from qa.articles.formats.limits import mapped, open_zip, read_whole
from qa.articles.formats.markup import local_name
from qa.articles.formats.properties import Properties, properties_of, read_properties
from qa.articles.formats.record import Record
from qa.articles.formats.text_exports import documents_of, is_export
from qa.articles.formats.tidy import joined, plain_paragraphs, tidy_lines, tidy_paragraph
from qa.articles.formats.zipped_xml import find_member, parse_member
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_NO_TEXT = "it has no text; pictures of pages are not read"
_REMOVED = frozenset(("del", "movefrom", "instrtext", "deltext", "fallback", "tracked-changes", "annotation", "note"))
"""What was struck out, counted by the program, or is said twice for older ones; and notes at the foot of a page."""
_BOX = "txbxcontent"
_TITLES = frozenset(("title", "название", "заголовок", "тақырып", "titel", "titre"))
_MOST_OPENING = 12
_RTF_HEAD = 200_000
_RTF_PLAIN = "{\\rtf1\\ansi "
_RTF_BEGINS = re.compile(r"\{\\rtf1[^{}]{0,200}(?=\{)")
_RTF_STATED = re.compile(r"\{\\(title|author)\b([^{}]{1,2000})\}")
_MOST_GROUPS = 2_000_000
"""Of RTF, which are its braces; ten millions take 0.9 GB."""


def read_docx(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read a document of Word: what is struck out in it is left out, what was put in is kept."""
    with open_zip(file, opened) as packed:
        root = parse_member(file, packed, "word/document.xml", settings)
        styles = find_member(file, packed, "word/styles.xml", settings)
        kept = properties_of(find_member(file, packed, "docProps/core.xml", settings))
    titles = _titles_of(styles)
    body = next((it for it in root.iter() if local_name(it) == "body"), root)
    yield from _records(file, [it for element in body for it in _paragraphs(element, titles)], kept)


def read_odt(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read a document of LibreOffice."""
    with open_zip(file, opened) as packed:
        root = parse_member(file, packed, "content.xml", settings)
        kept = properties_of(find_member(file, packed, "meta.xml", settings), ("initial-creator", "creator"))
    titles = {"title"} | {
        _attribute(it, "name").lower()
        for it in root.iter()
        if local_name(it) == "style" and _attribute(it, "parent-style-name").lower() == "title"
    }
    body = next((it for it in root.iter() if local_name(it) == "text" and len(it)), None)
    if body is None:
        raise ArticleUnreadable(file, _NO_TEXT)
    yield from _records(file, list(_odt_paragraphs(body, titles)), kept)


def read_rtf(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read a document in RTF."""
    data = read_whole(file, opened, settings)
    if data.count(b"{") > _MOST_GROUPS:
        raise ArticleUnreadable(file, f"it has more than {_MOST_GROUPS:,} groups; save it as plain text")
    striprtf = load(file, "striprtf.striprtf")
    with mapped(file, "save it as plain text"):
        source = data.decode("latin-1")
        text = str(striprtf.rtf_to_text(source, errors="replace"))
        kept = _rtf_properties(striprtf, source[:_RTF_HEAD])
    shown = plain_paragraphs(text)
    if not shown:
        raise ArticleUnreadable(file, _NO_TEXT)
    if is_export(text):
        yield from documents_of(file, text)
    else:
        yield _kept(Record(id=None, text=shown), kept)


def _rtf_properties(striprtf: Any, head: str) -> Properties:
    """Read the properties that the head of a document in RTF keeps, in the encoding that it states."""
    begins = _RTF_BEGINS.match(head)
    found = {
        name: str(striprtf.rtf_to_text(f"{begins[0] if begins else _RTF_PLAIN}{value}}}", errors="replace"))
        for name, value in _RTF_STATED.findall(head)
    }
    return read_properties(found.get("title"), found.get("author"))


def _records(file: str, paragraphs: list[tuple[str, bool]], kept: Properties) -> Iterator[Record | ArticleUnreadable]:
    """Yield the record of a document, or those of an export of a database that was saved as one."""
    whole = "\n".join(text for text, _ in paragraphs)
    if is_export(whole):
        yield from documents_of(file, whole)
    else:
        yield _kept(_record(file, paragraphs), kept)


def _kept(record: Record, kept: Properties) -> Record:
    return replace(record, kept_title=kept.title, kept_author=kept.author)


def _record(file: str, paragraphs: list[tuple[str, bool]]) -> Record:
    """Make a record of paragraphs, each with whether its style makes it the headline."""
    shown = [(text, title) for text, title in paragraphs if text]
    headline = next((number for number, (_, title) in enumerate(shown[:_MOST_OPENING]) if title), None)
    title = None if headline is None else tidy_paragraph(shown[headline][0])
    rest = [text for number, (text, _) in enumerate(shown) if number != headline]
    if not rest:
        raise ArticleUnreadable(file, _NO_TEXT)
    if title is None:
        return Record(id=None, text=joined(rest))
    said = read_lines(title, rest[:_MOST_OPENING])
    return Record(
        id=None,
        text=joined(without_said(rest[:-1], said) + rest[-1:]),
        title=title,
        outlet=said.outlet,
        author=said.author,
        date=said.date,
        place=said.place,
        section=said.section,
        updated=said.updated,
    )


def _titles_of(styles: Any) -> set[str]:
    """Return the ids of the styles that a headline has; their names are in the language of the program."""
    found = {"title"}
    for style in () if styles is None else styles.iter():
        if local_name(style) == "style":
            name = next((_attribute(it, "val") for it in style if local_name(it) == "name"), "")
            if name.lower() in _TITLES:
                found.add(_attribute(style, "styleId").lower())
    return found


def _paragraphs(element: Any, titles: set[str]) -> Iterator[tuple[str, bool]]:
    """Yield a paragraph, then each box of text that hangs on it."""
    yield _paragraph(element, titles)
    for box in element.iter():
        if local_name(box) == _BOX and not any(local_name(it) == "fallback" for it in box.iterancestors()):
            for inner in box:
                yield _paragraph(inner, titles)


def _paragraph(element: Any, titles: set[str]) -> tuple[str, bool]:
    if local_name(element) == "tbl":
        rows = [it for it in element if local_name(it) == "tr"]
        cells = [[tidy_paragraph(_run_text(cell)) for cell in row if local_name(cell) == "tc"] for row in rows]
        return "\n".join("\t".join(filter(None, row)) for row in cells if any(row)), False
    style = next((_attribute(it, "val") for it in element.iter() if local_name(it) == "pstyle"), "")
    if local_name(element) == "sdt":
        inner = [tidy_lines(_run_text(it)) for it in element.iter() if local_name(it) == "p"]
        return joined(inner), False
    return tidy_lines(_run_text(element)), style.lower() in titles


def _run_text(element: Any) -> str:
    """Return the text of a paragraph, without recursion and without what is not to be read."""
    parts: list[str] = []
    waiting = [element]
    while waiting:
        found = waiting.pop()
        name = local_name(found)
        if name in _REMOVED or name == _BOX:
            continue
        if name == "t" and found.text:
            parts.append(found.text)
        elif name in {"tab", "br", "cr"}:
            parts.append(" " if name == "tab" else "\n")
        elif name == "nobreakhyphen":
            parts.append("-")
        elif name == "p" and parts:
            parts.append(" ")
        waiting.extend(reversed(found))
    return "".join(parts)


def _odt_paragraphs(body: Any, titles: set[str]) -> Iterator[tuple[str, bool]]:
    waiting = [body]
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name in _REMOVED:
            continue
        if name == "table-row":
            cells = [tidy_paragraph(_odt_text(it)) for it in element if local_name(it) == "table-cell"]
            yield "\t".join(filter(None, cells)), False
        elif name in {"p", "h"}:
            yield tidy_lines(_odt_text(element)), _attribute(element, "style-name").lower() in titles
        else:
            waiting.extend(reversed(element))


def _odt_text(element: Any) -> str:
    parts: list[str] = []
    waiting: list[tuple[Any, bool]] = [(element, True)]
    while waiting:
        found, opens = waiting.pop()
        name = local_name(found)
        if not opens:
            parts.append(found.tail or "")
            continue
        if found is not element:
            waiting.append((found, False))
        if name in _REMOVED:
            continue
        parts.append({"s": " ", "tab": " ", "line-break": "\n", "p": " "}.get(name, ""))
        parts.append(found.text or "")
        waiting.extend((it, True) for it in reversed(found))
    return "".join(parts)


def _attribute(element: Any, name: str) -> str:
    """Return an attribute whatever its namespace is; "" where it has none."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
