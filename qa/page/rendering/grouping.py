"""Fold passages that belong together: those of one article, and of articles that tell one report in several outlets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.records import Article, Evidence

_WORD = re.compile(r"\w+")
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Report:
    """What one card shows."""

    best: Evidence
    others: tuple[Evidence, ...]
    """Further passages of its article, or of one that carries the same report."""


def by_report(evidence: Sequence[Evidence]) -> list[Report]:
    """Fold passages under the first of their report.

    Two articles carry one report where a copy of a passage stands in the other and half of the shorter headline's words
    in both: a digest that repeats a paragraph is an article of its own.
    """
    folded = dict[str, list[Evidence]]()
    belongs_to = dict[str, str]()
    for it in evidence:
        report = belongs_to.setdefault(it.article.file, it.article.file)
        folded.setdefault(report, []).append(it)
        for copy in it.copies:
            if _headlines_alike(it.article, copy.article):
                belongs_to.setdefault(copy.article.file, report)
    return [Report(first, tuple(others)) for first, *others in folded.values()]


def _headlines_alike(one: Article, other: Article) -> bool:
    here, there = _words(one.title), _words(other.title)
    return len(here & there) >= _ALIKE * min(len(here), len(there)) > 0


def _words(headline: str | None) -> set[str]:
    return set(_WORD.findall((headline or "").casefold()))
