"""BM25 is compared with an oracle over passages of at most forty words, whose length Tantivy keeps exactly."""

import gc
import math
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import IndexDamaged
from qa.filters import Filters
from qa.lexical import LexicalDocument, LexicalIndex, question_terms, terms

K1, B = 1.2, 0.75
TEXTS = [
    "The border follows the river for 300 miles. Nobody guards the border.",
    "Trade rose by 12% last year, the president said.",
    "The bank expects more trade: trade with the north, trade by river.",
    "Thousands came to hear music by the river.",
    "The president opened the festival.",
]


def document(position: int, text: str, **known: object) -> LexicalDocument:
    made = {"date": None, "file": f"{position}.txt", "outlet": "", "places": ()} | known
    return LexicalDocument(position, text, **made)  # type: ignore[arg-type]


def documents(texts: Sequence[str]) -> list[LexicalDocument]:
    return [document(position, text) for position, text in enumerate(texts)]


def oracle(texts: Sequence[str], words: Sequence[str]) -> dict[int, float]:
    """Robertson and Zaragoza's BM25 with the idf of Lucene, written for reading."""
    held = [terms(text) for text in texts]
    average = sum(len(it) for it in held) / len(held)
    scores: dict[int, float] = {}
    for word in words:
        holding = sum(word in it for it in held)
        rarity = math.log(1 + (len(held) - holding + 0.5) / (holding + 0.5))
        for at, it in enumerate(held):
            if often := it.count(word):
                saturated = often * (K1 + 1) / (often + K1 * (1 - B + B * len(it) / average))
                scores[at] = scores.get(at, 0.0) + rarity * saturated
    return scores


def found(index: LexicalIndex, words: Sequence[str], count: int = 100, wanted: Filters | None = None) -> list[int]:
    positions: list[int] = index.search(words, count, wanted).positions.tolist()
    return positions


WORDS = st.sampled_from(["trade", "border", "river", "music", "ship"])


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=8),
    st.lists(WORDS, min_size=1, max_size=3, unique=True),
)
def test_scores_are_bm25(texts: list[str], asked: list[str]) -> None:
    words = question_terms(" ".join(asked))
    hits = LexicalIndex.of(documents(texts)).search(words, 100)
    expected = oracle(texts, words)
    assert dict(zip(hits.positions.tolist(), hits.scores.tolist(), strict=True)) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("question", ["river border", "Who opened the festival?", "trade", "President and trade"])
def test_the_best_passage_is_first(question: str) -> None:
    words = question_terms(question)
    expected = oracle(TEXTS, words)
    ranked = sorted(expected, key=lambda at: (-expected[at], at))
    index = LexicalIndex.of(documents(TEXTS))
    assert found(index, words) == ranked
    assert found(index, words, 2) == ranked[:2]


@pytest.mark.parametrize("count", [1, 5, 30])
def test_equal_scores_stand_in_the_order_of_the_archive(count: int) -> None:
    assert found(LexicalIndex.of(documents(["the same words"] * 40)), ["word"], count) == list(range(count))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Running quickly through the cities", ["run", "quick", "through", "the", "citi"]),
        ("Café CAFÉ cafe\u0301", ["cafe", "cafe", "cafe"]),
        ("Dvo&#345;&#225;k", ["dvorak"]),
        ("7,591 kilometres", ["7", "591", "kilometr"]),
        ("", []),
    ],
)
def test_words_are_stemmed_small_and_unaccented(text: str, words: list[str]) -> None:
    assert terms(text) == words


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Dvo&#345;&#225;k conducted", "dvořák"),
        ("Dvořák conducted", "DVORAK"),
        ("Cafe\u0301 society", "Café"),
        ("zero\u200bwidth", "zerowidth"),
        ("inter\u00adnational talks", "international"),
        ("Переговоры в Москве", "МОСКВЕ"),
        ("Two visits to the bank", "Who visited?"),
    ],
)
def test_a_word_is_found_however_it_is_spelled(stored: str, asked: str) -> None:
    assert found(LexicalIndex.of(documents([stored, "something else"])), question_terms(asked)) == [0]


