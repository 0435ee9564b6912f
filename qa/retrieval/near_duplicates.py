"""Group near-duplicates: the same report in several outlets or editions is one result.

Two passages are copies when half of the shorter one's three-word runs stand in the other, those are more than a
phrase, and the sentences that stand in both say the same (alignment.py); or when their vectors are near and a fifth of
the runs do (two translations of one interview share few words). They never are when each states a number that the other
lacks. By their vectors they are not when one names what the other does not; a name more, as later editions have, is no
contradiction. Measured on two translations of one interview: cosine .87 and .84, shared runs .54
and .28; the nearest two passages that report different things: .83 and .15. Vectors are those of the passages' words
alone, without headline and heading. What that merges and parts in an archive: benchmarks/quality/copies.md.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from qa.articles.letters import folded
from qa.articles.plain_text import plain
from qa.index.filters import date_number
from qa.index.lexical.written_word import SIMPLE_WORD
from qa.records import Article, Evidence
from qa.retrieval.aligned_words import MEASURES, AlignedWord, words_of
from qa.retrieval.alignment import differ, names_differ

_SAME_RUNS = 0.5
_PHRASE = 10
"""Up to this many runs are shared by chance or habit: they make copies only of passages that are about as short."""
_VERBATIM = 0.7
"""From this share on, words that differ are no translation's: one changed word in 32 leaves .9, three apart .7."""
_NEAR_COSINE = 0.82
_NEAR_RUNS = 0.2
_FEWEST_RUNS = 30
"""Shorter passages have near vectors whatever they say: line-ups, and one-sentence leads of successive reports."""

_ONE = "1"
_UNMARKED_WORD = re.compile(r"[^\W_]+")
_UNMARKED = re.compile("[\0-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u20cf]*")
"""What bears no marks once it is folded; to look for marks takes ten times as long."""
_LETTER = r"(?:&#?\w+;|\w)"
_WHOLE_WORD = re.compile(rf"[$£€¥₽₸]?{_LETTER}+(?:[.,’'-]{_LETTER}+)*%?")
"""With its sign of currency or percent, and what holds it together; an HTML entity is a letter."""
_INSIDE_A_SENTENCE = re.compile(r"(?<=[\w,;)–—-] )[^\W\d_][\w’'-]+")


