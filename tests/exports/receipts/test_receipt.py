"""A receipt holds what was asked and what came of it, and is written to a new file whole or not at all."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from qa import __version__
from qa.archive.archive import Archive
from qa.errors import FileUnwritable
from qa.exports.receipts import Receipt, read_receipt, receipt_of, receipt_text, replay_receipt, write_receipt
from qa.records import Correction, SearchRequest
from tests.exports.receipts.conftest import MADE
from tests.page.records_made import ABSENCE, answer


def test_a_receipt_holds_what_was_asked_and_what_came_of_it(archive: Archive) -> None:
    search, said = SearchRequest("How long is the border?", limit=2), answer("answered", 0.84)
    kept = receipt_of(search, said, archive.models, MADE)
    assert (kept.search, kept.made, kept.version) == (search, MADE, __version__)
    assert (kept.verdict, kept.confidence, kept.revision) == ("answered", 0.84, 7)
    assert (kept.models.encoder, kept.models.fingerprint) == ("hand", "hand-1")
    for found, evidence in zip(kept.evidence, said.evidence, strict=True):
        passage, article = evidence.passage, evidence.article
        assert (found.passage_id, found.text, found.paragraph) == (passage.id, passage.text, passage.number)
        assert (found.score, found.probability) == (evidence.score, evidence.probability)
        assert found.sentence == evidence.sentence
        assert (found.file, found.headline, found.outlet, found.date) == (
            article.file,
            article.title,
            article.outlet,
            article.date,
        )


def test_words_read_as_others_are_kept(archive: Archive) -> None:
    said = replace(answer("weak", 0.5), corrections=(Correction("bordre", "border"),))
    assert receipt_of(SearchRequest("Where is the bordre?"), said, archive.models, MADE).corrections == said.corrections


def test_what_is_missing_is_kept_and_a_receipt_of_before_has_nothing_of_that(archive: Archive, tmp_path: Path) -> None:
    denied = replace(answer("none", 0.1), absence=ABSENCE)
    kept = receipt_of(SearchRequest("Where are the penguins?", limit=2), denied, archive.models, MADE)
    (tmp_path / "receipt.json").write_text(receipt_text(kept))
    assert read_receipt(tmp_path / "receipt.json").absence == ABSENCE
    form = json.loads(receipt_text(kept))
    del form["absence"]
    (tmp_path / "before.json").write_text(json.dumps(form))
    assert read_receipt(tmp_path / "before.json") == replace(kept, absence=None)


def test_the_question_is_kept_as_it_was_typed(archive: Archive) -> None:
    search = SearchRequest("  How  long is the border? ")
    kept = receipt_of(search, archive.answer(search), archive.models, MADE)
    assert kept.search.question == "  How  long is the border? "


def test_a_receipt_can_be_read_by_a_person_and_is_always_spelled_the_same(receipt: Receipt) -> None:
    text = receipt_text(receipt)
    assert text == receipt_text(receipt)
    assert text.startswith('{\n  "format": 1,\n  "made": "2026-11-22T09:30:00+00:00",\n  "version": ')
    assert text.endswith("\n}\n")
    assert list(json.loads(text)) == [
        "format",
        "made",
        "version",
        "search",
        "revision",
        "models",
        "verdict",
        "confidence",
        "corrections",
        "evidence",
        "absence",
    ]
    assert list(json.loads(text)["evidence"][0]) == [
        "passage_id",
        "score",
        "probability",
        "sentence",
        "text",
        "paragraph",
        "file",
        "headline",
        "outlet",
        "date",
    ]


@pytest.mark.parametrize("question", ["Où est “Omsk”?", "one\u2028two", '{}\\"', "🇰🇿"])
def test_whatever_was_asked_is_read_back(receipt: Receipt, tmp_path: Path, question: str) -> None:
    asked = replace(receipt, search=SearchRequest(question, 6, outlets=(question,), articles=(question, "b.txt")))
    write_receipt(tmp_path / "receipt.json", asked)
    assert read_receipt(tmp_path / "receipt.json").search == asked.search


def test_half_a_character_is_left_out_as_a_search_leaves_it_out(archive: Archive, tmp_path: Path) -> None:
    search = SearchRequest("How long is\ud800 the border?")
    write_receipt(tmp_path / "receipt.json", receipt_of(search, archive.answer(search), archive.models, MADE))
    found = read_receipt(tmp_path / "receipt.json")
    assert found.search.question == "How long is the border?"
    assert replay_receipt(archive, found).same


def test_a_receipt_is_never_written_over_a_file(receipt: Receipt, tmp_path: Path) -> None:
    path = tmp_path / "receipt.json"
    path.write_text("mine")
    with pytest.raises(FileUnwritable, match="exists already.*name another"):
        write_receipt(path, receipt)
    assert path.read_text() == "mine"


def test_nor_over_a_link_that_leads_nowhere(receipt: Receipt, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileUnwritable, match="exists already"):
        write_receipt(tmp_path / "link", receipt)
    assert not (tmp_path / "elsewhere").exists()


def test_a_full_disk_is_one_line_and_leaves_nothing(
    receipt: Receipt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileUnwritable, match=r"cannot be written \(No space left on device\): name another"):
        write_receipt(tmp_path / "receipt.json", receipt)
    assert not list(tmp_path.glob("*receipt*"))


def test_a_folder_that_is_not_there_is_one_line(receipt: Receipt, tmp_path: Path) -> None:
    with pytest.raises(
        FileUnwritable, match=r"receipt\.json cannot be written because there is no folder .*/none: name another"
    ):
        write_receipt(tmp_path / "none" / "receipt.json", receipt)
