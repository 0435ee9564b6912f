"""Find the words of a question in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.index.lexical.words import question_terms, terms
from qa.records import Answer, Span
from qa.retrieval.question import parse
from qa.retrieval.spelling import corrected

_WORD = re.compile(r"\w+")
_WRITTEN = """
who whom whose where when what which why how long much many often far old do does did done has have had is are
was were be been being can could will would shall should may might must about after against among around
before between by during from over since than through under until upon with without he she him her his hers
its they them their you your we our us i my me one ones any some there that this these those the and or not
"""
_LITTLE = frozenset(_WRITTEN.split())
"""Words that every question has: English ones, as the stemming is."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of a question that count, as they are written and as they are searched for."""

    words: tuple[str, ...] = ()
    terms: frozenset[str] = frozenset()

    def spans(self, text: str) -> Iterator[Span]:
        """Yield where a text has one of them, in any of its forms."""
        known = dict[str, bool]()
        for match in _WORD.finditer(text):
            word = match[0]
            if word not in known:
                known[word] = not self.terms.isdisjoint(terms(word))
            if known[word]:
                yield Span(match.start(), match.end())

    def held_by(self, text: str) -> tuple[str, ...]:
        """Return those that a text holds, as the question writes them."""
        held = frozenset(terms(text))
        return tuple(word for word in self.words if not held.isdisjoint(terms(word)))


def question_words(answer: Answer) -> QuestionWords:
    """Return which words of a question count, misspelt ones as they were read; excluded ones are not asked for."""
    text = corrected(parse(answer.question).words, answer.corrections)
    telling = [word for word in _WORD.findall(text) if word.lower() not in _LITTLE]
    wanted = frozenset(question_terms(" ".join(telling))) if telling else frozenset[str]()
    words = dict.fromkeys(word for word in telling if not wanted.isdisjoint(terms(word)))
    return QuestionWords(tuple(words), wanted)
