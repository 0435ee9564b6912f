"""Decide which language a question is in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from qa.articles.language import likelihoods
from qa.articles.letters import folded
from qa.index.lexical.common_words import COMMON, LANGUAGES_IN_ASCII, LITTLE_ELSEWHERE

_NEARLY = 20.0
"""“Whom did Schroeder meet, or Schroder?” is likelier Dutch than English by half, a German question by thousands."""
_ENGLISH = 4
"""A fourth of the words of nearly every English question are little ones: of 170 over news, of all but 38."""
_SHORTEST = 3
"""Words: “São Paulo” is a place, though “são” is a little word."""
_SENTENCE = 4
"""How many words of another language are no longer a name, or a few of them: of 340 lists of the words of questions, in
capitals and in small letters, none is taken for another language than English."""
_LATIN_THROUGH = "\u024f"
_WORD = re.compile(r"[^\W\d_]+")


def language_of_question(words: str, held: Sequence[str]) -> str | None:
    """Return the language of a question, given those that the archive is in; None where none is known.

    It is one of those where that is nearly as likely as any other, and the first of them unless another is sure: names
    and few words tell little.
    """
    if not held:
        return None
    if held == ("en",) and words.isascii() and _Little.of(words).as_in_english:  # without loading what detects
        return "en"
    likely = likelihoods(words)
    first = next(iter(likely))
    best_held = max(held, key=lambda language: likely.get(language, 0.0))
    language = best_held if likely.get(best_held, 0.0) * _NEARLY >= likely[first] else first
    return language if language == held[0] or _is_surely_in(language, words) else held[0]


def _is_surely_in(language: str, words: str) -> bool:
    """Return whether a question is in a language beyond doubt, not in another with a name from there."""
    letters = [letter for letter in words if letter.isalpha()]
    if sum(letter > _LATIN_THROUGH for letter in letters) * 2 > len(letters):
        return True
    little = _Little.of(words)
    if language == "en":
        return little.english_enough
    if language in LANGUAGES_IN_ASCII:
        return little.words >= _SHORTEST and little.elsewhere > little.english
    return little.words >= _SENTENCE and not little.english


@dataclass(frozen=True, slots=True)
class _Little:
    """How many words a question has, and how many of them are little ones."""

    words: int
    english: int
    """Without those of one letter, which other languages have too."""
    elsewhere: int
    short: int

    @classmethod
    def of(cls, words: str) -> Self:
        asked = [folded(word) for word in _WORD.findall(words)]
        english = [word for word in asked if word in COMMON]
        short = sum(len(word) == 1 for word in english)
        return cls(len(asked), len(english) - short, sum(it in LITTLE_ELSEWHERE for it in asked), short)

    @property
    def as_in_english(self) -> bool:
        """Whether nothing speaks for another language: it has little words of English enough, or none and is short."""
        return self.english_enough or (self.words < _SENTENCE and not self.elsewhere)

    @property
    def english_enough(self) -> bool:
        english = self.english + self.short
        return english > self.elsewhere and english * _ENGLISH >= self.words
