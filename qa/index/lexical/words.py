"""Split a text into words as people mean them: whichever way a word or number is written, its terms are the same.

The lexical index holds the terms of the passages, a question is looked up by its own, and what is displayed is compared
by them: all come from here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from qa.articles.plain_text import plain
from qa.index.lexical.amounts import (
    AMOUNT,
    APOSTROPHES,
    GLUE,
    INSIDE_AMOUNT,
    PER_CENT,
    SAME,
    SIGN,
    UNIT,
    read_amount,
    read_sign,
)
from qa.index.lexical.common_words import COMMON, GIVEN_NAMES
from qa.index.lexical.letters import INSIDE, folded, stem

WORD_RULES = 2
"""Raise this when the same text would give other terms: lexical indexes hold terms, and are written again then."""

LONGEST_TERM = 39
"""Bytes; a longer one is not indexed."""

Run = tuple[str | None, ...]
"""Terms that follow each other in a text; None stands for one that is too long to be indexed."""

_HYPHENS = r"\-‐‑﹣－"
_RUN = rf"[^\W_]+(?:[{INSIDE}]+[^\W_]*)*"
_END = rf"(?![^\W_]|[{INSIDE}])"
_OF = rf"(?:[{APOSTROPHES}][sS]{_END})?"
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁІҢҒҮҰҚӨҺӘΑ-Ω]"
_WORD = re.compile(
    rf"[A-Za-z]{{2,}}+(?![^\W]|[{INSIDE}{APOSTROPHES}{_HYPHENS}&${GLUE}])"  # most words
    rf"|{PER_CENT}"
    rf"|[^\W\d_](?:\.[^\W\d_])+(?!\.?[^\W_])\.?{_OF}"  # U.S., F.B.I
    rf"|{_CAPITAL}\.(?:{GLUE}{_CAPITAL}\.)+(?!\.?[^\W_]){_OF}"  # J. K.
    rf"|[^\W\d_]{{1,3}}&[^\W\d_]{{1,3}}{_END}{_OF}|{_CAPITAL}{{1,2}}{GLUE}&{GLUE}{_CAPITAL}{{1,2}}{_END}{_OF}"  # R&D
    rf"|\d+[{_HYPHENS}](?!{UNIT})[^\W\d_]{{1,2}}(?![{_HYPHENS}]?[^\W_])"  # 3-D
    rf"|\d+0[{APOSTROPHES}]s{_END}|{AMOUNT}"  # the 1990's
    rf"|{_RUN}(?:[{APOSTROPHES}{_HYPHENS}](?![^\W\d_]\.[^\W\d_]){_RUN})*"
    rf"|[{APOSTROPHES}](?:s|t|ll|re|ve|d|m){_END}|{SIGN}"  # “Post”’s
)
_SPACE = re.compile(
    rf"\s(?:{INSIDE_AMOUNT}|(?<=\b{_CAPITAL}\..)(?={_CAPITAL}\.)|(?<=[A-Z].)(?=&\s[A-Z])|(?<=[A-Z]\s&.)(?=[A-Z]))"
)
"""A space inside a word."""
SIMPLE_WORD = re.compile(_RUN)
"""Letters and digits with the marks upon them: a part of a word, or all of it."""
_PER_CENT, _AMOUNT = re.compile(PER_CENT), re.compile(AMOUNT)
_PARTS = re.compile(f"[{_HYPHENS}]")
_ELEMENTS = re.compile(f"[{APOSTROPHES}]")
_TAILS = frozenset({"s", "ll", "re", "ve", "d", "m"})
_MODEL = re.compile(r"([^\W\d_]+)(\d+)(s?)")
_SHORT = 2
_MOST_PARTS = 3
_METRES_OR_MILLIONS = ("million", "metr")
_BESIDE = ".,;:!?…\"“”„«»()[]–—-"
"""What stands beside words and is never read."""
_CHUNK = re.compile(r"\S+")
_MOST_KNOWN, _LONGEST_KNOWN = 1 << 16, 60


@dataclass(frozen=True, slots=True)
class Terms:
    """What a written word is found by."""

    own: tuple[str, ...] = ()
    """Terms in their order, one for most words."""
    also: tuple[str, ...] = ()
    """Other ways to write all of it, as its parts or as one: email for e-mail."""
    capitals: tuple[str, ...] = ()
    """Terms in capitals, of a name that is a little word in small letters: US, and Will."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a plain text; `start` and `end` count the text's characters."""

    written: str
    start: int
    end: int
    terms: Terms


def words(text: str) -> Iterator[Word]:
    """Yield the words of a plain text, in order and apart."""
    glued = _SPACE.sub(GLUE, text)
    for chunk in _CHUNK.finditer(glued):
        for match in _WORD.finditer(chunk[0]):
            if (known := _read(match[0])).own:
                start, end = chunk.start() + match.start(), chunk.start() + match.end()
                yield Word(text[start:end], start, end, known)


def terms(text: str) -> list[str]:
    """Return the terms of a text in their order."""
    return [term for known in _each(plain(text)) for term in known.own if _indexed(term)]


