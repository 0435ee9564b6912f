"""A vector file, what is newer and what is gone are searched as one."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.dense.combined import CombinedSearch
from qa.index.dense.exact import ExactSearch
from qa.index.dense.protocol import Mask
from qa.index.dense.vector_file import make_search
from qa.index.store.passages import RowVectors
from qa.models.encoder.protocol import Vectors
from tests.index.dense.vectors import DIMENSIONS, Hit, at_random, compared, every_other, listed, rows, stack, unit


@dataclass(frozen=True)
class Grown:
    """A vector file that was followed by other passages, and which of them all are gone."""

    file: RowVectors
    tail: RowVectors
    gone: frozenset[int]

    @property
    def living(self) -> RowVectors:
        every = np.concatenate([self.file.rows, self.tail.rows])
        kept = ~np.isin(every, sorted(self.gone))
        return RowVectors(every[kept], np.concatenate([self.file.vectors, self.tail.vectors])[kept])

    @property
    def mask(self) -> Mask:
        mask = np.zeros(int(self.living.rows.max(initial=0)) + 1, dtype=np.bool_)
        mask[self.living.rows] = True
        return mask

    def combined(self, exact_up_to: int = 1_000_000) -> CombinedSearch:
        base = make_search(lambda: iter([self.file]), len(self.file.rows), exact_up_to).search
        if not len(base):
            base = ExactSearch.empty(self.tail.vectors.shape[1])
        return CombinedSearch.of(base, self.tail, self.mask if self.gone else None)


def grown(file: Vectors, tail: Vectors, gone: set[int]) -> Grown:
    first = every_other(file)
    return Grown(first, every_other(tail, first=2 * len(file) + 2), frozenset(gone))


VECTORS = st.lists(st.integers(0, 60), max_size=30).map(stack)
GROWN = st.builds(grown, VECTORS, VECTORS, st.sets(st.integers(0, 120)))
QUESTION = st.integers(0, 60).map(unit)


def agree(hits: list[Hit], expected: list[Hit]) -> None:
    """Compare what was found; of passages equally far, where not all are found, any will do."""
    assert [hit.cosine for hit in hits] == [hit.cosine for hit in expected]
    least = hits[-1].cosine if hits else 0.0
    assert [hit for hit in hits if hit.cosine > least] == [hit for hit in expected if hit.cosine > least]
    assert hits == sorted(hits, key=lambda hit: (-hit.cosine, hit.row))


@given(GROWN, QUESTION, st.integers(0, 80))
def test_it_finds_what_a_fresh_search_over_the_living_finds(it: Grown, question: Vectors, count: int) -> None:
    hits = listed(it.combined().search(question, count))
    agree(hits, compared(it.living, question, count))
    assert not {hit.row for hit in hits} & it.gone


@given(GROWN, QUESTION, st.integers(0, 80), st.lists(st.booleans(), min_size=130, max_size=130))
def test_a_filter_over_the_living_holds_for_both_parts(
    it: Grown, question: Vectors, count: int, wanted: list[bool]
) -> None:
    mask = it.mask & np.array(wanted[: len(it.mask)], dtype=np.bool_)
    agree(listed(it.combined().search(question, count, mask)), compared(it.living, question, count, mask))


@given(GROWN, QUESTION, st.data())
def test_cosines_are_those_of_the_passages_asked_about(it: Grown, question: Vectors, data: st.DataObject) -> None:
    living = it.living.rows.tolist()
    asked = data.draw(st.lists(st.sampled_from(living), unique=True) if living else st.just([]))
    hits = listed(it.combined().cosines(question, rows(*asked)))
    expected = dict(zip(living, (it.living.vectors @ question).tolist(), strict=True))
    assert {hit.row: hit.cosine for hit in hits} == {row: expected[row] for row in asked}
    assert len(hits) == len(asked)


@pytest.mark.parametrize("asked", [1, 10, 200, 600, 2_000])
def test_an_approximate_file_gives_the_cosine_of_every_passage_asked_about(asked: int) -> None:
    it = grown(at_random(1_900, size=64), at_random(100, size=64, seed=2), set())
    question = at_random(1, size=64, seed=3)[0]
    wanted = np.random.default_rng(1).choice(it.living.rows, asked, replace=False)
    hits = it.combined(exact_up_to=0).cosines(question, wanted)
    assert sorted(hits.rows.tolist()) == sorted(wanted.tolist())
    expected = dict(zip(it.living.rows.tolist(), (it.living.vectors @ question).tolist(), strict=True))
    assert hits.cosines == pytest.approx(np.array([expected[row] for row in hits.rows.tolist()]), abs=1e-5)


def test_an_approximate_file_with_a_tail_and_gone_passages_finds_the_nearest_living() -> None:
    vectors = at_random(4_000, size=64)
    it = grown(vectors[:3_500], vectors[3_500:], set(range(1, 8_000, 16)))
    search = it.combined(exact_up_to=0)
    held = []
    for question in at_random(50, size=64, seed=5):
        expected = {hit.row for hit in compared(it.living, question, 10)}
        held.append(len({hit.row for hit in listed(search.search(question, 10))} & expected) / 10)
    assert np.mean(held) >= 0.98


def test_nothing_is_found_where_everything_is_gone() -> None:
    it = grown(stack([1, 2]), stack([3]), {1, 3, 6})
    assert it.living.rows.tolist() == []
    assert listed(it.combined().search(unit(1), 5)) == []


def test_without_a_passage_nothing_has_a_cosine() -> None:
    nothing = RowVectors(rows(), np.empty((0, DIMENSIONS), dtype=np.float32))
    search = CombinedSearch.of(ExactSearch.empty(0), nothing, None)
    assert listed(search.search(unit(1), 5)) == []
    assert listed(search.cosines(unit(1), rows())) == []
