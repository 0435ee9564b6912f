"""Choose what to offer first: questions of every kind, about different things."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType

from qa.archive.example_questions.candidate import Candidate, Statement
from qa.archive.example_questions.english import english
from qa.archive.example_questions.kazakh import kazakh
from qa.archive.example_questions.names import Names
from qa.archive.example_questions.russian import russian
from qa.archive.sample import Sample
from qa.articles.plain_text import plain
from qa.models.encoder.protocol import Vectors

_LONGEST = 100
"""Characters of a question that reads at a glance."""
_LONGEST_STATEMENT = 400
_WELL_KNOWN = 5
"""A name in this many articles is as good as any: those in most say least."""
_NEAR = 0.35
"""Passages whose vectors are nearer are about the same."""

_PATTERNS: Mapping[str, Callable[[Sequence[Statement], Names], Iterator[Candidate]]] = MappingProxyType(
    {"en": english, "ru": russian, "kk": kazakh}
)

LANGUAGES = tuple(_PATTERNS)
_OPEN = frozenset({"What", "What about", "Что", "не"})
"""Kinds of questions that other passages may answer as well, by other words: what somebody said, did or announced."""


def candidates(sample: Sample, language: str) -> Iterator[Candidate]:
    """Yield questions that a sample seems to answer, the best to offer first; nothing is done until one is wanted."""
    statements = list(_statements(sample))
    found = _PATTERNS[language](statements, Names(statements))
    yield from _apart(_in_turn(it for it in found if len(it.question) <= _LONGEST), sample.vectors)


def by_chance(sample: Sample) -> Iterator[Candidate]:
    """Yield questions of all languages that have one answer, each once and one of each passage, in the sample's order.

    Passages are sampled by their digests, so that chance decides which come first, and not how well they are known.
    """
    statements = list(_statements(sample))
    names = Names(statements)
    found = dict[int, Candidate]()
    for pattern in _PATTERNS.values():
        for it in pattern(statements, names):
            if it.kind not in _OPEN:
                found.setdefault(it.statement.place, it)
    once = dict[str, Candidate]()
    for place in sorted(found):
        once.setdefault(found[place].question.casefold(), found[place])
    yield from once.values()


def _statements(sample: Sample) -> Iterator[Statement]:
    for place, it in enumerate(sample.passages):
        for sentence in it.sentences:
            text = " ".join(plain(sentence.text).split())
            if len(text) <= _LONGEST_STATEMENT:
                yield Statement(text, place, it.article)


def _in_turn(found: Iterable[Candidate]) -> list[Candidate]:
    """Order candidates one of each kind in turn, the rarest kind first, the best known names of each kind first."""
    kinds: dict[str, dict[str, Candidate]] = {}
    for candidate in found:
        kinds.setdefault(candidate.kind, {}).setdefault(candidate.question, candidate)
    ranked = [
        sorted(kind.values(), key=lambda it: -min(it.articles, _WELL_KNOWN)) for kind in sorted(kinds.values(), key=len)
    ]
    return [candidate for turn in zip_longest(*ranked) for candidate in turn if candidate is not None]


def _apart(ordered: Sequence[Candidate], vectors: Vectors) -> list[Candidate]:
    """Order candidates so that those about the same as one before come last."""
    first, later = list[Candidate](), list[Candidate]()
    for candidate in ordered:
        near = vectors[[it.statement.place for it in first]] @ vectors[candidate.statement.place] > _NEAR
        (later if near.any() else first).append(candidate)
    return [*first, *later]