@dataclass(frozen=True)
class Wording:
    """What two passages are compared by; most differ in their runs, so the rest is computed when first needed."""

    article: str
    text: str

    @cached_property
    def runs(self) -> frozenset[int]:
        """Every three words that follow each other, hashed: whole numbers are compared and kept at less cost."""
        words = self._folded_words
        return frozenset(map(hash, zip(words, words[1:], words[2:], strict=False))) or frozenset({hash(tuple(words))})

    @cached_property
    def words(self) -> tuple[AlignedWord, ...]:
        """The words in order, to be aligned."""
        return tuple(words_of(self.text))

    @cached_property
    def numbers(self) -> tuple[AlignedWord, ...]:
        """The numbers, in digits or in words."""
        return tuple(it for it in self.words if it.states_number)

    @cached_property
    def measured(self) -> frozenset[tuple[str, str]]:
        """The numbers with the currency, percent or degree behind them."""
        return frozenset(
            (one.key, other.key)
            for one, other in zip(self.words, self.words[1:], strict=False)
            if one.states_number and other.key in MEASURES
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital that do not open a sentence."""
        return frozenset(folded(word) for word in _INSIDE_A_SENTENCE.findall(self.text) if word[0].isupper())

    @cached_property
    def _folded_words(self) -> list[str]:
        """Letters and digits with the marks upon them, as the lexical index reads them: a stress mark parts no word."""
        text = folded(self.text)
        return (_UNMARKED_WORD if _UNMARKED.fullmatch(text) else SIMPLE_WORD).findall(text)


@dataclass(frozen=True, slots=True)
class Replacement:
    """A stretch of whole words in one text, and what stands in its place in another; either may be empty.

    Offsets count characters of each text as it is, `start` included and `end` not.
    """

    start: int
    end: int
    other_start: int
    other_end: int


def replacements(first: str, second: str) -> tuple[Replacement, ...]:
    """Return the words that two texts differ in, in order; signs between words and encodings do not count."""
    ours, theirs = list(_WHOLE_WORD.finditer(first)), list(_WHOLE_WORD.finditer(second))
    alike = SequenceMatcher(None, _read(ours), _read(theirs), autojunk=False)
    return tuple(
        Replacement(*_characters(ours, start, end), *_characters(theirs, other_start, other_end))
        for change, start, end, other_start, other_end in alike.get_opcodes()
        if change != "equal"
    )


def earliest(evidence: Evidence) -> Article | None:
    """Return the article with the earliest date among an evidence's and its copies'; None where none states a full one.

    Of several with that date, the evidence's own.
    """
    articles = (evidence.article, *(copy.article for copy in evidence.copies))
    dated = [(number, article) for article in articles if (number := date_number(article.date)) is not None]
    return min(dated, key=lambda it: it[0])[1] if dated else None


def wording(article: str, text: str) -> Wording:
    """Return what a passage of an article is compared by."""
    return Wording(article, plain(text))


def are_copies(first: Wording, second: Wording, cosine: float) -> bool:
    """Return whether two passages report the same in nearly the same words."""
    if first.text == second.text:
        return True
    if first.runs == second.runs:
        return not _numbers_contradict(first, second)
    if first.article == second.article:
        return False
    fewer, more = sorted((len(first.runs), len(second.runs)))
    shared = len(first.runs & second.runs)
    same = shared >= max(_SAME_RUNS * fewer, min(_PHRASE, _SAME_RUNS * more))
    near = cosine >= _NEAR_COSINE and fewer >= _FEWEST_RUNS and _NEAR_RUNS * fewer <= shared < _VERBATIM * fewer
    if not (same or near) or _numbers_contradict(first, second):  # few get so far as to have their numbers read
        return False
    if same and not differ(first.words, second.words):
        return True
    if shared >= _SAME_RUNS * fewer:
        return near and not names_differ(first.words, second.words)
    return near and not _contradict(first.names, second.names)


def group_copies(wordings: Sequence[Wording], cosine: Callable[[int, int], float]) -> list[list[int]]:
    """Group passages given best first: each group leads with its best, and joins what is a copy of that lead.

    The cosine of two of them, by their places, is asked for only where it can decide.
    """
    groups: list[list[int]] = []
    first_home: dict[int, int] = {}
    other_homes: defaultdict[int, list[int]] = defaultdict(list)
    for place, candidate in enumerate(wordings):
        known = first_home.keys() & candidate.runs
        shared = Counter(first_home[run] for run in known)
        shared.update(home for run in known for home in other_homes.get(run, ()))
        homes = (
            home
            for home, runs in sorted(shared.items(), key=lambda it: (-it[1], it[0]))
            if runs >= _NEAR_RUNS * len(wordings[groups[home][0]].runs) or runs >= _NEAR_RUNS * len(candidate.runs)
        )
        home = next((it for it in homes if _joins(wordings, groups[it][0], place, cosine)), None)
        if home is None:
            for run in known:
                other_homes[run].append(len(groups))
            first_home.update(dict.fromkeys(candidate.runs - known, len(groups)))
            groups.append([place])
        else:
            groups[home].append(place)
    return groups


def _joins(wordings: Sequence[Wording], lead: int, place: int, cosine: Callable[[int, int], float]) -> bool:
    first, second = wordings[lead], wordings[place]
    return are_copies(first, second, 0.0) or (
        are_copies(first, second, 1.0) and are_copies(first, second, cosine(lead, place))
    )


def _read(words: Sequence[re.Match[str]]) -> list[str]:
    return [plain(word[0]).replace("’", "'") for word in words]


def _characters(words: Sequence[re.Match[str]], start: int, end: int) -> tuple[int, int]:
    """Return the first and last character of some words; of none, the place behind the word before."""
    if start < end:
        return words[start].start(), words[end - 1].end()
    place = words[start - 1].end() if start else 0
    return place, place


def _numbers_contradict(first: Wording, second: Wording) -> bool:
    lacking = _states_another(first, second) and _states_another(second, first)
    return lacking or _contradict(first.measured, second.measured)


def _states_another(first: Wording, second: Wording) -> bool:
    """Return whether one states a number that the other lacks; “one” is mostly no number, and may be one."""
    known = frozenset(key for it in second.numbers for key in it.keys)
    return any(it.keys.isdisjoint(known) for it in first.numbers if not (it.in_words and it.key == _ONE))


def _contradict(first: Set[object], second: Set[object]) -> bool:
    """Return whether each holds something that the other lacks."""
    return bool(first - second) and bool(second - first)
