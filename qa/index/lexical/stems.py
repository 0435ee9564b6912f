"""What the forms of a word have in common, in its language: Snowball's stemmers as Tantivy has them, or endings taken
off where it has none.

A word of another script than its language's has the stem of its script: a Russian name in an English text is found in
Russian texts too.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from qa.articles.scripts import SPACELESS_RUN
from qa.index.lexical.letters import INSIDE, STACKING

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

_LATIN: Mapping[str | None, str] = MappingProxyType(
    {
        "da": "danish",
        "de": "german",
        "es": "spanish",
        "fi": "finnish",
        "fr": "french",
        "hu": "hungarian",
        "it": "italian",
        "nl": "dutch",
        "no": "norwegian",
        "pt": "portuguese",
        "ro": "romanian",
        "sv": "swedish",
        "tr": "turkish",
    }
)
"""Of what is written in Latin letters; all else that is has the English stem."""
_BESIDES = ("russian", "greek", "tamil")
"""They leave the letters of each other alone, and Latin ones: of 114,749 English terms the Russian one changed none."""
_STEMMED = frozenset({*_LATIN, "en", "ru", "el", "ta", "ar"})
_SPACELESS = frozenset({"ja", "zh", "th", "lo", "km", "my"})
_CYRILLIC = re.compile("[\u0400-\u04ff]+")

_SURNAME = re.compile(r"^(\w*[аеиоуыэюя]\w*)(?:ов|ев)$")
"""The Russian stemmer takes this ending off Токаев and leaves it on Токаева."""
_CLUSTER = re.compile(rf".(?:[{INSIDE}]|(?<=[{STACKING}]).)*", re.DOTALL)
"""A letter with the marks upon it, and what hangs below it."""

_LEAST, _MOST_ENDINGS = 3, 4
"""Letters that are left, and endings that are taken off. Of questions over Kazakh articles (KazQAD, 377 given) words
alone find .560 first and .883 among five so, .459 and .764 as they stand, .562 and .873 by their first five letters,
.536 and .854 by runs of four; beside the vectors of a multilingual model endings are the best of these by .02."""
_KAZAKH = """
лар лер дар дер тар тер
ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде дан ден тан тен нан нен мен бен пен
ым ім м ың ің ң ы і сы сі ымыз іміз мыз міз ңыз ңіз ыңыз іңіз
дағы дегі тағы тегі ндағы ндегі лық лік дық дік тық тік шы ші ған ген қан кен атын етін йтын йтін у
"""
_UKRAINIAN = """
ами ями ові еві ого ього ому ьому ими іми ої ій ою ею єю ах ях ам ям ом ем єм ів їв их іх их у ю а я о е є и і ї ь
ня ння ення ання ий ій ться ти ла ло ли
"""


def stem(word: str, language: str | None) -> str:
    """Return what the forms of a folded word have in common; without a language, as English and Russian have it."""
    by_hand = _BY_HAND.get(language)
    if by_hand is not None and _CYRILLIC.fullmatch(word):
        return by_hand(word)
    stemmed = "".join(_stemmer(_LATIN.get(language, "english"), arabic=language == "ar").analyze(word))
    return _SURNAME.sub(r"\1", stemmed)


def is_stemmed_by_guess(language: str | None) -> bool:
    """Return whether no stemmer was made for a language: its forms may seem to be other words."""
    return language is not None and language not in _STEMMED


def words_known_by(language: str) -> Literal["stems", "endings", "letters"]:
    """Return how the words of a language are matched: by their stems, by guessed ones, or by pairs of letters."""
    if language in _SPACELESS:
        return "letters"
    return "endings" if is_stemmed_by_guess(language) else "stems"


def parted(word: str) -> tuple[str, ...]:
    """Return a folded word; of a script that writes no spaces, its pairs of letters: the words in it are unknown."""
    parts = list[str]()
    at = 0
    for run in SPACELESS_RUN.finditer(word):
        parts += [word[at : run.start()]] if run.start() > at else []
        letters = _CLUSTER.findall(run[0])
        parts += [first + second for first, second in pairwise(letters)] or letters
        at = run.end()
    return (*parts, word[at:]) if at < len(word) else tuple(parts)


def _without(endings: str) -> Callable[[str], str]:
    longest_first = sorted(set(endings.split()), key=lambda it: (-len(it), it))

    def stripped(word: str) -> str:
        for _ in range(_MOST_ENDINGS):
            ending = next((it for it in longest_first if word.endswith(it) and len(word) - len(it) >= _LEAST), None)
            if ending is None:
                break
            word = word[: -len(ending)]
        return word

    return stripped


_BY_HAND: Mapping[str | None, Callable[[str], str]] = MappingProxyType(
    {"kk": _without(_KAZAKH), "uk": _without(_UKRAINIAN), "be": lambda word: word[:5]}
)


@cache
def _stemmer(latin: str, *, arabic: bool) -> "TextAnalyzer":
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.raw())
    for name in (latin, *_BESIDES, *(["arabic"] if arabic else [])):
        builder = builder.filter(Filter.stemmer(name))
    return builder.build()
