"""What is asked for: a question, the number of passages, their order, and filters of the articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from qa.errors import InvalidFilter, quoted

Order = Literal["relevance", "newest", "oldest"]
ORDERS: tuple[Order, ...] = get_args(Order)
Kind = Literal["question", "topic"]
KINDS: tuple[Kind, ...] = get_args(Kind)
DATES = ("after", "before", "asked_on", "as_of")
NAMES = ("outlets", "places", "languages", "articles")


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A question with all that is asked beside it, unchecked, as somebody gave it; `Archive.ask` explains each.

    Any list of names becomes a tuple, and a day its text: a request can be compared, hashed and written.

    Raises:
        InvalidFilter: names are one text, or something else that is no list.
    """

    question: str
    limit: int = 5
    offset: int = 0
    order: str = ORDERS[0]
    after: str | None = None
    before: str | None = None
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    kind: str | None = None
    """What it is to be taken for; None leaves that to its words."""
    as_written: bool = False
    """Whether misspelt words are searched for as they are."""
    asked_on: str | None = None
    """The day that “this week” and “latest” are read against; None for the newest that an article states."""
    any_time: bool = False
    """Whether such words are left unread."""
    as_of: str | None = None
    """The day as of which the archive is asked: without later articles, and later versions of articles."""

    def __post_init__(self) -> None:
        for name in NAMES:
            object.__setattr__(self, name, _name_tuple(name, getattr(self, name)))
        for name in DATES:
            object.__setattr__(self, name, _date_text(getattr(self, name)))

    @property
    def filtered(self) -> bool:
        """Whether the question is put to some of the articles only."""
        names = self.outlets or self.places or self.languages or self.articles
        return bool(self.after or self.before or self.as_of or names)

    @property
    def by_date(self) -> bool:
        """Whether the passages are wanted in the order of their dates."""
        return self.order != ORDERS[0]


def _name_tuple(field: str, given: Iterable[str] | None) -> tuple[str, ...]:
    if given is None:
        return ()
    if isinstance(given, str):
        raise InvalidFilter(f"{field} must be a list of names: write {field}=[{quoted(given)}]")
    try:
        return tuple(given)  # never `given or ()`: an array has no truth, and 0 is no list
    except TypeError as error:
        raise InvalidFilter(f"{field} must be a list of names, not {quoted(given)}") from error


def _date_text(given: str | date | None) -> str | None:
    return given.isoformat()[: len("2022-12-10")] if isinstance(given, date) else given
