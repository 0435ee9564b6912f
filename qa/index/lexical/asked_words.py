"""The words of a question, and by which terms each is looked up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.articles.plain_text import plain
from qa.index.lexical.common_words import NEGATIONS, STOP_WORDS, little_words
from qa.index.lexical.words import Word, each_terms, words
from qa.index.lexical.written_word import Terms

_LITTLE = STOP_WORDS | NEGATIONS


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question."""

    word: Word
    terms: tuple[str, ...]
    """What it is looked up by; nothing where it is a little word."""
    otherwise: tuple[str, ...]
    """What instead, where no passage holds those: "US" may be asked of an archive that never writes it so."""
    also: tuple[str, ...] = ()
    """Terms of which each is all of them in another spelling."""


def asked_words(question: str, language: str | None = None, others: Sequence[str] = ()) -> list[AskedWord]:
    """Return the words of a question; the little ones have no terms, unless there is nothing else.

    Passages in other languages are found by the terms that the words have in those. A little word in capitals is a
    name, where not all of the question stands in capitals: US, WHO, IT.
    """
    text = plain(question)
    every = list(words(text, language))
    elsewhere = [list(words(text, other)) for other in others]
    every = [_also_in(word, [each[place].terms for each in elsewhere]) for place, word in enumerate(every)]
    little = _LITTLE | little_words(language)
    capitals_tell = any(character.islower() for character in text)
    titles_tell = any(it.written[0].islower() for it in every)  # not in “Who Will Win the Cup?”
    asked = []
    for place, it in enumerate(every):
        telling = titles_tell and place if it.written.istitle() else capitals_tell
        asked.append(_asked(it, it.terms.capitals if telling else (), little))
    if any(it.terms for it in asked):
        return asked
    return [_asked(it, it.terms.capitals, frozenset()) for it in every]


def question_terms(question: str, language: str | None = None) -> list[str]:
    """Return the terms of a question once each, without little words unless there is nothing else."""
    each, little = each_terms(plain(question), language), _LITTLE | little_words(language)
    found = [term for it in each for term in it.own if term not in little]
    if not found or any(it.capitals for it in each):  # which words are in capitals decides
        found = [term for it in asked_words(question, language) for term in it.terms]
    return list(dict.fromkeys(found))


def _also_in(word: Word, others: Sequence[Terms]) -> Word:
    """Return a word that is found by its terms in other languages too."""
    besides = (it.own[0] for it in others if len(it.own) == 1 and it.own != word.terms.own)
    also = tuple(dict.fromkeys((*word.terms.also, *besides)))
    return word if also == word.terms.also else replace(word, terms=replace(word.terms, also=also))


def _asked(word: Word, capitals: tuple[str, ...], little: frozenset[str]) -> AskedWord:
    own = tuple(term for term in word.terms.own if term not in little)
    if not capitals:
        return AskedWord(word, own, own, word.terms.also if own else ())
    small = {term.lower() for term in capitals}
    return AskedWord(word, (*capitals, *(term for term in own if term not in small)), own)
