"""Say which articles a question is put to, and make what they state comparable."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Filters:
    """What an article must satisfy; None and an empty set ask for nothing. Names are folded (see `fold`)."""

    after: int | None = None
    """The earliest date, included, as the number YYYYMMDD; articles without a full date are left out."""
    before: int | None = None
    """The latest date, included."""
    files: frozenset[str] = field(default_factory=frozenset)
    outlets: frozenset[str] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)

    @property
    def dated(self) -> bool:
        """Whether only articles with a full date can satisfy it."""
        return self.after is not None or self.before is not None

    @property
    def empty(self) -> bool:
        """Whether every article satisfies it."""
        return self == Filters()


def date_number(date: str | None) -> int | None:
    """Turn a full ISO date into the number YYYYMMDD; None for one without a year."""
    if date is None or date.startswith("-"):
        return None
    return int(date.replace("-", ""))


def fold(name: str | None) -> str:
    """Make names comparable: case and surrounding space do not count."""
    return " ".join((name or "").split()).casefold()


def fold_places(place: str | None) -> tuple[str, ...]:
    """Give the names a stated place answers to: "ASTANA/MOSCOW" is the whole and each of the two."""
    whole = fold(place)
    parts = (fold(part) for part in whole.split("/"))
    return tuple(dict.fromkeys(name for name in (whole, *parts) if name))
