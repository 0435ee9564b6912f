from dataclasses import dataclass
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.dense import DenseHits, DenseIndex
from qa.encoder.protocol import Vectors
from qa.fusion import Candidates, fuse
from qa.lexical import LexicalHits

GENERATOR = np.random.default_rng(3)
VECTORS: Vectors = GENERATOR.normal(size=(30, 9)).astype(np.float32)
VECTORS /= np.linalg.norm(VECTORS, axis=1, keepdims=True)
QUESTION: Vectors = VECTORS[4]
INDEX = DenseIndex.of(VECTORS)


@dataclass(frozen=True)
class Found:
    """What the two searches found."""

    dense: DenseHits
    lexical: LexicalHits


def dense(positions: list[int]) -> DenseHits:
    at = np.array(positions, dtype=np.int64)
    return DenseHits(at, (VECTORS[at] @ QUESTION).astype(np.float32))


def lexical(scores: dict[int, float]) -> LexicalHits:
    return LexicalHits(np.array(list(scores), dtype=np.int64), np.array(list(scores.values()), dtype=np.float32))


def fused(found: Found) -> Candidates:
    return fuse(found.dense, found.lexical, INDEX, QUESTION)


PLACES = st.integers(0, 29)
FOUND = st.builds(
    Found,
    st.lists(PLACES, unique=True, max_size=12).map(dense),
    st.dictionaries(PLACES, st.sampled_from([0.5, 1.0, 2.0, 7.5]), max_size=12).map(lexical),
)


@given(FOUND)
def test_every_passage_that_either_search_found_is_a_candidate_once(found: Found) -> None:
    either = {*found.dense.positions.tolist(), *found.lexical.positions.tolist()}
    assert sorted(fused(found).positions.tolist()) == sorted(either)


@given(FOUND, st.randoms(use_true_random=False))
def test_the_order_in_which_the_searches_name_them_does_not_count(found: Found, chance: Random) -> None:
    turned = list(range(len(found.dense.positions))), list(range(len(found.lexical.positions)))
    for order in turned:
        chance.shuffle(order)
    other = Found(
        DenseHits(found.dense.positions[turned[0]], found.dense.cosines[turned[0]]),
        LexicalHits(found.lexical.positions[turned[1]], found.lexical.scores[turned[1]]),
    )
    assert fused(found).positions.tolist() == fused(other).positions.tolist()


@given(FOUND)
def test_a_passage_that_is_first_in_both_is_first(found: Found) -> None:
    others = [at for at in found.dense.positions.tolist() if at != 4]
    words = {int(at): float(score) for at, score in zip(found.lexical.positions, found.lexical.scores, strict=True)}
    assert fused(Found(dense([4, *others]), lexical(words | {4: 9.0}))).positions[0] == 4


@given(FOUND)
def test_every_candidate_has_its_cosine_to_the_question(found: Found) -> None:
    candidates = fused(found)
    assert candidates.cosines == pytest.approx(VECTORS[candidates.positions] @ QUESTION, abs=1e-6)
    assert candidates.cosines.dtype == np.float32


@given(FOUND)
def test_only_shares_of_the_best_are_added_so_that_the_scale_of_bm25_does_not_count(found: Found) -> None:
    larger = LexicalHits(found.lexical.positions, found.lexical.scores * 8)
    assert fused(Found(found.dense, larger)).positions.tolist() == fused(found).positions.tolist()


def test_equal_candidates_stand_in_the_order_of_the_archive() -> None:
    index = DenseIndex.of(np.repeat(VECTORS[4:5], 5, axis=0))
    level = DenseHits(np.array([3, 1, 4]), np.ones(3, dtype=np.float32))
    candidates = fuse(level, lexical({}), index, QUESTION)
    assert candidates.positions.tolist() == [1, 3, 4]


def test_words_decide_between_equal_meanings_and_meaning_between_equal_words() -> None:
    same = DenseIndex.of(np.repeat(VECTORS[4:5], 3, axis=0))
    level = DenseHits(np.arange(3), np.ones(3, dtype=np.float32))
    assert fuse(level, lexical({2: 5.0, 1: 3.0}), same, QUESTION).positions.tolist() == [2, 1, 0]
    ranked = fused(Found(dense(list(range(30))), lexical(dict.fromkeys(range(30), 1.0)))).positions.tolist()
    positive = [at for at in ranked if VECTORS[at] @ QUESTION > 0]
    assert positive == sorted(positive, key=lambda at: -float(VECTORS[at] @ QUESTION))


def test_nothing_found_is_no_candidate_even_in_an_archive_without_a_passage() -> None:
    assert len(fused(Found(dense([]), lexical({}))).positions) == 0
    empty = DenseIndex.of(np.empty((0, 0), dtype=np.float32))
    assert len(fuse(dense([]), lexical({}), empty, QUESTION).positions) == 0
