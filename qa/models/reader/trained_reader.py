"""Read with the trained network, loaded when first needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from qa.models.batches import Batch, batches
from qa.models.reader.protocol import PassageText, ReaderOutput
from qa.models.reader.running import BatchOutput, RunningNetwork
from qa.models.shared_work import SharedWork

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

MOST_TOKENS = 256
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
class LoadedReader:
    """What reads: a network ready to run, and the tokenizer of its texts."""

    network: RunningNetwork
    tokenizer: "Tokenizer"
    padding: int = 0
    """The id of the token that pads."""


class TrainedReader:
    """A Reader over an encoder's embeddings and weights of its own; what several threads bring is read together."""

    def __init__(self, load: Callable[[], LoadedReader], languages: frozenset[str]) -> None:
        self.languages: frozenset[str] | None = languages
        """What it was trained to read, as BCP 47 tags."""
        self._load, self._loading = load, Lock()
        self._together = SharedWork[_Asked, list[ReaderOutput]](self._read_all)

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
        laid_out = list(batches(encodings, most, most * MOST_TOKENS, loaded.padding))
        readings: dict[int, ReaderOutput] = {}
        for batch, output in zip(laid_out, loaded.network.read(laid_out), strict=True):
            shares = _shares(output, batch)
            for place, logit, share in zip(batch.places, output.answers, shares, strict=True):
                readings[place] = ReaderOutput(float(logit), _of_sentences(share, encodings[place], texts[place]))
        places = iter(range(len(texts)))
        return [[readings[place] for place in islice(places, len(it.texts))] for it in asked]

    @property
    def _loaded(self) -> LoadedReader:
        with self._loading:
            return self._loaded_once

    @cached_property
    def _loaded_once(self) -> LoadedReader:
        return self._load()


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
    places = np.searchsorted(behind, ends[inside] - 1, side="right")  # a token may begin with the space before it
    sums = np.bincount(places, weights=shares[: len(inside)][inside], minlength=len(behind))
    return tuple(sums[1:].tolist())
