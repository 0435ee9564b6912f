"""The keywords of `Archive.ask`, and the request that they make."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypedDict, Unpack

from qa.records import ORDERS, SearchRequest
from qa.retrieval.request import date_text, name_tuple


class AskKeywords(TypedDict, total=False):
    """The keywords of `Archive.ask`."""

    offset: int
    order: str
    after: str | date | None
    before: str | date | None
    outlets: Iterable[str] | None
    places: Iterable[str] | None
    languages: Iterable[str] | None
    articles: Iterable[str] | None
    kind: str | None
    as_written: bool
    asked_on: str | date | None
    any_time: bool
    as_of: str | date | None


def request_of(question: str, limit: int, **keywords: Unpack[AskKeywords]) -> SearchRequest:
    """Return what is asked for as one request.

    Raises:
        InvalidFilter: a list of names is none.
    """
    return SearchRequest(
        question,
        limit,
        keywords.get("offset", 0),
        keywords.get("order", ORDERS[0]),
        date_text(keywords.get("after")),
        date_text(keywords.get("before")),
        name_tuple("outlets", keywords.get("outlets")),
        name_tuple("places", keywords.get("places")),
        name_tuple("languages", keywords.get("languages")),
        name_tuple("articles", keywords.get("articles")),
        keywords.get("kind"),
        keywords.get("as_written", False),
        date_text(keywords.get("asked_on")),
        keywords.get("any_time", False),
        date_text(keywords.get("as_of")),
    )


def repeatable(keywords: AskKeywords) -> AskKeywords:
    """Return keywords that can be given to several questions: what can be looped over once is made a tuple."""
    kept = keywords.copy()
    for name in ("outlets", "places", "languages", "articles"):
        if isinstance(names := kept.get(name), Iterator):
            kept[name] = tuple(names)
    return kept
