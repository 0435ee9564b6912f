"""Weight a question's words by their rarity in the archive, and measure how much of that weight a text holds."""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise

from qa.index.lexical.asked_words import AskedWord
from qa.index.lexical.index import LexicalIndex, Sought, Spelt

_SATURATION = 1.2
"""BM25's k1: how many times a term counts half of what it counts if it fills a text."""


@dataclass(frozen=True)
class TermWeights:
    """The stemmed words of a question, each with its weight."""

    weights: Mapping[str, float]
    names: frozenset[str]
    """Those that are names, see `qa.retrieval.names`."""
    pairs: frozenset[tuple[str, str]] = frozenset()
    """Every two words that follow each other, one of them a term at least."""
    spellings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Terms that are others in another spelling, with those: a text that holds "email" holds "e" and "mail"."""

    def coverage(self, held: Collection[str], among: Collection[str] | None = None) -> float:
        """Return the share, 0 to 1, of the weight of the terms, or of some of them, that a text's terms hold.

        It is 1 where there is nothing to hold.
        """
        return self.share(self.held_by(held), among)

    def share(self, found: Collection[str], among: Collection[str] | None = None) -> float:
        """Return the same for terms that a text is known to hold, summed in the question's order: alike everywhere."""
        asked = [(term, weight) for term, weight in self.weights.items() if among is None or term in among]
        total = sum([weight for _, weight in asked])
        return sum([weight for term, weight in asked if term in found]) / total if total else 1.0

    def held_by(self, held: Collection[str]) -> frozenset[str]:
        """Return the terms that a text's terms hold, in whichever spelling."""
        own = self._terms.intersection(held)
        return own.union(*[terms for other, terms in self.spellings.items() if other in held])

    def frequency(self, counts: Mapping[str, int]) -> float:
        """Return the weight of the terms that a text holds, as a share, 0 to 1: the more often, the nearer to 1.

        A term counts as in BM25 (Robertson and Zaragoza 2009, equation 3.13) for a text of any length.
        """
        total = sum(self.weights.values())
        held = sum(weight * _saturated(self._count(term, counts)) for term, weight in self.weights.items())
        return held / total if total else 0.0

    def _count(self, term: str, counts: Mapping[str, int]) -> int:
        others = (other for other, terms in self.spellings.items() if term in terms)
        return counts.get(term, 0) or max((counts.get(other, 0) for other in others), default=0)

    def pair_share(self, words: Sequence[str]) -> float:
        """Return the share of the pairs that stand in a text, given as its words in order; 0 where there are none."""
        return len(self.pairs.intersection(pairwise(words))) / len(self.pairs) if self.pairs else 0.0

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(self.weights)

    @cached_property
    def sought(self) -> list[Sought]:
        """What passages are searched for: the terms, and those that may be spelt otherwise together."""
        together = defaultdict[frozenset[str], list[str]](list)
        for other, spelt in self.spellings.items():
            together[spelt].append(other)
        alone = [term for term in self.weights if not any(term in spelt for spelt in together)]
        return [*alone, *(Spelt(tuple(sorted(spelt)), tuple(others)) for spelt, others in together.items())]

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The terms with a digit."""
        return frozenset(term for term in self.weights if any(character.isdigit() for character in term))

    @cached_property
    def common(self) -> frozenset[str]:
        """The terms that are not names."""
        return self._terms - self.names


def _saturated(count: int) -> float:
    return count / (count + _SATURATION)


def weight_terms(words: Sequence[AskedWord], names: Collection[str], lexical: LexicalIndex) -> TermWeights:
    """Weight each term by its BM25 inverse document frequency (Robertson and Zaragoza 2009, equation 3.2, plus 1)."""
    passages = len(lexical)
    chosen = [_chosen(it, lexical) for it in words]
    weights = {}
    for term in chain.from_iterable(chosen):
        holding = lexical.passages_holding(term)
        weights[term] = math.log1p((passages - holding + 0.5) / (holding + 0.5))
    placed = [(term, bool(terms)) for it, terms in zip(words, chosen, strict=True) for term in it.word.terms.own]
    pairs = frozenset((one, other) for (one, asked), (other, too) in pairwise(placed) if asked or too)
    spellings = {other: frozenset(terms) for it, terms in zip(words, chosen, strict=True) for other in it.also}
    return TermWeights(weights, frozenset(weights).intersection(names), pairs, spellings)


def _chosen(asked: AskedWord, lexical: LexicalIndex) -> tuple[str, ...]:
    """Return what a word is looked up by in an archive; that it never writes US does not mean that it need not."""
    known = asked.terms == asked.otherwise or any(map(lexical.passages_holding, asked.terms))
    return asked.terms if known else tuple(dict.fromkeys((*asked.otherwise, *asked.terms)))
