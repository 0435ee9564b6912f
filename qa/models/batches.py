"""Load a tokenizer, and lay tokenised texts out for a network: those of like length together, padded alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from qa.models.inference import UnusableModel
from qa.models.memory import memory_errors

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

_FEW_SHAPES = 16
"""Lengths are padded to a multiple of this: what is prepared for a shape is used again."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some texts as a network reads them: int64, of shape (n, tokens)."""

    places: tuple[int, ...]
    """Where each of them stands among all."""
    ids: NDArray[np.int64]
    seen: NDArray[np.int64]
    """0 for padding."""
    segments: NDArray[np.int64]


def load_tokenizer(folder: Path, window: int) -> "Tokenizer":
    """Load a tokenizer that cuts off what stands beyond the window.

    Raises:
        UnusableModel: the file cannot be read as one.
        MemoryError: there is too little memory for it.
    """
    with memory_errors():
        from tokenizers import Tokenizer

    try:
        with memory_errors():
            tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except MemoryError:
        raise
    except Exception as error:  # it raises nothing narrower
        raise UnusableModel(f"its tokenizer.json cannot be read ({error})") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(window)
    return tokenizer


def batches(encodings: "Sequence[Encoding]", most_texts: int, most_tokens: int, padding: int = 0) -> Iterator[Batch]:
    """Group texts, the longest first, so that what remains at the end is short; a text longer than that stands alone.

    `most_tokens` counts padding, whose id is `padding`.
    """
    waiting = sorted(range(len(encodings)), key=lambda place: len(encodings[place].ids), reverse=True)
    while waiting:
        length = -(-len(encodings[waiting[0]].ids) // _FEW_SHAPES) * _FEW_SHAPES
        count = min(most_texts, max(1, most_tokens // max(1, length)))
        places, waiting = waiting[:count], waiting[count:]
        yield _batch(encodings, tuple(places), length, padding)


def _batch(encodings: "Sequence[Encoding]", places: tuple[int, ...], length: int, padding: int) -> Batch:
    shape = len(places), max(1, length)
    ids, seen, segments = np.full(shape, padding), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for row, place in enumerate(places):
        it = encodings[place]
        count = len(it.ids)
        ids[row, :count], seen[row, :count], segments[row, :count] = it.ids, 1, it.type_ids
    return Batch(places, ids, seen, segments)
