"""List what an archive holds, article by article and page by page, in some order.

Which articles are asked for, and where each stands in an order, is known in memory; only the rows that are shown are
read, and checked.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from qa.archive.per_revision import PerRevision
from qa.articles.plain_text import is_text
from qa.articles.stated_names import fold
from qa.errors import InvalidFilter, quoted
from qa.index.catalogue import Catalogue
from qa.index.index import View
from qa.index.store.articles import names_of_all, read_entries, rows_by_file
from qa.records import Entry
from qa.retrieval.request import check_limit
from qa.settings import Settings

ListOrder = Literal["newest", "oldest", "title", "outlet", "passages"]
LIST_ORDERS: tuple[ListOrder, ...] = get_args(ListOrder)
UNDATED = "undated"
"""The month of the articles that state no full date."""

_BEGINNING = r"(?<![^\W_])"
_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", re.ASCII)
_LAST = 100_000_000
"""Greater than any date as the number YYYYMMDD."""
_ROOM = 10 * _LAST
"""Room for a date behind what comes first in an order."""


@dataclass(frozen=True, slots=True)
class ArticleList:
    """A page of the list of articles."""

    revision: int
    total: int
    """How many articles are asked for, on all pages."""
    articles: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ListRequest:
    """Which articles are to be listed, in which order, and which page of them; None leaves all in."""

    order: ListOrder
    limit: int
    offset: int
    outlet: str | None
    """Folded; "" for the articles that state none."""
    dates: tuple[int, int] | None
    """The earliest and the latest, included, as numbers YYYYMMDD; 0 and 0 for the articles without a full date."""
    words: tuple[str, ...]
    """Folded; with each begins a word of what the article is called."""


@dataclass(frozen=True)
class Titles:
    """What articles are called, in the order of the catalogue: to look for words in it, and to sort by it."""

    folded: tuple[str, ...]
    """Empty for articles that are gone."""

    @classmethod
    def of(cls, names: Iterable[str | None]) -> "Titles":
        """Fold the names of articles."""
        return cls(tuple(map(fold, names)))

    @cached_property
    def positions(self) -> NDArray[np.int64]:
        """Where each stands in the order of the names, shape (n,); equal names have one place."""
        positions = {name: place for place, name in enumerate(sorted(set(self.folded)))}
        return np.array([positions[name] for name in self.folded], dtype=np.int64)

    def holding(self, words: Collection[str]) -> NDArray[np.bool_]:
        """Return in which names words begin with all of some folded words, shape (n,)."""
        chosen = np.ones(len(self.folded), dtype=np.bool_)
        for word in words:
            begins = _beginning(word).search
            chosen &= np.array([word in name and begins(name) is not None for name in self.folded], dtype=np.bool_)
        return chosen


def read_names(view: View) -> list[str | None]:
    """Read what every article is called, in the order of the catalogue; None for those that are gone."""
    names = names_of_all(view.connection)
    return [names.get(row) for row in view.snapshot.catalogue.articles.tolist()]


TitlesPerRevision = PerRevision[list[str | None], Titles]


def check_list_request(
    order: str, limit: int, offset: int, outlet: str | None, month: str | None, title: str | None, settings: Settings
) -> ListRequest:
    """Check which articles are asked for.

    Raises:
        InvalidLimit, InvalidFilter: the message says what can be asked for.
    """
    check_limit(limit, offset, settings)
    known = next((it for it in LIST_ORDERS if it == order), None)
    if known is None:
        raise InvalidFilter(f"unknown order {quoted(order)}: choose {', '.join(LIST_ORDERS)}")
    for name, value in (("outlet", outlet), ("title", title)):
        if value is not None and (not isinstance(value, str) or not is_text(value)):
            raise InvalidFilter(f"{name} is {quoted(value)}, which is not text: correct it or leave it out")
    folded = None if outlet is None else fold(outlet)
    return ListRequest(known, limit, offset, folded, _dates(month), tuple(dict.fromkeys(fold(title).split())))


def list_articles(view: View, request: ListRequest, titles: TitlesPerRevision) -> ArticleList:
    """List the articles that are asked for.

    Raises:
        IndexDamaged: a row that is to be shown is not what was written.
    """
    chosen = _chosen(view, request, titles)
    total = int(np.count_nonzero(chosen))
    rows = _page(view, request, chosen, titles) if request.offset < total else []
    entries = read_entries(view.connection, rows)
    return ArticleList(view.snapshot.state.revision, total, tuple(entries[row] for row in rows))


def _dates(month: str | None) -> tuple[int, int] | None:
    if month is None:
        return None
    if month == UNDATED:
        return 0, 0
    match = _MONTH_OR_YEAR.fullmatch(month) if isinstance(month, str) else None
    if match is None:
        raise InvalidFilter(
            f"month is {quoted(month)} and must be a month such as 2022-12, a year such as 2022, or {UNDATED!r}"
        )
    year, in_year = int(match[1]) * 10_000, int(match[2] or 0) * 100
    return year + in_year + 1, year + (in_year or 9_900) + 99


def _chosen(view: View, request: ListRequest, titles: TitlesPerRevision) -> NDArray[np.bool_]:
    """Return which articles of the catalogue are asked for, shape (n,)."""
    catalogue = view.snapshot.catalogue
    chosen = catalogue.living.copy()
    if request.outlet is not None:
        chosen &= np.array([name == request.outlet for name in catalogue.names], dtype=np.bool_)[catalogue.outlets]
    if request.dates is not None:
        first, last = request.dates
        chosen &= (catalogue.dates >= first) & (catalogue.dates <= last)
    if request.words:
        chosen &= titles.value_at(view).holding(request.words)
    return chosen


def _page(view: View, request: ListRequest, chosen: NDArray[np.bool_], titles: TitlesPerRevision) -> list[int]:
    """Return the rows of a page that is not beyond the last; equals stand in the order of their files."""
    catalogue, first, after = view.snapshot.catalogue, request.offset, request.offset + request.limit
    rows = catalogue.articles[chosen]
    every = titles.value_at(view).positions if request.order == "title" else _positions(catalogue, request.order)
    positions = every[chosen]
    ordered = np.sort(positions)
    near = (positions >= ordered[first]) & (positions <= ordered[min(after, len(ordered)) - 1])
    position_of = dict(zip(rows[near].tolist(), positions[near].tolist(), strict=True))
    before = int(np.count_nonzero(positions < ordered[first]))
    page = sorted(rows_by_file(view.connection, list(position_of)), key=position_of.__getitem__)
    return page[first - before : after - before]


def _positions(catalogue: Catalogue, order: ListOrder) -> NDArray[np.int64]:
    """Return where each article stands in an order, shape (n,): the less, the earlier."""
    dates = catalogue.dates.astype(np.int64)
    if order == "oldest":
        return np.where(dates > 0, dates, _LAST)
    newest = np.where(dates > 0, _LAST - dates, _LAST)
    if order == "outlet":
        return _by_outlet(catalogue) * _ROOM + newest
    if order == "passages":
        return -catalogue.passages_each * _ROOM + newest
    return newest


def _by_outlet(catalogue: Catalogue) -> NDArray[np.int64]:
    """Return each article's outlet as a number in the order of the names, those that state none last; shape (n,)."""
    names = catalogue.names
    numbers = np.empty(len(names), dtype=np.int64)
    numbers[sorted(range(len(names)), key=lambda code: (not names[code], names[code]))] = np.arange(len(names))
    return numbers[catalogue.outlets]


def _beginning(word: str) -> re.Pattern[str]:
    """Return the pattern of a word's beginning; of a sign, which may stand anywhere."""
    return re.compile((_BEGINNING if word[0].isalnum() else "") + re.escape(word))