def held_terms(text: str) -> frozenset[str]:
    """Return all terms that a text is found by."""
    held = set[str]()
    for known in _each(plain(text)):
        held.update(known.own)
        if known.also or known.capitals:
            held.update(known.also, known.capitals)
    return frozenset(held)


def term_run(text: str) -> Run:
    """Split a plain text into terms, each in its place."""
    return tuple(term if _indexed(term) else None for known in _each(text) for term in known.own)


def indexed_terms(text: str) -> tuple[str, str]:
    """Return the terms of a text in their places, and those that it is found by besides, parted by spaces."""
    each = _each(plain(text))
    besides = [term for known in each if known.also or known.capitals for term in (*known.also, *known.capitals)]
    return " ".join([term for known in each for term in known.own]), " ".join(besides)


def _each(text: str) -> list[Terms]:
    """Return what the words of a plain text are found by; most texts are made of the same few."""
    known = _known.get
    chunks = _SPACE.sub(GLUE, text).split()
    return [known(chunk) or _learn(chunk) for chunk in [chunk.strip(_BESIDE) for chunk in chunks]]


def _learn(chunk: str) -> Terms:
    """Return what the words of a chunk are found by, all together; no word goes on beyond it."""
    each = [_read(written) for written in _WORD.findall(chunk)]
    if len(each) == 1:
        known = each[0]
    else:
        parts = ((it.own, it.also, it.capitals) for it in each)
        known = Terms(*(tuple(chain.from_iterable(part)) for part in zip(*parts, strict=True)))
    if len(chunk) <= _LONGEST_KNOWN:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[chunk] = known
    return known


_known = dict[str, Terms]()


def _indexed(term: str) -> bool:
    return len(term) <= LONGEST_TERM and (term.isascii() or len(term.encode()) <= LONGEST_TERM)


def _read(written: str) -> Terms:
    """Return the terms of what the pattern matches."""
    if _PER_CENT.fullmatch(written):
        return Terms(("percent",))
    if _AMOUNT.fullmatch(written):
        return Terms(tuple(stem(folded(word)) for word in read_amount(written)))
    if not written[0].isalnum():
        return Terms() if written[0] in APOSTROPHES else Terms(tuple(map(stem, read_sign(written))))
    elements = _without_tail(_ELEMENTS.split(written))
    written = "’".join(elements)
    if "." in written:
        return _simple(re.sub(f"[.{GLUE}]", "", written).upper())
    if "&" in written:
        return Terms((folded(written.replace(GLUE, "")),))
    return _compound([_read_part(part) for part in _merged(_PARTS.split(written))])


def _without_tail(elements: Sequence[str]) -> list[str]:
    """Return the parts of a word between apostrophes without what is no part of it: Tokayev’s, they’re."""
    if len(elements) > 1 and elements[-1].lower() in _TAILS:
        return [*elements[:-2], elements[-2] + ("s" if elements[-2].isdecimal() else "")]  # the 1990s
    return list(elements)


def _merged(parts: Sequence[str]) -> list[str]:
    """Return the parts of a compound, those of the name of a model as one: F-16, 3-D."""
    merged = [parts[0]]
    for part in parts[1:]:
        letters, number = sorted((merged[-1], part.removesuffix("s")), key=str.isdecimal)
        if number.isdecimal() and letters.isalpha() and len(letters) <= _SHORT:
            merged[-1] += part
        else:
            merged.append(part)
    return merged


def _read_part(part: str) -> tuple[str, Terms]:
    """Return a part of a compound without its apostrophes, and its terms."""
    elements = part.split("’")
    whole = "".join(elements)
    known = _simple(whole)
    if len(elements) > 1:
        besides = (_simple(it).own for it in elements if len(it) > _SHORT and elements[-1] != "t")  # didn’t is one
        known = Terms(known.own, tuple(term for own in besides for term in own))
    return whole, known


def _compound(parts: Sequence[tuple[str, Terms]]) -> Terms:
    if len(parts) == 1:
        return parts[0][1]
    own = tuple(term for _, known in parts for term in known.own)
    also = tuple(term for _, known in parts for term in known.also)
    written = [part for part, _ in parts]
    if len(parts) <= _MOST_PARTS and all(part.isalpha() or folded(part).isalpha() for part in written[:-1]) :
        also = (*also, *_simple("".join(written)).own)
    return Terms(own, also, tuple(term for _, known in parts for term in known.capitals))


def _simple(word: str) -> Terms:
    """Return the terms of letters and digits."""
    small = folded(word)
    if not small:
        return Terms()
    if model := _MODEL.fullmatch(small):
        name, number, _ = model.groups()
        return Terms((name + number,), (stem(name),) if len(name) > _SHORT else ())
    own = (stem(SAME.get(small, small)),)
    if word == "m":
        return Terms(own, _METRES_OR_MILLIONS)
    is_name = small in COMMON if len(word) > 1 and word.isupper() else small in GIVEN_NAMES and word.istitle()
    return Terms(own, capitals=(small.upper(),) if is_name else ())
