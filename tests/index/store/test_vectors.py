"""Vectors come back pointing the same way, or not at all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from qa.errors import IndexDamaged
from qa.index.store.schema import Column, checksum
from qa.index.store.vectors import check, pack, passage_vector, unpack
from qa.models.encoder.protocol import Vectors, unit_length

KEY = b"key" * 10
DIMENSIONS = 9
SOME = st.integers(0, 5).flatmap(
    lambda sentences: arrays.arrays(np.float32, (sentences + 1, DIMENSIONS), elements=st.floats(-1, 1, width=32))
)


def units(drawn: Vectors) -> Vectors:
    return unit_length(drawn + np.float32(2))


@given(SOME)
def test_unpacked_vectors_point_where_the_packed_ones_did(drawn: Vectors) -> None:
    vectors = units(drawn)
    back = unpack(KEY, pack(KEY, vectors[0], vectors[1:]), len(vectors) - 1)
    assert back.passage == pytest.approx(vectors[0], abs=1e-3)
    assert back.sentences.shape == vectors[1:].shape
    assert (back.sentences * vectors[1:]).sum(axis=1) == pytest.approx(np.ones(len(vectors) - 1), abs=1e-3)


@given(SOME)
def test_packing_what_was_unpacked_changes_nothing(drawn: Vectors) -> None:
    vectors, sentences = units(drawn), len(drawn) - 1
    packed = pack(KEY, vectors[0], vectors[1:])
    back = unpack(KEY, packed, sentences)
    assert pack(KEY, back.passage, back.sentences) == packed
    assert passage_vector(packed, sentences).tolist() == back.passage.tolist()


def test_a_passage_without_a_sentence_has_no_sentence_vectors() -> None:
    packed = pack(KEY, np.ones(DIMENSIONS, dtype=np.float32), np.empty((0, DIMENSIONS), dtype=np.float32))
    assert unpack(KEY, packed, 0).sentences.shape == (0, DIMENSIONS)


def test_a_sentence_that_means_nothing_to_the_encoder_stays_so() -> None:
    nothing = np.zeros((1, DIMENSIONS), dtype=np.float32)
    assert unpack(KEY, pack(KEY, nothing[0], nothing), 1).sentences.tolist() == nothing.tolist()


PACKED = pack(KEY, np.full(DIMENSIONS, 1 / 3, dtype=np.float32), np.full((2, DIMENSIONS), 1 / 3, dtype=np.float32))


@given(st.integers(0, 8 * len(PACKED) - 1))
def test_any_flipped_bit_is_noticed(bit: int) -> None:
    flipped = bytearray(PACKED)
    flipped[bit // 8] ^= 1 << bit % 8
    with pytest.raises(IndexDamaged):
        unpack(KEY, bytes(flipped), 2)


@given(st.integers(0, len(PACKED) - 1))
def test_vectors_cut_short_are_noticed(length: int) -> None:
    with pytest.raises(IndexDamaged):
        unpack(KEY, PACKED[:length], 2)


@pytest.mark.parametrize("key", [b"", b"other", KEY[:-1], None, "text", 7])
def test_vectors_of_another_key_are_noticed(key: bytes) -> None:
    with pytest.raises(IndexDamaged):
        check(key, PACKED)


@given(st.lists(st.one_of(st.none(), st.text(), st.binary(), st.integers()), min_size=2, max_size=4))
def test_a_rows_checksum_tells_neighbouring_columns_apart(columns: list[Column]) -> None:
    shifted = [*columns[1:], columns[0]]
    if shifted != columns and not all(type(it) is type(columns[0]) for it in columns):
        assert checksum(*columns) != checksum(*shifted)
    assert checksum("ab", "c") != checksum("a", "bc")
    assert checksum(*columns) == checksum(*columns)
