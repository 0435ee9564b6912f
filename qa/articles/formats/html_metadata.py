"""Read what a page says of its article to machines: JSON-LD, Open Graph, microdata, `meta` and `html lang`."""

import re
from collections.abc import Sequence
from typing import Any

from qa.articles.formats.field_names import WEAK, field_name
from qa.articles.formats.html_stated import ARTICLE, PROPERTIES, Stated, people_of, stated_of
from qa.articles.formats.json_ld import read_json_ld
from qa.articles.formats.tidy import stated_date, stated_language, stated_url

_META_NAMES = """
title: og:title, twitter:title, dc.title, dcterms.title, headline, parsely-title, sailthru.title
outlet: og:site_name, dc.publisher, dcterms.publisher, publisher, application-name
author: author, authors, article:author, dc.creator, dcterms.creator, byl, parsely-author, sailthru.author,
        mediator_author
date: article:published_time, article:published, og:published_time, datepublished, publish-date, publishdate,
      publish_date, publication_date, publicationdate, published_time, pubdate, parsely-pub-date, sailthru.date,
      dcterms.issued, dc.date.issued, dcterms.created, dc.date.created, dcterms.date, dc.date, date,
      mediator_published_time
updated: article:modified_time, article:updated, article:updated_time, article:modified, og:updated_time, datemodified,
         dcterms.modified, last-modified, revised
section: article:section, section, parsely-section, articlesection
url: og:url, twitter:url, parsely-link
place: dateline, geo.placename, article:location
language: content-language, dc.language, language, og:locale
"""
_MARKS = re.compile(r"[\s.:_-]+")


def _bare(name: str) -> str:
    """Return a name without what parts its words: `article:section` and `article.section` are one."""
    return _MARKS.sub("", name).lower()


_META = {
    field: [_bare(name) for name in names.split(",") if name.strip()]
    for field, names in re.findall(r"^(\w+): (.*(?:\n .*)*)", _META_NAMES, re.MULTILINE)
}
"""For every field the names of `meta` that state it, the surest first."""
_AUTHOR = _bare("article:author")


def read_metadata(page: Any) -> Stated:
    """Read what a parsed page states of its article; the surest place of each field counts."""
    canonical = next(
        (it for href in page.xpath("//link[@rel='canonical']/@href") if (it := stated_url(str(href)))), None
    )
    found = Stated(url=canonical)
    for part in (read_json_ld(page, canonical), _read_meta(page), _read_microdata(page)):
        found = found.or_else(part)
    language = next(
        (it for tag in page.xpath("/html/@lang | /html/@xml:lang") if (it := stated_language(str(tag)))), None
    )
    return found.or_else(Stated(language=language))


def _read_meta(page: Any) -> Stated:
    metas: dict[str, str] = {}
    dates: dict[str, list[str]] = {"date": [], "updated": []}
    for meta in page.iter("meta"):
        for kind in ("property", "name", "http-equiv", "itemprop"):
            name, content = meta.get(kind), meta.get("content")
            if name and content and content.strip():
                key = _bare(name)
                known = field_name(name)
                if known and known.field in dates and known.tier < WEAK:
                    dates[known.field].append(content)
                metas.setdefault(key, content)
                if key == _AUTHOR and not stated_url(content) and content not in metas[key].split(", "):
                    metas[key] = content if stated_url(metas[key]) else f"{metas[key]}, {content}"
    values = {
        field: next((it for it in (*map(metas.get, names), *dates.get(field, ())) if it and _is_of(field, it)), None)
        for field, names in _META.items()
    }
    return stated_of(values)


def _is_of(field: str, value: str) -> bool:
    """Return whether a value can be the field's; another `meta` may state it better."""
    if field == "date":
        return stated_date(value) is not None
    return field != "author" or people_of(value) is not None


def _read_microdata(page: Any) -> Stated:
    scope = next((it for it in page.iter() if it.get("itemtype") and ARTICLE.search(it.get("itemtype").strip())), None)
    if scope is None:
        return Stated()
    found: dict[str, list[Any]] = {}
    for element in scope.iter():
        names = element.get("itemprop")
        if names and element is not scope and _scope_of(element) is scope:
            for name in names.split():
                found.setdefault(name, []).append(element)
    return stated_of(
        {
            field: next((_value_of(field, found[name]) for name in names if name in found), None)
            for field, names in PROPERTIES.items()
        }
    )


def _value_of(field: str, elements: Sequence[Any]) -> str | None:
    """Return the first value of a property, or every author that is a person, where one is."""
    if field == "url":
        return next((it for element in elements if (it := stated_url(_item_value(element, address=True)))), None)
    if field != "author":
        return _item_value(elements[0])
    people = [it for it in elements if not (it.get("itemtype") or "").strip().endswith("Organization")]
    return ", ".join(dict.fromkeys(map(_item_value, people or elements)))


def _scope_of(element: Any) -> Any:
    parent = element.getparent()
    while parent is not None and parent.get("itemscope") is None:
        parent = parent.getparent()
    return parent


def _item_value(element: Any, *, address: bool = False) -> str:
    """Return the value of a property: of a link its text, unless the property is an address."""
    if address and element.get("itemid"):
        return str(element.get("itemid"))
    if element.get("itemscope") is not None and not (address and element.get("content")):
        named = element.xpath(".//*[@itemprop='name']")
        return _item_value(named[0]) if named and named[0] is not element else " ".join(element.itertext())
    shown = " ".join(element.itertext())
    for attribute in ("content", "datetime", "href"):
        if (value := element.get(attribute)) and (address or attribute != "href" or not shown.strip()):
            return str(value)
    return shown
