"""Read what a page says of its article to machines: JSON-LD, Open Graph, microdata, `meta` and `html lang`."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from qa.articles.byline import read_byline
from qa.articles.formats.tidy import line, stated_date, stated_day, stated_language, stated_url
from qa.articles.names import is_publisher

_ARTICLE = re.compile(r"(?:^|/)(?:\w*Article|Report|BlogPosting|LiveBlogPosting|NewsItem)$")
_SCRIPTS = "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]"
_MOST_SCRIPTS = 50
_MOST_NODES = 10_000
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_NOBODY = frozenset(("admin", "administrator", "root", "webmaster"))
APART = re.compile(r"\s+(?:[|–—»·-]|::)\s+")
_META_NAMES = """
title: og:title, twitter:title, dc.title, dcterms.title, headline, parsely-title, sailthru.title
outlet: og:site_name, dc.publisher, dcterms.publisher, publisher, application-name
author: author, authors, article:author, dc.creator, dcterms.creator, byl, parsely-author, sailthru.author
date: article:published_time, article:published, og:published_time, datepublished, publish-date, publishdate,
      publish_date, publication_date, publicationdate, published_time, pubdate, parsely-pub-date, sailthru.date,
      dcterms.issued, dc.date.issued, dcterms.created, dc.date.created, dcterms.date, dc.date, date
updated: article:modified_time, og:updated_time, datemodified, dcterms.modified, last-modified, revised
section: article:section, section, parsely-section, articlesection
url: og:url, twitter:url, parsely-link
place: dateline, geo.placename, article:location
language: content-language, dc.language, language, og:locale
"""
_META = {
    field: [name.strip() for name in names.split(",") if name.strip()]
    for field, names in re.findall(r"^(\w+): (.*(?:\n .*)*)", _META_NAMES, re.MULTILINE)
}
"""For every field the names of `meta` that state it, the surest first."""
_PROPERTIES = {
    "title": ("headline", "name"),
    "outlet": ("publisher", "sourceOrganization", "provider"),
    "author": ("author", "creator"),
    "date": ("datePublished",),
    "updated": ("dateModified",),
    "section": ("articleSection",),
    "url": ("url", "mainEntityOfPage"),
    "place": ("dateline", "locationCreated", "contentLocation"),
    "language": ("inLanguage",),
}
"""For every field the properties of schema.org that state it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states of its article."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    updated: str | None = None
    section: str | None = None
    url: str | None = None
    place: str | None = None
    language: str | None = None

    def or_else(self, other: "Stated") -> "Stated":
        """Return this, with what is missing taken from another."""
        names = [it.name for it in fields(self)]
        return Stated(**{name: getattr(self, name) or getattr(other, name) for name in names})


def read_metadata(page: Any) -> Stated:
    """Read what a parsed page states of its article; the surest place of each field counts."""
    canonical = next(
        (it for href in page.xpath("//link[@rel='canonical']/@href") if (it := stated_url(str(href)))), None
    )
    found = Stated(url=canonical)
    for part in (_read_json(page, canonical), _read_meta(page), _read_microdata(page)):
        found = found.or_else(part)
    language = next(
        (it for tag in page.xpath("/html/@lang | /html/@xml:lang") if (it := stated_language(str(tag)))), None
    )
    return found.or_else(Stated(language=language))


def without_outlet(title: str, outlet: str | None) -> str:
    """Return a headline without the outlet's name that stands behind it in a window's title."""
    parts = APART.split(title)
    named = outlet is not None and parts[-1].casefold() == outlet.casefold()
    if len(parts) < 2 or not (named or (outlet is None and is_publisher(parts[-1]))):
        return title
    return title[: title.rindex(parts[-1])].rstrip(" |–—»·:-")


def _stated(values: Mapping[str, str | None]) -> Stated:
    outlet = line(values.get("outlet"))
    outlet = None if outlet and (stated_url(outlet) or outlet.startswith("@")) else outlet
    title = line(values.get("title"))
    author = _people(values.get("author"))
    return Stated(
        title=without_outlet(title, outlet) if title else None,
        outlet=outlet,
        author=None if author and outlet and author.casefold() == outlet.casefold() else author,
        date=stated_date(values.get("date")),
        updated=stated_day(values.get("updated")),
        section=line(values.get("section")),
        url=stated_url(values.get("url")),
        place=line(values.get("place")),
        language=stated_language(values.get("language")),
    )


def _people(value: str | None) -> str | None:
    shown = line(value)
    if shown is None or stated_url(shown) or shown.startswith("@") or shown.casefold() in _NOBODY:
        return None
    byline = read_byline(shown)
    return (byline.author if byline and byline.author else shown).strip(" ,;") or None


