"""Read the XML that agencies send: NITF and NewsML."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from qa.articles.byline import read_byline
from qa.articles.date_line import read_date_line
from qa.articles.dateline import read_dateline
from qa.articles.formats.libraries import load
from qa.articles.formats.limits import mapped, read_whole, refuse_entities
from qa.articles.formats.markup import local_name, paragraphs_of, shown_text
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import digest, line, stated_date, stated_day, stated_id, stated_language
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_SAVE_AGAIN = "save it again as the agency sent it"
_NO_TEXT = f"it has no text; {_SAVE_AGAIN}"
_TITLE = "byttl"
_CITIES = frozenset(("city", "town"))
_MARKS = " ,.;:-–—/"
_ANY_TEXT = "The report."
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_nitf(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record]:
    """Read a file of NITF, which is one report."""
    root = _parse(file, read_whole(file, opened, settings))
    yield _nitf(file, root, alone=True)


def read_newsml(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read a file of NewsML, G2 or 1: one item, or a message of several."""
    root = _parse(file, read_whole(file, opened, settings))
    items = [it for it in root.iter() if local_name(it) == "newsitem"]
    if not items:
        raise ArticleUnreadable(file, f"no item is in it; {_SAVE_AGAIN}")
    for number, item in enumerate(items, start=1):
        name = file if len(items) == 1 else f"{file}#item {number}"
        try:
            yield _newsml(name, item, alone=len(items) == 1)
        except ArticleUnreadable as problem:
            if len(items) == 1:
                raise
            yield problem


def _parse(file: str, data: bytes) -> Any:
    refuse_entities(file, data)
    etree = load(file, "lxml.etree")
    with mapped(file, _SAVE_AGAIN):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        return etree.fromstring(data, parser)


def _nitf(file: str, root: Any, *, alone: bool) -> Record:
    body = _first(root, "body.content")
    text = paragraphs_of(body)
    if not text:
        raise ArticleUnreadable(file, _NO_TEXT)
    title = _text(root, "hl1") or _text(root, "title")
    stated = _first(root, "doc-id")
    publication = _first(root, "pubdata")
    return Record(
        id=None if alone else stated_id(_attribute(stated, "id-string")) or digest(title, text),
        text=text,
        title=title,
        outlet=line(_attribute(publication, "name"))
        or _text(root, "distributor")
        or line(_attribute(stated, "regsrc")),
        author=_bylines(root),
        date=_nitf_date(root),
        place=_text(_first(root, "dateline"), "location")
        or line(_attribute(_first(root, "evloc"), "city"))
        or _dateline_place(_text(root, "dateline")),
        section=line(_attribute(publication, "position.section"))
        or line(_attribute(_first(root, "tobject.property"), "tobject.property.type")),
        language=stated_language(root.get(_LANGUAGE) or _attribute(body, "lang")),
        updated=stated_day(_attribute(_first(root, "date.release"), "norm"))
        if alone and _first(root, "date.issue") is not None
        else None,
    )


def _nitf_date(root: Any) -> str | None:
    """Return the day of issue; else that of the edition, of the release or of the dateline."""
    stated = [
        _attribute(_first(root, "date.issue"), "norm"),
        _attribute(_first(root, "pubdata"), "date.publication"),
        _attribute(_first(root, "story.date"), "norm"),
        _text(root, "story.date"),
        _attribute(_first(root, "date.release"), "norm"),
    ]
    return next((it for value in stated if (it := stated_date(value))), None)


def _newsml(file: str, item: Any, *, alone: bool) -> Record:
    text = _newsml_text(file, item)
    if not text:
        raise ArticleUnreadable(file, _NO_TEXT)
    inner = next((it for it in item.iter() if local_name(it) == "nitf"), None)
    meta = _first(item, "contentmeta")
    meta = item if meta is None else meta
    title = _text(meta, "headline") or _text(item, "headline") or _text(item, "hl1")
    changed = next(
        (
            _text(item, name)
            for name in ("contentmodified", "versioncreated", "thisrevisioncreated")
            if _text(item, name)
        ),
        None,
    )
    created = [_text(item, name) for name in ("contentcreated", "firstcreated", "dateline", "versioncreated")]
    creators = [_name(it) for it in meta.iter() if local_name(it) == "creator"]
    stated = stated_id(item.get("guid")) or _text(item, "publicidentifier") or _text(item, "newsitemid")
    date = next((it for value in created if (it := stated_date(value))), None)
    return Record(
        id=None if alone else stated or digest(title, text),
        text=text,
        title=title,
        outlet=_provider(item),
        author=_author(_text(meta, "by")) or _bylines(item) or _author(", ".join(filter(None, creators))),
        date=date or (_nitf_date(inner) if inner is not None else None),
        place=_name(_first(meta, "located")) or _text(_first(meta, "dateline"), "location") or _place(item),
        section=_genre(meta),
        language=_language(item, meta),
        updated=stated_day(changed) if stated_day(changed) != date else None,
    )


