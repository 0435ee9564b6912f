"""Read and write the page's address: the part of a link that says what is shown."""

import re
from dataclasses import dataclass, replace
from typing import Literal, get_args
from urllib.parse import parse_qs, urlencode

from qa.archive.article_list import LIST_ORDERS
from qa.articles.stated_names import shown_name
from qa.records import KINDS, ORDERS, SearchRequest, Span

LONGEST_ADDRESS = 50_000
"""In characters; what is cut off is far beyond the longest question."""
SHOWN = 10
"""How many passages are shown at first, and how many more at a time."""
MOST_SHOWN = 200
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,6}", re.ASCII)

Tab = Literal["ask", "archive", "notebook", "index"]


@dataclass(frozen=True, slots=True)
class Listing:
    """Which part of the list of articles is shown."""

    sort: str = "newest"
    page: int = 1
    outlet: str | None = None
    """"" is none stated."""
    month: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """What a link asks the page to show: a tab, a search, a passage in its article."""

    search: SearchRequest | None = None
    passage: str | None = None
    sentence: Span | None = None
    article: str | None = None
    """A file, opened at its beginning."""
    tab: Tab = "ask"
    listing: Listing = Listing()


def parse(address: str) -> Address:
    """Read `?q=…&after=…&passage=…`; what is not understood is left out."""
    if not isinstance(address, str):  # a program may hand in anything
        return Address()
    try:
        fields = parse_qs(address[:LONGEST_ADDRESS].removeprefix("?"), keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return Address()

    def first(name: str) -> str | None:
        return next(iter(fields.get(name, ())), None)

    def names(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(it for it in fields.get(name, ()) if shown_name(it)))

    question = first("q")
    search = None
    if question is not None:
        search = SearchRequest(
            question,
            min(max(_number(first("shown")) or SHOWN, SHOWN), MOST_SHOWN),
            order=_one_of(ORDERS, first("order")),
            after=first("after") or None,
            before=first("before") or None,
            outlets=names("outlet"),
            places=names("place"),
            languages=names("language"),
            kind=next((it for it in KINDS if it == first("as")), None),
            as_written=first("spelling") == "kept",
            asked_on=first("asked_on") or None,
            any_time=first("time") == "any",
            as_of=first("as_of") or None,
        )
    listing = Listing(
        _one_of(LIST_ORDERS, first("sort")),
        _number(first("list_page")) or 1,
        first("of"),
        first("month") or None,
        first("title") or None,
    )
    return Address(
        search,
        first("passage"),
        parse_span(first("sentence") or ""),
        first("article"),
        next((it for it in get_args(Tab) if it == first("tab")), "ask"),
        listing,
    )


def link(address: Address) -> str:
    """Write the address as a link relative to the page, leaving out what is usual."""
    search, listing, span = address.search, address.listing, address.sentence
    fields: dict[str, object] = {"tab": address.tab if address.tab != "ask" else None}
    if search is not None:
        fields |= {"q": search.question, "after": search.after, "before": search.before}
        fields |= {"outlet": search.outlets, "place": search.places, "language": search.languages}
        fields["order"] = search.order if search.by_date else None
        fields |= {"as": search.kind, "spelling": "kept" if search.as_written else None}
        fields |= {"asked_on": search.asked_on, "time": "any" if search.any_time else None}
        fields["as_of"] = search.as_of
        fields["shown"] = search.limit if search.limit > SHOWN else None
    fields |= {"passage": address.passage, "article": address.article}
    fields["sentence"] = None if span is None else f"{span.start}-{span.end}"
    fields["sort"] = listing.sort if listing.sort != LIST_ORDERS[0] else None
    fields |= {"of": listing.outlet, "month": listing.month, "title": listing.title}
    fields["list_page"] = listing.page if listing.page > 1 else None
    stated = {name: value for name, value in fields.items() if value is not None}
    return "?" + urlencode(stated, doseq=True, errors="replace")


def changed(search: SearchRequest, **changes: object) -> SearchRequest:
    """Change what is asked, and begin with the first passages again."""
    return replace(search, **{"limit": SHOWN, **changes})  # type: ignore[arg-type]


def _one_of(known: tuple[str, ...], stated: str | None) -> str:
    return stated if stated in known else known[0]


def _number(stated: str | None) -> int | None:
    return int(stated) if stated is not None and _NUMBER.fullmatch(stated) else None


def parse_span(text: str) -> Span | None:
    """Read "31-88"; None where a text is no stretch."""
    match = _SPAN.fullmatch(text)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return Span(int(match[1]), int(match[2]))
