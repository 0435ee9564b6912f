"""What every search by meaning does, exact or approximate; the latter where it looks through all of its lists."""

from collections.abc import Callable
from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import IndexDamaged
from qa.index.dense.approximate import ApproximateSearch
from qa.index.dense.exact import ExactSearch
from qa.index.dense.protocol import DenseSearch
from qa.index.dense.vector_file import open_search
from qa.index.store.passages import RowVectors
from tests.index.dense.vectors import DIMENSIONS, Hit, at_random, compared, every_other, found, rows, stack, unit

Made = Callable[[RowVectors], DenseSearch]


def exact(known: RowVectors) -> DenseSearch:
    search = ExactSearch.empty(known.vectors.shape[1])
    search.add(known.rows, known.vectors)
    return search


def approximate(known: RowVectors) -> DenseSearch:
    trained_on = known.vectors if len(known.rows) else stack([1])
    search = ApproximateSearch.train(trained_on, max(len(known.rows), 1))
    search.add(known.rows, known.vectors)
    search.probes = search.lists
    return search


both = pytest.mark.parametrize("made", [exact, approximate])


@both
@given(st.data())
def test_search_finds_what_comparing_every_vector_finds(made: Made, data: st.DataObject) -> None:
    known = every_other(stack(data.draw(st.lists(st.integers(0, 60), max_size=40))))
    question, count = unit(data.draw(st.integers(0, 60))), data.draw(st.integers(0, 50))
    masked = data.draw(st.none() | st.lists(st.booleans(), max_size=100))
    mask = None if masked is None else np.array(masked, dtype=np.bool_)
    hits, expected = found(made(known), question, count, mask), compared(known, question, count, mask)
    assert [hit.cosine for hit in hits] == [hit.cosine for hit in expected]
    least = hits[-1].cosine if hits else 0.0
    assert [hit for hit in hits if hit.cosine > least] == [hit for hit in expected if hit.cosine > least]
    assert hits == sorted(hits, key=lambda hit: (-hit.cosine, hit.row))
    assert len({hit.row for hit in hits}) == len(hits)
    assert {hit.row for hit in hits} <= {hit.row for hit in compared(known, question, len(known.rows), mask)}


@both
def test_known_answers_are_found_with_their_cosines(made: Made) -> None:
    vectors = np.zeros((4, DIMENSIONS), dtype=np.float32)
    vectors[0, :2], vectors[1, 0], vectors[2, 1], vectors[3, 0] = (0.6, 0.8), 1.0, 1.0, -1.0
    search = made(RowVectors(rows(7, 3, 12, 5), vectors))
    assert len(search) == 4
    assert search.size == DIMENSIONS
    hits = found(search, vectors[1], 9)
    assert [hit.row for hit in hits] == [3, 7, 12, 5]
    assert [hit.cosine for hit in hits] == pytest.approx([1.0, 0.6, 0.0, -1.0], abs=1e-3)


@both
@pytest.mark.parametrize("count", [1, 3, 99, 100, 150, 299])
def test_among_equals_as_many_as_asked_for_are_found_in_the_order_of_rows(made: Made, count: int) -> None:
    hits = [hit.row for hit in found(made(every_other(stack([7] * 300))), unit(7), count)]
    assert len(hits) == count
    assert hits == sorted(set(hits))


@both
def test_random_vectors_are_found_in_the_order_of_their_cosines(made: Made) -> None:
    known = every_other(at_random(500))
    mask = np.random.default_rng(2).random(1_000) < 0.1
    mask[35] = True
    hits, expected = found(made(known), known.vectors[17], 20, mask), compared(known, known.vectors[17], 20, mask)
    assert [hit.row for hit in hits] == [hit.row for hit in expected]
    assert [hit.cosine for hit in hits] == pytest.approx([hit.cosine for hit in expected], abs=1e-6)
    assert hits[0].row == 35


@both
def test_a_mask_that_leaves_the_farthest_passage_still_finds_it(made: Made) -> None:
    known = every_other(stack([1] * 200 + [2]))
    mask = np.zeros(402, dtype=np.bool_)
    mask[401] = True
    assert found(made(known), unit(1), 1, mask) == [Hit(401, float(unit(1) @ unit(2)))]


@both
def test_a_mask_that_leaves_a_hundredth_loses_none_of_it(made: Made) -> None:
    known = every_other(at_random(2_000))
    search, mask = made(known), np.zeros(4_001, dtype=np.bool_)
    mask[1:4_000:200] = True
    for question in at_random(20, seed=2):
        hits = found(search, question, 20, mask)
        assert [hit.row for hit in hits] == [hit.row for hit in compared(known, question, 20, mask)]


