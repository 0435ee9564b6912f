"""The words of a text that can describe a topic, and how each is usually written."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from qa.archive.topic_map.stop_words import STOP_WORDS
from qa.articles.plain_text import plain
from qa.index.lexical.words import terms

_WORD = re.compile(r"\b[^\W\d_]+(?:[-’'][^\W\d_]+)*\b")
_ENDING = re.compile(r"[’'](?:s|t|d|m|ll|re|ve)?$")
_OPENING = re.compile(r"(?:^|[.!?…:]\W{0,3}|[\n“«\"(]\s*)$")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_RUSSIAN = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.stemmer("russian")).build()

Stems = tuple[str, ...]
"""A term: one word's stem, or two that stand together."""


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word of a text."""

    stem: str
    """What its forms have in common: singular and plural are one word."""
    written: str
    opens: bool
    """Whether a sentence begins with it: its capital says nothing then."""


class WordCutter:
    """Cuts texts into runs of words without stop words; it caches stems."""

    def __init__(self) -> None:
        self._stems: dict[str, str] = {}

    def runs(self, text: str) -> Iterator[list[TopicWord]]:
        """Yield the words that stand together, nothing but a space between them."""
        text, run, end = plain(text), list[TopicWord](), 0
        for match in _WORD.finditer(text):
            start, written = match.start(), _ENDING.sub("", match[0])
            tells = len(written) > 1 and written.casefold() not in STOP_WORDS
            if run and not (tells and text[end:start] == " "):
                yield run
                run = []
            if tells:
                run.append(
                    TopicWord(self._stem(written), written, bool(_OPENING.search(text, max(start - 4, 0), start)))
                )
            end = start + len(written)
        if run:
            yield run

    def _stem(self, word: str) -> str:
        if word not in self._stems:
            self._stems[word] = " ".join(_RUSSIAN.analyze(word) if _CYRILLIC.search(word) else terms(word))
        return self._stems[word]


class Spellings:
    """How words are written, and pairs of them."""

    def __init__(self) -> None:
        self._within, self._opening = (
            defaultdict[Stems, Counter[str]](Counter),
            defaultdict[Stems, Counter[str]](Counter),
        )

    def learn(self, words: Sequence[TopicWord]) -> None:
        """Count one use of a term."""
        forms = self._opening if words[0].opens else self._within
        forms[tuple(word.stem for word in words)][" ".join(word.written for word in words)] += 1

    def usual(self, term: Stems) -> str:
        """Return a term as it is written most often where no sentence begins with it, or else where one does."""
        forms = self._within.get(term) or self._opening[term]
        return min(forms, key=lambda it: (-forms[it], it))

    def is_name(self, stem: str) -> bool:
        """Return whether a word is usually written with a capital though no sentence begins with it."""
        return (stem,) in self._within and self.usual((stem,))[0].isupper()
