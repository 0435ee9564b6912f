"""Read a word as it is written: which terms it is found by, the same for all ways to write it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.articles.letters import folded
from qa.index.lexical.amounts import (
    AMOUNT,
    APOSTROPHES,
    GLUE,
    INSIDE_AMOUNT,
    LETTERED,
    PER_CENT,
    SAME,
    SIGN,
    THOUSANDS_APART,
    UNIT,
    read_amount,
    read_sign,
    without_partings,
)
from qa.index.lexical.common_words import COMMON, GIVEN_NAMES
from qa.index.lexical.letters import CLOSING, FREE, INSIDE, STACKING
from qa.index.lexical.stems import parted, stem

_HYPHENS = r"\-‐‑‒–−﹣－"
"""And what is written for them between letters; one like — parts a sentence."""
_BELOW = rf"[{STACKING}][^\W_]?"
_CLOSED = rf"(?:(?:{_BELOW}|[{CLOSING}])(?:{_BELOW}|[{FREE}{CLOSING}])*)?"
_RUN = rf"[^\W_]+(?:[{FREE}]+[^\W_]*)*{_CLOSED}"
_END = rf"(?![^\W_]|[{INSIDE}])"
_OF = rf"(?:[{APOSTROPHES}][sS]{_END})?"
_DEGREE = (
    r"(?:[BMD]\.(?:Sc|Phil|Litt|Mus|Ed|Eng)|(?:Ph|Ed|Th|Psy|Pharm)\.D|LL\.[BMD])"
    rf"(?:\.?s)?(?!\.?[^\W_])\.?{_OF}"
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁІҢҒҮҰҚӨҺӘΑ-Ω]"
WORD = re.compile(
    rf"[A-Za-z]{{2,}}+(?![^\W]|[{INSIDE}{APOSTROPHES}{_HYPHENS}&${GLUE}]|\.[BMD](?![^\W_]))"  # most words
    rf"|{PER_CENT}"
    rf"|{_DEGREE}"
    rf"|[^\W\d_](?:\.[^\W\d_])+(?!\.?[^\W_])\.?{_OF}"  # U.S., F.B.I
    rf"|{_CAPITAL}\.(?:{GLUE}{_CAPITAL}\.)*{GLUE}{_CAPITAL}(?!\.?[^\W_])\.?{_OF}"  # J. K.
    rf"|[^\W\d_]{{1,3}}&[^\W\d_]{{1,3}}{_END}{_OF}|{_CAPITAL}{{1,2}}{GLUE}&{GLUE}{_CAPITAL}{{1,2}}{_END}{_OF}"  # R&D
    rf"|(?:\d+|{THOUSANDS_APART})[{_HYPHENS}](?!{UNIT})[^\W\d_]{{1,2}}(?![{_HYPHENS}]?[^\W_])"  # 3-D
    rf"|\d+0[{APOSTROPHES}]s{_END}|{LETTERED}|{AMOUNT}"  # the 1990's
    rf"|{_RUN}(?:[{APOSTROPHES}{_HYPHENS}](?![^\W\d_]\.[^\W\d_]){_RUN})*"
    rf"|[{APOSTROPHES}](?:s|t|ll|re|ve|d|m){_END}|{SIGN}"  # “Post”’s
)
INNER_SPACE = re.compile(
    rf"\s(?<![a-qs-z,].)(?:{INSIDE_AMOUNT}|(?<=\b{_CAPITAL}\..)(?={_CAPITAL}\.)"
    r"|(?<=[A-Z].)(?=&\s[A-Z])|(?<=[A-Z]\s&.)(?=[A-Z]))",
    re.DOTALL,
)
"""A space inside a word; behind most letters there is none, and no more is looked at."""
SIMPLE_WORD = re.compile(_RUN)
"""Letters and digits with the marks upon them: a part of a word, or all of it."""
_PER_CENT, _AMOUNT = re.compile(PER_CENT), re.compile(AMOUNT)
_PARTS = re.compile(f"[{_HYPHENS}]")
_ELEMENTS = re.compile(f"[{APOSTROPHES}]")
TAIL = re.compile(rf"(?<!\d0)[{APOSTROPHES}](?:s|ll|re|ve|d|m)$", re.IGNORECASE)
"""What is no part of a word: Tokayev’s, they’re; the 1990’s are the 1990s."""
_MODEL = re.compile(r"([^\W\d_]+)(\d+)(s?)")
_SHORT = 2
_MOST_PARTS = 3
_METRES_OR_MILLIONS = ("million", "metr")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a written word is found by."""

    own: tuple[str, ...] = ()
    """Terms in their order, one for most words."""
    also: tuple[str, ...] = ()
    """Other ways to write all of it, as its parts or as one: email for e-mail."""
    capitals: tuple[str, ...] = ()
    """Terms in capitals, of a name that is a little word in small letters: US, and Will."""


