import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from qa.errors import FileUnwritable
from qa.exports.receipts import Receipt, read_receipt, receipt_text, write_receipt
from qa.retrieval.request import SearchRequest


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


@pytest.mark.parametrize("question", ["Où est “Omsk”?", "one\u2028two", "\ud800", '{}\\"', "🇰🇿"])
def test_whatever_was_asked_is_read_back(receipt: Receipt, tmp_path: Path, question: str) -> None:
    asked = replace(receipt, search=SearchRequest(question, 6, outlets=(question,), articles=(question, "b.txt")))
    write_receipt(tmp_path / "receipt.json", asked)
    assert read_receipt(tmp_path / "receipt.json").search == asked.search


def test_a_receipt_is_never_written_over_a_file(receipt: Receipt, tmp_path: Path) -> None:
    path = tmp_path / "receipt.json"
    path.write_text("mine")
    with pytest.raises(FileUnwritable, match="is there already.*name another"):
        write_receipt(path, receipt)
    assert path.read_text() == "mine"


def test_nor_over_a_link_that_leads_nowhere(receipt: Receipt, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileUnwritable, match="is there already"):
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
    with pytest.raises(FileUnwritable, match=r"receipt\.json cannot be written, .*no folder .*/none: name another"):
        write_receipt(tmp_path / "none" / "receipt.json", receipt)
