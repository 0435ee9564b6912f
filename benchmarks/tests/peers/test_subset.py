"""A size is the same articles on every machine, whole, those that questions are about first."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.peers.workload import in_order, until_enough

FILES = [f"{letter}.txt" for letter in "abcdefghij"]


def test_articles_with_gold_come_first_and_the_order_does_not_depend_on_how_they_are_listed() -> None:
    ordered = in_order(FILES, {"c.txt", "j.txt"})
    assert set(ordered[:2]) == {"c.txt", "j.txt"}
    assert ordered == in_order(reversed(FILES), {"j.txt", "c.txt"})
    assert sorted(ordered) == FILES


def test_the_order_within_each_lot_is_not_that_of_the_names() -> None:
    assert in_order(FILES, set()) != FILES


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(0, 40))
def test_articles_are_taken_whole_until_there_are_enough_paragraphs(counts: list[int], wanted: int) -> None:
    paragraphs = {str(number): count for number, count in enumerate(counts)}
    chosen = list(until_enough(paragraphs, paragraphs.__getitem__, wanted))
    have = sum(paragraphs[file] for file in chosen)
    assert have >= min(wanted, sum(counts))
    if chosen:
        assert have - paragraphs[chosen[-1]] < wanted
    assert all(paragraphs[file] for file in chosen)


def test_the_whole_is_every_article_that_has_paragraphs() -> None:
    assert list(until_enough(["a", "b", "c"], {"a": 1, "b": 0, "c": 2}.__getitem__, None)) == ["a", "c"]
