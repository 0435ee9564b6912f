"""Read the words of a text as they are compared with those of another: a number is one, and so is a verb's every form.

They are the index's words, so that whatever is one there is one here: £4.5m, 4.5 million pounds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from qa.articles.calendar_names import MONTH_OF, month_key
from qa.articles.letters import folded
from qa.articles.sentences import sentence_spans
from qa.index.lexical import amounts
from qa.index.lexical import words as lexical
from qa.index.lexical.common_words import NEGATIONS
from qa.index.lexical.stems import stem
from qa.retrieval.stated_numbers import is_in_words, number_in
from qa.retrieval.word_keys import PERSONS, key_of, name_key

_CONTRACTED: Mapping[str, str] = MappingProxyType({"ca": "can", "wo": "will", "sha": "shall", "ai": "is"})
_MARKS = re.compile(r"['’‘ʼʻ‛´`′＇.\x00 ]")
MEASURES = frozenset(stem(word, None) for word in amounts.MEASURES)
"""The keys of currencies, percent and degrees."""
_METRES = frozenset({"metr", "meter"})
_MULTIPLES = frozenset({"thousand", "million", "billion", "trillion"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENING = '"“‘«(„'
_HYPHENS = re.compile("[-‐‑‒–−﹣－]")


@dataclass(frozen=True, slots=True)
class AlignedWord:
    """A word of a text, by what it is compared with others."""

    written: str
    named: bool
    """It has a capital."""
    key: str
    """The same for all forms of an English word, and for a number in words or digits."""
    sentence: int
    start: int
    end: int
    also: tuple[str, ...] = ()
    """Keys that it may have as well: 5m is five million or five metres."""
    states_number: bool = False
    in_words: bool = False
    """It is a number in words: “one” is mostly no number."""
    shortened: bool = False
    """It has a stop behind it, and its sentence goes on: Gov., Jan."""
    is_name: bool = False
    """It has a capital that no sentence begins with."""
    spelt_in_capitals: bool = False
    """It is a name that would be a little word in small letters: US."""
    person: str | None = None
    """Whom a pronoun stands for."""

    @property
    def keys(self) -> frozenset[str]:
        """All that it may be."""
        return frozenset((self.key, *self.also))

    @property
    def is_year(self) -> bool:
        """Return whether it is a number that years have."""
        return bool(_YEAR.fullmatch(self.written))


def words_of(text: str) -> Iterator[AlignedWord]:
    """Read the words of a plain text, in order."""
    spans = sentence_spans(text)
    number = 0
    of_sentence: list[AlignedWord] = []
    for read in lexical.words(text):
        while number + 1 < len(spans) and read.start >= spans[number].end:
            yield from _with_numbers(of_sentence, text)
            of_sentence, number = [], number + 1
        begins = not of_sentence or text[read.start - 1] in _OPENING
        goes_on = bool(spans) and text[read.end : read.end + 1] == "." and read.end + 1 < spans[number].end
        of_sentence += _words(read, _Place(number, begins, goes_on))
    yield from _with_numbers(of_sentence, text)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word stands."""

    sentence: int
    begins: bool
    """It may have a capital for it."""
    before_stop: bool
    """Its sentence goes on behind the stop."""


