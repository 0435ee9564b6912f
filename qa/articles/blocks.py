"""Cut a text into pieces: the stretches between blank lines, or single lines where those stand for themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from qa.articles.field_lines import FieldLine, read_field
from qa.articles.labels import Label, label
from qa.articles.scripts import CLOSERS, FULL_STOPS, STOPS

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 50
_PARAGRAPH_LINE = 60
_MOST_HEAD_BLOCKS = 4
_OPEN_ENDS = (":", ";", ",")
_ABBREVIATIONS = ("Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "etc.", "v.", "vs.", "No.")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text without surrounding white space: a paragraph, or a line that stands for itself."""

    start: int
    end: int
    text: str
    block: int
    """Which stretch between blank lines it stands in, from 0."""
    label: Label | None
    field: FieldLine | None = None
    """What it states, where it is a line of a labelled head."""

    @property
    def plain(self) -> str:
        """The piece on one line, without Markdown's marks and the name of its field."""
        if self.field:
            return self.field.stated
        return " ".join(self.text.lstrip("#").strip("*_ ").split())


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    label: Label | None


def cut(text: str, start: int = 0) -> Iterator[Piece]:
    """Cut a text, from an offset on, into pieces that together hold every character but white space."""
    for number, lines in enumerate(_blocks(text, start)):
        opens = number == 0 or (number < _MOST_HEAD_BLOCKS and read_field(lines[0].text) is not None)
        for first, last in _together(lines, opens=opens):
            begin, end = lines[first].start, lines[last].end
            yield Piece(begin, end, text[begin:end], number, lines[first].label if first == last else None)


def is_closed(line: str) -> bool:
    """Return whether a line ends as a sentence does."""
    return line[-40:].rstrip(CLOSERS).endswith(STOPS)


def is_open(line: str) -> bool:
    """Return whether a line ends in a mark that promises more: a colon, a comma."""
    return line[-40:].rstrip(CLOSERS).endswith(_OPEN_ENDS)


def ends_as_prose(line: str) -> bool:
    """Return whether a line ends as a statement does, which a headline does not."""
    bare = line.rstrip(CLOSERS)
    if is_open(line):
        return not line.endswith(":")
    if bare.endswith(FULL_STOPS):
        return True
    if not bare.endswith(".") or bare.endswith(("..", *_ABBREVIATIONS)):
        return False
    last = bare.split()[-1]
    return not (last.count(".") > 1 and last.replace(".", "").isupper())


def _blocks(text: str, start: int) -> Iterator[list[_Line]]:
    lines: list[_Line] = []
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        whole = text[start:end]
        shown = whole.strip()
        if shown:
            begin = start + len(whole) - len(whole.lstrip())
            lines.append(_Line(begin, begin + len(shown), shown, label(shown)))
        elif lines:
            yield lines
            lines = []
        start = end + 1
    if lines:
        yield lines


def _together(lines: list[_Line], *, opens: bool) -> Iterator[tuple[int, int]]:
    """Group the lines of a block by what belongs together: numbers of the first and last line of each group."""
    breaks = _breaks(lines, opens=opens)
    first = 0
    for number, breaks_here in enumerate([*breaks, True]):
        if breaks_here:
            yield first, number
            first = number + 1


def _breaks(lines: list[_Line], *, opens: bool) -> list[bool]:
    """Return for each line but the last whether a new piece begins after it."""
    pairs = list(pairwise(lines))
    width = max(len(line.text) for line in lines)
    fields = [opens and read_field(line.text) is not None for line in lines]
    sentences = [len(line.text) >= _PARAGRAPH_LINE and is_closed(line.text) for line in lines]
    if sum(sentences[:-1]) * 2 <= len(pairs) and _is_wrapped(lines, width):
        named = [any(pair) for pair in pairwise(fields)]
        return [name or _breaks_wrapped(*pair, width) for name, pair in zip(named, pairs, strict=True)]
    paragraphs = sum(sentences) > 1 and sum(sentences) * 2 >= len(lines)
    labelled = any(line.label for line in lines)
    return [opens or labelled or paragraphs] * len(pairs)


def _is_wrapped(lines: list[_Line], width: int) -> bool:
    """Return whether lines were broken to fit a width: hardly one could have held the next one's first word."""
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    pairs = [pair for pair in pairwise(lines) if not (pair[0].label or pair[1].label)]
    full = sum(not _fits(here, following, width) for here, following in pairs)
    return full > 0 and full * 10 >= len(pairs) * 6


def _fits(here: _Line, following: _Line, width: int) -> bool:
    """Return whether the next line's first word would have fitted, so that the break was meant."""
    return len(here.text) + 1 + len(following.text.split(None, 1)[0]) <= width


def _breaks_wrapped(here: _Line, following: _Line, width: int) -> bool:
    meant = _fits(here, following, width)
    if here.label and (meant or following.label):
        return True
    if following.label and (is_closed(here.text) or meant):
        return True
    starts = not following.text[0].islower()
    return meant and starts and (is_closed(here.text) or len(here.text) < 0.6 * width or here.start == 0)
