"""Every passage that holds all words is found and no other, whatever the words, the filters and the quotes."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.filters import Filters
from qa.index.lexical.documents import LexicalDocument
from qa.index.lexical.index import LexicalIndex, Runs, Sought, Spelt
from qa.index.lexical.words import terms
from tests.index.lexical.made import document, documents, found, oracle

WORDS = ("trade", "border", "river", "music", "ship")
TEXT = st.lists(st.sampled_from([*WORDS, "e-mail", "email", "mail"]), min_size=1, max_size=12).map(" ".join)
PLAIN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
MAIL = Spelt(("e", "mail"), ("email",))
ASKED = st.lists(st.sampled_from([*WORDS, MAIL]), min_size=1, max_size=4, unique=True)
OUTLETS, DATES = ("", "herald", "wire"), (None, 20210101, 20220101)
FILTERS = st.builds(
    Filters,
    after=st.none() | st.just(20210601),
    outlets=st.frozensets(st.sampled_from(["herald", "wire"]), max_size=1),
)
RUNS = st.builds(
    Runs,
    held=st.lists(st.sampled_from(WORDS), max_size=1).map(lambda some: tuple(((word,),) for word in some)),
    lacking=st.lists(st.sampled_from(WORDS), max_size=1).map(lambda some: tuple((word,) for word in some)),
)


def made(texts: Sequence[str]) -> list[LexicalDocument]:
    """Passages of three outlets and three dates in turn."""
    return [
        document(row, text, outlet=OUTLETS[row % 3], date=DATES[row // 3 % 3]) for row, text in enumerate(texts)
    ]  # fmt: skip


def holds(text: str, word: Sought) -> bool:
    held = set(terms(text))
    if isinstance(word, str):
        return word in held
    return held.issuperset(word.terms) or not held.isdisjoint(word.others)


def rows(index: LexicalIndex, asked: Sequence[Sought], count: int = 100) -> list[int]:
    expected: list[int] = index.search_holding_all(asked, count).rows.tolist()
    return expected


@given(st.lists(TEXT, min_size=1, max_size=12), ASKED, FILTERS, RUNS)
def test_what_is_found_is_what_holds_every_word_and_obeys(
    texts: list[str], asked: list[Sought], wanted: Filters, runs: Runs
) -> None:
    hits = LexicalIndex.of(made(texts)).search_holding_all(asked, 100, wanted, runs)
    assert sorted(hits.rows.tolist()) == [
        row
        for row, text in enumerate(texts)
        if all(holds(text, word) for word in asked)
        and all(holds(text, term) for (run,) in runs.held for term in run if term)
        and not any(holds(text, term) for run in runs.lacking for term in run if term)
        and (not wanted.outlets or OUTLETS[row % 3] in wanted.outlets)
        and (wanted.after is None or (DATES[row // 3 % 3] or 0) >= wanted.after)
    ]
    assert hits.scores.tolist() == sorted(hits.scores.tolist(), reverse=True)


@given(st.lists(PLAIN, min_size=1, max_size=8), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True))
def test_a_passage_that_holds_all_has_the_score_that_any_search_gives_it(texts: list[str], asked: list[str]) -> None:
    hits, expected = LexicalIndex.of(documents(texts)).search_holding_all(asked, 100), oracle(texts, asked)
    scored = dict(zip(hits.rows.tolist(), hits.scores.tolist(), strict=True))
    assert scored == pytest.approx({row: expected[row] for row in scored}, rel=1e-4)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [([MAIL], [0, 1, 2]), ([MAIL, "fraud"], [0, 2]), (["mail"], [1, 2, 3]), (["fraud", "e"], [2])],
)
def test_a_word_is_held_in_whichever_spelling_and_never_by_a_part_of_it(
    asked: list[Sought], expected: list[int]
) -> None:
    index = LexicalIndex.of(documents(["email fraud", "an e-mail", "fraud by e-mail", "the mail", "fraud"]))
    assert sorted(rows(index, asked)) == expected


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_of_equal_ones_the_first_are_found(count: int) -> None:
    index = LexicalIndex.of(documents(["the same words"] * 40))
    assert rows(index, ["same", "word"], count) == list(range(count))


def test_headline_and_passage_hold_the_words_together_and_removed_passages_none() -> None:
    index = LexicalIndex.of(documents({7: "trade river", 9: "river", 12: "river of trade"}))
    assert sorted(rows(index, ["trade", "river"])) == [7, 12]
    assert rows(index, ["trade", "music"]) == rows(index, []) == rows(LexicalIndex.of([]), ["trade"]) == []
    assert found(index, ["trade", "music"]) != []
