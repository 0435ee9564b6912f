"""Find all copies in an archive by comparing every two passages that share words, and what the look-up misses of them.

    python -m benchmarks.quality.copies INDEX [--texts]

Prints the pairs that are copies without being equal, the pairs just under the line, and the groups; `--texts` adds what
they say, to be read and judged. Cosines are not asked for: they decide in few pairs, and encoding all takes minutes.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import coo_array, csr_array, triu  # type: ignore[import-untyped]
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

from qa.index.index import Index, View
from qa.index.store.articles import read_articles
from qa.index.store.passages import StoredPassage, each_passage
from qa.records import Copy
from qa.retrieval.duplicate_search import find_copies
from qa.retrieval.near_duplicates import Wording, are_copies, wording

_LINE, _UNDER = 0.5, 0.38
_LOOKED_UP = 1_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, by their places, that share words."""

    first: int
    second: int
    shared: float
    """The share of the shorter one's runs."""
    copies: bool


def main() -> None:
    """Print pairs, groups and figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("--texts", action="store_true")
    options = parser.parse_args()
    with Index(options.index).view() as view:
        stored = list(each_passage(view.connection))
        articles = read_articles(view.connection, sorted({it.article_row for it in stored}))
        passages = [Copy(articles[it.article_row], it.passage) for it in stored]
        wordings = [wording(it.article.file, it.passage.text) for it in passages]
        pairs = list(_pairs(wordings))
        copies = [it for it in pairs if it.copies]
        unequal = [it for it in copies if wordings[it.first].runs != wordings[it.second].runs]
        _print("Copies, not equal", unequal, passages, options.texts)
        under = [it for it in pairs if not it.copies and it.shared >= _UNDER and _elsewhere(it, wordings)]
        _print("Under the line", [it for it in under if it.shared < _LINE], passages, options.texts)
        _print("Parted by numbers, names or shortness", [it for it in under if it.shared >= _LINE], passages, False)
        sizes = Counter(_sizes(copies, len(stored)))
        print(f"{len(stored)} passages; copies: {len(copies)} pairs, {len(copies) - len(unequal)} of them equal")
        print("groups by size:", ", ".join(f"{size}: {count}" for size, count in sorted(sizes.items()) if size > 1))
        _look_up(view, stored, copies)


def _pairs(wordings: Sequence[Wording]) -> Iterator[Pair]:
    """Compare every two that share enough of the shorter one's runs to be copies, or almost."""
    known: dict[int, int] = {}
    places = [(place, known.setdefault(run, len(known))) for place, it in enumerate(wordings) for run in it.runs]
    rows, columns = np.array(places).T
    holds = csr_array((np.ones(len(places), dtype=np.int32), (rows, columns)), shape=(len(wordings), len(known)))
    common = triu(holds @ holds.T, 1).tocoo()
    lengths = np.array([len(it.runs) for it in wordings])
    shares = common.data / np.minimum(lengths[common.row], lengths[common.col])
    for at in np.flatnonzero(shares >= _UNDER).tolist():
        first, second = int(common.row[at]), int(common.col[at])
        yield Pair(first, second, float(shares[at]), are_copies(wordings[first], wordings[second], 0.0))


def _elsewhere(pair: Pair, wordings: Sequence[Wording]) -> bool:
    return wordings[pair.first].article != wordings[pair.second].article


def _sizes(copies: Sequence[Pair], passages: int) -> list[int]:
    ends = [it.first for it in copies], [it.second for it in copies]
    graph = coo_array((np.ones(len(copies)), ends), shape=(passages, passages))
    return [int(size) for size in np.bincount(connected_components(graph, directed=False)[1])]


def _print(title: str, pairs: Sequence[Pair], passages: Sequence[Copy], texts: bool) -> None:
    print(f"\n{title}: {len(pairs)} pairs\n")
    for pair in pairs:
        both = passages[pair.first], passages[pair.second]
        print(f"{pair.shared:.2f}", *(f"{it.article.file} {it.passage.number}" for it in both), sep="  ")
        for it in both if texts else ():
            print("     ", " ".join(it.passage.text.split()))


def _look_up(view: View, stored: Sequence[StoredPassage], copies: Sequence[Pair]) -> None:
    """Count what the look-up misses of the copies of some passages, and time it."""
    wanted: dict[int, set[str]] = {}
    for pair in copies:
        wanted.setdefault(pair.first, set()).add(stored[pair.second].passage.id)
        wanted.setdefault(pair.second, set()).add(stored[pair.first].passage.id)
    chosen = np.random.default_rng(0).permutation(sorted(wanted))[:_LOOKED_UP].tolist()
    missed = times = 0.0
    for place in chosen:
        began = time.perf_counter()
        found = find_copies(view, stored[place])
        times += time.perf_counter() - began
        missed += len(wanted[place] - {it.passage.id for it in found})
    there = sum(len(wanted[place]) for place in chosen)
    print(
        f"looked up {len(chosen)} passages with {there} copies: {missed:.0f} missed, {times / len(chosen) * 1e3:.1f} ms"
    )


if __name__ == "__main__":
    main()
