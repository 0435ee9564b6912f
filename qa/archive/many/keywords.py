"""The keywords of `Archive.ask`, and the request that they make."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict, Unpack

from qa.records import SearchRequest


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
        TypeError: there is no such keyword.
    """
    known = AskKeywords.__annotations__
    for name in keywords:
        if name not in known:
            raise TypeError(f"there is no keyword {name!r}: the keywords are {', '.join(known)}")
    stated: dict[str, Any] = {**keywords}  # a request makes tuples of lists, and texts of days
    return SearchRequest(question, limit, **stated)
