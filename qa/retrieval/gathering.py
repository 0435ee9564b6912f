"""Gather scored passages with their near-duplicates until there are enough."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from qa.articles.plain_text import plain
from qa.models.encoder.protocol import Encoder, Vectors
from qa.retrieval.near_duplicates import Wording, group_copies
from qa.retrieval.scoring import ScoredPassage

_FAR = 0.7
"""Passages whose vectors, headlines included, are so far apart are no copies by meaning: of all that are, none was
below .78."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Passages in the order given, near-duplicates under the first of them."""

    scored: Sequence[ScoredPassage]
    """All of them."""
    leading: Sequence[ScoredPassage]
    """The first of each group of near-duplicates."""
    copies: Mapping[int, tuple[ScoredPassage, ...]]
    """The others of the group of each that leads, by its row."""
    first: int
    """How many of those that lead are of the first block."""


def gather(blocks: Iterable[Sequence[ScoredPassage]], wanted: int, encoder: Encoder, least: int = 0) -> Gathered:
    """Gather blocks until as many passages lead as are wanted, and there are at least some."""
    scored: list[ScoredPassage] = []
    wordings: list[Wording] = []
    groups: list[list[int]] = []
    cosine = words_cosine(encoder, scored)  # of what is in the list by then
    first = 0
    for block in blocks:
        first = first or len(block)
        scored += block
        wordings += [it.wording for it in block]
        if len(scored) >= max(wanted, least) and len(groups := group_copies(wordings, cosine)) >= wanted:
            break
    else:
        groups = group_copies(wordings, cosine)
    return Gathered(
        scored,
        [scored[group[0]] for group in groups],
        {scored[group[0]].stored.row: tuple(scored[other] for other in group[1:]) for group in groups},
        sum(group[0] < first for group in groups),
    )


def words_cosine(encoder: Encoder, scored: list[ScoredPassage]) -> Callable[[int, int], float]:
    """Compare two passages by their words alone, headline and heading apart; each is encoded once if ever.

    Encoding takes long, so those whose stored vectors are far apart are compared by these.
    """

    @cache
    def vector(place: int) -> Vectors:
        encoded: Vectors = encoder.encode_passages([plain(scored[place].stored.passage.text)])[0]
        return encoded

    def cosine(first: int, second: int) -> float:
        scale = scored[first].query.scales.within
        stored = scale.of(float(scored[first].stored.vector @ scored[second].stored.vector))
        return stored if stored < _FAR else scale.of(float(vector(first) @ vector(second)))

    return cosine