def test_a_question_gives_each_word_once_and_no_stopword() -> None:
    assert question_terms("The trade, and the TRADES of the river?") == ["trade", "river"]


def test_a_question_of_stopwords_only_keeps_them() -> None:
    assert question_terms("to be or not to be") == ["to", "be", "or", "not"]


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
    assert filtered.scores[0] == free.scores[free.positions.tolist().index(1)]


def test_a_rare_word_is_counted_in_the_passages_that_hold_it() -> None:
    index = LexicalIndex.of(documents(TEXTS))
    assert [index.passages_holding(word) for word in ("river", "trade", "music", "ship")] == [3, 2, 1, 0]


@pytest.mark.parametrize(("words", "count"), [([], 5), (["ship"], 5), (["trade"], 0)])
def test_nothing_is_found_for_nothing(words: list[str], count: int) -> None:
    assert found(LexicalIndex.of(documents(TEXTS)), words, count) == []


def test_an_index_of_no_passages_finds_nothing(tmp_path: Path) -> None:
    LexicalIndex.of([], tmp_path / "lexical")
    index = LexicalIndex.open(tmp_path / "lexical", 0)
    assert len(index) == 0
    assert found(index, ["trade"]) == []


def test_an_index_in_memory_and_one_on_disk_agree(tmp_path: Path) -> None:
    memory = LexicalIndex.of(documents(TEXTS))
    LexicalIndex.of(documents(TEXTS), tmp_path / "lexical")
    disk = LexicalIndex.open(tmp_path / "lexical", len(TEXTS))
    assert len(memory) == len(disk) == len(TEXTS)
    for word in ("river", "trade", "presid"):
        first, second = memory.search([word], 9), disk.search([word], 9)
        assert first.positions.tolist() == second.positions.tolist()
        assert first.scores.tolist() == second.scores.tolist()


def test_a_folder_that_cannot_be_written_is_opened_and_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    LexicalIndex.of(documents(TEXTS), tmp_path / "lexical")
    before = {part.name: part.read_bytes() for part in (tmp_path / "lexical").iterdir()}
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode, **more: mode != os.W_OK and may(path, mode, **more))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    index = LexicalIndex.open(Path("lexical"), len(TEXTS))
    assert found(index, ["music"]) == [3]
    assert {part.name: part.read_bytes() for part in (tmp_path / "lexical").iterdir()} == before
    del index
    gc.collect()
    assert not list(tmp_path.glob("qa-lexical-*"))


def test_an_index_over_another_number_of_passages_is_damaged(tmp_path: Path) -> None:
    LexicalIndex.of(documents(TEXTS), tmp_path / "lexical")
    with pytest.raises(IndexDamaged, match="5 passages of 6"):
        LexicalIndex.open(tmp_path / "lexical", 6)


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"{}"])
def test_a_folder_of_garbage_is_damaged(garbage: bytes, tmp_path: Path) -> None:
    LexicalIndex.of(documents(TEXTS), tmp_path / "lexical")
    (tmp_path / "lexical" / "meta.json").write_bytes(garbage)
    with pytest.raises(IndexDamaged, match="cannot be read"):
        LexicalIndex.open(tmp_path / "lexical", len(TEXTS))


def test_a_folder_that_lost_a_file_is_damaged(tmp_path: Path) -> None:
    LexicalIndex.of(documents(TEXTS), tmp_path / "lexical")
    for part in (tmp_path / "lexical").glob("*.store"):
        part.unlink()
    with pytest.raises(IndexDamaged):
        LexicalIndex.open(tmp_path / "lexical", len(TEXTS))


def test_no_text_of_an_article_is_kept_to_be_read_again(tmp_path: Path) -> None:
    LexicalIndex.of(documents(["The secretive ambassador whispered"]), tmp_path / "lexical")
    assert all(b"secretive ambassador" not in part.read_bytes() for part in (tmp_path / "lexical").iterdir())
