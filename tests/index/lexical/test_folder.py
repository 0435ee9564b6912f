"""A folder that differs from another answers as one written from nothing, and the other goes on answering as before."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.errors import DerivedDamaged
from qa.index.filters import Filters
from qa.index.lexical.asked_words import question_terms
from qa.index.lexical.documents import LexicalDocument
from qa.index.lexical.folder import parts, write_changed, write_folder
from qa.index.lexical.index import LexicalIndex
from tests.index.lexical.made import TEXTS, document, documents, found, oracle, scored, written
from tests.support.examples import few

WHISPER = "The secretive ambassador whispered"


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return written(tmp_path / "before", TEXTS)


def changed(before: Path, gone: Sequence[int], new: Sequence[LexicalDocument], passages: int) -> LexicalIndex:
    after = before.with_name(f"after-{len(list(before.parent.iterdir()))}")
    write_changed(after, before, gone, new)
    return LexicalIndex.open(after, passages)


def contents(folder: Path) -> Mapping[str, bytes]:
    return {part.name: part.read_bytes() for part in folder.iterdir() if not part.name.startswith(".tantivy-")}


def test_what_is_gone_is_not_found_and_what_is_new_is(before: Path) -> None:
    index = changed(before, [0, 3], [document(5, "A river of music"), document(6, "A ship")], 5)
    assert found(index, ["river"]) == [5, 2]
    assert found(index, ["border"]) == []
    assert found(index, ["ship"]) == [6]


def test_every_passage_of_an_article_that_is_gone_is(tmp_path: Path) -> None:
    folder = tmp_path / "before"
    write_folder(folder, [document(row, "trade", article_row=row // 3) for row in range(9)])
    assert found(changed(folder, [1], [], 6), ["trade"]) == [0, 1, 2, 6, 7, 8]


def test_the_earlier_folder_stays_as_it_was_and_answers_as_before(before: Path) -> None:
    opened, files = LexicalIndex.open(before, len(TEXTS)), contents(before)
    answers = {word: scored(opened, [word]) for word in ("river", "trade", "presid", "music")}
    index = changed(before, [0, 1, 2], documents({9: "A river"}), 3)
    assert contents(before) == files
    for again in (opened, LexicalIndex.open(before, len(TEXTS))):
        assert {word: scored(again, [word]) for word in answers} == answers
    assert found(index, ["river"]) == [9, 3]


def test_a_folder_outlives_the_one_that_it_was_made_of(before: Path) -> None:
    index = changed(before, [0], documents({9: "A river"}), 5)
    for part in before.iterdir():
        part.unlink()
    before.rmdir()
    assert found(index, ["river"]) == [9, 3, 2]
    assert found(LexicalIndex.open(before.with_name("after-1"), 5), ["river"]) == [9, 3, 2]


def test_a_file_system_without_links_gets_copies(before: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("links are not known here")

    monkeypatch.setattr(os, "link", refuse)
    files = contents(before)
    assert found(changed(before, [0], documents({9: "A river"}), 5), ["river"]) == [9, 3, 2]
    assert contents(before) == files


def test_nothing_changed_answers_as_before(before: Path) -> None:
    words = ["river", "trade"]
    assert scored(changed(before, [], [], 5), words) == scored(LexicalIndex.open(before, 5), words)


def test_a_folder_with_names_folded_by_an_older_version_is_refused_even_among_newer_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("qa.index.lexical.documents.RULES", "folding 1")
        older = written(tmp_path / "older", TEXTS)
    with pytest.raises(DerivedDamaged, match="older version"):
        LexicalIndex.open(older, len(TEXTS))
    with pytest.raises(DerivedDamaged, match="older version"):
        changed(older, range(4), documents({9: "A river", 10: "A ship"}), 3)


def test_everything_can_go(before: Path) -> None:
    index = changed(before, range(5), [], 0)
    assert found(index, ["river"]) == []
    assert found(changed(before, range(5), documents({9: "A river"}), 1), ["river"]) == [9]


def test_a_filter_holds_over_old_and_new(before: Path) -> None:
    new = [document(9, "trade", outlet="the herald", date=20210101), document(10, "trade", places=("paris",))]
    index = changed(before, [1], new, 6)
    assert found(index, ["trade"], wanted=Filters(outlets=frozenset({"the herald"}))) == [9]
    assert found(index, ["trade"], wanted=Filters(after=20200101)) == [9]
    assert found(index, ["trade"], wanted=Filters(files=frozenset({"1.txt", "2.txt", "10.txt"}))) == [10, 2]


def test_only_the_living_are_counted_as_holding_a_word(before: Path) -> None:
    index = changed(before, [0, 1], documents({9: "Trade by ship, and trade"}), 4)
    assert [index.passages_holding(word) for word in ("river", "trade", "border", "ship")] == [2, 2, 0, 1]
    assert sorted(index.rows_holding_any([("river",), ("border",)])) == [2, 3]
    assert sorted(index.rows_holding_all([(("by", "ship"),)])) == [9]


def test_scores_after_deletions_are_those_of_the_living_where_passages_are_equally_long(tmp_path: Path) -> None:
    texts = [f"{first} {second} words" for first in ("trade", "river", "ship") for second in ("bank", "music")] * 5
    folder, gone = written(tmp_path / "before", texts), [0, 1, 2, 3, 8, 12, 24]
    new = dict.fromkeys(range(40, 45), "trade music words")
    index = changed(folder, gone, documents(new), len(texts) - len(gone) + len(new))
    living = {row: text for row, text in enumerate(texts) if row not in gone} | new
    for words in (["trade"], ["river", "music"], ["bank", "ship", "word"]):
        assert scored(index, words) == pytest.approx(oracle(living, words), rel=1e-4)


WORDS = st.sampled_from(["trade", "border", "river", "music", "ship", "visit", "talks", "bank"])
PASSAGES = st.lists(st.lists(WORDS, min_size=4, max_size=30).map(" ".join), min_size=20, max_size=60)


@settings(few(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PASSAGES, st.integers(1, 9), st.lists(WORDS, min_size=1, max_size=3, unique=True))
def test_after_a_few_deletions_the_first_ten_are_those_of_a_fresh_index_unless_within_a_fiftieth(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], every: int, asked: list[str]
) -> None:
    folder = written(tmp_path_factory.mktemp("lexical") / "before", texts)
    gone = list(range(0, len(texts) // 5, 1 + every // 3))
    new = {100 + at: text for at, text in enumerate(texts[::every][:5])}
    index = changed(folder, gone, documents(new), len(texts) - len(gone) + len(new))
    living = {row: text for row, text in enumerate(texts) if row not in gone} | new
    words = question_terms(" ".join(asked))
    fresh = scored(LexicalIndex.of(documents(living)), words)
    changed_order, fresh_order = list(scored(index, words))[:10], list(fresh)[:10]
    for here, there in zip(changed_order, fresh_order, strict=True):
        assert fresh[here] == pytest.approx(fresh[there], rel=0.02)


def test_no_text_of_an_article_is_kept_to_be_read_again(tmp_path: Path) -> None:
    folder = written(tmp_path / "lexical", [WHISPER])
    assert all(b"secretive ambassador" not in part.read_bytes() for part in folder.iterdir())


def test_the_parts_of_a_folder_are_the_files_that_answers_depend_on(before: Path) -> None:
    names = [part.name for part in parts(before)]
    (before / ".tantivy-meta.lock").touch()
    assert {"meta.json", ".managed.json"} < set(names)
    assert names == sorted(names) == sorted(contents(before))
    assert [part.name for part in parts(before)] == names


def test_a_folder_changed_twenty_times_answers_as_one_written_at_once(tmp_path: Path) -> None:
    folder, living = written(tmp_path / "step-0", ["trade by river"] * 20), dict.fromkeys(range(20), "trade by river")
    chance = np.random.default_rng(1)
    for step in range(1, 21):
        gone = int(chance.choice(sorted(living)))
        del living[gone]
        new = {100 + step: "trade by ship"}
        living |= new
        write_changed(tmp_path / f"step-{step}", folder, [gone], documents(new))
        folder = tmp_path / f"step-{step}"
    index = LexicalIndex.open(folder, len(living))
    for words in (["trade"], ["ship", "river"]):
        assert scored(index, words) == pytest.approx(oracle(living, words), rel=1e-4)
    assert len(parts(folder)) < 100
