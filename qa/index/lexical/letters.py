"""The marks that belong to a word's letters."""

import unicodedata

from qa.articles.letters import JOINERS

STACKING = "\u1039\u17d2"
"""They hang the letter behind them below the one before: Burmese and Khmer."""
CLOSING = "".join(map(chr, (*range(0x0E47, 0x0E4D), 0x0E4E, *range(0x0EC8, 0x0ECE), 0x1037, 0x103A))) + "".join(
    map(chr, (*range(0x17C6, 0x17D2), 0x17D3))
)
"""Tone marks and the like of Thai, Lao, Burmese and Khmer: a letter that bears such a mark, or another letter, ends a
word, of which these write none apart."""
FREE = JOINERS + "".join(
    mark
    for mark in map(chr, range(0x0300, 0x1E000))
    if unicodedata.category(mark)[0] == "M" and mark not in STACKING + CLOSING
)
INSIDE = FREE + STACKING + CLOSING
"""What stands in a word behind a letter, and is no letter or digit to Python."""
