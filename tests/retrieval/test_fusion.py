from dataclasses import dataclass
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.dense.combined import CombinedSearch
from qa.index.dense.exact import ExactSearch
from qa.index.dense.protocol import DenseHits
from qa.index.lexical.index import LexicalHits
from qa.index.store.passages import RowVectors
from qa.models.encoder.protocol import Vectors
from qa.models.encoder.scale import Scale, Scales
from qa.retrieval.fusion import Candidates, fuse

GENERATOR = np.random.default_rng(3)
VECTORS: Vectors = GENERATOR.normal(size=(30, 9)).astype(np.float32)
VECTORS /= np.linalg.norm(VECTORS, axis=1, keepdims=True)
VECTORS = VECTORS.astype(np.float16).astype(np.float32)
QUESTION: Vectors = VECTORS[4]


def over(vectors: Vectors, in_file: int) -> CombinedSearch:
    """A search over vectors in the rows from 0, this many of them in the vector file and the others newer."""
    rows, base = np.arange(len(vectors), dtype=np.int64), ExactSearch.empty(vectors.shape[1])
    base.add(rows[:in_file], vectors[:in_file])
    return CombinedSearch.of(base, RowVectors(rows[in_file:], vectors[in_file:]), None)


SEARCH = over(VECTORS, 20)


@dataclass(frozen=True)
class Found:
    """What the two searches found."""

    dense: DenseHits
    lexical: LexicalHits


def dense(rows: list[int]) -> DenseHits:
    at = np.array(rows, dtype=np.int64)
    return DenseHits(at, (VECTORS[at] @ QUESTION).astype(np.float32))


def lexical(scores: dict[int, float]) -> LexicalHits:
    return LexicalHits(np.array(list(scores), dtype=np.int64), np.array(list(scores.values()), dtype=np.float32))


def fused(found: Found) -> Candidates:
    return fuse(found.dense, found.lexical, SEARCH, QUESTION)


ROWS = st.integers(0, 29)
FOUND = st.builds(
    Found,
    st.lists(ROWS, unique=True, max_size=12).map(dense),
    st.dictionaries(ROWS, st.sampled_from([0.5, 1.0, 2.0, 7.5]), max_size=12).map(lexical),
)


@given(FOUND)
def test_every_passage_that_either_search_found_is_a_candidate_once(found: Found) -> None:
    either = {*found.dense.rows.tolist(), *found.lexical.rows.tolist()}
    assert sorted(fused(found).rows.tolist()) == sorted(either)


@given(FOUND, st.randoms(use_true_random=False))
def test_the_order_in_which_the_searches_name_them_does_not_count(found: Found, chance: Random) -> None:
    turned = list(range(len(found.dense.rows))), list(range(len(found.lexical.rows)))
    for order in turned:
        chance.shuffle(order)
    other = Found(
        DenseHits(found.dense.rows[turned[0]], found.dense.cosines[turned[0]]),
        LexicalHits(found.lexical.rows[turned[1]], found.lexical.scores[turned[1]]),
    )
    assert fused(found).rows.tolist() == fused(other).rows.tolist()


@given(FOUND)
def test_a_passage_that_is_first_in_both_is_first(found: Found) -> None:
    others = [row for row in found.dense.rows.tolist() if row != 4]
    words = {int(row): float(score) for row, score in zip(found.lexical.rows, found.lexical.scores, strict=True)}
    assert fused(Found(dense([4, *others]), lexical(words | {4: 9.0}))).rows[0] == 4


@given(FOUND)
def test_every_candidate_has_its_cosine_to_the_question(found: Found) -> None:
    candidates = fused(found)
    assert candidates.cosines == pytest.approx(VECTORS[candidates.rows] @ QUESTION, abs=1e-6)
    assert candidates.cosines.dtype == np.float32


@given(FOUND)
def test_only_shares_of_the_best_are_added_so_that_the_scale_of_bm25_does_not_count(found: Found) -> None:
    larger = LexicalHits(found.lexical.rows, found.lexical.scores * 8)
    assert fused(Found(found.dense, larger)).rows.tolist() == fused(found).rows.tolist()


@given(FOUND, st.integers(0, 30))
def test_it_does_not_matter_which_passages_are_newer_than_the_vector_file(found: Found, in_file: int) -> None:
    other = fuse(found.dense, found.lexical, over(VECTORS, in_file), QUESTION)
    assert other.rows.tolist() == fused(found).rows.tolist()


def test_equal_candidates_stand_in_the_order_of_the_archive() -> None:
    level = DenseHits(np.array([3, 1, 4]), np.ones(3, dtype=np.float32))
    candidates = fuse(level, lexical({}), over(np.repeat(VECTORS[4:5], 5, axis=0), 5), QUESTION)
    assert candidates.rows.tolist() == [1, 3, 4]


def test_words_decide_between_equal_meanings_and_meaning_between_equal_words() -> None:
    same = over(np.repeat(VECTORS[4:5], 3, axis=0), 3)
    level = DenseHits(np.arange(3), np.ones(3, dtype=np.float32))
    assert fuse(level, lexical({2: 5.0, 1: 3.0}), same, QUESTION).rows.tolist() == [2, 1, 0]
    ranked = fused(Found(dense(list(range(30))), lexical(dict.fromkeys(range(30), 1.0)))).rows.tolist()
    positive = [row for row in ranked if VECTORS[row] @ QUESTION > 0]
    assert positive == sorted(positive, key=lambda row: -float(VECTORS[row] @ QUESTION))


def test_a_passage_in_another_language_lacks_no_words_and_is_measured_on_the_scale_across_languages() -> None:
    cosines = np.array([0.80, 0.79], dtype=np.float32)
    level = DenseHits(np.arange(2), cosines)
    scales = Scales(Scale(4.0, -2.9), Scale(4.0, -2.7))
    flat = over(np.repeat(VECTORS[4:5], 2, axis=0), 2)
    words = lexical({0: 5.0})
    assert fuse(level, words, flat, QUESTION, scales).rows.tolist() == [0, 1]
    across = fuse(level, lexical({}), flat, QUESTION, scales, lambda rows: rows == 1)
    assert across.rows.tolist() == [1, 0]


def test_nothing_found_is_no_candidate_even_in_an_archive_without_a_passage() -> None:
    assert len(fused(Found(dense([]), lexical({}))).rows) == 0
    assert len(fuse(dense([]), lexical({}), over(np.empty((0, 0), dtype=np.float32), 0), QUESTION).rows) == 0
