"""Hold what a page states of its article, and tidy it: no address is a name, and no outlet a part of a headline."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from qa.articles.byline import read_byline
from qa.articles.formats.tidy import line, stated_date, stated_day, stated_language, stated_url
from qa.articles.names import is_publisher

ARTICLE = re.compile(r"(?:^|/)(?:\w*Article|Report|BlogPosting|LiveBlogPosting|NewsItem)$")
"""How the types of schema.org end that are an article's."""
_NOBODY = frozenset(("admin", "administrator", "root", "webmaster"))
APART = re.compile(r"\s+(?:[|–—»·-]|::)\s+")
PROPERTIES = {
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


def without_outlet(title: str, outlet: str | None) -> str:
    """Return a headline without the outlet's name that stands behind it in a window's title."""
    parts = APART.split(title)
    named = outlet is not None and parts[-1].casefold() == outlet.casefold()
    if len(parts) < 2 or not (named or (outlet is None and is_publisher(parts[-1]))):
        return title
    return title[: title.rindex(parts[-1])].rstrip(" |–—»·:-")


def stated_of(values: Mapping[str, str | None]) -> Stated:
    """Return the values of fields as a page states them, tidied."""
    outlet = line(values.get("outlet"))
    outlet = None if outlet and (stated_url(outlet) or outlet.startswith("@")) else outlet
    title = line(values.get("title"))
    author = people_of(values.get("author"))
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


def people_of(value: str | None) -> str | None:
    """Return the people that a value names; None for an address or an account that is nobody's."""
    shown = line(value)
    if shown is None or stated_url(shown) or shown.startswith("@") or shown.casefold() in _NOBODY:
        return None
    byline = read_byline(shown)
    return (byline.author if byline and byline.author else shown).strip(" ,;") or None
