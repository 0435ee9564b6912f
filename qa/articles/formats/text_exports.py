"""Part an export of a database that was saved as text, LexisNexis or Factiva, into its documents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Literal

from qa.articles.byline import begins_as_byline, read_signature
from qa.articles.date_search import find_date
from qa.articles.decoding import decode
from qa.articles.formats.limits import read_whole
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import digest, line, plain_paragraphs, stated_date, stated_day, stated_language
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_COUNTED = re.compile(r"^[ \t]*(?:Document )?\d+ of \d+(?: DOCUMENTS?)?[ \t]*$", re.MULTILINE)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*(?:AN[ \t]+)?Document (?P<id>[A-Z]{2}[A-Za-z0-9]{15,40})[ \t]*$", re.MULTILINE)
_WORDS = re.compile(r"^[ \t]*(?:(?:LENGTH|Length|WC):?[ \t]+)?\d[\d,]* words\b.*$", re.MULTILINE)
_LABEL = re.compile(r"^[ \t]*(?P<name>[A-Z][A-Za-z-]{2,20}):[ \t]*(?P<value>.*)$")
_HEAD = frozenset(("byline", "section", "length", "dateline", "highlight", "headline"))
_TAIL_NAMES = """
load-date language graphic publication-type journal-code subject organization company industry person geographic country
city state copyright correction-date classification type document-type pub-type series url
"""
_TAIL = frozenset(_TAIL_NAMES.split())
_COPYRIGHT = re.compile(r"^\s*(?:copyright\b|©|\(c\) (?:19|20)\d\d|all rights reserved)", re.IGNORECASE)
_FIELD_CODE = re.compile(r"^(?P<code>[A-Z]{2,3})(?:[ \t]+(?P<value>\S.*))?$")
_CODE_NAMES = "HD BY WC PD ET SN SC ED PG LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN SE CR ART CLM DLN"
_CODES = frozenset(_CODE_NAMES.split())
_TAG_LETTERS = 3
_PAGE = re.compile(r"(?:Page|Seite|Страница) \d+ (?:of|von|из) \d+", re.IGNORECASE)
_MOST_NAMES = 60
"""Characters of a line that names who wrote a document."""
_EXPORT_AGAIN = "export it again, with its headlines and full text"


@dataclass(slots=True)
class _Document:
    """What the lines of one document say."""

    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    section: str | None = None
    place: str | None = None
    language: str | None = None
    updated: str | None = None
    number: str | None = None
    body: list[str] = field(default_factory=list)


def is_export(text: str) -> bool:
    """Return whether a text is an export: documents are counted or numbered in it, and their words are."""
    marked = _COUNTED.search(text) or _END.search(text) or _NUMBERED.search(text)
    return marked is not None and _WORDS.search(text) is not None


def read_export(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read an export document by document.

    Raises:
        ArticleUnreadable: it has none.
    """
    yield from documents_of(file, decode(file, read_whole(file, opened, settings)))


def documents_of(file: str, text: str) -> Iterator[Record | ArticleUnreadable]:
    """Yield the documents of an export, whatever it was saved as.

    Raises:
        ArticleUnreadable: it has none.
    """
    documents = list(_documents(text))
    if not documents:
        raise ArticleUnreadable(file, f"no document is in it; {_EXPORT_AGAIN}")
    for number, document in enumerate(documents, start=1):
        shown = plain_paragraphs("\n\n".join(document.body))
        if not shown:
            yield ArticleUnreadable(f"{file}#document {number}", f"it has no text; {_EXPORT_AGAIN}")
            continue
        yield Record(
            id=document.number or digest(document.title, document.outlet, document.date, shown),
            text=shown,
            title=line(document.title),
            outlet=line(document.outlet),
            author=line(document.author),
            date=document.date,
            place=line(document.place),
            section=line(document.section),
            language=document.language,
        )


def _documents(text: str) -> Iterator[_Document]:
    if _NUMBERED.search(text):
        start = 0
        for end in _NUMBERED.finditer(text):
            lines = text[start : end.start()].strip("\n").split("\n")
            coded = sum(1 for it in lines if (code := _FIELD_CODE.match(it)) and code["code"] in _CODES) > 3
            document = _read_coded(lines) if coded else _read_factiva(lines)
            document.number = end["id"]
            yield document
            start = end.end()
        return
    if _END.search(text):
        parts = _END.split(text)[:-1]
        yield from (_read_nexis(part, title_first=True) for part in parts)
        return
    yield from (_read_nexis(part, title_first=False) for part in _COUNTED.split(text)[1:])


def _read_nexis(part: str, *, title_first: bool) -> _Document:
    """Read a document of LexisNexis: outlet, date, headline, or the headline first; then labels and the text."""
    document, head = _Document(), list[str]()
    where: Literal["head", "labels", "body", "tail"] = "head"
    for block in re.split(r"\n[ \t]*\n", part):
        lines = [it.strip() for it in block.split("\n") if it.strip() and not _PAGE.fullmatch(it.strip())]
        if not lines:
            continue
        label = _LABEL.match(lines[0])
        name = (label["name"] if label else lines[0]).lower()
        if label and name in _HEAD and where in {"head", "labels"}:
            where = "labels"
            for labelled, value in _labelled(lines):
                _take(document, labelled, value)
        elif label is None and name == "body" and where != "tail":
            where = "body"
        elif name in _TAIL or where == "tail" or (where == "body" and _COPYRIGHT.match(lines[0])):
            where = "tail"
            _take_tail(document, lines)
        elif _COPYRIGHT.match(lines[0]):
            continue
        elif where == "head":
            head.append("\n".join(lines))
        else:
            where = "body"
            document.body.append("\n".join(lines))
    _take_head(document, head, title_first=title_first)
    return document


