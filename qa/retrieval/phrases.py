"""Check whether a text holds some words as they are written, or in any of their forms.

Whatever holds them holds their terms, one behind the other, in the lexical index; the reverse is not so.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from qa.index.lexical.index import Runs
from qa.index.lexical.words import Forms, Run, term_run, words
from qa.retrieval.question import Question

_ALIKE = ("'’‘ʼ‛`´′", '"“”„‟«»″', "-‐‑‒–—―−﹘－")
"""Apostrophes, quotation marks and dashes: of each kind one is as good as another."""


@dataclass(frozen=True)
class Compared:
    """A plain text in the forms that it is compared in, each made when it is first asked for."""

    text: str
    language: str | None = None

    @cached_property
    def small(self) -> str:
        """The text in small letters."""
        return _small(self.text)

    @cached_property
    def run(self) -> Run:
        """Its terms."""
        return term_run(self.text, self.language)


class Phrase(Protocol):
    """Words that follow each other."""

    @property
    def forms(self) -> Forms:
        """Their terms in the lexical index, as each language of the archive has them."""
        ...

    def held_by(self, compared: Compared) -> bool:
        """Return whether a text holds them."""
        ...


@dataclass(frozen=True, slots=True)
class AsWritten:
    """Words as they are written, but for case, the amount of white space, and which apostrophe, quote or dash it is."""

    forms: Forms
    _pattern: re.Pattern[str] = field(repr=False)

    @classmethod
    def of(cls, words: str, languages: Sequence[str] = ()) -> "AsWritten":
        """Return the phrase of some words, one at least."""
        one_by_one = ("".join(map(_one_of, word)) for word in _small(words).split())
        return cls(_forms(words, languages), re.compile(r"\s+".join(one_by_one)))

    def held_by(self, compared: Compared) -> bool:
        """Return whether a text holds them, and not within longer words, as 450 stands in 1 450 and US$4 in US$4bn."""
        if not _holds(compared.run, self.forms):
            return False
        text, start = compared.small, 0
        while found := self._pattern.search(text, start):
            if not (_inside_word(text, found.start()) or _inside_word(text, found.end())):
                return True
            start = found.start() + 1
        return False


@dataclass(frozen=True, slots=True)
class InAnyForm:
    """Words in any of their forms: those with the same stems."""

    forms: Forms

    def held_by(self, compared: Compared) -> bool:
        """Return whether a text holds them, one behind the other."""
        return _holds(compared.run, self.forms)


@dataclass(frozen=True, slots=True)
class Demands:
    """What a question demands of the words of a passage."""

    runs: Runs
    """What the lexical index can tell: a passage that does not satisfy this does not obey."""
    required: tuple[Phrase, ...]
    excluded: tuple[Phrase, ...]
    """Those of which the index cannot tell enough."""

    @classmethod
    def of(cls, question: Question, languages: Sequence[str] = ()) -> "Demands":
        """Return what a question demands of an archive in some languages."""
        required = tuple(AsWritten.of(words, languages) for words in question.required)
        excluded = [_in_any_form(word, languages) for word in question.excluded]
        known = [it.forms for it in excluded if isinstance(it, InAnyForm) and all(len(run) == 1 for run in it.forms)]
        quotes = [AsWritten.of(words, languages) for words in question.excluded_quotes]
        return cls(
            Runs(
                held=tuple(it.forms for it in required if all(map(any, it.forms))),
                lacking=tuple(run for forms in known for run in forms),
            ),
            required,
            tuple(it for it in (*excluded, *quotes) if it.forms not in known),
        )

    @property
    def read(self) -> bool:
        """Whether passages must be read to know which of them obey."""
        return bool(self.required or self.excluded)

    def obeyed_by(self, texts: Sequence[str], language: str | None = None) -> bool:
        """Return whether a passage obeys: plain texts, its own and those of its headline and heading."""
        compared = [Compared(text, language) for text in texts]
        held = all(any(it.held_by(text) for text in compared) for it in self.required)
        return held and not any(it.held_by(text) for it in self.excluded for text in compared)


def _in_any_form(word: str, languages: Sequence[str]) -> Phrase:
    """Return the phrase of a word; the forms of one that is too long to be indexed are not known.

    One in capitals that is a little word in small letters is excluded as the name that it is: -US.
    """
    names = [it.terms.capitals for it in words(word)]
    forms = (names[0],) if len(names) == 1 and names[0] else _forms(word, languages)
    return InAnyForm(forms) if all(run and all(run) for run in forms) else AsWritten.of(word, languages)


def _forms(words: str, languages: Sequence[str]) -> Forms:
    return tuple(dict.fromkeys(term_run(words, language) for language in languages or (None,)))


def _holds(run: Run, forms: Forms) -> bool:
    """Return whether the terms of some form follow each other in a run."""
    return any(run[at : at + len(part)] == part for part in forms for at in range(len(run) - len(part) + 1))


def _small(text: str) -> str:
    """Return a text in small letters, each changed by itself as in the index, and into one letter."""
    return text.replace("İ", "i").replace("Σ", "σ").replace("ς", "σ").lower().replace("ё", "е")


def _one_of(character: str) -> str:
    alike = next((some for some in _ALIKE if character in some), None)
    return re.escape(character) if alike is None else f"[{re.escape(alike)}]"


def _inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and _of_word(text[place - 1]) and _of_word(text[place])


def _of_word(character: str) -> bool:
    """Return whether a character makes up words: a letter, a digit, or a mark upon one."""
    return character.isalnum() or unicodedata.category(character).startswith("M")
