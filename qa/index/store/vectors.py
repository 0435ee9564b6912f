"""The vectors of a passage and its sentences as bytes, with a checksum of their own.

They travel from row to row, where a passage comes back, and through the file of pending vectors: the checksum goes
with them.
"""

import struct
import zlib
from dataclasses import dataclass

import numpy as np

from qa.index.store.schema import damaged
from qa.models.encoder.protocol import Vectors, unit_length

_SUM = struct.Struct("<I")
_HALF = np.dtype("<f2")


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """What a passage and each of its sentences mean; vectors of unit length."""

    passage: Vectors
    """Shape (d,); as exact as half precision."""
    sentences: Vectors
    """Shape (sentences, d); as exact as eight bits."""


def pack(key: bytes, passage: Vectors, sentences: Vectors) -> bytes:
    """Encode vectors for storage, shapes (d,) and (sentences, d): the first in half precision, the others in bytes.

    Each of the sentences is divided by its largest part.
    """
    largest = np.abs(sentences).max(axis=1, keepdims=True, initial=np.finfo(np.float32).tiny)
    small = np.round(sentences / largest * 127).astype(np.int8)
    content: bytes = passage.astype(_HALF).tobytes() + small.tobytes()
    return content + _SUM.pack(zlib.crc32(content, zlib.crc32(key)))


def unpack(key: bytes, packed: bytes, sentences: int) -> PassageVectors:
    """Decode packed vectors.

    Raises:
        IndexDamaged: they are not those that were packed under that key.
    """
    content = check(key, packed)
    size = len(content) // (2 + sentences)
    small = np.frombuffer(content, dtype=np.int8, offset=2 * size).reshape(sentences, size)
    return PassageVectors(passage_vector(packed, sentences), unit_length(small.astype(np.float32)))


def passage_vector(packed: bytes, sentences: int) -> Vectors:
    """Decode the passage's own vector, shape (d,), of bytes that have been checked."""
    size = (len(packed) - _SUM.size) // (2 + sentences)
    return np.frombuffer(packed, dtype=_HALF, count=size).astype(np.float32)


def check(key: bytes, packed: bytes) -> bytes:
    """Compare packed vectors with their checksum, which is left out of what is given back."""
    if not isinstance(key, bytes) or not isinstance(packed, bytes):  # a damaged row may hold a value of any kind
        damaged("the vectors of a passage are not what was written")
    content = packed[: -_SUM.size]
    if len(packed) < _SUM.size or _SUM.unpack(packed[-_SUM.size :])[0] != zlib.crc32(content, zlib.crc32(key)):
        damaged("the vectors of a passage are not what was written")
    return content
