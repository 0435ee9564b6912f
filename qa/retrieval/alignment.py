"""Decide whether two passages in nearly the same words say the same, by aligning their words.

What is cut or added is another edition of a report; a word in the place of another, or in another place, is another
report: "Velden beat Marrow", "Marrow beat Velden". Only sentences that stand in both are compared; each passage may go
on in its own way.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from types import MappingProxyType

from rapidfuzz.distance import OSA

from qa.articles.sentences import sentence_spans
from qa.index.lexical.words import terms

NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?![\d.,]?\d)|\d+(?:[.,]\d+)*")
"""With spaces or apostrophes between its thousands, or as it stands."""
_PARTED = re.compile(r"[, \u00a0\u2009\u202f'’]")
IN_WORDS: Mapping[str, str] = MappingProxyType(
    {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
     "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
     "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
     "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
     "thousand": "1000", "million": "1000000", "billion": "1000000000"}
)  # fmt: skip
"""English; "one" is mostly no number."""
_WORD = re.compile(rf"[$£€¥₽₸]?(?:{NUMBER.pattern})(?:\w+)?|[^\W\d]\w*(?:['’]\w+)*")
_LITTLE = frozenset(
    """
    a an the this that these those it its he she they his her their is are was were be been being has have had do does
    did which who and also as but however s per cent percent mr mrs ms miss dr sir lord lady dame professor president
    prime minister chancellor secretary chief и а это этот эта был была было были что г-н г-жа
    """.split()  # noqa: SIM905
)
"""Words that say little in the place of others; titles stand in the place of first names."""
_JOINING = frozenset(
    """
    of to in on at by for from with into over after before or say в на о с к по из у за для от до
    """.split()  # noqa: SIM905
)
"""They may stand in another place and the rest say the same."""
_IRREGULAR = {
    form: forms.split()[0]
    for forms in """
    can could|will would|may might|say said|write wrote written|take took taken|make made|go went gone|come came
    rise rose risen|fall fell fallen|get got|give gave given|hold held|tell told|win won|lose lost|meet met|keep kept
    leave left|lead led|pay paid|sell sold|buy bought|see saw seen|know knew known|begin began begun|find found
    think thought|bring brought|speak spoke spoken|choose chose chosen|grow grew grown|become became|send sent
    """.replace("\n", "|").split("|")
    for form in forms.split()
}
"""English forms that share no stem."""
_NEGATING = frozenset(
    """
    not no never nobody none nothing neither nor without cannot hardly fail fails failed failing refuse refuses refused
    decline declines declined deny denies denied не нет ни никогда никто никого ничего никакой никаких без нельзя
    отказался отказалась отказалось отказались отказал отказала отказали емес жоқ ешкім ешқашан ештеңе ешқандай
    """.split()  # noqa: SIM905
)
_SPELT = 6
"""A word may differ by one letter for every six that it has, and be the same: Tokayev, Tokaev."""
_STEM = 4
_LONGEST_ENDING = 3
_NEGATING_ENDING = re.compile("[мбп][аеыі]")
"""A Kazakh verb is negated inside: мақұлдады, мақұлдамады."""


@dataclass(frozen=True, slots=True)
class AlignedWord:
    """A word of a text, by what it is compared with others."""

    written: str
    named: bool
    """It has a capital."""
    key: str
    """The same for all forms of an English word, and for a number in words or digits."""
    sentence: int


@dataclass(frozen=True, slots=True)
class _Change:
    """Words of one text in the place of words of the other; of sentences that stand in both."""

    ours: Sequence[AlignedWord]
    theirs: Sequence[AlignedWord]


def words_of(text: str) -> Iterator[AlignedWord]:
    """Read the words of a plain text, in order."""
    for number, span in enumerate(sentence_spans(text)):
        for match in _WORD.finditer(text, span.start, span.end):
            written = match[0].casefold().replace("’", "'")
            yield AlignedWord(written, match[0][0].isupper(), _key(written), number)


def number_key(stated: str) -> str:
    """Return the same for a number however its thousands are parted."""
    return _PARTED.sub("", stated)


def differ(first: Sequence[AlignedWord], second: Sequence[AlignedWord]) -> bool:
    """Return whether a sentence of both texts has another word, number or name in one of them, or a negation."""
    ours, theirs = Counter[str](), Counter[str]()
    for change in _changes(*_in_order(first, second)):
        here, there = _unlike(change.ours, change.theirs)
        if any(map(_negates, (*here, *there))):
            return True
        here, there = ([it for it in words if it.written not in _LITTLE] for words in (here, there))
        if here and there:
            return True
        ours.update(it.key for it in here if it.key not in _JOINING)
        theirs.update(it.key for it in there if it.key not in _JOINING)
    return bool(ours & theirs)  # moved


def names_differ(first: Sequence[AlignedWord], second: Sequence[AlignedWord]) -> bool:
    """Return whether each of two texts, in a sentence of both, names what the other names nowhere."""
    ours, theirs = _in_order(first, second)
    known, also = ({it.key for it in words} for words in (theirs, ours))
    for change in _changes(ours, theirs):
        here = [it for it in change.ours if it.named and it.key not in known]
        there = [it for it in change.theirs if it.named and it.key not in also]
        if all(any(it.written not in _LITTLE for it in words) for words in _unlike(here, there)):
            return True
    return False


def _key(written: str) -> str:
    if any(map(str.isdigit, written)):
        return number_key(written)
    if written in IN_WORDS:
        return IN_WORDS[written]
    spelt = written.replace("our", "or") if len(written) >= _SPELT else written
    return " ".join(terms(_IRREGULAR.get(spelt, spelt))) or written


def _in_order(first: Sequence[AlignedWord], second: Sequence[AlignedWord]) -> list[Sequence[AlignedWord]]:
    """Return both in one order whichever comes first: which words match depends on it."""
    return sorted((first, second), key=lambda words: [it.written for it in words])


def _changes(ours: Sequence[AlignedWord], theirs: Sequence[AlignedWord]) -> Iterator[_Change]:
    alike = SequenceMatcher(None, [it.key for it in ours], [it.key for it in theirs], autojunk=False)
    blocks = alike.get_matching_blocks()
    shared = _in_both(ours, [at for it in blocks for at in range(it.a, it.a + it.size)])
    also = _in_both(theirs, [at for it in blocks for at in range(it.b, it.b + it.size)])
    for change, start, end, from_, to in alike.get_opcodes():
        if change != "equal":
            yield _Change(
                [it for it in ours[start:end] if it.sentence in shared],
                [it for it in theirs[from_:to] if it.sentence in also],
            )


def _in_both(words: Sequence[AlignedWord], matched: Sequence[int]) -> set[int]:
    """Return the sentences at least half of whose words are matched."""
    counts, found = Counter(it.sentence for it in words), Counter(words[at].sentence for at in matched)
    return {sentence for sentence, count in counts.items() if found[sentence] * 2 >= count}


def _unlike(ours: Sequence[AlignedWord], theirs: Sequence[AlignedWord]) -> tuple[list[AlignedWord], list[AlignedWord]]:
    """Return what is left of both once the words that are the same but for ending, spelling or spaces are out."""
    here, there = list(ours), list(theirs)
    for word in ours:
        other = next((it for it in there if _same(word, it)), None)
        if other:
            here.remove(word)
            there.remove(other)
    if _letters(here) == _letters(there):
        return [], []
    return here, there


def _letters(words: Sequence[AlignedWord]) -> str:
    return "".join(character for it in words for character in it.written if character.isalnum())


def _same(one: AlignedWord, other: AlignedWord) -> bool:
    first, second = one.written, other.written
    if one.key == other.key:
        return True
    if any(map(str.isdigit, first + second)):
        return False
    if one.named and other.named and first[0] == second[0] and min(len(first), len(second)) == 1:
        return True  # an initial
    stem = next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    endings = first[stem:], second[stem:]
    if not first.isascii() and max(map(len, endings)) <= _LONGEST_ENDING and (stem >= _STEM or "" in endings):
        return not any(map(_NEGATING_ENDING.match, endings))
    mistakes = min(len(first), len(second)) // _SPELT
    return (first[0] == second[0] or one.named) and OSA.distance(first, second) <= mistakes


def _negates(word: AlignedWord) -> bool:
    return word.written in _NEGATING or word.written.endswith("n't")
