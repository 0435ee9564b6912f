"""Decide whether two passages in nearly the same words say the same, by aligning their words.

What is cut or added is another edition of a report; a word in the place of another, or in another place, is another
report: "Velden beat Marrow", "Marrow beat Velden". Only sentences that stand in both are compared; each passage may go
on in its own way.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from qa.retrieval.aligned_words import AlignedWord
from qa.retrieval.word_forms import are_one
from qa.retrieval.word_keys import key_of

_ARTICLES = frozenset("a an the".split())  # noqa: SIM905
_LITTLE = _ARTICLES | frozenset(
    """
    this that these those is are was were be been being has have had do does did which who and also as but
    however s und и а это этот эта эти был была было были что
    """.split()  # noqa: SIM905
)
"""Words that say little in the place of others."""
_TITLES = frozenset(
    """
    mr mrs ms miss mister madam dr doctor sir lord lady dame prof professor president prime minister chancellor
    secretary chief king queen prince princess г-н г-жа господин госпожа
    """.split()  # noqa: SIM905
)
"""Before a name they may stand in the place of a first name."""
_JOINING = frozenset(
    """
    of to in on at by for from with into over after before or say в на о с к по из у за для от до
    """.split()  # noqa: SIM905
)
"""They may stand in another place and the rest say the same."""
_NEGATING = frozenset(
    """
    not no non never nobody none nothing neither nor without cannot hardly barely scarcely unable fail fails failed
    failing refuse refuses refused decline declines declined deny denies denied не нет ни никогда никто никого ничего
    никакой никаких без нельзя отказался отказалась отказалось отказались отказал отказала отказали емес жоқ ешкім
    ешқашан ештеңе ешқандай
    """.split()  # noqa: SIM905
)
_ONE = "1"
_NEAR = 2
"""So far behind a number stands what it counts."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One of two texts that are aligned."""

    words: Sequence[AlignedWord]
    partners: Mapping[int, AlignedWord]
    """What stands in the other text for the word at a place."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Words of one text in the place of words of the other, by their places; of sentences that stand in both."""

    ours: Sequence[int]
    theirs: Sequence[int]


def differ(first: Sequence[AlignedWord], second: Sequence[AlignedWord]) -> bool:
    """Return whether a sentence of both texts has another word, number or name in one of them, or a negation."""
    ours, theirs, changes = _aligned(*_in_order(first, second))
    moved, also = Counter[str](), Counter[str]()
    for change in changes:
        here, there = [ours.words[at] for at in change.ours], [theirs.words[at] for at in change.theirs]
        if any(it.written in _NEGATING for it in (*here, *there)):
            return True
        if _says_another(_read(ours, change.ours), _read(theirs, change.theirs)):
            return True
        if any(_counts_others(text, at) for text, at in ((ours, change.ours), (theirs, change.theirs))):
            return True
        moved.update(it.key for it in here if _tells(it))
        also.update(it.key for it in there if _tells(it))
    return bool(moved & also)


