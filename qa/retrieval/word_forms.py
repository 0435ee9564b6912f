"""Know two words for forms of one: an ending, a slip of the typist, one name in two transliterations.

A slip leaves no word: of two common words one letter apart neither is a slip (adopted, adapted). Which names there are
nobody knows, so two that differ are two (Johnson, Johnston; Petersen, Peterson), unless it is in how a name is written
in other letters, or in a letter written twice.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from rapidfuzz.distance import OSA

from qa.index.lexical.stems import stem
from qa.models.encoder.english_words import is_english_word
from qa.retrieval.aligned_words import AlignedWord
from qa.retrieval.word_keys import key_of

_SPELT = 6
"""For each six letters a word may have one slip."""
_SHORTEST_NAME = 5
"""A shorter name is another one whatever it differs in: Iran, Iraq."""
_STEM, _WHOLE = 5, 3
"""The fewest letters that two forms share where each has an ending, and where one of them has none."""
_LONGEST_ENDING = 3
_SHORTEST_ABBREVIATION = 3
_NEGATING_ENDING = re.compile("[мбп][аеыі]")
"""A Kazakh verb is negated inside: мақұлдады, мақұлдамады."""
_VOWEL = re.compile("[аеиоуыэюяіүұө]")
"""Most Russian endings begin with one."""
_LANGUAGES = (None, "kk", "uk")
_TRANSLITERATED = (
    (r"й", "и"),
    (r"дж", "ж"),
    (r"[ъь]", ""),
    (r"э", "е"),
    (r"^tch", "ch"),
    (r"shch", "sch"),
    (r"dzh|zh|dj", "j"),
    (r"kh", "h"),
    (r"(?<=[dg])h", ""),
    (r"ks", "x"),
    (r"q(?!u)", "k"),
    (r"oo|ou", "u"),
    (r"ee", "i"),
    (r"[ae]i", "ei"),
    (r"(.)\1", r"\1"),
    (r"ych$", "ich"),
    (r"(?<=[eo])f$", "v"),
    (r"(?<=[aeiou])y(?=[aeiou])|y(?=e)", ""),
    (r"(?<=[^aeiou])y(?=a(?:na)?$|u)", "i"),
    (r"(?<=d)er$", "r"),
    (r"ey$", "ei"),
    (r"(?<=[^aeiou])(?:iy|yi|ij|yj|y)$", "i"),
    (r"ah$", "a"),
    (r"enka$", "enko"),
)
"""What is written one way or the other where a name is brought from one alphabet into another."""
_RULES = tuple((re.compile(pattern), other) for pattern, other in _TRANSLITERATED)
_KAZAKH_AS_RUSSIAN = str.maketrans("әғқңөұүһі", "агкноуухи")


def are_one(one: AlignedWord, other: AlignedWord) -> bool:
    """Return whether two words are forms of one."""
    if not one.keys.isdisjoint(other.keys):
        return True
    if one.states_number or other.states_number:
        return False
    if one.person or other.person:
        return False
    if one.shortened != other.shortened and _is_shortened(*((one, other) if one.shortened else (other, one))):
        return True
    if one.named and other.named and _are_one_name(one.written, other.written):
        return True
    if one.is_name and other.is_name:
        return False
    if key_of(one.written) == key_of(other.written):
        return True  # one of them seemed a name
    if one.named and other.named:
        return False
    return _are_one_word(one.written, other.written)


def _is_shortened(short: AlignedWord, other: AlignedWord) -> bool:
    return len(short.written) >= _SHORTEST_ABBREVIATION and other.written.startswith(short.written)


def _are_one_name(one: str, other: str) -> bool:
    if one[0] == other[0] and min(len(one), len(other)) == 1:
        return True  # an initial
    if not (one.isascii() and other.isascii()):
        shorter, longer = sorted((one, other), key=len)
        if len(shorter) >= _WHOLE and longer.startswith(shorter) and len(longer) - len(shorter) <= _LONGEST_ENDING:
            return True
        if any(stem(one, it) == stem(other, it) for it in _LANGUAGES):
            return True
    if min(len(one), len(other)) >= _WHOLE and max(one, other, key=len) in {
        f"{min(one, other, key=len)}{ending}" for ending in ("s", "es")
    }:
        return True
    if min(len(one), len(other)) < _SHORTEST_NAME:
        return False
    return _transliterated(one) == _transliterated(other)


def _transliterated(name: str) -> str:
    name = name.translate(_KAZAKH_AS_RUSSIAN)
    for pattern, other in _RULES:
        name = pattern.sub(other, name)
    return name if name.isascii() else stem(name, None)


def _are_one_word(one: str, other: str) -> bool:
    if one.isascii() and other.isascii():
        return _has_slip(one, other)
    shared = sum(1 for _ in takewhile(lambda it: it[0] == it[1], zip(one, other, strict=False)))
    endings = one[shared:], other[shared:]
    if max(map(len, endings)) > _LONGEST_ENDING or shared < _least_shared(endings):
        return False
    return not any(map(_NEGATING_ENDING.match, endings))


def _least_shared(endings: Sequence[str]) -> int:
    """Return how many letters two forms share: more where each has an ending of its own."""
    if "" in endings:
        return _WHOLE
    return _STEM if all(map(_VOWEL.match, endings)) else max(_STEM, 2 * max(map(len, endings)))


def _has_slip(one: str, other: str) -> bool:
    slips = min(len(one), len(other)) // _SPELT
    if one[0] != other[0] or OSA.distance(one, other, score_cutoff=slips) > slips:
        return False
    return is_english_word(one) != is_english_word(other)
