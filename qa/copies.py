"""Group near-identical passages: the same report in several outlets or editions is one result.

Two passages are copies when half of the shorter one's three-word runs stand in the other, or when their vectors are
near and a fifth do (two translations of one interview share few words); never when each states a number, or each a
name, that the other lacks. Measured on two translations of one interview: cosine .87 and .84, shared runs .54 and .28;
the nearest two passages that report different things: .83 and .15. Vectors are those of the passages' words alone,
without headline and heading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.plain_text import plain

_SAME_RUNS = 0.5
_NEAR_COSINE = 0.82
_NEAR_RUNS = 0.2
_FEWEST_RUNS = 30
"""Shorter passages have near vectors whatever they say: line-ups, and one-sentence leads of successive reports."""
_RUN = 3

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_INSIDE_A_SENTENCE = re.compile(r"(?<=[\w,;)–—-] )[^\W\d_][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """What two passages are compared by."""

    article: str
    runs: frozenset[tuple[str, ...]]
    """Every three words that follow each other."""
    numbers: frozenset[str]
    names: frozenset[str]
    """Words with a capital that do not open a sentence."""


def wording(article: str, text: str) -> Wording:
    """Take from a passage of an article what it is compared by."""
    text = plain(text)
    words = tuple(word.casefold() for word in _WORD.findall(text))
    runs = {words[at : at + _RUN] for at in range(max(len(words) - _RUN + 1, 1))}
    numbers = {number.replace(",", "") for number in _NUMBER.findall(text)}
    names = {word.casefold() for word in _INSIDE_A_SENTENCE.findall(text) if word[0].isupper()}
    return Wording(article, frozenset(runs), frozenset(numbers), frozenset(names))


def are_copies(first: Wording, second: Wording, cosine: float) -> bool:
    """Say whether two passages report the same in nearly the same words."""
    if first.runs == second.runs:
        return True
    if first.article == second.article or _contradict(first.numbers, second.numbers):
        return False
    fewer = min(len(first.runs), len(second.runs))
    shared = len(first.runs & second.runs) / fewer
    if shared >= _SAME_RUNS:
        return True
    near = cosine >= _NEAR_COSINE and shared >= _NEAR_RUNS and fewer >= _FEWEST_RUNS
    return near and not _contradict(first.names, second.names)


def group_copies(wordings: Sequence[Wording], cosine: Callable[[int, int], float]) -> list[list[int]]:
    """Group passages given best first: each group leads with its best, and joins what is a copy of that lead.

    The cosine of two of them, by their places, is asked for only where it can decide.
    """
    groups: list[list[int]] = []
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, candidate in enumerate(wordings):
        shared = Counter(home for run in candidate.runs for home in holders.get(run, ()))
        homes = (
            home
            for home, runs in shared.most_common()
            if runs >= _NEAR_RUNS * len(wordings[groups[home][0]].runs) or runs >= _NEAR_RUNS * len(candidate.runs)
        )
        home = next((it for it in homes if _joins(wordings, groups[it][0], place, cosine)), None)
        if home is None:
            for run in candidate.runs:
                holders[run].append(len(groups))
            groups.append([place])
        else:
            groups[home].append(place)
    return groups


def _joins(wordings: Sequence[Wording], lead: int, place: int, cosine: Callable[[int, int], float]) -> bool:
    first, second = wordings[lead], wordings[place]
    return are_copies(first, second, 0.0) or (
        are_copies(first, second, 1.0) and are_copies(first, second, cosine(lead, place))
    )


def _contradict(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether each holds something that the other lacks."""
    return bool(first - second) and bool(second - first)