@both
@pytest.mark.parametrize("length", [0, 1, 7, 8, 9, 200])
def test_rows_beyond_the_mask_are_not_let_through(made: Made, length: int) -> None:
    search = made(every_other(stack([1] * 300)))
    assert [hit.row for hit in found(search, unit(1), 400, np.ones(length, dtype=np.bool_))] == [*range(1, length, 2)]


@both
def test_a_mask_longer_than_the_rows_lets_through_what_is_there(made: Made) -> None:
    search = made(every_other(stack([1, 2, 3])))
    assert len(found(search, unit(1), 9, np.ones(5_000, dtype=np.bool_))) == 3


@both
def test_a_mask_that_leaves_nothing_finds_nothing(made: Made) -> None:
    assert found(made(every_other(stack([1, 2]))), unit(1), 5, np.zeros(4, dtype=np.bool_)) == []


@both
def test_a_search_over_no_passages_finds_nothing(made: Made) -> None:
    search = made(every_other(stack([])))
    assert len(search) == 0
    assert found(search, unit(1), 5) == []
    assert found(search, unit(1), 5, np.ones(3, dtype=np.bool_)) == []


@both
def test_more_vectors_are_found_beside_the_first(made: Made) -> None:
    search, later = made(every_other(stack([1, 2, 3]))), every_other(stack([4, 5]), first=100)
    search.add(later.rows, later.vectors)
    assert len(search) == 5
    assert found(search, unit(4), 1) == [Hit(100, 1.0)]
    assert found(search, unit(1), 1) == [Hit(1, 1.0)]


@both
def test_a_search_over_no_passages_takes_in_the_first(made: Made, tmp_path: Path) -> None:
    made(every_other(stack([]))).write(tmp_path / "vectors.faiss")
    search = open_search(tmp_path / "vectors.faiss", 0 if made is exact else 1)
    search.add(rows(4), stack([1]))
    assert found(search, unit(1), 5) == [Hit(4, 1.0)]


@both
def test_a_written_search_answers_as_before_and_can_grow(made: Made, tmp_path: Path) -> None:
    known = every_other(at_random(300))
    search = made(known)
    search.write(tmp_path / "vectors.faiss")
    opened = open_search(tmp_path / "vectors.faiss", search.trained)
    assert (len(opened), opened.size, opened.trained) == (300, 384, search.trained)
    for question in at_random(5, seed=3):
        assert found(opened, question, 30) == found(search, question, 30)
    opened.add(rows(9_000), at_random(1, seed=4))
    assert found(opened, at_random(1, seed=4)[0], 1)[0].row == 9_000
    assert len(search) == 300


@both
def test_a_file_of_the_other_kind_of_search_is_damaged(made: Made, tmp_path: Path) -> None:
    search = made(every_other(stack([1, 2, 3])))
    search.write(tmp_path / "vectors.faiss")
    with pytest.raises(IndexDamaged, match="another kind of index"):
        open_search(tmp_path / "vectors.faiss", 0 if search.trained else 3)


@pytest.mark.parametrize("trained", [0, 3])
@pytest.mark.parametrize(
    "other", [faiss.IndexFlatL2(DIMENSIONS), faiss.IndexHNSWFlat(DIMENSIONS, 4), faiss.IndexFlatIP(DIMENSIONS)]
)
def test_a_file_of_another_kind_of_index_is_damaged(other: faiss.Index, trained: int, tmp_path: Path) -> None:
    faiss.write_index(other, str(tmp_path / "vectors.faiss"))
    with pytest.raises(IndexDamaged, match="another kind of index"):
        open_search(tmp_path / "vectors.faiss", trained)


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"IxFI" + b"\xff" * 60, b"IxMp" + b"\xff" * 60, b"\0" * 200])
def test_a_file_of_garbage_is_damaged(garbage: bytes, tmp_path: Path) -> None:
    (tmp_path / "vectors.faiss").write_bytes(garbage)
    with pytest.raises(IndexDamaged, match=r"vectors\.faiss"):
        open_search(tmp_path / "vectors.faiss", 0)


@both
def test_a_file_cut_short_or_missing_is_damaged(made: Made, tmp_path: Path) -> None:
    path, search = tmp_path / "vectors.faiss", made(every_other(stack([1, 2, 3])))
    with pytest.raises(IndexDamaged):
        open_search(path, search.trained)
    search.write(path)
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(IndexDamaged):
            open_search(path, search.trained)
