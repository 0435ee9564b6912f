"""Detect which language a text is in, among those that a news archive is likely to hold (py3langid, naive Bayes)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from qa.errors import IndexUnwritable

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_AMONG = """
ar az be bg bn cs da de el en es et fa fi fr he hi hu hy id it ja ka kk ko ky lt lv mk nl no pl pt ro ru sk sl sq sr sv
ta th tr uk ur uz vi zh
"""
"""Of all that it knows, those that few write in would win short paragraphs from those that many do."""
_KNOWN = frozenset(_AMONG.split())
_LATIN = frozenset(
    "az cs da de en es et fi fr hu id it lt lv nl no pl pt ro sk sl sq sv tr uz vi".split()  # noqa: SIM905
)
_LATIN_THROUGH = "\u024f"
_SHORTEST = 25
"""Letters; a shorter paragraph has no vote, for a name says little of the language around it."""
_SPACELESS_SHORTEST = 8
_SURE = 0.7
"""Of 4,300 paragraphs of news, of encyclopedias in three languages and of lists of names, 37 are likelier than this to
be in a language that they are not in, all of the lists; one paragraph of prose in a thousand is less likely."""
_ENOUGH = 150
"""Characters; 1,137 articles in eight languages are in the same ones by 150 of each paragraph as by all of it."""
_MOST_VOTES = 200
"""Of a longer text as many paragraphs vote, spread over it: each takes half a millisecond."""
_SHARE = 5
"""A second language is one that a fifth of the text is in, as on a page that says everything twice."""
_LETTERS = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")


def detect(text: str) -> str | None:
    """Return the language of a text as a BCP 47 tag; None where it has too few letters to tell, or does not tell."""
    letters = _LETTERS.findall(text)
    wide = sum(letter > "\u0e00" for letter in letters)  # most scripts that say more with a letter lie there
    if len(letters) < (_SPACELESS_SHORTEST if wide * 2 > len(letters) else _SHORTEST):
        return None
    language, likelihood = _identifier().classify(text)
    return str(language) if likelihood >= _SURE else None


def likelihoods(text: str) -> Mapping[str, float]:
    """Return how likely it is that a text is in each language, the likeliest first."""
    return dict(_identifier().rank(text))


def detect_among(text: str, languages: Sequence[str]) -> str | None:
    """Return which of some languages a text is in, however short it is; the first where nothing tells.

    In the letters of none of them it is in another one, or in none that is known; a stated language that is not among
    those that are detected may have any letters.
    """
    latin = _is_latin(text)
    fitting = [it for it in languages if it not in _KNOWN or (it in _LATIN) is latin]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        return detect(text) if _LETTERS.search(text) else languages[0]
    likely = likelihoods(text)
    return max(fitting, key=lambda language: likely.get(language, 0.0))


def _is_latin(text: str) -> bool:
    letters: list[str] = _LETTERS.findall(text)
    return sum(letter > _LATIN_THROUGH for letter in letters) * 2 <= len(letters)


def languages_of(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the language that most of the text is in, and a second one where a fifth of it is in that.

    Long paragraphs count for more: the lines of a list of names are in any language.
    """
    votes = Counter[str]()
    for paragraph in paragraphs[:: max(1, len(paragraphs) // _MOST_VOTES)]:
        if (language := detect(paragraph[:_ENOUGH])) is not None:
            votes[language] += len(paragraph)
    if not votes:
        together = detect(" ".join(paragraphs))
        return () if together is None else (together,)
    (first, _), *others = votes.most_common()
    second = [language for language, count in others[:1] if count * _SHARE >= votes.total()]
    return (first, *second)


def read_tag(value: str) -> str | None:
    """Read the language of a tag such as en-GB; None where it is no tag."""
    tag = _TAG.fullmatch(value.strip())
    return None if tag is None else {"nb": "no", "nn": "no"}.get(small := tag["language"].lower(), small)


@cache
def _identifier() -> "LanguageIdentifier":
    """Load what tells languages apart; it is unpacked into the temporary folder.

    Raises:
        IndexUnwritable: nothing can be written there.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        raise IndexUnwritable(
            f"what tells languages apart cannot be unpacked in the temporary folder ({error.strerror or error}): make "
            "room there, or name another folder in TMPDIR"
        ) from error
    identifier.set_languages(_AMONG.split())
    return identifier
