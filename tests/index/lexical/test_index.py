"""BM25 is compared with an oracle over passages of at most forty words, whose length Tantivy keeps exactly."""

from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import IndexDamaged
from qa.index.filters import Filters
from qa.index.lexical.asked_words import question_terms
from qa.index.lexical.index import LexicalIndex, Runs
from qa.index.lexical.words import Run
from tests.index.lexical.made import TEXTS, document, documents, found, oracle, scored, written

WORDS = st.sampled_from(["trade", "border", "river", "music", "ship"])


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=8),
    st.lists(WORDS, min_size=1, max_size=3, unique=True),
)
def test_scores_are_bm25(texts: list[str], asked: list[str]) -> None:
    words = question_terms(" ".join(asked))
    assert scored(LexicalIndex.of(documents(texts)), words) == pytest.approx(oracle(texts, words), rel=1e-4)


def test_a_term_weighs_what_bm25_says_of_its_rarity_and_most_where_nothing_holds_it() -> None:
    index = LexicalIndex.of(documents(["trade"] * 3 + ["trade music"]))
    assert index.rarity("music") == pytest.approx(log(1 + 3.5 / 1.5))
    assert index.rarity("trade") == pytest.approx(log(1 + 0.5 / 4.5))
    assert index.rarity("ship") == pytest.approx(log(1 + 4.5 / 0.5))


@pytest.mark.parametrize("question", ["river border", "Who opened the festival?", "trade", "President and trade"])
def test_the_best_passage_is_first(question: str) -> None:
    words = question_terms(question)
    expected = oracle(TEXTS, words)
    ranked = sorted(expected, key=lambda row: (-expected[row], row))
    index = LexicalIndex.of(documents(TEXTS))
    assert found(index, words) == ranked
    assert found(index, words, 2) == ranked[:2]


@pytest.mark.parametrize("count", [1, 5, 30])
def test_equal_scores_stand_in_the_order_of_the_archive(count: int) -> None:
    assert found(LexicalIndex.of(documents(["the same words"] * 40)), ["word"], count) == list(range(count))


def test_passages_are_known_by_rows_however_large() -> None:
    index = LexicalIndex.of(documents({7: "trade", 3_000_000_000: "trade", 12: "music"}))
    assert found(index, ["trade"]) == [7, 3_000_000_000]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Filters(after=20210101), [1, 2]),
        (Filters(before=20201231), [0]),
        (Filters(before=20210101), [0, 1]),
        (Filters(after=20210101, before=20210101), [1]),
        (Filters(files=frozenset({"3.txt", "0.txt"})), [0, 3]),
        (Filters(outlets=frozenset({"the herald"})), [1, 3]),
        (Filters(outlets=frozenset({"herald"})), []),
        (Filters(places=frozenset({"moscow"})), [2]),
        (Filters(places=frozenset({"astana/moscow"})), [2]),
        (Filters(places=frozenset({"moscow", "paris"})), [2, 3]),
        (Filters(after=20200101, outlets=frozenset({"the herald"})), [1]),
        (Filters(), [0, 1, 2, 3]),
    ],
)
def test_a_filter_lets_through_what_it_names(wanted: Filters, left: list[int]) -> None:
    index = LexicalIndex.of(
        [
            document(0, "trade", date=20201231),
            document(1, "trade", date=20210101, outlet="the herald"),
            document(2, "trade", date=20221210, places=("astana/moscow", "astana", "moscow")),
            document(3, "trade", outlet="the herald", places=("paris",)),
        ]
    )
    assert found(index, ["trade"], wanted=wanted) == left


def test_a_filter_that_leaves_only_the_worst_match_still_finds_it() -> None:
    worst = document(300, "trade among very many other words that say nothing of it", outlet="the herald")
    index = LexicalIndex.of([*documents(["trade trade"] * 300), worst])
    assert found(index, ["trade"], 1, Filters(outlets=frozenset({"the herald"}))) == [300]


def test_a_filter_does_not_change_a_score() -> None:
    index = LexicalIndex.of(documents(TEXTS))
    free, filtered = index.search(["trade"], 5), index.search(["trade"], 5, Filters(files=frozenset({"1.txt"})))
    assert filtered.scores[0] == free.scores[free.rows.tolist().index(1)]