def _newsml_text(file: str, item: Any) -> str:
    """Return the text of the first content that has one: XML, or a string with or without tags."""
    for element in item.iter():
        name = local_name(element)
        if name in {"body.content", "inlinexml", "datacontent"}:
            body = _first(element, "body.content")
            body = _first(element, "body") if body is None else body
            if text := paragraphs_of(element if body is None else body):
                return shown_text(file, text)
        elif name == "inlinedata" and (text := shown_text(file, "".join(element.itertext()))):
            return text
    return ""


def _provider(item: Any) -> str | None:
    for name in ("provider", "creditline", "infosource", "copyrightholder"):
        found = _first(item, name)
        if found is not None and (shown := _name(found)):
            return shown
    return None


def _genre(meta: Any) -> str | None:
    for name in ("genre", "subject"):
        found = _first(meta, name)
        if found is not None and (shown := _text(found, "name")):
            return shown
    return None


def _language(item: Any, meta: Any) -> str | None:
    stated = _first(meta, "language")
    tag = _attribute(stated, "tag") or _attribute(stated, "FormalName") or item.get(_LANGUAGE)
    return stated_language(tag)


def _bylines(root: Any) -> str | None:
    """Return the people of every byline, without the title below them."""
    found: list[str | None] = []
    for element in (it for it in root.iter() if local_name(it) == "byline"):
        stated = line(" ".join(_words(element)))
        byline = read_byline(stated) if stated else None
        people = [line(" ".join(it.itertext())) for it in element.iter() if local_name(it) == "person"]
        found += [byline.author] if byline and byline.author else people or [stated]
    return ", ".join(dict.fromkeys(filter(None, found))) or None


def _words(byline: Any) -> Iterator[str]:
    """Yield the words of a byline without its `byttl`, which names an office or an agency."""
    yield byline.text or ""
    for element in byline:
        if local_name(element) != _TITLE:
            yield from element.itertext()
        yield element.tail or ""


def _author(value: str | None) -> str | None:
    byline = read_byline(value) if value else None
    return (byline.author if byline and byline.author else value) or None


def _place(item: Any) -> str | None:
    """Return where a report of NewsML-1 is from: its city, or what its dateline begins with."""
    cities = (
        _attribute(it, "Value") or ""
        for where in item.iter()
        if local_name(where) == "location"
        for it in where.iter()
        if local_name(it) == "property" and (_attribute(it, "FormalName") or "").casefold() in _CITIES
    )
    return next((shown for it in cities if (shown := line(it))), None) or _dateline_place(_text(item, "dateline"))


def _dateline_place(value: str | None) -> str | None:
    """Return the place of a dateline, which a date and an agency may stand beside."""
    shown = (value or "").strip(_MARKS)
    if not any(map(str.isdecimal, shown)) and "(" not in shown:
        return shown or None
    found = read_date_line(shown) or read_dateline(f"{value} — {_ANY_TEXT}") or read_dateline(f"{value} {_ANY_TEXT}")
    return found.place if found else None


def _name(element: Any) -> str | None:
    """Return the name of a person, a place or an agency: its `name`, its own text, or what it is listed as."""
    if element is None:
        return None
    named = _text(element, "name") or line("".join(element.itertext()))
    party = _attribute(_first(element, "party"), "FormalName")
    return named or line(element.get("literal") or element.get("FormalName") or party)


def _first(element: Any, name: str) -> Any:
    """Return the first element of a name below another; None where there is none, or nothing to look in."""
    found: Iterable[Any] = () if element is None else element.iter()
    return next((it for it in found if local_name(it) == name), None)


def _text(element: Any, name: str) -> str | None:
    found = _first(element, name)
    return None if found is None else line(" ".join(found.itertext()))


def _attribute(element: Any, name: str) -> str | None:
    value = None if element is None else element.get(name)
    return value if isinstance(value, str) else None
