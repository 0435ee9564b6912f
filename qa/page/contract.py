"""Say what the page needs of an archive, so that its tests can stand on a small one of their own."""

from typing import Protocol

from qa.records import Answer, Copy, Passage


class Counts(Protocol):
    """What the masthead says of an archive."""

    @property
    def articles(self) -> int:
        """How many articles it holds."""

    @property
    def passages(self) -> int:
        """How many passages it searches."""

    @property
    def oldest_date(self) -> str | None:
        """The earliest full date an article states, or None."""

    @property
    def newest_date(self) -> str | None:
        """The latest full date an article states, or None."""


class ShownArchive(Protocol):
    """What the page asks an archive for; `qa.archive.Archive` is one."""

    def ask(
        self,
        question: str,
        limit: int = 5,
        *,
        offset: int = 0,
        after: str | None = None,
        before: str | None = None,
        outlets: list[str] | None = None,
    ) -> Answer:
        """Answer a question, or raise a QuestionError whose message a reader understands."""

    def passage(self, passage_id: str) -> Copy:
        """Return a passage with its article, or raise NotInArchive."""

    def passages(self, file: str) -> tuple[Passage, ...]:
        """Return every passage of an article in reading order, or raise NotInArchive."""

    def status(self) -> Counts:
        """Count what the archive holds."""
