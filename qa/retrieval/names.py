"""Find which words of a question are names: those that it writes with a capital, or that the archive does.

Most people ask in small letters. How a word is written inside the sentences of the passages that share most with the
question says whether it is a name there: “brown” beside “gordon” is one, beside “bread” it is none. Where no sentence
says it, as of a country that the archive never mentions, English says whether a word is a name.
"""

import calendar
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.articles.plain_text import plain
from qa.index.index import View
from qa.index.lexical.asked_words import AskedWord
from qa.index.lexical.words import terms
from qa.index.store.passages import read_words
from qa.models.encoder.english_words import is_english_name, is_english_word

_READ = 20
"""In how many passages spellings are looked for."""
_MOSTLY = 0.6
"""The least share of capitals: of “gordon brown” it is over .9, of “prime minister” about .5."""
_BESIDE = 10
"""How many times more a spelling counts where the word stands beside the same word as in the question."""
_BEGUN = 3
"""A word and its other forms begin with the same letters; only what begins so is looked at."""
_SHORT = 3
"""Letters of a word that English need not have."""
_ENGLISH = frozenset({"en", None})
"""Of other languages it is not known which words are common; where no language is known, it is taken for English."""
_NO_NAMES = frozenset(
    {"mr", "mrs", "ms", "miss", "mister", "dr", "doctor", "sir", "prof", "professor", "president", "minister"}
    | {name.lower() for name in (*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr)}
)
"""Written with a capital, and yet no one's name: that a passage holds “Mr” or “Monday” says nothing of who is meant."""
_NEAR = 40
"""Characters, within which the word beside one stands."""


def written_names(asked: Sequence[AskedWord]) -> frozenset[str]:
    """Return the terms of the words that a question writes with a capital, its first word apart.

    Where it has no other words, as in “Who Won The Cup” and in capitals throughout, capitals say nothing.
    """
    if all(it.word.written[0].isupper() for it in asked if _is_word(it)):
        return frozenset()
    return frozenset(
        term
        for place, it in enumerate(asked)
        if it.word.written[0].isupper() and _is_word(it)
        for term in it.terms[place == 0 :]
    )


def archive_names(asked: Sequence[AskedWord], view: View, language: str | None) -> frozenset[str]:
    """Return the terms of the words that the archive writes with a capital inside sentences, more often than not.

    A word of an English question that stands inside no sentence there is a name where it is one in English; and where
    no passage holds it at all, also where English has no such word.
    """
    words = _AskedTerms.of(asked)
    found = _spellings(view, [term for it in asked for term in it.terms], words)
    unseen = sorted(words.written.keys() - found.seen)
    held = [term for term in unseen if view.snapshot.lexical.passages_holding(term)]
    for term in held:
        found += _spellings(view, [term], words)
    unspelt = words.written.keys() - found.seen if language in _ENGLISH else frozenset[str]()
    known = {term for term in unspelt if is_english_name(words.written[term])}
    unknown = {term for term in unspelt.difference(held) if _is_unknown(words.written[term])}
    return frozenset(known.union(unknown, (term for term in words.written if found.mostly_capital(term))))


def _is_word(asked: AskedWord) -> bool:
    """Return whether it is made of letters, and may be part of a name that tells one person or thing from another."""
    return asked.word.terms.own[0][0].isalpha() and asked.word.written.lower() not in _NO_NAMES


def _is_unknown(written: str) -> bool:
    return len(written) > _SHORT and written.isalpha() and not is_english_word(written)


@dataclass(frozen=True, slots=True)
class _AskedTerms:
    """Terms that may be names, each with the word it comes from, and which of them stand beside which."""

    written: Mapping[str, str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, asked: Sequence[AskedWord]) -> "_AskedTerms":
        written = {term: it.word.written for it in asked if _is_word(it) for term in it.terms}
        return cls(written, frozenset(pairwise(term for it in asked for term in it.word.terms.own)))


@dataclass(frozen=True, slots=True)
class _Spellings:
    """How much says that terms are written with a capital, and how much that they are not."""

    capital: Counter[str]
    small: Counter[str]

    def __add__(self, other: "_Spellings") -> "_Spellings":
        return _Spellings(self.capital + other.capital, self.small + other.small)

    @property
    def seen(self) -> set[str]:
        """Those that stand inside a sentence."""
        return {*self.capital, *self.small}

    def mostly_capital(self, term: str) -> bool:
        """Return whether it stands inside sentences at all, and mostly with a capital."""
        return self.capital[term] > 0 and self.capital[term] >= _MOSTLY * (self.capital[term] + self.small[term])


def _spellings(view: View, sought: Sequence[str], words: _AskedTerms) -> _Spellings:
    """Count spellings in the passages that hold most of what is sought."""
    begun = "|".join(re.escape(written[:_BEGUN]) for written in words.written.values())
    inside = re.compile(rf"(?<=[\w,;%&)’'-]\s)(?:{begun})[\w’'-]*", re.IGNORECASE)
    found = _Spellings(Counter(), Counter())
    rows = view.snapshot.lexical.search(sought, _READ).rows.tolist()
    for stored in read_words(view.connection, rows).values() if words.written else ():
        text = plain(stored.text)
        for match in inside.finditer(text):
            for term in words.written.keys() & terms(match[0], stored.language):
                counts = found.capital if match[0][0].isupper() else found.small
                counts[term] += _BESIDE if _pairs_around(text, stored.language, match, term) & words.pairs else 1
    return found


def _pairs_around(text: str, language: str | None, match: re.Match[str], term: str) -> set[tuple[str, str]]:
    """Return a term with the one before it and with the one behind it."""
    before, behind = text[: match.start()][-_NEAR:].split()[-1:], text[match.end() :][:_NEAR].split()[:1]
    return {
        *((other, term) for word in before for other in terms(word, language)[-1:]),
        *((term, other) for word in behind for other in terms(word, language)[:1]),
    }
