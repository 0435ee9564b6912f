"""Read what a page says of its article in JSON-LD."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from qa.articles.formats.html_stated import ARTICLE, PROPERTIES, Stated, stated_of
from qa.articles.formats.tidy import line, stated_url
from qa.articles.formats.values import person, persons_first

_Node = Mapping[str, Any]
_SCRIPTS = "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]"
_MOST_SCRIPTS = 50
_MOST_NODES = 10_000
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_SINGLE = frozenset(("articleSection", "inLanguage", *PROPERTIES["url"]))
"""The properties of which the first value counts."""
_HIDDEN = re.compile(r"(?:\s|-->|//>?|/\*|\*/|<!--|<!\[CDATA\[)*", re.IGNORECASE)
"""What stands before a script to hide it from old browsers, or from the parsers of XML."""


def read_json_ld(page: Any, canonical: str | None) -> Stated:
    """Read what the scripts of a page state of its article; where they state several, of the one the page shows."""
    nodes = [node for script in page.xpath(_SCRIPTS)[:_MOST_SCRIPTS] for node in _nodes(_parsed(script.text or ""))]
    by_id = {str(node["@id"]): node for node in sorted(nodes, key=len) if isinstance(node.get("@id"), str)}
    articles = [node for node in nodes if _is_article(node)]
    if len(articles) > 1:
        articles = [node for node in articles if canonical and canonical in _addresses(node)] or articles
        headlines = {str(node.get("headline") or node.get("name")) for node in articles}
        if len(headlines) > 1:  # a list of reports: only the page's own headline says which one it is
            shown = [line(" ".join(it.itertext())) for it in page.iter("h1")]
            articles = [node for node in articles if line(str(node.get("headline"))) in shown]
    found = Stated()
    for node in articles:
        found = found.or_else(stated_of({field: _property(node, names, by_id) for field, names in PROPERTIES.items()}))
    publisher = next((name for node in nodes if _is_outlet(node) and (name := _named(node))), None)
    return found.or_else(Stated(outlet=line(publisher)))


def _is_outlet(node: _Node) -> bool:
    return node.get("@type") in ("NewsMediaOrganization", "WebSite")


def _parsed(script: str) -> object:
    """Parse a script, whatever hides it from old browsers, and where its marks are written as entities."""
    for text in (script, html.unescape(script)) if "&" in script else (script,):
        try:
            return json.JSONDecoder(strict=False).raw_decode(text, _HIDDEN.match(text).end())[0]  # type: ignore[union-attr]
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(found: object) -> Iterator[_Node]:
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


def _is_article(node: _Node) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and ARTICLE.search(kind) for kind in kinds)


def _addresses(node: _Node) -> set[str]:
    main = node.get("mainEntityOfPage")
    named = main.get("@id") if isinstance(main, dict) else main
    return {str(it) for it in (node.get("url"), node.get("@id"), named) if it}


def _property(node: _Node, names: tuple[str, ...], by_id: Mapping[str, _Node]) -> str | None:
    for name in names:
        value = node.get(name)
        values = [_resolved(it, by_id) for it in (value if isinstance(value, list) else [value])]
        if name in PROPERTIES["url"]:
            shown = [address for it in values if (address := _address(it))]
        else:
            values = list(persons_first(values)) if name in PROPERTIES["author"] else values
            shown = [text for it in values if (text := _named(it))]
        if shown:
            return shown[0] if name in _SINGLE else ", ".join(dict.fromkeys(shown))
    return None


def _resolved(value: object, by_id: Mapping[str, _Node]) -> object:
    """Return an object with what is said of it elsewhere on the page."""
    return {**by_id.get(str(value.get("@id")), {}), **value} if isinstance(value, dict) else value


def _named(value: object) -> str | None:
    """Return the text of a value: its own or its name."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return None
    named = value.get("name") or value.get("@value") or person(value)
    return ", ".join(map(str, named)) if isinstance(named, list) else named if isinstance(named, str) else None


def _address(value: object) -> str | None:
    """Return the address of a value: its own or its id, without the mark that tells it from others on the page."""
    if isinstance(value, str):
        return stated_url(value)
    if not isinstance(value, dict):
        return None
    stated = [it for it in (value.get("url"), value.get("@id")) if isinstance(it, str)]
    return next((address for it in stated if (address := stated_url(it.partition("#")[0]))), None)
