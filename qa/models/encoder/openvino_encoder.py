"""Encode with OpenVINO, loaded when first needed."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from qa.models.batches import Batch, batches
from qa.models.encoder.model_folder import ModelFolder
from qa.models.encoder.protocol import Token, Vectors, unit_length
from qa.models.inference import Network

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_MOST_TEXTS, _MOST_TOKENS = 64, 2048
"""Of a batch; from 1024 to 4096 tokens the speed is the same, beyond it falls: they leave the processor's cache."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How texts become what the network reads."""

    window: int
    """Tokens read of a text, special ones and prompt included."""
    question_prompt: str = ""
    passage_prompt: str = ""
    padding: int = 0
    """The id of the token that pads."""
    segments: bool = True
    """Whether the network takes the segment of each token."""


@dataclass(frozen=True, slots=True)
class LoadedEncoder:
    """A network ready to run, its tokenizer, and what stands around them."""

    network: Network
    tokenizer: "Tokenizer"
    recipe: Recipe


class OpenVinoEncoder:
    """An Encoder over a network that gives a vector for each text; any number of threads may use it at once."""

    def __init__(self, model: ModelFolder, load: Callable[[], LoadedEncoder]) -> None:
        self._model, self._load = model, load
        self._loading = Lock()

    @property
    def name(self) -> str:
        """Return the name that finds the same model again."""
        return self._model.name

    @property
    def fingerprint(self) -> str:
        """Return the hash of the model's files."""
        return self._model.fingerprint

    @cached_property
    def max_tokens(self) -> int:
        """Return the model's window less its special tokens and its prompt for passages."""
        recipe = self._parts.recipe
        special = int(self._parts.tokenizer.num_special_tokens_to_add(is_pair=False))
        return recipe.window - special - len(self.tokens(recipe.passage_prompt.rstrip()))

    def tokens(self, text: str) -> Sequence[Token]:
        """Return the spans of the model's tokens in a text, however long it is."""
        cut = self._cutter.encode(text, add_special_tokens=False)
        return [Token(start, end) for start, end in cut.offsets]

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages, shape (n, d), in bfloat16 where the processor multiplies it in hardware.

        The cosine to what float32 gives is over .9995.
        """
        return self._encode([self._parts.recipe.passage_prompt + text for text in texts])

    def encode_question(self, text: str) -> Vectors:
        """Encode one question, shape (d,), in the same precision."""
        return np.asarray(self._encode([self._parts.recipe.question_prompt + text])[0], dtype=np.float32)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        parts = self._parts
        encodings = parts.tokenizer.encode_batch(list(texts))
        laid_out = list(batches(encodings, _MOST_TEXTS, _MOST_TOKENS, parts.recipe.padding))
        read = parts.network.run_all(_inputs(batch, parts.recipe) for batch in laid_out)
        vectors: dict[int, Vectors] = {}
        for batch, outputs in zip(laid_out, read, strict=True):
            vectors |= zip(batch.places, outputs[0], strict=True)
        return unit_length(np.stack([vectors[place] for place in range(len(texts))]))

    @property
    def _parts(self) -> LoadedEncoder:
        with self._loading:
            return self._loaded

    @cached_property
    def _loaded(self) -> LoadedEncoder:
        return self._load()

    @cached_property
    def _cutter(self) -> "Tokenizer":
        """Return a copy of the tokenizer that never truncates."""
        tokenizer: Tokenizer = deepcopy(self._parts.tokenizer)
        tokenizer.no_truncation()
        return tokenizer


def _inputs(batch: Batch, recipe: Recipe) -> Sequence[NDArray[np.int64]]:
    inputs = (batch.ids, batch.seen, batch.segments)
    return inputs if recipe.segments else inputs[:2]
