"""The reader protocol: a question and a passage are read together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PassageText:
    """What is read of a passage, made plain."""

    headline: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReaderOutput:
    """What a reader says of a text."""

    logit: float
    """That it answers; 0 is as likely as not among the passages that a question is likely to find."""
    sentences: tuple[float, ...]
    """For each sentence, how likely it holds the answer if any does; they sum to 1 at most, for the headline may."""


class Reader(Protocol):
    """Reads a question with passages: how likely each answers it, and where."""

    @property
    def languages(self) -> frozenset[str] | None:
        """Return the languages that it reads, as BCP 47 tags; None where any is to be read."""
        ...

    def read(self, question: str, texts: Sequence[PassageText]) -> list[ReaderOutput]:
        """Read each text; what is read beside it makes no difference."""
        ...
