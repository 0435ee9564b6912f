"""Ours with the other way to make a sentence's vector, late chunking: `build ARTICLES INDEX`, else as `qa_archive`.

A passage is encoded once; the vector of a sentence in it is the mean of the last hidden states of its tokens there.
What is asked of the index is the same.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from harness import main
from qa_archive import open_index

import qa.build.ingest
from qa.archive.archive import Archive
from qa.articles.passages import SplitPassage
from qa.index.store.vectors import pack
from qa.models.batches import batches, load_tokenizer
from qa.models.bert import _Layers, _shape, _weights
from qa.models.encoder.model_folder import default_folder
from qa.models.encoder.protocol import Encoder, Vectors, unit_length
from qa.models.inference import Network

_WINDOW, _MOST_TEXTS, _MOST_TOKENS = 256, 64, 2048


class LateChunking:
    """Encodes a batch of passages as an ingest does, by key."""

    def __init__(self) -> None:
        folder = default_folder()
        layers = _Layers(_shape(folder), _weights(folder / "model.safetensors"))
        self._network = Network(layers.model(layers.hidden))
        self._tokenizer = load_tokenizer(folder, _WINDOW)

    def __call__(self, _: Encoder, passages: dict[bytes, SplitPassage]) -> dict[bytes, bytes]:
        """Return the packed vectors of passages and their sentences."""
        split = list(passages.values())
        if not split:
            return {}
        encodings = self._tokenizer.encode_batch([it.encoded_text for it in split])
        laid_out = list(batches(encodings, _MOST_TEXTS, _MOST_TOKENS))
        hidden = self._network.run_all((it.ids, it.seen, it.segments) for it in laid_out)
        vectors: dict[int, Vectors] = {}
        for batch, (states,) in zip(laid_out, hidden, strict=True):
            for place, own in zip(batch.places, states, strict=True):
                offsets = np.array(encodings[place].offsets)
                vectors[place] = _vectors(own[: len(offsets)], offsets, split[place])
        return {
            key: pack(key, it[0], it[1:]) for key, it in zip(passages, map(vectors.get, range(len(split))), strict=True)
        }


def _vectors(hidden: Vectors, offsets: np.ndarray, split: SplitPassage) -> Vectors:
    """Return the vector of a passage and those of its sentences."""
    whole = hidden.mean(axis=0)
    rows = [hidden[inside].mean(axis=0) if inside.any() else whole for inside in _insides(offsets, split)]
    return unit_length(np.stack([whole, *rows]))


def _insides(offsets: np.ndarray, split: SplitPassage) -> Iterator[np.ndarray]:
    """Yield for each sentence which tokens stand in it, shape (tokens,)."""
    context, at = _context(split.encoded_sentences), 0
    for encoded in split.encoded_sentences:
        start = max(split.encoded_text.find(encoded[context:], at), at)
        at = start + len(encoded) - context
        yield (offsets[:, 0] >= start) & (offsets[:, 1] <= at) & (offsets[:, 0] < offsets[:, 1])


def _context(sentences: Sequence[str]) -> int:
    """Count the characters that stand before each sentence: headline and heading, with the line end."""
    return sentences[0].rfind("\n") + 1


if __name__ == "__main__":
    if sys.argv[1] == "build":
        qa.build.ingest._encode = LateChunking()
        Archive.build(sys.argv[2], Path(sys.argv[3]))
    else:
        main(None, open_index)
