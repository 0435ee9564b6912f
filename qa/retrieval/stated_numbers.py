"""Numbers in words and the words that multiply them, in English, Russian and Kazakh: five million, пятеро, двести."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

_ENGLISH = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_RUSSIAN = """
ноль/нуля один/одна/одно/одного/одной/одну два/две/двух/двум/двумя/двое/двоих три/трех/трем/тремя/трое/троих
четыре/четырех/четырем/четверо/четверых пять/пяти/пятью/пятеро/пятерых шесть/шести/шестью/шестеро/шестерых
семь/семи/семью/семеро/семерых восемь/восьми/восемью девять/девяти/девятью десять/десяти/десятью
"""
_RUSSIAN_TEENS = "один две три четыр пят шест сем восем девят"
_RUSSIAN_TENS = """
двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти
восемьдесят/восьмидесяти девяносто/девяноста
"""
_RUSSIAN_HUNDREDS = """
сто/ста двести/двухсот триста/трехсот четыреста/четырехсот пятьсот/пятисот шестьсот/шестисот семьсот/семисот
восемьсот/восьмисот девятьсот/девятисот
"""
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_KAZAKH = "екі үш төрт бес алты жеті сегіз тоғыз"
_KAZAKH_TENS = "жиырма отыз қырық елу алпыс жетпіс сексен тоқсан"


def _listed(names: str, first: int, step: int = 1) -> dict[str, int]:
    listed = enumerate(names.split())
    return {name: first + place * step for place, spellings in listed for name in spellings.split("/")}


_TENS = _listed(_ENGLISH_TENS, 20, 10) | _listed(_RUSSIAN_TENS, 20, 10) | _listed(_KAZAKH_TENS, 20, 10)
_TEENS = {
    f"{stem}надцат{ending}": number
    for number, stem in enumerate(_RUSSIAN_TEENS.split(), start=11)
    for ending in ("ь", "и", "ью")
}
_IN_WORDS: Mapping[str, int] = MappingProxyType(
    _listed(_ENGLISH, 0)
    | _listed(_RUSSIAN, 0)
    | _TEENS
    | _listed(_RUSSIAN_HUNDREDS, 100, 100)
    | _listed(_KAZAKH, 2)
    | _TENS
)
_TIMES: Mapping[str, int] = MappingProxyType(
    {"dozen": 12, "hundred": 100, "жүз": 100, "thousand": 10**3, "мың": 10**3, "million": 10**6, "billion": 10**9,
     "trillion": 10**12}
)  # fmt: skip
_TEN = 10
_HALF = "half"
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_MOST_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that words state together."""

    words: int
    """How many of them."""
    number: str


def is_in_words(word: str) -> bool:
    """Return whether a folded word is a number."""
    return word in _IN_WORDS or word in _TIMES or word == _HALF


def number_in(words: Sequence[str]) -> Stated | None:
    """Return the number that the first of some folded words state, if they do.

    One that nothing multiplies stays as it stands: 1.450 may be more than a thousand.
    """
    first, count = words[0], 1
    if first == _HALF:
        count, value = 1 + (_at(words, 1) == "a"), Decimal("0.5")
        if _at(words, count) not in _TIMES:
            return None
    elif first in _TIMES:
        count, value = 0, Decimal(1)
    elif first in _IN_WORDS:
        value = Decimal(_IN_WORDS[first])
        if first in _TENS and 0 < _IN_WORDS.get(_at(words, 1), 0) < _TEN:
            count, value = 2, value + _IN_WORDS[words[1]]
    elif _DIGITS.fullmatch(first) and len(first) <= _MOST_DIGITS:
        value = Decimal(first)
        if _at(words, 1) not in _TIMES:
            return Stated(1, first)
    else:
        return None
    while (times := _TIMES.get(_at(words, count))) is not None:
        count, value = count + 1, value * times
    return Stated(count, f"{value.normalize():f}")


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if place < len(words) else ""
