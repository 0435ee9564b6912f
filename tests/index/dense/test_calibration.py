"""The recall that is stated is what exact search, compared, gives; as few lists are looked through as reach it."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.dense.approximate import ApproximateSearch
from qa.index.dense.calibration import ExactBest, calibrate, stand_ins
from qa.index.dense.protocol import DenseHits
from qa.models.encoder.protocol import Vectors, unit_length
from tests.index.dense.vectors import at_random, compared, every_other, listed, rows, stack, unit

KNOWN = every_other(at_random(4_000, size=64))
QUESTIONS = at_random(100, size=64, seed=9)


def trained(vectors: Vectors) -> ApproximateSearch:
    known = every_other(vectors)
    search = ApproximateSearch.train(vectors, len(vectors))
    search.add(known.rows, vectors)
    return search


def exact_best(vectors: Vectors, questions: Vectors, pieces: int = 3) -> ExactBest:
    known, best = every_other(vectors), ExactBest(questions)
    best.add(rows(), vectors[:0])
    for some in np.array_split(np.arange(len(vectors)), pieces):
        best.add(known.rows[some], vectors[some])
    return best


def hits(vectors: Vectors, question: Vectors, count: int = 10) -> DenseHits:
    expected = compared(every_other(vectors), question, count)
    cosines = np.array([hit.cosine for hit in expected], dtype=np.float32)
    return DenseHits(rows(*(hit.row for hit in expected)), cosines)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=40), st.integers(1, 6))
def test_what_exact_search_finds_has_recall_1_however_the_vectors_came(numbers: list[int], pieces: int) -> None:
    vectors, questions = stack(numbers), stack([1, 2, 3])
    best = exact_best(vectors, questions, pieces)
    assert best.recall([hits(vectors, question) for question in questions]) == 1.0


def test_recall_is_the_share_of_the_ten_nearest_that_was_found() -> None:
    vectors, questions = KNOWN.vectors, QUESTIONS[:2]
    best = exact_best(vectors, questions)
    first, second = (hits(vectors, question, 30) for question in questions)
    missed = DenseHits(first.rows[4:14], first.cosines[4:14])
    assert best.recall([missed, DenseHits(second.rows[:10], second.cosines[:10])]) == pytest.approx((0.6 + 1) / 2)
    assert best.recall([DenseHits(rows(), first.cosines[:0])] * 2) == 0.0


def test_among_equals_it_does_not_matter_which_are_found() -> None:
    vectors = stack([1] * 500 + [2] * 500)
    best = exact_best(vectors, stack([1]))
    assert best.recall([DenseHits(rows(*range(901, 921, 2)), np.ones(10, dtype=np.float32))]) == 1.0


def test_an_archive_of_copies_needs_no_more_lists_than_another() -> None:
    vectors = np.repeat(at_random(100, size=64), 40, axis=0)
    search = trained(vectors)
    best = exact_best(vectors, stand_ins(vectors, np.random.default_rng(1)))
    assert calibrate(search, best) >= 0.995
    assert search.probes < search.lists


def test_the_recall_reported_is_the_recall_reached() -> None:
    search, best = trained(KNOWN.vectors), exact_best(KNOWN.vectors, QUESTIONS)
    told = calibrate(search, best)
    assert told >= 0.995
    assert search.probes < search.lists
    reached = [
        len({hit.row for hit in listed(search.search(question, 10))} & {hit.row for hit in expected}) / 10
        for question in QUESTIONS
        for expected in [compared(KNOWN, question, 10)]
    ]
    assert told == pytest.approx(np.mean(reached), abs=0.005)


def test_too_few_lists_are_not_enough() -> None:
    questions = stand_ins(KNOWN.vectors, np.random.default_rng(1))
    search, best = trained(KNOWN.vectors), exact_best(KNOWN.vectors, questions)
    search.probes = 1
    before = best.recall([search.search(question, 10) for question in questions])
    assert before < 0.96 < calibrate(search, best)


def test_where_no_number_of_lists_is_enough_all_are_looked_through() -> None:
    search, best = trained(KNOWN.vectors), exact_best(KNOWN.vectors, QUESTIONS)
    best.add(rows(100_000), QUESTIONS.mean(axis=0, keepdims=True) * 100)  # a passage that the search does not hold
    assert calibrate(search, best) < 0.995
    assert search.probes == search.lists


def test_stand_ins_are_unit_vectors_among_four_of_the_archives() -> None:
    sample = at_random(6, size=64)
    questions = stand_ins(sample, np.random.default_rng(1))
    assert np.linalg.norm(questions, axis=1) == pytest.approx(np.ones(len(questions)), abs=1e-5)
    fours = np.array(list(itertools.combinations_with_replacement(range(len(sample)), 4)))
    blends = unit_length(sample[fours].sum(axis=1))
    assert (questions @ blends.T).max(axis=1) == pytest.approx(np.ones(len(questions)), abs=1e-5)
    assert stand_ins(sample, np.random.default_rng(1)).tolist() == questions.tolist()


def test_a_probe_of_one_list_finds_what_lies_in_it() -> None:
    search = trained(stack([1] * 30 + [2] * 30))
    search.probes = 1
    assert [hit.cosine for hit in listed(search.search(unit(2), 5))] == [1.0] * 5
