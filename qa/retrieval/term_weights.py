"""Weight a question's words by their rarity in the archive, and measure how much of that weight a text holds."""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from qa.index.lexical.index import LexicalIndex
from qa.index.lexical.words import question_terms, terms

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class TermWeights:
    """The stemmed words of a question, each with its weight."""

    weights: Mapping[str, float]
    names: frozenset[str]
    """Those that the question writes with a capital, its first word apart."""
    pairs: frozenset[tuple[str, str]] = frozenset()
    """Every two words that follow each other, one of them a term at least."""

    def coverage(self, held: Collection[str], among: Collection[str] | None = None) -> float:
        """Return the share, 0 to 1, of the weight of the terms, or of some of them, that a text's terms hold.

        It is 1 where there is nothing to hold.
        """
        asked = self.weights if among is None else {term: self.weights[term] for term in among}
        total = sum(asked.values())
        return sum(weight for term, weight in asked.items() if term in held) / total if total else 1.0

    def pair_share(self, words: Sequence[str]) -> float:
        """Return the share of the pairs that stand in a text, given as its words in order; 0 where there are none."""
        return len(self.pairs.intersection(pairwise(words))) / len(self.pairs) if self.pairs else 0.0

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The terms with a digit."""
        return frozenset(term for term in self.weights if any(character.isdigit() for character in term))

    @cached_property
    def common(self) -> frozenset[str]:
        """The terms that are not names."""
        return frozenset(self.weights) - self.names


def weight_terms(question: str, lexical: LexicalIndex) -> TermWeights:
    """Weight each term by its BM25 inverse document frequency (Robertson and Zaragoza 2009, equation 3.2, plus 1)."""
    passages = len(lexical)
    weights = {}
    for term in question_terms(question):
        holding = lexical.passages_holding(term)
        weights[term] = math.log1p((passages - holding + 0.5) / (holding + 0.5))
    named = (word for word in _WORD.findall(question)[1:] if word[0].isupper())
    names = frozenset(term for word in named for term in terms(word)[:1]) & weights.keys()
    pairs = frozenset(pair for pair in pairwise(terms(question)) if not weights.keys().isdisjoint(pair))
    return TermWeights(weights, names, pairs)


def held_terms(text: str) -> frozenset[str]:
    """Return the terms that a text holds."""
    return frozenset(terms(text))