@lru_cache(maxsize=1 << 14)
def read_word(written: str, language: str | None) -> Terms:
    """Return the terms of what the pattern matches, in a text of some language."""
    if _PER_CENT.fullmatch(written):
        return Terms(("percent",))
    if _AMOUNT.fullmatch(written):
        return Terms(tuple(stem(folded(word), language) for word in read_amount(written)))
    if not written[0].isalnum():
        return (
            Terms() if written[0] in APOSTROPHES else Terms(tuple(stem(word, language) for word in read_sign(written)))
        )
    written = TAIL.sub("", without_partings(written) if written[0].isdecimal() else written)
    if "." in written:
        return _simple(re.sub(f"[.{GLUE}]", "", written).upper(), language)
    if "&" in written:
        return Terms((folded(written.replace(GLUE, "")),))
    return _compound([_read_part(part, language) for part in _merged(_PARTS.split(written))], language)


def _merged(parts: Sequence[str]) -> list[str]:
    """Return the parts of a compound, those of the name of a model as one: F-16, 3-D."""
    merged = [parts[0]]
    for part in parts[1:]:
        letters, number = sorted((merged[-1], part.removesuffix("s")), key=str.isdecimal)
        if number.isdecimal() and letters.isalpha() and len(letters) <= _SHORT and letters not in COMMON:
            merged[-1] += part
        else:
            merged.append(part)
    return merged


def _read_part(part: str, language: str | None) -> tuple[str, Terms]:
    """Return a part of a compound without its apostrophes, and its terms."""
    elements = _ELEMENTS.split(part)
    whole = "".join(elements)
    known = _simple(whole, language)
    if len(elements) > 1:
        besides = (
            _simple(it, language).own for it in elements if it[_SHORT:].isalpha() and elements[-1] != "t"
        )  # didn’t is one
        known = Terms(known.own, tuple(term for own in besides for term in own))
    return whole, known


def _compound(parts: Sequence[tuple[str, Terms]], language: str | None) -> Terms:
    if len(parts) == 1:
        return parts[0][1]
    own = tuple(term for _, known in parts for term in known.own)
    also = tuple(term for _, known in parts for term in known.also)
    written = [part for part, _ in parts]
    if len(parts) <= _MOST_PARTS and all(part[0].isalpha() for part in written[:-1]):
        also = (*also, *_simple("".join(written), language).own)
    return Terms(own, also, tuple(term for _, known in parts for term in known.capitals))


def _simple(word: str, language: str | None) -> Terms:
    """Return the terms of letters and digits."""
    small = folded(word)
    if not small:
        return Terms()
    if model := _MODEL.fullmatch(small):
        name, number, _ = model.groups()
        return Terms((name + number,), (stem(name, language),) if len(name) > _SHORT else ())
    if len(parts := parted(small)) > 1:
        return Terms(tuple(stem(part, language) for part in parts))
    own = (stem(SAME.get(small, small), language),)
    if word == "m":
        return Terms(own, _METRES_OR_MILLIONS)
    is_name = small in COMMON if len(word) > 1 and word.isupper() else small in GIVEN_NAMES and word.istitle()
    return Terms(own, capitals=(small.upper(),) if is_name else ())
