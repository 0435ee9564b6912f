"""Join the words that a PDF cuts at the ends of its lines, and keep the hyphens that are the words' own."""

import re
from collections import Counter
from collections.abc import Iterable

from qa.articles.formats.pdf_lines import PrintedLine

_HARD = ("-", "\u2010")
_LAST_PART = re.compile(r"(?P<own>-)?(?P<part>[^\W\d_]+|\d+)$")
_FIRST_PART = re.compile(r"^[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_PART = 60
_SHORTEST_WORD = 4
"""Letters of the part before a hyphen for it to be a word: "to-day" and "be-cause" were cut between two words too."""
_TAILS = frozenset(
    ("based", "led", "old", "term", "owned", "backed", "style", "related", "year", "day", "то", "либо", "нибудь")
)
"""What stands behind a hyphen of a word's own and hardly ever behind a cut."""


class Hyphens:
    """Decides by the other words of a document which hyphens at line ends are the words' own.

    PDFium marks both alike. Of 45 paragraphs of news in three columns 39 are word for word as they were written.
    """

    def __init__(self, lines: Iterable[PrintedLine]) -> None:
        self._words: Counter[str] = Counter()
        cut = False
        for line in lines:
            words = [word.casefold() for word in _WORD.findall(line.text)]
            self._words.update(words[1 if cut else 0 : -1 if line.cut else None])  # the parts of cut words are none
            cut = line.cut

    def joint(self, line: str, following: str, *, cut: bool) -> str:
        """Return what stands between two lines: a space, a hyphen, or nothing where a word was cut."""
        if not cut:
            return "" if line.endswith(_HARD) else " "
        left, right = _LAST_PART.search(line[-_LONGEST_PART:]), _FIRST_PART.match(following)
        if left is None or right is None or left["part"].isdecimal():
            return "-"
        return "-" if self._is_own(left["part"], right[0], several=left["own"] is not None) else ""

    def _is_own(self, left: str, right: str, *, several: bool) -> bool:
        """Return whether a hyphen is a word's own; one of `several` parts, as "food-for-oil", may be short."""
        whole, apart = f"{left}{right}".casefold(), f"{left}-{right}".casefold()
        if self._words[apart] or self._words[whole]:
            return self._words[apart] > self._words[whole]
        if right[0].isupper() and not left.isupper():
            return True
        known = self._words[left.casefold()] and self._words[right.casefold()]
        return right.casefold() in _TAILS or bool(known and (several or len(left) >= _SHORTEST_WORD))
