"""The lines of a PDF's page as they are printed, and which of them are the page's and not the article's."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_EDGE = 0.12
"""Of the height of a page, from its top and its foot: where running heads and page numbers stand."""
_FEWEST_PAGES = 2
_SHARE = 0.4
"""A line is a running head if it stands at the edge of this share of the pages: left and right ones may differ."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—\s|]*(?:(?:page|p\.|стр\.?|страница|бет)\s*)?\d{1,4}(?:\s*(?:of|/|из)\s*\d{1,4})?[-–—\s|]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line, and where it stands in points from the left and the foot of its page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    cut: bool = False
    """A word is cut at its end, whose hyphen is not in the text."""

    @property
    def height(self) -> float:
        """How high its letters may be: the size of its font."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page, and how high it is."""

    height: float
    lines: tuple[PrintedLine, ...]


def without_heads(pages: Sequence[PrintedPage]) -> list[list[PrintedLine]]:
    """Return the lines of every page without running heads and page numbers."""
    heads = _running_heads(pages)
    return [[line for line in page.lines if not _is_furniture(page, line, heads)] for page in pages]


def _running_heads(pages: Sequence[PrintedPage]) -> frozenset[str]:
    if len(pages) < _FEWEST_PAGES:
        return frozenset()
    counted: Counter[str] = Counter()
    for page in pages:
        counted.update({_shape(line.text) for line in page.lines if _is_at_edge(page, line)})
    least = max(2, _SHARE * len(pages))
    return frozenset(shape for shape, count in counted.items() if count >= least)


def _shape(text: str) -> str:
    """Return a line as it is on every page, its numbers apart."""
    return _DIGITS.sub("0", " ".join(text.split())).casefold()


def _is_at_edge(page: PrintedPage, line: PrintedLine) -> bool:
    return line.bottom > page.height * (1 - _EDGE) or line.top < page.height * _EDGE


def _is_furniture(page: PrintedPage, line: PrintedLine, heads: frozenset[str]) -> bool:
    if not _is_at_edge(page, line):
        return False
    return _shape(line.text) in heads or _PAGE_NUMBER.fullmatch(line.text) is not None
