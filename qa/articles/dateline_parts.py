"""What a report's dateline says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's opening words say of where, when and by whom it was written."""

    place: str | None
    date: str | None
    outlet: str | None
    author: str | None = None
    end: int = 0
    """Where in the paragraph the report begins."""
