"""What is asked for: a question, the number of passages, their order, and filters of the articles."""

from dataclasses import dataclass
from typing import Literal, get_args

Order = Literal["relevance", "newest", "oldest"]
ORDERS: tuple[Order, ...] = get_args(Order)
Kind = Literal["question", "topic"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A question with all that is asked beside it, unchecked, as somebody gave it; `Archive.ask` explains each."""

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

    @property
    def filtered(self) -> bool:
        """Whether the question is put to some of the articles only."""
        names = self.outlets or self.places or self.languages or self.articles
        return bool(self.after or self.before or self.as_of or names)

    @property
    def by_date(self) -> bool:
        """Whether the passages are wanted in the order of their dates."""
        return self.order != ORDERS[0]