def _words(read: lexical.Word, place: _Place) -> Iterator[AlignedWord]:
    """Yield what one word of the index is: each part of a compound, both words of “didn’t”."""
    terms = read.terms.own
    if len(terms) == 1 and terms[0] in NEGATIONS:
        auxiliary = terms[0].removesuffix("nt")
        negated = (_CONTRACTED.get(auxiliary, auxiliary), "not")
        yield from (_word(it, place.sentence, read) for it in negated)
        return
    if read.written.casefold() == "cannot":
        yield from (_word(it, place.sentence, read) for it in ("can", "not"))
        return
    parts = _HYPHENS.split(read.written)
    if len(parts) != len(terms):
        parts = [read.written] if len(terms) == 1 else [*terms]
    for at, (part, term) in enumerate(zip(parts, terms, strict=True)):
        if any(map(str.isdigit, term)):
            yield AlignedWord(term, part[0].isupper(), term, place.sentence, read.start, read.end, states_number=True)
            continue
        written = folded(_MARKS.sub("", part)) or term
        named = part[0].isupper()
        is_name = named and not place.begins and written.isascii() and not (part.isupper() and len(part) > 1)
        spelt_in_capitals = bool(read.terms.capitals) and part.isupper()
        person = None if spelt_in_capitals else PERSONS.get(written)
        yield AlignedWord(
            written,
            named,
            person or (name_key(written) if is_name else key_of(written, term)),
            place.sentence,
            read.start,
            read.end,
            also=read.terms.also if written == "m" else (),
            shortened=place.before_stop and at == len(terms) - 1 and "." not in read.written,
            is_name=is_name,
            person=person,
            spelt_in_capitals=spelt_in_capitals,
        )


def _word(written: str, sentence: int, read: lexical.Word) -> AlignedWord:
    return AlignedWord(written, read.written[0].isupper(), key_of(written), sentence, read.start, read.end)


def _with_numbers(words: Sequence[AlignedWord], text: str) -> Iterator[AlignedWord]:
    """Yield the words of a sentence, those that state one number as one."""
    place = 0
    while place < len(words):
        word = words[place]
        stated = number_in(_adjacent(words, place, text)) if _may_state(word) else None
        if stated is None:
            yield _in_its_month(words, place)
            place += 1
            continue
        count, keys = stated.words, [stated.number]
        if place + count < len(words):
            keys = _with_metres(stated.number, words[place + count - 1 : place + count + 2])
            count += keys != [stated.number]
        if _is_below_nothing(words, place, text):
            keys = [f"-{it}" for it in keys]
        number = replace(word, key=keys[0], also=tuple(keys[1:]), states_number=True, in_words=not word.states_number)
        yield replace(number, end=words[place + count - 1].end)
        place += count


def _with_metres(key: str, words: Sequence[AlignedWord]) -> list[str]:
    """Return the keys of a number's last word with the next, where that is metres, or an m that may be millions."""
    last, behind, *beyond = words
    if behind.also and behind.start == last.end:
        stated = number_in([key, "million"])
        millions = [stated.number] if stated else []
        return (
            millions
            if millions and any(it.key in MEASURES for it in beyond)
            else [f"{key} m", *millions, f"{key} metr"]
        )
    return [f"{key} metr"] if behind.key in _METRES else [key]


def _may_state(word: AlignedWord) -> bool:
    return word.states_number or is_in_words(word.written)


def _adjacent(words: Sequence[AlignedWord], place: int, text: str) -> list[str]:
    """Return the words that follow each other with nothing but a space or hyphen between, a number's few at most."""
    found = [_as_number(words[place])]
    for word, behind in zip(words[place : place + 4], words[place + 1 : place + 5], strict=False):
        if behind.start != word.start and text[word.end : behind.start].strip("- \u00a0\u2009\u202f"):
            break
        found.append(_as_number(behind))
    return found


def _as_number(word: AlignedWord) -> str:
    return word.key if word.states_number or word.key in _MULTIPLES else word.written


def _is_below_nothing(words: Sequence[AlignedWord], place: int, text: str) -> bool:
    before = words[place].start - 1
    if before > 0 and text[before] in "-−":
        return text[before - 1].isspace()
    return place > 0 and words[place - 1].written == "minus"


def _in_its_month(words: Sequence[AlignedWord], place: int) -> AlignedWord:
    """Return a word; the name of a month beside a number by which month it is, however it is shortened."""
    word = words[place]
    month = MONTH_OF.get(month_key(word.written))
    if month is None or not any(it.written[0].isdigit() for it in words[max(place - 1, 0) : place + 2]):
        return word
    return replace(word, key=f"month {month}")
