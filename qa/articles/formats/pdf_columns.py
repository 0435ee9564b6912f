"""Find the columns of a printed page: where their lines begin and end, and how far they stand from each other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.articles.formats.pdf_lines import PrintedLine

INDENT = 6.0
"""Points that the first line of a paragraph is set in, at least."""
_DEEPEST_INDENT = 40.0
_LEADING = 12.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a page by where their lines begin, and how far to the right these go."""

    ends: dict[float, float]
    leading: float

    def base(self, line: PrintedLine) -> float:
        """Return where the column of a line begins."""
        return max((it for it in self.ends if it <= line.left + 1), default=line.left)

    def is_indented(self, line: PrintedLine) -> bool:
        """Return whether a line is set in."""
        return line.left - self.base(line) > INDENT

    def filled(self, line: PrintedLine) -> float:
        """Return how much of the width of its column a line fills."""
        base = self.base(line)
        width = self.ends.get(base, 0.0) - base
        return (line.right - base) / width if width > 0 else 1.0


def find_columns(page: Sequence[PrintedLine]) -> Columns:
    """Find the columns of a page."""
    bases = _bases(page)
    rights: dict[float, list[float]] = {base: [] for base in bases}
    for line in page:
        base = max((it for it in bases if it <= line.left + 1), default=None)
        if base is not None:
            rights[base].append(line.right)
    ends = {base: sorted(found)[len(found) * 4 // 5] for base, found in rights.items() if found}
    return Columns(ends, _usual_leading(page))


def sets_paragraphs_in(pages: Sequence[Sequence[PrintedLine]], columns: Sequence[Columns]) -> bool:
    """Return whether a document sets the first lines of its paragraphs in."""
    lines = sum(map(len, pages))
    first = sum(found.is_indented(line) for page, found in zip(pages, columns, strict=True) for line in page)
    return first >= max(3, lines / 30) and first < lines / 2


def _bases(page: Sequence[PrintedLine]) -> list[float]:
    """Return where columns begin: of the places that are near each other, the one of most lines."""
    counted = Counter(round(line.left) for line in page)
    bases: list[float] = []
    near: list[int] = []
    for left in sorted(counted):
        if near and left - near[0] > _DEEPEST_INDENT:
            bases.append(_commonest(near, counted))
            near = []
        near.append(left)
    return [*bases, _commonest(near, counted)] if near else bases


def _commonest(near: Sequence[int], counted: Counter[int]) -> float:
    return float(max(near, key=lambda left: (counted[left], -left)))


def _usual_leading(page: Sequence[PrintedLine]) -> float:
    """Return how far lines of one paragraph stand from each other: most are as near as that, or further apart."""
    gaps = sorted(before.top - line.top for before, line in pairwise(page) if before.top > line.top)
    return gaps[len(gaps) // 3] if gaps else _LEADING
