"""Name citations as LaTeX refers to them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from qa.articles.plain_text import plain
from qa.articles.qa_dates import full_date
from qa.exports.citations.citation import Citation

_NOT_A_LETTER_OR_DIGIT = re.compile("[^a-z0-9]+")
_LONGEST = 20
_TELLING = 4
"""How many letters a word of a headline has that is not "the" or "of"."""


def citation_keys(citations: Sequence[Citation]) -> list[str]:
    """Give each citation a key of its own in ASCII: author or outlet, year, a word of the headline.

    A letter is added where another before has that key, so that the keys of a list stay when more is added to it.
    """
    given: dict[str, None] = {}
    for base in map(_key, citations):
        given[next(key for key in _lettered(base) if key not in given)] = None
    return list(given)


def _key(citation: Citation) -> str:
    date = full_date(citation.date)
    who = _last_word(citation.author) or "".join(_words(citation.outlet)) or "source"
    return who[:_LONGEST] + (f"{date.year:04}" if date else "") + _telling_word(citation.headline)[:_LONGEST]


def _lettered(base: str) -> Iterator[str]:
    yield base
    number = 0
    while True:
        yield base + _letters(number)
        number += 1


def _letters(number: int) -> str:
    """Count a, b, …, z, aa, ab, …."""
    rest, last = divmod(number, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("a") + last)


def _last_word(name: str | None) -> str:
    """Give what is most likely the surname: the last word before a comma."""
    return next(reversed(_words((name or "").split(",")[0])), "")


def _telling_word(headline: str | None) -> str:
    words = _words(headline)
    return next((word for word in words if len(word) >= _TELLING and not word.isdigit()), words[0] if words else "")


def _words(text: str | None) -> list[str]:
    """Give the words of a text in small letters and digits of ASCII, accents taken off; other scripts have none."""
    letters = unicodedata.normalize("NFKD", plain(text or "")).encode("ascii", "ignore").decode().lower()
    return _NOT_A_LETTER_OR_DIGIT.sub(" ", letters).split()
