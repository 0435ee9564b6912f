"""The words of a question that may be missing, and how it is known which passages hold them.

That a word is missing must be so however a passage writes it: it is looked up in the forms that each language of the
archive has of it, and left out of what may be missing where no index can tell.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qa.articles.letters import folded
from qa.articles.scripts import SPACELESS_RUN
from qa.index.lexical.asked_words import AskedWord
from qa.index.lexical.common_words import COMMON, NEGATIONS, SAYING, STOP_WORDS, little_words
from qa.index.lexical.index import LexicalIndex
from qa.index.lexical.words import Forms, term_run
from qa.retrieval.query import Query

_LITTLE = STOP_WORDS | NEGATIONS
_ASKING = COMMON | SAYING
"""What people ask with says nothing of what they ask about."""


@dataclass(frozen=True, slots=True)
class MissingWord:
    """A word of a question that may be missing."""

    written: str
    parts: tuple[Forms, ...]
    """What a passage must hold, each in some form: the parts of a compound, wherever they stand in it."""
    terms: frozenset[str]
    """By which passages were scored."""

    def stands_among(self, held: Collection[str]) -> bool:
        """Return whether the terms of a text hold it."""
        return all(any(term in held for (term,) in forms) for forms in self.parts)

    def held_at_most(self, lexical: LexicalIndex) -> int:
        """Return a number of passages that no more hold it than, without a search."""
        return min(sum(lexical.passages_holding(term) for (term,) in forms if term) for forms in self.parts)


def words_that_may_be_missing(query: Query, languages: Sequence[str]) -> list[MissingWord]:
    """Return the words of a question that mean something, each once, given the languages that the archive is in."""
    little = _LITTLE | little_words(query.language)
    found = dict[str, MissingWord]()
    for it in query.words:
        parts = _parts(it, languages) if _means_something(it, little) else ()
        if parts and it.word.written.casefold() not in found:
            found[it.word.written.casefold()] = MissingWord(it.word.written, parts, frozenset(it.terms))
    return list(found.values())


def _means_something(asked: AskedWord, little: frozenset[str]) -> bool:
    """Return whether a word is about something, and is one: where no spaces are written nobody knows which are.

    A little word in capitals may be a name, or be stressed: “who did NOT pay”.
    """
    written, own = asked.word.written, asked.word.terms.own
    if not asked.terms or folded(written) in _ASKING or little.issuperset(own):
        return False
    return SPACELESS_RUN.search(written) is None


def _parts(asked: AskedWord, languages: Sequence[str]) -> tuple[Forms, ...]:
    """Return the parts of a word in every form that passages may have of it; nothing where no index can tell."""
    known = asked.word.terms
    runs = (known.own, *(term_run(asked.word.written, language) for language in (None, *languages)))
    if len({len(run) for run in runs}) > 1 or not all(map(all, runs)):
        return ()
    return tuple(tuple(dict.fromkeys((term,) for term in (*terms, *known.also))) for terms in zip(*runs, strict=True))
