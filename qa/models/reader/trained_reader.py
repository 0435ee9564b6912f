"""Read with the trained network, loaded when first needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from qa.errors import ReaderUnavailable
from qa.models.batches import Batch, batches, load_tokenizer
from qa.models.encoder.model_folder import DEFAULT_ENCODER, default_folder
from qa.models.inference import UnusableModel
from qa.models.reader.protocol import PassageText, Reader, ReaderOutput
from qa.models.reader.running import BatchOutput, RunningNetwork, load_network
from qa.models.together import Together

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

WEIGHTS = Path(__file__).with_name("weights.safetensors")
_MOST_TOKENS = 256
_TOGETHER = 2
"""Texts of like length are read together: more would leave processors idle, or be padded to the longest."""
_MANY, _OF_MANY_TOGETHER = 20, 4
"""Texts of several questions leave no processor idle: read by fours they take a tenth less, by eights no less again."""
_PASSAGE = 1
"""The segment of a pair that is the text."""
_NOWHERE = np.float32(-1e4)
"""The logit of an answer outside the passage."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is read for one question."""

    question: str
    texts: tuple[PassageText, ...]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What reads: one is of no use without the other."""

    network: RunningNetwork
    tokenizer: "Tokenizer"


class TrainedReader:
    """A Reader over the encoder's embeddings and weights of its own; what several threads bring is read together."""

    def __init__(self, folder: Path, weights: Path = WEIGHTS) -> None:
        self._folder, self._weights = folder, weights
        self._loading = Lock()
        self._together = Together[_Asked, list[ReaderOutput]](self._read_all)

    def read(self, question: str, texts: Sequence[PassageText]) -> list[ReaderOutput]:
        """Read each text, in bfloat16 where the processor multiplies it in hardware; a long one's end is cut off."""
        return self._together.make(_Asked(question, tuple(texts)))

    def _read_all(self, asked: Sequence[_Asked]) -> list[list[ReaderOutput]]:
        """Read the texts of several questions, those of like length together."""
        texts = [text for it in asked for text in it.texts]
        pairs = [(it.question, " ".join((text.headline, *text.sentences))) for it in asked for text in it.texts]
        loaded = self._loaded
        encodings = loaded.tokenizer.encode_batch(pairs)
        most = _TOGETHER if len(pairs) < _MANY else _OF_MANY_TOGETHER
        laid_out = list(batches(encodings, most, most * _MOST_TOKENS))
        readings: dict[int, ReaderOutput] = {}
        for batch, output in zip(laid_out, loaded.network.read(laid_out), strict=True):
            shares = _shares(output, batch)
            for place, logit, share in zip(batch.places, output.answers, shares, strict=True):
                readings[place] = ReaderOutput(float(logit), _of_sentences(share, encodings[place], texts[place]))
        places = iter(range(len(texts)))
        return [[readings[place] for place in islice(places, len(it.texts))] for it in asked]

    @property
    def _loaded(self) -> _Loaded:
        with self._loading:
            return self._loaded_once

    @cached_property
    def _loaded_once(self) -> _Loaded:
        try:
            return _Loaded(load_network(self._folder, self._weights), load_tokenizer(self._folder, _MOST_TOKENS))
        except UnusableModel as error:
            raise ReaderUnavailable(
                f"the reader cannot be loaded from {self._weights} and {self._folder} "
                f"({' '.join(str(error).split())}): reinstall the package, or ask without the reader, by --fast"
            ) from error


def find_reader(encoder_name: str) -> Reader | None:
    """Return the reader of the default encoder, not yet loaded; it reads English. Other encoders have none."""
    return TrainedReader(default_folder()) if encoder_name == DEFAULT_ENCODER else None


def _shares(output: BatchOutput, batch: Batch) -> NDArray[np.float32]:
    """Share out, for each pair, where the answer starts and ends among the tokens of the passage."""
    outside = (batch.segments != _PASSAGE) | (batch.seen == 0)
    starts, ends = (_softmax(np.where(outside, _NOWHERE, logits)) for logits in (output.starts, output.ends))
    return np.asarray((starts + ends) / 2, dtype=np.float32)


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)


def _of_sentences(shares: NDArray[np.float32], encoding: "Encoding", text: PassageText) -> tuple[float, ...]:
    """Sum what tokens were given over the sentences that they stand in."""
    behind = np.cumsum([len(part) + 1 for part in (text.headline, *text.sentences)])
    starts, ends = np.array(encoding.offsets).T
    inside = (np.array(encoding.type_ids) == _PASSAGE) & (starts < ends)
    places = np.searchsorted(behind, starts[inside], side="right")
    sums = np.bincount(places, weights=shares[: len(inside)][inside], minlength=len(behind))
    return tuple(sums[1:].tolist())
