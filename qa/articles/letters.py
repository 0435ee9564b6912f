"""Letters that are one to whoever reads them, in whichever case and with whichever accents they are written."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

JOINERS = "\u200c\u200d"
"""They change how letters are drawn, and stand inside Persian and Indian words."""
_ACCENTS = (*range(0x0300, 0x0370), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100))
_DRAWN = (*range(0xFE00, 0xFE10), *range(0xFE20, 0xFE30))
_POINTS = (*range(0x0591, 0x05C8), 0x0640, *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE))
_DROPPED = (*_ACCENTS, *_DRAWN, *_POINTS, *map(ord, JOINERS))
"""Accents and stress marks left over where letters are composed, Hebrew points, Arabic vowel signs and tatweel."""
_ONE = {"ё": "е", "ѐ": "е", "ѝ": "и", "ς": "σ", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا"}
"""Letters that are written for one another; й, ї and ў are letters of their own."""


def _table() -> Iterator[tuple[int, str | None]]:
    """Yield what each letter is to whoever reads it; None for what is no letter of its own."""
    for digit in map(chr, range(0x0660, 0x1FC00)):
        if unicodedata.category(digit) == "Nd":
            yield ord(digit), str(unicodedata.digit(digit))
    for letter in map(chr, (*range(0x0370, 0x0400), *range(0x1F00, 0x2000))):
        if (base := unicodedata.normalize("NFD", letter)[0]).isalpha():
            yield ord(letter), _ONE.get(base, base)
    yield from ((ord(letter), one) for letter, one in _ONE.items())
    yield from ((mark, None) for mark in _DROPPED)


_ONE_LETTER = dict(_table())


def folded(word: str) -> str:
    """Return a plain word in small letters, and those that are one to people as one; accents are left out.

    Each letter is folded by itself, so that it is the same within any other word. What holds nothing but marks is "".
    Who changes this raises `FOLDING` and `WORD_RULES`: names and terms are stored folded.
    """
    small = word.lower()
    if small.isascii():
        return small
    small = small.translate(_ONE_LETTER)
    return "".join(_ascii_fold().analyze(small))


@cache
def _ascii_fold() -> "TextAnalyzer":
    """Return what folds accented Latin letters, built when a text has any: names are read where nothing is searched."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.ascii_fold()).build()