@pytest.mark.parametrize(
    ("runs", "rows"),
    [
        ([("river",)], [0, 2, 3]),
        ([("the", "river")], [0, 3]),
        ([("river", "the")], []),
        ([("the", "river"), ("thousand",)], [3]),
        ([("the", None, None, "the")], [0, 4]),
        ([(None, "river")], [0, 2, 3]),
        ([("ship",)], []),
    ],
)
def test_every_passage_that_holds_runs_of_terms_is_found(runs: list[Run], rows: list[int]) -> None:
    index = LexicalIndex.of(documents(TEXTS))
    assert sorted(index.rows_holding_all([(run,) for run in runs])) == rows
    only = Filters(files=frozenset({"3.txt", "2.txt"}))
    assert sorted(index.rows_holding_all([(run,) for run in runs], only)) == [row for row in rows if row in (2, 3)]


def test_of_the_passages_that_hold_runs_some_are_enough_and_those_with_others_are_left_out() -> None:
    index = LexicalIndex.of(documents(TEXTS))
    river = [(("river",),)]
    assert sorted(index.rows_holding_all(river, lacking=[("the", "river")])) == [2]
    assert len(index.rows_holding_all(river, most=2)) == 2
    assert set(index.rows_holding_all(river, most=2)) < {0, 2, 3}


def test_every_passage_that_holds_one_of_some_runs_is_found() -> None:
    index = LexicalIndex.of(documents(TEXTS))
    assert sorted(index.rows_holding_any([("the", "river"), ("bank",), ("ship",)])) == [0, 2, 3]


def test_a_search_finds_only_what_holds_runs_and_lacks_others_at_the_same_scores() -> None:
    index = LexicalIndex.of(documents(TEXTS))
    words, free = ["river", "trade"], scored(LexicalIndex.of(documents(TEXTS)), ["river", "trade"])
    for runs, rows in (
        (Runs(held=((("the", "river"),),)), {0, 3}),
        (Runs(lacking=(("the", "river"), ("rose",))), {2}),
        (Runs(held=((("river",),),), lacking=(("music",),)), {0, 2}),
    ):
        hits = index.search(words, 5, None, runs)
        assert dict(zip(hits.rows.tolist(), hits.scores.tolist(), strict=True)) == {row: free[row] for row in rows}


def test_a_rare_word_is_counted_in_the_passages_that_hold_it() -> None:
    index = LexicalIndex.of(documents(TEXTS))
    assert [index.passages_holding(word) for word in ("river", "trade", "music", "ship")] == [3, 2, 1, 0]


@pytest.mark.parametrize(("words", "count"), [([], 5), (["ship"], 5), (["trade"], 0)])
def test_nothing_is_found_for_nothing(words: list[str], count: int) -> None:
    assert found(LexicalIndex.of(documents(TEXTS)), words, count) == []


def test_an_index_of_no_passages_finds_nothing(tmp_path: Path) -> None:
    for index in (LexicalIndex.of([]), LexicalIndex.open(written(tmp_path / "lexical", []), 0)):
        assert len(index) == 0
        assert found(index, ["trade"]) == []
        assert index.rows_holding_all([(("trade",),)]).tolist() == index.rows_holding_any([("trade",)]).tolist() == []


def test_an_index_in_memory_and_one_on_disk_agree(tmp_path: Path) -> None:
    memory = LexicalIndex.of(documents(TEXTS))
    disk = LexicalIndex.open(written(tmp_path / "lexical", TEXTS), len(TEXTS))
    assert len(memory) == len(disk) == len(TEXTS)
    for word in ("river", "trade", "presid"):
        assert scored(memory, [word]) == scored(disk, [word])


def test_an_index_over_another_number_of_passages_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="5 passages of 6"):
        LexicalIndex.open(written(tmp_path / "lexical", TEXTS), 6)


@pytest.mark.parametrize("name", ["meta.json", ".managed.json"])
@pytest.mark.parametrize("garbage", [b"", b"garbage", b"{}"])
def test_a_folder_of_garbage_is_damaged(name: str, garbage: bytes, tmp_path: Path) -> None:
    folder = written(tmp_path / "lexical", TEXTS)
    (folder / name).write_bytes(garbage)
    with pytest.raises(IndexDamaged, match="cannot be read"):
        LexicalIndex.open(folder, len(TEXTS))


@pytest.mark.parametrize("suffix", [".store", ".term", ".idx", ".fast", ".pos", ".fieldnorm"])
def test_a_folder_that_lost_a_file_is_damaged(tmp_path: Path, suffix: str) -> None:
    folder = written(tmp_path / "lexical", TEXTS)
    for part in folder.glob(f"*{suffix}"):
        part.unlink()
    with pytest.raises(IndexDamaged):
        LexicalIndex.open(folder, len(TEXTS))


def test_a_folder_that_is_missing_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        LexicalIndex.open(tmp_path / "lexical", 5)
