"""Group near-identical passages: the same report in several outlets or editions is one result.

Two passages are copies when half of the shorter one's three-word runs stand in the other, or when their vectors are
near and a fifth do (two translations of one interview share few words); never when each states a number, or each a
name, that the other lacks. Measured on two translations of one interview: cosine .91 and .87, shared runs .54 and .28;
the nearest two passages that report different things: .80 and .15.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.encoder.protocol import Vectors, unit_length
from qa.plain_text import plain
from qa.records import Sentence

_SAME_RUNS = 0.5
_NEAR_COSINE = 0.84
_NEAR_RUNS = 0.2
_FEWEST_RUNS = 8
"""Shorter passages (line-ups, fixtures) have near vectors whatever they say."""
_LEAST_COSINE = 0.4
"""Passages that share half of their runs are never further apart: the others need not be compared word by word."""
_RUN = 3

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<![.!?…:\"“”»] )(?<!^)(?<![\"“«'‘(])\b[^\W\d_a-z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """What two passages are compared by."""

    article: str
    runs: frozenset[tuple[str, ...]]
    """Every three words that follow each other."""
    numbers: frozenset[str]
    names: frozenset[str]
    """Words with a capital that do not open a sentence."""


def wording(article: str, text: str) -> Wording:
    """Take from a passage of an article what it is compared by."""
    text = plain(text)
    words = tuple(word.casefold() for word in _WORD.findall(text))
    runs = {words[at : at + _RUN] for at in range(max(len(words) - _RUN + 1, 1))}
    numbers = {number.replace(",", "") for number in _NUMBER.findall(text)}
    return Wording(
        article, frozenset(runs), frozenset(numbers), frozenset(name.casefold() for name in _NAME.findall(text))
    )


def are_copies(first: Wording, second: Wording, cosine: float) -> bool:
    """Say whether two passages report the same in nearly the same words."""
    if first.runs == second.runs:
        return True
    if first.article == second.article or _contradict(first.numbers, second.numbers):
        return False
    fewer = min(len(first.runs), len(second.runs))
    shared = len(first.runs & second.runs) / fewer
    if shared >= _SAME_RUNS:
        return True
    near = cosine >= _NEAR_COSINE and shared >= _NEAR_RUNS and fewer >= _FEWEST_RUNS
    return near and not _contradict(first.names, second.names)


def text_vector(sentences: Sequence[Sentence], vectors: Vectors) -> Vectors:
    """Average a passage's sentence vectors by length: the vector of its words alone, without headline and heading."""
    lengths = np.array([len(sentence.text) for sentence in sentences], dtype=np.float32)
    return unit_length(lengths @ vectors)


def group_copies(wordings: Sequence[Wording], vectors: Vectors) -> list[list[int]]:
    """Group passages given best first: each group leads with its best, and joins what is a copy of that lead."""
    cosines = vectors @ vectors.T
    groups: list[list[int]] = []
    for place, candidate in enumerate(wordings):
        near = (group for group in groups if cosines[group[0], place] >= _LEAST_COSINE)
        home = next((it for it in near if are_copies(wordings[it[0]], candidate, cosines[it[0], place])), None)
        if home is None:
            groups.append([place])
        else:
            home.append(place)
    return groups


def _contradict(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether each holds something that the other lacks."""
    return bool(first - second) and bool(second - first)
