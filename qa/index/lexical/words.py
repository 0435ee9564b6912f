"""Split a text into words as people mean them: whichever way a word or number is written, its terms are the same.

Each function is given the language of the text, None where that is not known. The lexical index holds the terms of the
passages, a question is looked up by its own, and what is displayed is compared by them: all come from here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from qa.articles.plain_text import plain
from qa.index.lexical.amounts import GLUE
from qa.index.lexical.written_word import INNER_SPACE, TAIL, WORD, Terms, read_word

WORD_RULES = 5
"""Raise this when the same text would give other terms: lexical indexes hold terms, and are written again then."""

LONGEST_TERM = 39
"""Bytes; a longer one is not indexed."""

Run = tuple[str | None, ...]
"""Terms that follow each other in a text; None stands for one that is too long to be indexed."""

Forms = tuple[Run, ...]
"""The same words as the languages of an archive have them."""

_BESIDE = '.,;:!?…"“”„«»()[]–—-'
"""What stands beside words and is never read."""
_CHUNK = re.compile(r"\S+")
_MOST_KNOWN, _LONGEST_KNOWN = 1 << 16, 60


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a plain text without a tail such as ’s; `start` and `end` count the text's characters."""

    written: str
    start: int
    end: int
    terms: Terms


@dataclass(frozen=True, slots=True)
class TextTerms:
    """The terms of a text."""

    run: list[str]
    """In their order."""
    held: frozenset[str]
    """All that it is found by."""


def words(text: str, language: str | None = None) -> Iterator[Word]:
    """Yield the words of a plain text, in order and apart."""
    glued = INNER_SPACE.sub(GLUE, text)
    for chunk in _CHUNK.finditer(glued):
        for match in WORD.finditer(chunk[0]):
            if (known := read_word(match[0], language)).own:
                start = chunk.start() + match.start()
                end = start + len(TAIL.sub("", match[0]) or match[0])
                yield Word(text[start:end], start, end, known)


def terms(text: str, language: str | None = None) -> list[str]:
    """Return the terms of a text in their order."""
    return [term for known in each_terms(plain(text), language) for term in known.own if _indexed(term)]


def held_terms(text: str, language: str | None = None) -> frozenset[str]:
    """Return all terms that a text is found by."""
    return _held(_known_of(set(_chunks(plain(text))), language))


def read_terms(text: str, language: str | None = None) -> TextTerms:
    """Return both what `terms` and what `held_terms` return, read at once."""
    each = each_terms(plain(text), language)
    return TextTerms([term for known in each for term in known.own if _indexed(term)], _held(each))


def each_terms(text: str, language: str | None = None) -> list[Terms]:
    """Return what the words of a plain text are found by."""
    return _known_of(_chunks(text), language)


def term_run(text: str, language: str | None = None) -> Run:
    """Split a plain text into terms, each in its place."""
    return tuple(term if _indexed(term) else None for known in each_terms(text, language) for term in known.own)


def indexed_terms(text: str, language: str | None = None) -> tuple[str, str]:
    """Return the terms of a text in their places, and those that it is found by besides, parted by spaces."""
    each = each_terms(plain(text), language)
    besides = [term for known in each if known.also or known.capitals for term in (*known.also, *known.capitals)]
    return " ".join([term for known in each for term in known.own]), " ".join(besides)


def _held(each: Iterable[Terms]) -> frozenset[str]:
    besides = [term for it in each if it.also or it.capitals for term in (*it.also, *it.capitals)]
    return frozenset(besides).union(*[it.own for it in each])


def _chunks(text: str) -> list[str]:
    """Split a plain text where no word goes on."""
    return INNER_SPACE.sub(GLUE, text).split()


def _known_of(chunks: Iterable[str], language: str | None) -> list[Terms]:
    """Return what the words of each chunk are found by; most texts are made of the same few."""
    known = _known[language].get
    return [known(chunk) or _learn(chunk, language) for chunk in [chunk.strip(_BESIDE) for chunk in chunks]]


def _learn(chunk: str, language: str | None) -> Terms:
    """Return what the words of a chunk are found by, all together; no word goes on beyond it."""
    each = [read_word(written, language) for written in WORD.findall(chunk)]
    if len(each) == 1:
        known = each[0]
    else:
        parts = ((it.own, it.also, it.capitals) for it in each)
        known = Terms(*(tuple(chain.from_iterable(part)) for part in zip(*parts, strict=True)))
    if len(chunk) <= _LONGEST_KNOWN:
        if len(_known[language]) >= _MOST_KNOWN:
            _known[language].clear()
        _known[language][chunk] = known
    return known


_known = defaultdict[str | None, dict[str, Terms]](dict)


def _indexed(term: str) -> bool:
    return len(term) <= LONGEST_TERM and (term.isascii() or len(term.encode()) <= LONGEST_TERM)
