"""Read what stands below the report: the publisher, the source, the credits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.articles.blocks import Piece, is_closed
from qa.articles.names import is_capitalised, is_publisher
from qa.articles.opening import Opening
from qa.articles.scripts import count_words

_MOST_WORDS = 7
_LONE = re.compile(r"\b(?:news|times|herald|agency|tribune|gazette)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Closing:
    """What the lines below the report say."""

    publisher: int | None = None
    """Which piece is the lone name of a publisher."""
    agency: str | None = None
    """The lone name of a known agency."""
    source: str | None = None
    author: str | None = None

    @property
    def reasons(self) -> dict[int, str]:
        """Why pieces of the closing, by their numbers, are no paragraphs."""
        return {} if self.publisher is None else {self.publisher: "publisher"}


def read_closing(pieces: Sequence[Piece], opening: Opening) -> Closing:
    """Read the lines after the last prose.

    A lone line there is the publisher where it is a known agency or says "News" or "Times"; where credits and a
    source stand around it, capitals or quotation marks are enough.
    """
    first = len(pieces)
    above = max(opening.reasons, default=-1)
    while first - 1 > above and _is_short(pieces[first - 1]):
        first -= 1
    labels = [piece.label for piece in pieces[first:] if piece.label]
    credited = any(label.kind in {"source", "photo credit"} for label in labels)
    sourced = any(label.kind == "source" for label in labels)
    agency = next((label.outlet for label in labels if label.kind == "publisher"), None)
    source = next((label.outlet for label in labels if label.kind == "source" and label.outlet), None)
    author = next((label.byline.author for label in labels if label.byline and label.byline.author), None)
    for number in range(first, len(pieces)):
        piece = pieces[number]
        if piece.label is None and _is_name(piece.plain, credited=credited, sourced=sourced):
            return Closing(number, agency, source, author)
    return Closing(None, agency, source, author)


def _is_short(piece: Piece) -> bool:
    return piece.label is not None or (count_words(piece.plain) <= _MOST_WORDS and not is_closed(piece.text))


def _is_name(line: str, *, credited: bool, sourced: bool) -> bool:
    if is_publisher(line) and (credited or _LONE.search(line)):
        return True
    quoted = any(mark in line for mark in '"“«') and len(line.split()) > 1
    return is_capitalised(line) and ((credited and quoted) or sourced)
