"""Find the words of a question in a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa.articles.plain_copy import PlainCopy
from qa.index.lexical.asked_words import asked_words
from qa.index.lexical.common_words import COMMON
from qa.index.lexical.words import words
from qa.page.verbs_of_saying import says
from qa.records import Answer, Span
from qa.retrieval.question import parse
from qa.retrieval.spelling import corrected


@dataclass(frozen=True, slots=True)
class QuestionWord:
    """A word of a question that counts."""

    written: str
    terms: frozenset[str]
    also: frozenset[str]
    """Terms that are the word in another spelling."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of a question that count, as they are written and as they are searched for."""

    each: tuple[QuestionWord, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words as the question writes them."""
        return tuple(it.written for it in self.each)

    @property
    def terms(self) -> frozenset[str]:
        """All that they are found by."""
        return frozenset[str]().union(*(it.terms | it.also for it in self.each))

    def spans(self, text: str, language: str | None = None) -> Iterator[Span]:
        """Yield where a text has one of them, in any of its forms, but no word for saying something.

        No entity and no letter of it is cut.
        """
        copy, wanted = PlainCopy.of(text), QuestionWords(tuple(it for it in self.each if not says(it.written))).terms
        for word in words(copy.text, language) if wanted else ():
            found = word.terms
            if not wanted.isdisjoint((*found.own, *found.also, *found.capitals)) and not says(word.written):
                yield copy.original(word.start, word.end)


def question_words(answer: Answer) -> QuestionWords:
    """Return which words of a question count, misspelt ones as they were read; excluded ones are not asked for."""
    text = answer.topic.words if answer.topic else corrected(parse(answer.question).words, answer.corrections)
    if answer.time is not None and not answer.time.soft:
        text = text.replace(answer.time.words, "")
    languages = {it.passage.language for it in answer.evidence} - {answer.language}
    others = sorted(filter(None, languages))
    telling = {
        it.word.written: QuestionWord(it.word.written, frozenset(it.terms), frozenset(it.also))
        for it in asked_words(text, answer.language, others)
        if it.terms and (it.word.written.lower() not in COMMON or it.terms != it.otherwise)
    }
    return QuestionWords(tuple(telling.values()))
