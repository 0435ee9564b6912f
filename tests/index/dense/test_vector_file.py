"""The vector file holds what the stream gives: exact over few passages, approximate over many."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from qa.index.dense.protocol import DenseSearch
from qa.index.dense.vector_file import Stream, make_search, open_search
from qa.index.store.passages import RowVectors
from tests.index.dense.vectors import Hit, at_random, compared, every_other, found, rows, stack, unit


def stream(known: RowVectors, at_a_time: int = 700) -> Stream:
    def read() -> Iterator[RowVectors]:
        for first in range(0, len(known.rows), at_a_time):
            some = slice(first, first + at_a_time)
            yield RowVectors(known.rows[some], known.vectors[some])

    return read


@pytest.fixture(scope="module")
def known() -> RowVectors:
    return every_other(at_random(3_000, size=64))


@pytest.mark.parametrize(("exact_up_to", "approximate"), [(3_000, False), (2_999, True)])
def test_a_search_is_exact_up_to_the_number_set(known: RowVectors, exact_up_to: int, approximate: bool) -> None:
    made = make_search(stream(known), 3_000, exact_up_to)
    assert len(made.search) == 3_000
    assert made.search.trained == (3_000 if approximate else 0)
    assert (made.recall is not None) is approximate


def test_an_exact_search_finds_the_nearest(known: RowVectors) -> None:
    search = make_search(stream(known), 3_000, 3_000).search
    for question in at_random(10, size=64, seed=5):
        expected = compared(known, question, 10)
        assert [hit.row for hit in found(search, question, 10)] == [hit.row for hit in expected]


def overlap(search: DenseSearch, known: RowVectors, masked: np.ndarray | None = None) -> float:
    questions = at_random(50, size=64, seed=5)
    held = [
        len({hit.row for hit in found(search, question, 10, masked)} & {hit.row for hit in expected}) / len(expected)
        for question in questions
        for expected in [compared(known, question, 10, masked)]
    ]
    return float(np.mean(held))


def test_an_approximate_search_finds_what_it_promises(known: RowVectors) -> None:
    made = make_search(stream(known), 3_000, 0)
    assert made.recall is not None
    assert made.recall >= 0.99
    assert overlap(made.search, known) >= 0.98


@pytest.mark.parametrize("share", [0.5, 0.1, 0.01])
def test_an_approximate_search_keeps_its_promise_under_a_filter(known: RowVectors, share: float) -> None:
    search = make_search(stream(known), 3_000, 0).search
    mask = np.zeros(6_001, dtype=np.bool_)
    mask[known.rows] = np.random.default_rng(4).random(3_000) < share
    assert overlap(search, known, mask) >= 0.98


@pytest.mark.parametrize("count", [200, 1_500, 3_000])
def test_as_many_are_found_as_are_asked_for_and_there(known: RowVectors, count: int) -> None:
    search = make_search(stream(known), 3_000, 0).search
    assert len(found(search, known.vectors[0], count)) == count


def test_the_same_passages_give_the_same_approximate_search(known: RowVectors) -> None:
    first, second = (make_search(stream(known), 3_000, 0) for _ in range(2))
    assert first.recall == second.recall
    for question in at_random(10, size=64, seed=6):
        assert found(first.search, question, 10) == found(second.search, question, 10)


@pytest.mark.parametrize("passages", [1, 2, 9, 40])
def test_an_approximate_search_over_a_handful_of_passages_works(passages: int) -> None:
    handful = every_other(stack(list(range(passages))))
    search = make_search(stream(handful), passages, 0).search
    assert found(search, unit(0), 1) == [Hit(1, 1.0)]
    assert len(found(search, unit(0), 100)) == passages


def test_an_archive_without_a_passage_can_be_written_and_grow(tmp_path: Path) -> None:
    made = make_search(stream(every_other(stack([]))), 0, 100)
    made.search.write(tmp_path / "vectors.faiss")
    opened = open_search(tmp_path / "vectors.faiss", 0)
    assert found(opened, unit(1), 5) == []
    opened.add(rows(3), stack([1]))
    assert found(opened, unit(1), 5) == [Hit(3, 1.0)]
    opened.add(rows(5), stack([2]))
    assert len(opened) == 2