def names_differ(first: Sequence[AlignedWord], second: Sequence[AlignedWord]) -> bool:
    """Return whether each of two texts, in a sentence of both, names what the other names nowhere."""
    ours, theirs, changes = _aligned(*_in_order(first, second))
    known, also = ({key for it in text.words for key in (it.key, key_of(it.written))} for text in (theirs, ours))
    return any(
        any(_names(it) and not _is_known(it, known) for it in (ours.words[at] for at in change.ours))
        and any(_names(it) and not _is_known(it, also) for it in (theirs.words[at] for at in change.theirs))
        for change in changes
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What words of a text are, of those that stand in the place of others."""

    telling: Sequence[AlignedWord]
    """Neither little words nor titles."""
    titles: bool
    persons: frozenset[str]
    articles: bool
    numbers: bool


def _read(text: _Text, places: Sequence[int]) -> _Reading:
    titles = frozenset(at for at in places if _is_title(text, at))
    words = [text.words[at] for at in places if at not in titles]
    return _Reading(
        [it for it in words if not _is_little(it)],
        bool(titles),
        frozenset(it.person for it in words if it.person),
        any(it.written in _ARTICLES or it.person for it in words),
        any(_counts(it) for it in words),
    )


def _says_another(here: _Reading, there: _Reading) -> bool:
    """Return whether words say something else than those in whose place they stand."""
    if (here.telling and there.telling) or (here.titles and there.titles):
        return True
    if here.persons and there.persons and here.persons.isdisjoint(there.persons):
        return True
    return any(
        (one.numbers and other.articles) or (one.titles and other.telling and not any(it.named for it in other.telling))
        for one, other in ((here, there), (there, here))
    )


def _counts_others(text: _Text, places: Sequence[int]) -> bool:
    """Return whether a number stands in one text alone, and what it counts has another ending: men, man."""
    for at in places:
        word = text.words[at]
        if not _counts(word) or word.is_year:
            continue
        for near in range(max(at - 1, 0), min(at + 1 + _NEAR, len(text.words))):
            counted, other = text.words[near], text.partners.get(near)
            if counted.sentence != word.sentence or (near < at and counted.written.isascii()):
                continue  # before a number only a Russian verb has an ending for it
            if other is not None and other.written != counted.written and not counted.named:
                return True
    return False


def _is_title(text: _Text, place: int) -> bool:
    """Return whether a title stands before a name."""
    words, at = text.words, place
    while at < len(words) and words[at].sentence == words[place].sentence and words[at].written in _TITLES:
        at += 1
    return place < at < len(words) and words[at].named and words[at].sentence == words[place].sentence


def _is_little(word: AlignedWord) -> bool:
    return not word.spelt_in_capitals and (word.written in _LITTLE or word.person is not None)


def _tells(word: AlignedWord) -> bool:
    return not _is_little(word) and word.written not in _TITLES and word.key not in _JOINING


def _counts(word: AlignedWord) -> bool:
    return word.states_number and word.key != _ONE and word.key.lstrip("-").replace(".", "", 1).isdigit()


def _is_known(word: AlignedWord, known: Set[str]) -> bool:
    return word.key in known or key_of(word.written) in known


def _names(word: AlignedWord) -> bool:
    return word.named and not _is_little(word) and word.written not in _TITLES


def _in_order(first: Sequence[AlignedWord], second: Sequence[AlignedWord]) -> list[Sequence[AlignedWord]]:
    """Return both in one order whichever comes first: which words match depends on it."""
    return sorted((first, second), key=lambda words: [it.written for it in words])


def _aligned(ours: Sequence[AlignedWord], theirs: Sequence[AlignedWord]) -> tuple[_Text, _Text, list[_Change]]:
    alike = SequenceMatcher(None, [it.key for it in ours], [it.key for it in theirs], autojunk=False)
    matched = {it.a + at: it.b + at for it in alike.get_matching_blocks() for at in range(it.size)}
    shared, also = _in_both(ours, matched), _in_both(theirs, matched.values())
    changes = list[_Change]()
    for change, start, end, from_, to in alike.get_opcodes():
        if change == "equal":
            continue
        here = [at for at in range(start, end) if ours[at].sentence in shared]
        there = [at for at in range(from_, to) if theirs[at].sentence in also]
        matched |= _forms(ours, theirs, here, there)
        here, left = [at for at in here if at not in matched], set(there).difference(matched.values())
        if _letters(ours, here) != _letters(theirs, sorted(left)):  # else only spaces differ
            changes.append(_Change(here, sorted(left)))
    return (
        _Text(ours, {here: theirs[there] for here, there in matched.items()}),
        _Text(theirs, {there: ours[here] for here, there in matched.items()}),
        changes,
    )


def _in_both(words: Sequence[AlignedWord], matched: Iterable[int]) -> frozenset[int]:
    """Return the sentences at least half of whose words are matched."""
    counts, found = Counter(it.sentence for it in words), Counter(words[at].sentence for at in matched)
    return frozenset(sentence for sentence, count in counts.items() if found[sentence] * 2 >= count)


def _forms(
    ours: Sequence[AlignedWord], theirs: Sequence[AlignedWord], here: Sequence[int], there: Sequence[int]
) -> dict[int, int]:
    """Pair the words of a change that are the same but for ending or spelling."""
    left, pairs = list(there), dict[int, int]()
    for at in here:
        other = next((it for it in left if are_one(ours[at], theirs[it])), None)
        if other is not None:
            left.remove(other)
            pairs[at] = other
    return pairs


def _letters(words: Sequence[AlignedWord], places: Iterable[int]) -> str:
    """Return the letters of words without spaces; numbers stay apart."""
    of_words = (words[at] for at in places)
    return "".join(f" {it.key} " if it.states_number else it.written for it in of_words)
