"""The receipt of a topic has no verdict and no probabilities, and is written, read and replayed as any other."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.errors import InvalidReceipt
from qa.exports.receipts import Receipt, read_receipt, receipt_text, replay_receipt, write_receipt
from qa.exports.receipts.report import replay_line, replay_text
from qa.records import Kind, SearchRequest
from tests.exports.receipts.conftest import receipt_for


def test_a_receipt_of_a_topic_is_read_back_as_it_was_written(receipt_of_topic: Receipt, tmp_path: Path) -> None:
    write_receipt(tmp_path / "receipt.json", receipt_of_topic)
    assert read_receipt(tmp_path / "receipt.json") == receipt_of_topic
    form = json.loads(receipt_text(receipt_of_topic))
    assert (form["verdict"], form["confidence"]) == (None, None)
    assert [it["probability"] for it in form["evidence"]] == [None] * 6


def test_a_topic_that_finds_the_same_is_the_same(archive: Archive, receipt_of_topic: Receipt) -> None:
    again = replay_receipt(archive, receipt_of_topic)
    assert again.same
    assert again.answer.topic is not None
    assert {it.fate for it in again.results} == {"same"}
    lines = replay_text(again).splitlines()
    assert lines[2:4] == ["The same.", "no verdict"]
    form = json.loads(replay_line(again))
    assert (form["verdict"], form["confidence"]) == ({"then": None, "now": None}, {"then": None, "now": None})


def test_what_has_become_of_a_topic_is_said(archive: Archive, receipt_of_topic: Receipt, folder: Path) -> None:
    (folder / "river.txt").write_text("River rises\n\nThe river, the river of all rivers, rose by the river bank.\n")
    archive.update([folder / "river.txt"])
    again = replay_receipt(archive, receipt_of_topic)
    assert not again.same
    assert [it.found.file for it in again.results if it.fate == "new"] == ["river.txt"]


@pytest.mark.parametrize(("then", "now"), [("topic", "question"), ("question", "topic")])
def test_what_was_taken_for_the_other_kind_is_not_the_same(archive: Archive, then: Kind, now: Kind) -> None:
    receipt = receipt_for(archive, SearchRequest("the river", kind=then))
    again = replay_receipt(archive, replace(receipt, search=replace(receipt.search, kind=now)))
    assert not again.same
    said = [line for line in replay_text(again).splitlines() if "no verdict" in line]
    assert len(said) == 1
    assert "; now " in said[0]


def test_the_kind_and_the_spelling_that_were_asked_for_are_asked_for_again(archive: Archive, tmp_path: Path) -> None:
    search = SearchRequest("bordre", kind="question", as_written=True)
    write_receipt(tmp_path / "receipt.json", receipt_for(archive, search))
    kept = read_receipt(tmp_path / "receipt.json")
    assert kept.search == search
    assert replay_receipt(archive, kept).same


def test_a_receipt_from_before_kinds_and_spellings_is_read(receipt: Receipt, tmp_path: Path) -> None:
    form = json.loads(receipt_text(receipt))
    newer = {"kind", "as_written", "asked_on", "any_time"}
    form["search"] = {name: value for name, value in form["search"].items() if name not in newer}
    (tmp_path / "receipt.json").write_text(json.dumps(form))
    assert read_receipt(tmp_path / "receipt.json") == receipt


def test_a_kind_that_is_none_is_refused_where_it_is_asked(archive: Archive, receipt: Receipt, tmp_path: Path) -> None:
    form = json.loads(receipt_text(receipt))
    form["search"]["kind"] = 7
    (tmp_path / "receipt.json").write_text(json.dumps(form))
    with pytest.raises(InvalidReceipt, match=r"search\.kind"):
        read_receipt(tmp_path / "receipt.json")
    assert replay_receipt(archive, receipt).same
