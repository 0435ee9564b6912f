"""Make paragraphs of the lines that a PDF prints, over the ends of its columns and pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.articles.formats.pdf_columns import Columns, find_columns, sets_paragraphs_in
from qa.articles.formats.pdf_hyphens import Hyphens
from qa.articles.formats.pdf_lines import PrintedLine, PrintedPage, without_heads

_WIDER = 1.4
"""Times the usual distance between two lines; a paragraph begins behind a wider one."""
_OTHER_SIZE = 1.2
"""Times the size of the letters; a headline's are larger."""
_FULL = 0.85
"""Of the width of its column; a line that fills less may be the last of its paragraph."""
_STANDS_ALONE = 0.6
"""Of the width; a line that fills less and does not end as a sentence does is a headline or an item."""
_MOST_ABOVE = 8
_FEWEST_HEADLINE_WORDS = 3
_PROSE = 100
"""Characters; a paragraph as long as this is of a report."""
_ENDS = tuple(".!?…:»”\"'’)]。！？")


@dataclass(frozen=True, slots=True)
class Laid:
    """The text of a PDF, and where each of its pages begins in it."""

    text: str
    page_starts: tuple[int, ...]
    sizes: tuple[float, ...] = ()
    """How high the letters of each paragraph are."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A line with the columns of its page."""

    line: PrintedLine
    columns: Columns
    opens_page: bool

    @property
    def filled(self) -> float:
        """How much of its column's width the line fills."""
        return self.columns.filled(self.line)


def lay_out(pages: Sequence[PrintedPage]) -> Laid:
    """Join lines to paragraphs; one that goes on over the end of a column or a page is one."""
    lines = without_heads(pages)
    columns = [find_columns(page) for page in lines]
    set_in = sets_paragraphs_in(lines, columns)
    hyphens = Hyphens(line for page in lines for line in page)
    paragraphs: list[list[str]] = []
    sizes: list[float] = []
    begins: list[tuple[int, int]] = []
    size = 0
    before: _Place | None = None
    for page, found in zip(lines, columns, strict=True):
        for number, line in enumerate(page):
            place = _Place(line, found, opens_page=number == 0)
            if before is None or _begins(before, place, set_in=set_in):
                paragraphs.append([])
                sizes.append(line.height)
                size, joint = 0, ""
            else:
                joint = hyphens.joint(before.line.text, line.text, cut=before.line.cut)
            if place.opens_page:
                begins.append((len(paragraphs) - 1, size + len(joint)))
            paragraphs[-1] += (joint, line.text)
            size, before = size + len(joint) + len(line.text), place
        if not page:
            begins.append((len(paragraphs), 0))
    return replace(_placed(list(map("".join, paragraphs)), begins), sizes=tuple(sizes))


def below_masthead(laid: Laid, title: str | None) -> Laid:
    """Return what is printed from the headline on, where that can be distinguished from the lines above it.

    It is the title that the file's properties state, or the opening line of some words whose letters are the largest.
    """
    paragraphs = laid.text.split("\n\n")
    number = _headline(paragraphs, laid.sizes, title)
    above = sum(len(it) + len("\n\n") for it in paragraphs[:number])
    starts = tuple(max(0, it - above) for it in laid.page_starts)
    return Laid(laid.text[above:], starts, laid.sizes[number:])


def _headline(paragraphs: Sequence[str], sizes: Sequence[float], title: str | None) -> int:
    """Return the number of the paragraph that is the headline; 0 where nothing tells."""
    prose = (number for number, it in enumerate(paragraphs) if len(it) >= _PROSE)
    opening = range(min(next(prose, 0), _MOST_ABOVE))
    wanted = title.casefold() if title else None
    stated = next((number for number in opening if paragraphs[number].casefold() == wanted), None)
    if stated is not None:
        return stated
    if len(sizes) != len(paragraphs) or not opening:
        return 0
    worded = [number for number in opening if len(paragraphs[number].split()) >= _FEWEST_HEADLINE_WORDS]
    largest = max(worded, key=lambda number: (sizes[number], -number), default=0)
    return largest if sizes[largest] > _OTHER_SIZE * sizes[0] and sizes[largest] == max(sizes) else 0


def _placed(paragraphs: Sequence[str], begins: Sequence[tuple[int, int]]) -> Laid:
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + len("\n\n"))
    text = "\n\n".join(paragraphs)
    return Laid(text, tuple(min(starts[number] + offset, len(text)) for number, offset in begins))


def _begins(before: _Place, place: _Place, *, set_in: bool) -> bool:
    """Return whether a paragraph begins with a line."""
    above, line = before.line, place.line
    if above.cut:
        return False
    low, high = sorted((above.height, line.height))
    if low > 0 and high / low > _OTHER_SIZE:
        return True
    closed = above.text.endswith(_ENDS)
    if line.text[:1].islower():
        return closed and above.top - line.top > _WIDER * place.columns.leading and not place.opens_page
    if set_in and place.columns.is_indented(line):
        return True
    if place.opens_page or line.top > above.bottom + place.columns.leading:  # another page or column
        return closed and not set_in and before.filled < _FULL
    if above.top - line.top > _WIDER * place.columns.leading:
        return True
    if set_in and not before.columns.is_indented(above):
        return False
    return before.filled < (_FULL if closed else _STANDS_ALONE)
