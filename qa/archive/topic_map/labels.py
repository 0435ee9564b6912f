"""Label topics by the words that set each apart from the others: class-based TF-IDF, counted in passages."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log1p

from qa.archive.topic_map.grouping import Topics
from qa.archive.topic_map.words import Spellings, Stems, TopicWord, WordCutter

_MOST_TERMS, _MOST_WORDS = 3, 4
"""The most terms of a label, of one or two words each, and the most words in all."""
_HALF = 0.6
"""The share of its uses beside one other word that makes a word half of a name: "Sri Lanka", "Six Nations"."""
_FEWEST = 2
"""And the fewest uses."""
_NAME = 1.15
"""Names tell more than other words."""
_SHORTEST_STEM = 4
"""Of two words, one the beginning of the other and this long at least, one will do: "game", "gamers"."""


@dataclass(frozen=True, slots=True)
class _Counts:
    """What stands in some passages."""

    passages: Counter[str] = field(default_factory=Counter)
    """How many of them hold a stem."""
    uses: Counter[str] = field(default_factory=Counter)
    pairs: Counter[Stems] = field(default_factory=Counter)

    def add(self, runs: Sequence[Sequence[TopicWord]]) -> None:
        """Count one passage."""
        stems = [[word.stem for word in run] for run in runs]
        self.passages.update({stem for run in stems for stem in run})
        for run in stems:
            self.uses.update(run)
            self.pairs.update(pairwise(run))


def label(texts: Sequence[str], topics: Topics) -> tuple[tuple[str, ...], ...]:
    """Return two or three terms of each topic as they are usually written; fewer only where its passages hold no more.

    Function words, months and words of every report are no terms, nor are numbers; singular and plural are one.
    """
    cutter, spellings = WordCutter(), Spellings()
    holding = Counter[str]()
    within = [_Counts() for _ in range(int(topics.max(initial=-1)) + 1)]
    for text, topic in zip(texts, topics.tolist(), strict=True):
        runs = list(cutter.runs(text))
        within[topic].add(runs)
        holding.update({word.stem for run in runs for word in run})
        for run in runs:
            for part in (*((word,) for word in run), *pairwise(run)):
                spellings.learn(part)
    usual = len(texts) / max(len(within), 1)
    weights = {
        stem: log1p(usual / passages) * (_NAME if spellings.is_name(stem) else 1.0)
        for stem, passages in holding.items()
    }
    return tuple(tuple(map(spellings.usual, _terms(topic, weights))) for topic in within)


def _terms(topic: _Counts, weights: dict[str, float]) -> list[Stems]:
    """Choose from the heaviest down."""
    chosen = list[Stems]()
    for stem in sorted(topic.passages, key=lambda it: (-topic.passages[it] * weights[it], it)):
        term = _whole_name(stem, topic)
        if sum(map(len, chosen)) + len(term) <= _MOST_WORDS and not _repeats(term, chosen):
            chosen.append(term)
        if len(chosen) == _MOST_TERMS:
            break
    return chosen


def _whole_name(stem: str, topic: _Counts) -> Stems:
    """Return the stem with the one that mostly stands beside it, if one does."""
    least = max(_FEWEST, _HALF * topic.uses[stem])
    beside = [pair for pair, uses in topic.pairs.items() if uses >= least and stem in pair]
    return max(beside, key=lambda it: (topic.pairs[it], it), default=(stem,))


def _repeats(term: Stems, chosen: Sequence[Stems]) -> bool:
    return any(_are_related(new, known) for new in term for known_term in chosen for known in known_term)


def _are_related(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return first == second or (len(shorter) >= _SHORTEST_STEM and longer.startswith(shorter))