def _read_meta(page: Any) -> Stated:
    metas: dict[str, str] = {}
    for meta in page.iter("meta"):
        for kind in ("property", "name", "http-equiv", "itemprop"):
            name, content = meta.get(kind), meta.get("content")
            if name and content and content.strip():
                key = name.strip().lower()
                metas.setdefault(key, content)
                if key == "article:author" and not stated_url(content) and content not in metas[key].split(", "):
                    metas[key] = content if stated_url(metas[key]) else f"{metas[key]}, {content}"
    values = {
        field: next((metas[name] for name in names if name in metas and _is_of(field, metas[name])), None)
        for field, names in _META.items()
    }
    return _stated(values)


def _is_of(field: str, value: str) -> bool:
    """Return whether a value can be the field's; another `meta` may state it better."""
    if field == "date":
        return stated_date(value) is not None
    return field != "author" or _people(value) is not None


def _read_json(page: Any, canonical: str | None) -> Stated:
    nodes = [node for script in page.xpath(_SCRIPTS)[:_MOST_SCRIPTS] for node in _nodes(_parsed(script.text or ""))]
    by_id = {str(node["@id"]): node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is_article(node)]
    if len(articles) > 1:
        articles = [node for node in articles if canonical and canonical in _addresses(node)] or articles
        headlines = {str(node.get("headline") or node.get("name")) for node in articles}
        if len(headlines) > 1:  # a list of reports: only the page's own headline says which one it is
            shown = [line(" ".join(it.itertext())) for it in page.iter("h1")]
            articles = [node for node in articles if line(str(node.get("headline"))) in shown]
    found = Stated()
    for node in articles:
        found = found.or_else(_stated({field: _property(node, names, by_id) for field, names in _PROPERTIES.items()}))
    publisher = next((name for node in nodes if _is_outlet(node) and (name := _named(node, {}))), None)
    return found.or_else(Stated(outlet=line(publisher)))


def _is_outlet(node: Mapping[str, Any]) -> bool:
    return node.get("@type") in ("NewsMediaOrganization", "WebSite")


def _parsed(script: str) -> object:
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(found: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object of JSON-LD that has a type or an id, those in lists and graphs too."""
    waiting, seen = [found], 0
    while waiting and seen < _MOST_NODES:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            if "@type" in value or "@id" in value:
                yield value
            waiting.extend(value[name] for name in _WITHIN if name in value)


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds)


def _addresses(node: Mapping[str, Any]) -> set[str]:
    main = node.get("mainEntityOfPage")
    named = main.get("@id") if isinstance(main, dict) else main
    return {str(it) for it in (node.get("url"), node.get("@id"), named) if it}


def _property(node: Mapping[str, Any], names: tuple[str, ...], by_id: Mapping[str, Mapping[str, Any]]) -> str | None:
    for name in names:
        value = node.get(name)
        values = value if isinstance(value, list) else [value]
        shown = [text for it in values if (text := _named(it, by_id))]
        if shown:
            return shown[0] if name in {"articleSection", "inLanguage"} else ", ".join(dict.fromkeys(shown))
    return None


def _named(value: object, by_id: Mapping[str, Mapping[str, Any]]) -> str | None:
    """Return the text of a value: its own, its name, or that of the object it refers to."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return None
    named = value.get("name") or by_id.get(str(value.get("@id")), {}).get("name") or value.get("@id")
    return ", ".join(map(str, named)) if isinstance(named, list) else named if isinstance(named, str) else None


def _read_microdata(page: Any) -> Stated:
    scope = next((it for it in page.iter() if it.get("itemtype") and _ARTICLE.search(it.get("itemtype").strip())), None)
    if scope is None:
        return Stated()
    found: dict[str, list[str]] = {}
    for element in scope.iter():
        names = element.get("itemprop")
        if names and element is not scope and _scope_of(element) is scope:
            for name in names.split():
                found.setdefault(name, []).append(_item_value(element, address=name in _PROPERTIES["url"]))
    return _stated(
        {
            field: next(
                (
                    ", ".join(dict.fromkeys(found[name])) if field == "author" else found[name][0]
                    for name in names
                    if name in found
                ),
                None,
            )
            for field, names in _PROPERTIES.items()
        }
    )


def _scope_of(element: Any) -> Any:
    parent = element.getparent()
    while parent is not None and parent.get("itemscope") is None:
        parent = parent.getparent()
    return parent


def _item_value(element: Any, *, address: bool = False) -> str:
    """Return the value of a property: of a link its text, unless the property is an address."""
    if element.get("itemscope") is not None:
        named = element.xpath(".//*[@itemprop='name']")
        return _item_value(named[0]) if named and named[0] is not element else " ".join(element.itertext())
    shown = " ".join(element.itertext())
    for attribute in ("content", "datetime", "href"):
        if (value := element.get(attribute)) and (address or attribute != "href" or not shown.strip()):
            return str(value)
    return shown
