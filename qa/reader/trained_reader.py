"""Read with the trained network, loaded when first needed."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from qa.encoder.model_folder import DEFAULT_ENCODER, find_model
from qa.errors import ReaderUnavailable
from qa.hardware import fast_bfloat16
from qa.reader.protocol import Reader, Reading, Text

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

    from qa.reader.network import ReaderNetwork

WEIGHTS = Path(__file__).with_name("weights.safetensors")
_MOST_TOKENS = 256
_TOGETHER = 5
"""Texts of like length are read together: a short one is padded to the longest."""
_FEW_SHAPES = 16
"""Lengths are padded to a multiple of this: what oneDNN prepares for a shape is used again."""
_PASSAGE = 1
"""The segment of a pair that is the text."""


class TrainedReader:
    """A Reader over the encoder's embeddings and weights of its own; any number of threads may read at once."""

    def __init__(self, folder: Path, weights: Path = WEIGHTS) -> None:
        self._folder, self._weights = folder, weights
        self._loading = Lock()

    def read(self, question: str, texts: Sequence[Text]) -> list[Reading]:
        """Read each text, in bfloat16 where the processor multiplies it in hardware; a long one's end is cut off."""
        if not texts:
            return []
        pairs = [(question, " ".join((text.headline, *text.sentences))) for text in texts]
        encodings = self._tokenizer.encode_batch(pairs)
        by_length = sorted(range(len(texts)), key=lambda at: len(encodings[at].ids))
        readings: dict[int, Reading] = {}
        for start in range(0, len(by_length), _TOGETHER):
            places = by_length[start : start + _TOGETHER]
            readings |= zip(
                places, self._read([encodings[at] for at in places], [texts[at] for at in places]), strict=True
            )
        return [readings[at] for at in range(len(texts))]

    def _read(self, encodings: "Sequence[Encoding]", texts: Sequence[Text]) -> list[Reading]:
        import torch

        longest = max(len(it.ids) for it in encodings)
        shape = len(encodings), -(-longest // _FEW_SHAPES) * _FEW_SHAPES
        ids, segments, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        for at, it in enumerate(encodings):
            ids[at, : len(it.ids)], segments[at, : len(it.ids)], mask[at, : len(it.ids)] = it.ids, it.type_ids, 1
        network = self._network
        with torch.inference_mode():
            said = network(torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(segments))
        starts, ends = torch.softmax(said.starts, dim=1).numpy(), torch.softmax(said.ends, dim=1).numpy()
        shares = (starts + ends) / 2
        return [
            Reading(float(logit), _of_sentences(share, encoding, text))
            for logit, share, encoding, text in zip(said.answers.tolist(), shares, encodings, texts, strict=True)
        ]

    @property
    def _network(self) -> "ReaderNetwork":
        with self._loading:
            return self._loaded_network

    @cached_property
    def _loaded_network(self) -> "ReaderNetwork":
        from safetensors import SafetensorError

        from qa.reader.network import ReaderNetwork
        from qa.reader.weights import load_weights

        try:
            network, weights = ReaderNetwork(self._folder), load_weights(self._weights)
            network.load_state_dict(weights, strict=False)  # the embeddings are the encoder's
        except (OSError, RuntimeError, SafetensorError) as error:
            raise self._unusable(str(error)) from error
        if weights.keys() != network.trained().keys():
            raise self._unusable("they are those of another network")
        return network.eval().bfloat16() if fast_bfloat16() else network.eval()

    def _unusable(self, reason: str) -> ReaderUnavailable:
        return ReaderUnavailable(
            f"the reader's weights in {self._weights} cannot be loaded ({' '.join(reason.split())}): install the "
            "package anew, or ask without the reader, by --fast"
        )

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer: Tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(_MOST_TOKENS)
        return tokenizer


def find_reader(encoder_name: str) -> Reader | None:
    """Find the reader for what an encoder finds, without loading it; it reads English, as the default encoder does."""
    return TrainedReader(find_model().path) if encoder_name == DEFAULT_ENCODER else None


def _of_sentences(shares: NDArray[np.float32], encoding: "Encoding", text: Text) -> tuple[float, ...]:
    """Sum what tokens were given over the sentences that they stand in."""
    behind = np.cumsum([len(part) + 1 for part in (text.headline, *text.sentences)])
    starts, ends = np.array(encoding.offsets).T
    inside = (np.array(encoding.type_ids) == _PASSAGE) & (starts < ends)
    places = np.searchsorted(behind, starts[inside], side="right")
    sums = np.bincount(places, weights=shares[: len(inside)][inside], minlength=len(behind))
    return tuple(sums[1:].tolist())
