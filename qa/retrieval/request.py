"""Say what was asked, so that it can be kept and asked again."""

from dataclasses import dataclass
from typing import Protocol

from qa.records import Answer


class Answering(Protocol):
    """What a search can be put to; `qa.archive.archive.Archive` is one."""

    def ask(
        self,
        question: str,
        limit: int = 5,
        *,
        offset: int = 0,
        order: str = "relevance",
        after: str | None = None,
        before: str | None = None,
        outlets: list[str] | None = None,
        places: list[str] | None = None,
        articles: list[str] | None = None,
    ) -> Answer:
        """Answer a question, or raise a QuestionError."""


@dataclass(frozen=True, slots=True)
class Search:
    """A question with all that was asked beside it, as somebody gave it; see `Archive.ask`."""

    question: str
    limit: int = 5
    offset: int = 0
    order: str = "relevance"
    after: str | None = None
    before: str | None = None
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    @property
    def filtered(self) -> bool:
        """Whether the question is put to some of the articles only."""
        return bool(self.after or self.before or self.outlets or self.places or self.articles)

    def put_to(self, archive: Answering) -> Answer:
        """Ask.

        Raises:
            QuestionError: it cannot be asked so; the message says why.
        """
        return archive.ask(
            self.question,
            self.limit,
            offset=self.offset,
            order=self.order,
            after=self.after,
            before=self.before,
            outlets=list(self.outlets),
            places=list(self.places),
            articles=list(self.articles),
        )
