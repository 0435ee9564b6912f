"""Choose the single-byte encoding of a text that is not Unicode, from a short list, by the words it gives."""

import re

from qa.errors import ArticleUnreadable

_LOOKED_AT = 65_536
_CYRILLIC = ("cp1251", "koi8-r", "cp866", "kz1048")
_UNKNOWN = "it is in an encoding that is not recognised; save it again as UTF-8"

# How often a letter stands in a hundred letters of Russian news; the rest of the alphabet shares the last value.
_RUSSIAN = dict(zip("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", (
    11.0, 8.5, 8.0, 7.4, 6.7, 6.3, 5.5, 4.7, 4.5, 4.4, 3.5, 3.2, 3.0, 2.8, 2.6, 2.0, 1.9, 1.7, 1.7, 1.6, 1.6, 1.4, 1.2,
    1.0, 0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.3, 0.1, 0.1), strict=True))  # fmt: skip
_OTHER_CYRILLIC = dict.fromkeys("іїєґўәғқңөұүһ", 0.6)
_COMMON = _RUSSIAN | _OTHER_CYRILLIC
_KAZAKH = re.compile("[әғқңөұүһӘҒҚҢӨҰҮҺ]")
_PLAUSIBLE = 3.2
"""Mean of `_COMMON` over a text's letters: about 5 for Russian, about 1.5 for other bytes read as Cyrillic."""

_WORDS = re.compile(rb"[A-Za-z\x80-\xff]+")
_HIGH_WORD = re.compile(rb"[\x80-\xff]{2,}")
_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґЎўӘәҒғҚқҢңӨөҰұҮүҺһ]{2,}")
_EASTERN_INSIDE = re.compile("[A-Za-zÀ-ÿ][³¹¿¼¾ºª£¥][a-zà-ÿ]|[a-z][³¹¿](?![0-9A-Za-z])")
_CZECH = re.compile("[a-z][ìøèù]|[øèì][a-z]")
_CARON = re.compile("[šžŠŽ]")


def decode_single_byte(file: str, data: bytes) -> str:
    """Decode bytes that are not UTF-8: Cyrillic, Western or Central European."""
    sample = data[:_LOOKED_AT]
    if _is_cyrillic(sample):
        best = max(_CYRILLIC, key=lambda encoding: _likeness(sample, encoding))
        if _likeness(sample, best) < _PLAUSIBLE:
            raise ArticleUnreadable(file, _UNKNOWN)
        return data.decode(best, "replace")
    western = _decode_western(data)
    return data.decode("cp1250", "replace") if _is_central_european(western[:_LOOKED_AT]) else western


def _is_cyrillic(sample: bytes) -> bool:
    """Return whether a text is Cyrillic: whole words are beyond ASCII, where French or German mixes a letter in."""
    whole = mixed = 0
    for word in _WORDS.findall(sample):
        if _HIGH_WORD.fullmatch(word):
            whole += len(word)
        elif not word.isascii() and len(word) > 1:
            mixed += sum(byte >= 0x80 for byte in word)
    return whole > mixed


def _likeness(sample: bytes, encoding: str) -> float:
    """Score a Cyrillic reading by how common its letters are; capitals inside words count nothing."""
    text = sample.decode(encoding, "replace")
    beyond = sum(not character.isascii() and character.isalpha() for character in text)
    if encoding == "kz1048" and not _KAZAKH.search(text):
        return 0.0
    total = 0.0
    for word in _CYRILLIC_WORD.findall(text):
        shown = word if word[1:].islower() else word.lower() if word.isupper() else ""
        total += sum(_COMMON.get(letter, 0.1) for letter in shown.lower())
    return total / max(beyond, 1)


def _decode_western(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _is_central_european(western: str) -> bool:
    """Return whether a text is Polish or Czech: in cp1252 it has signs inside words, or `ø` beside `š`."""
    if len(_EASTERN_INSIDE.findall(western)) >= 2:
        return True
    return bool(_CARON.search(western)) and len(_CZECH.findall(western)) >= 2