def _labelled(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the labels of a block with what stands behind each, which may go on in the next lines."""
    found: list[tuple[str, list[str]]] = []
    for each in lines:
        label = _LABEL.match(each)
        if label and (label["name"].lower() in _HEAD or not found):
            found.append((label["name"].lower(), [label["value"]]))
        else:
            found[-1][1].append(each)
    yield from ((name, " ".join(values).strip()) for name, values in found)


def _take_tail(document: _Document, lines: Sequence[str]) -> None:
    for label in map(_LABEL.match, lines):
        if label and label["name"].lower() == "language":
            document.language = stated_language(label["value"])


def _take(document: _Document, name: str, value: str) -> None:
    if name == "byline":
        document.author = _author(value)
    elif name == "section":
        document.section = value.partition(";")[0].strip()
    elif name == "dateline":
        document.place = re.sub(r",?\s*(?:\w+ \d{1,2}|\d{1,2} \w+)$", "", value)
    elif name == "headline":
        document.title = value


def _take_head(document: _Document, head: Sequence[str], *, title_first: bool) -> None:
    dated = next((number for number, it in enumerate(head) if stated_day(it.split("\n")[0])), None)
    if dated is not None:
        document.date = stated_day(head[dated].split("\n")[0])
    before = list(head[:dated]) if dated is not None else list(head[: -1 if len(head) > 1 else None])
    after = list(head[dated + 1 :]) if dated is not None else list(head[-1:] if len(head) > 1 else [])
    if title_first:
        document.title = document.title or next(iter(before), None)
        document.outlet = before[-1] if len(before) > 1 else None
    else:
        document.outlet = before[-1] if before else None
        document.title = document.title or (after[-1] if after else None)


def _read_factiva(lines: Sequence[str]) -> _Document:
    """Read a document of Factiva: headline, byline, words, date, outlet, code, language, owner and the text."""
    document = _Document()
    words = next((number for number, it in enumerate(lines) if _WORDS.match(it)), None)
    if words is None:
        return document
    above = [it.strip() for it in lines[:words] if it.strip()]
    if len(above) > 1 and (byline := _byline(above[-1])):
        document.author = byline
        above.pop()
    document.title = above[-1] if above else None
    document.section = above[-2] if len(above) > 1 and len(above[-2].split()) <= 4 else None
    for number in range(words + 1, len(lines)):
        shown = lines[number].strip()
        if not shown and document.outlet:
            document.body = list(_until_blank_pair(lines[number:]))
            break
        if document.date is None:
            document.date = stated_date(shown) if find_date(shown) else None
        elif document.outlet is None and not re.fullmatch(r"\d{1,2}:\d\d", shown):
            document.outlet = shown or None
        elif document.language is None and not shown.isupper():
            document.language = stated_language(shown) if len(shown) > _TAG_LETTERS else None
    return document


def _byline(shown: str) -> str | None:
    """Return whom the last line above the count of words names; a second headline is longer, and no list of names."""
    if begins_as_byline(shown):
        return _author(shown)
    signature = read_signature(shown) if len(shown) <= _MOST_NAMES else None
    return signature.author if signature else None


def _author(stated: str | None) -> str | None:
    """Return who wrote a document, without the "By" and what they are."""
    shown = line(stated)
    signature = read_signature(shown) if shown else None
    if signature and (signature.author or signature.outlet):
        return signature.author
    return re.sub(r"^by\s+", "", shown, flags=re.IGNORECASE) if shown else None


def _until_blank_pair(lines: Sequence[str]) -> Iterator[str]:
    yield "\n".join(it for it in lines if not _COPYRIGHT.match(it))


def _read_coded(lines: Sequence[str]) -> _Document:
    """Read a document of Factiva with its codes: HD the headline, PD the day, LP and TD the text."""
    fields: dict[str, list[str]] = {}
    code = ""
    for each in lines:
        found = _FIELD_CODE.match(each)
        if found and found["code"] in _CODES:
            code = found["code"]
            fields.setdefault(code, []).append(found["value"] or "")
        elif code:
            fields[code].append(each.strip() if code not in {"LP", "TD"} else each)
    shown = {name: " ".join(filter(None, map(str.strip, values))) for name, values in fields.items()}
    return _Document(
        title=shown.get("HD"),
        outlet=shown.get("SN"),
        date=stated_date(shown.get("PD")),
        author=_author(shown.get("BY")),
        section=shown.get("SE"),
        language=stated_language(shown.get("LA", "")),
        body=["\n".join(fields.get("LP", [])), "\n".join(fields.get("TD", []))],
    )
