"""Texts are laid out once each, whole, with padding that the network ignores."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from qa.models.batches import batches


@dataclass(frozen=True)
class Cut:
    """What a tokenizer gives, as far as it is read."""

    ids: list[int]
    type_ids: list[int]


CUTS = st.lists(
    st.lists(st.tuples(st.integers(1, 99), st.integers(0, 1)), max_size=70).map(
        lambda tokens: Cut([token for token, _ in tokens], [segment for _, segment in tokens])
    ),
    max_size=30,
)


@given(CUTS, st.integers(1, 8), st.integers(1, 300), st.integers(0, 7))
def test_every_text_is_in_one_batch_with_its_own_tokens(
    cuts: list[Cut], most_texts: int, most_tokens: int, padding: int
) -> None:
    found = list(batches(cuts, most_texts, most_tokens, padding))  # type: ignore[arg-type]
    assert sorted(place for batch in found for place in batch.places) == list(range(len(cuts)))
    for batch in found:
        assert batch.ids.shape == batch.seen.shape == batch.segments.shape
        for row, place in enumerate(batch.places):
            cut, count = cuts[place], len(cuts[place].ids)
            assert batch.ids[row].tolist() == cut.ids + [padding] * (batch.ids.shape[1] - count)
            assert batch.seen[row].tolist() == [1] * count + [0] * (batch.ids.shape[1] - count)
            assert batch.segments[row].tolist()[:count] == cut.type_ids


@given(CUTS, st.integers(1, 8), st.integers(1, 300))
def test_no_batch_is_larger_than_allowed_but_for_one_long_text(
    cuts: list[Cut], most_texts: int, most_tokens: int
) -> None:
    for batch in batches(cuts, most_texts, most_tokens):  # type: ignore[arg-type]
        assert len(batch.places) <= most_texts
        assert batch.ids.size <= most_tokens or len(batch.places) == 1


@given(CUTS)
def test_the_longest_come_first(cuts: list[Cut]) -> None:
    lengths = [len(cuts[place].ids) for batch in batches(cuts, 4, 100) for place in batch.places]  # type: ignore[arg-type]
    assert lengths == sorted(lengths, reverse=True)
