"""The type of answer that a question asks for, a number, a time or a name, and whether a text holds one."""

import re
from dataclasses import dataclass

from qa.index.lexical.words import terms
from qa.retrieval.answer_patterns import (
    A_PERSON,
    ASKS_FIGURE,
    ASKS_NAME,
    ASKS_NUMBER,
    ASKS_TIME,
    FIGURE,
    INTERROGATIVE,
    NUMBER,
    ONE,
)
from qa.retrieval.time_patterns import TIME

_FIRST_WORD = re.compile(r"\W*(\w+)")
_CAPITAL = re.compile(r"\b[^\W\d_][\w’'-]+")


@dataclass(frozen=True, slots=True)
class AnswerType:
    """What a question asks for; a question may ask for none of these."""

    number: bool
    """A number or a time, in digits or words."""
    name: bool
    time: bool
    figure: bool
    """A quantity, in digits or words."""
    words: frozenset[str]
    """The question's own words, which answer nothing."""
    language: str | None
    """The question's."""

    def held_by(self, sentence: str) -> bool:
        """Return whether a sentence holds a number where one is asked for, or a name that the question does not."""
        if self.number and NUMBER.search(sentence):
            return True
        return self.name and any(not self.words.issuperset(terms(name, self.language)) for name in names_in(sentence))

    def missing_in(self, text: str) -> bool:
        """Return whether a time or a figure is asked for, and a text holds none."""
        return (self.time and not TIME.search(text)) or (self.figure and not self._holds_figure(text))

    def _holds_figure(self, text: str) -> bool:
        return FIGURE.search(text) is not None or any(map(self._is_counted, ONE.findall(text)))

    def _is_counted(self, word: str) -> bool:
        """Return whether “one” before a word counts what is asked about."""
        return A_PERSON.fullmatch(word) is not None or not self.words.isdisjoint(terms(word, self.language))


def answer_type_of(question: str, language: str | None = None) -> AnswerType:
    """Return what a question asks for by its first interrogative, up to the next; in some languages nothing.

    "Who won when the river rose" asks for a name, not for a time.
    """
    first = INTERROGATIVE.search(question)
    following = INTERROGATIVE.search(question, first.end()) if first else None
    clause = question[first.start() if first else 0 : following.start() if following else None]
    return AnswerType(
        number=bool(ASKS_NUMBER.search(clause)),
        name=bool(ASKS_NAME.search(clause)),
        time=bool(ASKS_TIME.search(clause)),
        figure=bool(ASKS_FIGURE.search(clause)),
        words=frozenset(terms(question, language)),
        language=language,
    )


def names_in(sentence: str) -> list[str]:
    """Return the words with a capital; the first word counts only where another with a capital follows it."""
    words = _CAPITAL.findall(sentence)
    first = _FIRST_WORD.match(sentence)
    opens = bool(words) and first is not None and words[0].startswith(first[1])
    capitals = [word for word in (words[1:] if opens else words) if word[0].isupper()]
    follows = len(words) > 1 and words[0][0].isupper() and words[1][0].isupper()
    return [words[0], *capitals] if opens and follows else capitals
