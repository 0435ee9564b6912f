from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.dense import DenseIndex, Mask
from qa.encoder.protocol import Vectors
from qa.errors import IndexDamaged

DIMENSIONS = 8


def unit(number: int) -> Vectors:
    """A unit vector with four components of ±1/2: all cosines are exact quarters, and many are equal."""
    vector = np.zeros(DIMENSIONS, dtype=np.float32)
    generator = np.random.default_rng(number)
    places = generator.choice(DIMENSIONS, 4, replace=False)
    vector[places] = generator.choice([-0.5, 0.5], 4)
    return vector


def stack(numbers: list[int]) -> Vectors:
    return np.array([unit(number) for number in numbers], dtype=np.float32).reshape(-1, DIMENSIONS)


def oracle(vectors: Vectors, vector: Vectors, count: int, mask: Mask | None) -> list[tuple[float, int]]:
    allowed = [at for at in range(len(vectors)) if mask is None or mask[at]]
    ranked = sorted((-float(vectors[at] @ vector), at) for at in allowed)
    return [(-cosine, at) for cosine, at in ranked[:count]]


def found(index: DenseIndex, vector: Vectors, count: int, mask: Mask | None = None) -> list[tuple[float, int]]:
    hits = index.search(vector, count, mask)
    assert (hits.positions.dtype.name, hits.cosines.dtype.name) == ("int64", "float32")
    return list(zip(hits.cosines.tolist(), hits.positions.tolist(), strict=True))


@given(st.data())
def test_search_finds_what_comparing_every_vector_finds(data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, 60), max_size=40))
    vectors, question = stack(numbers), unit(data.draw(st.integers(0, 60)))
    masked = data.draw(st.none() | st.lists(st.booleans(), min_size=len(numbers), max_size=len(numbers)))
    mask = None if masked is None else np.array(masked, dtype=np.bool_)
    count = data.draw(st.integers(0, 50))
    hits = found(DenseIndex.of(vectors), question, count, mask)
    expected = oracle(vectors, question, count, mask)
    assert [cosine for cosine, _ in hits] == [cosine for cosine, _ in expected]
    least = hits[-1][0] if hits else 0.0
    assert [hit for hit in hits if hit[0] > least] == [hit for hit in expected if hit[0] > least]
    assert [at for _, at in hits] == [at for _, at in sorted(hits, key=lambda hit: (-hit[0], hit[1]))]
    assert all(mask is None or mask[at] for _, at in hits)


@pytest.mark.parametrize("count", [1, 3, 99, 100, 150, 299])
def test_among_equals_the_first_passages_of_the_archive_are_found(count: int) -> None:
    index = DenseIndex.of(stack([7] * 300))
    assert [at for _, at in found(index, unit(7), count)] == list(range(count))


def test_random_vectors_are_found_in_the_order_of_their_cosines() -> None:
    generator = np.random.default_rng(1)
    vectors = generator.normal(size=(500, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    question = vectors[17]
    mask = generator.random(500) < 0.1
    mask[17] = True
    hits = DenseIndex.of(vectors).search(question, 20, mask)
    expected = [at for _, at in oracle(vectors, question, 20, mask)]
    assert hits.positions.tolist() == expected
    assert hits.cosines == pytest.approx(vectors[expected] @ question, abs=1e-6)


def test_a_filter_that_leaves_the_farthest_passage_still_finds_it() -> None:
    vectors = stack([1] * 200 + [2])
    mask = np.zeros(201, dtype=np.bool_)
    mask[200] = True
    assert found(DenseIndex.of(vectors), unit(1), 1, mask) == oracle(vectors, unit(1), 1, mask)


def test_a_filter_that_leaves_nothing_finds_nothing() -> None:
    assert found(DenseIndex.of(stack([1, 2])), unit(1), 5, np.zeros(2, dtype=np.bool_)) == []


def test_an_index_of_no_passages_finds_nothing() -> None:
    index = DenseIndex.of(np.empty((0, 0), dtype=np.float32))
    assert len(index) == 0
    assert found(index, unit(1), 5) == []


@given(st.lists(st.integers(0, 60), min_size=1, max_size=30), st.data())
def test_vectors_come_back_as_they_were_given(numbers: list[int], data: st.DataObject) -> None:
    vectors = stack(numbers)
    wanted = np.array(data.draw(st.lists(st.integers(0, len(numbers) - 1))), dtype=np.int64)
    assert DenseIndex.of(vectors).vectors(wanted).tolist() == vectors[wanted].tolist()


def test_a_written_index_answers_as_before(tmp_path: Path) -> None:
    index = DenseIndex.of(stack(list(range(30))))
    index.write(tmp_path / "vectors.faiss")
    opened = DenseIndex.open(tmp_path / "vectors.faiss", 30)
    assert len(opened) == 30
    assert found(opened, unit(3), 10) == found(index, unit(3), 10)


def test_an_empty_index_can_be_written_and_opened(tmp_path: Path) -> None:
    DenseIndex.of(np.empty((0, 0), dtype=np.float32)).write(tmp_path / "vectors.faiss")
    assert found(DenseIndex.open(tmp_path / "vectors.faiss", 0), unit(1), 5) == []


def test_a_file_over_another_number_of_passages_is_damaged(tmp_path: Path) -> None:
    DenseIndex.of(stack([1, 2, 3])).write(tmp_path / "vectors.faiss")
    with pytest.raises(IndexDamaged, match="3 vectors for 4 passages"):
        DenseIndex.open(tmp_path / "vectors.faiss", 4)


@pytest.mark.parametrize("other", [faiss.IndexFlatL2(DIMENSIONS), faiss.IndexHNSWFlat(DIMENSIONS, 4)])
def test_a_file_of_another_kind_of_index_is_damaged(other: faiss.Index, tmp_path: Path) -> None:
    other.add(stack([1, 2, 3]))
    faiss.write_index(other, str(tmp_path / "vectors.faiss"))
    with pytest.raises(IndexDamaged, match="not an exact inner product index"):
        DenseIndex.open(tmp_path / "vectors.faiss", 3)


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"IxFI" + b"\xff" * 60, b"\0" * 200])
def test_a_file_of_garbage_is_damaged(garbage: bytes, tmp_path: Path) -> None:
    (tmp_path / "vectors.faiss").write_bytes(garbage)
    with pytest.raises(IndexDamaged, match=r"vectors\.faiss"):
        DenseIndex.open(tmp_path / "vectors.faiss", 3)


def test_a_file_cut_short_or_missing_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "vectors.faiss"
    with pytest.raises(IndexDamaged):
        DenseIndex.open(path, 3)
    DenseIndex.of(stack([1, 2, 3])).write(path)
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(IndexDamaged):
        DenseIndex.open(path, 3)
