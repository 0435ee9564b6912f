"""Filters: which articles a question is put to."""

from dataclasses import dataclass, field

from qa.articles.dates import is_full


@dataclass(frozen=True, slots=True)
class Filters:
    """What an article must satisfy; None and an empty set ask for nothing. Names are folded (see `fold`)."""

    after: int | None = None
    """The earliest date, included, as the number YYYYMMDD; articles without a full date are left out."""
    before: int | None = None
    """The latest date, included."""
    as_of: int | None = None
    """The day, likewise, as of which the archive is asked: no later version of an article, and no later article."""
    files: frozenset[str] = field(default_factory=frozenset)
    outlets: frozenset[str] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)
    languages: frozenset[str] = field(default_factory=frozenset)

    @property
    def dated(self) -> bool:
        """Whether only articles with a full date can satisfy it."""
        return self.after is not None or self.before is not None

    @property
    def empty(self) -> bool:
        """Whether every article satisfies it."""
        return self == Filters()


def date_number(date: str | None) -> int | None:
    """Return a full ISO date as the number YYYYMMDD; None for one without its year or its day."""
    return int(date.replace("-", "")) if date is not None and is_full(date) else None


def date_of(number: int) -> str:
    """Return the number YYYYMMDD as a full ISO date."""
    return f"{number // 10_000:04d}-{number // 100 % 100:02d}-{number % 100:02d}"
