"""A receipt may come from anybody: what is none is refused in one line that says why."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.errors import InvalidReceipt
from qa.exports.receipts import Receipt, read_receipt, reading, receipt_text
from tests.page.records_made import ABSENCE

Form = dict[str, Any]


def read(path: Path, written: bytes | str) -> Receipt:
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    return read_receipt(path)


def test_what_was_written_is_read_back(receipt: Receipt, tmp_path: Path) -> None:
    assert read(tmp_path / "receipt.json", receipt_text(receipt)) == receipt
    assert len(receipt.evidence) == 6


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda it: it.pop("format"), "format: Field required"),
        (lambda it: it.update(format=2), "format: Input should be 1"),
        (lambda it: it.update(format="1"), "format: Input should be 1"),
        (lambda it: it.update(made="yesterday"), "made: Input should be a valid datetime"),
        (lambda it: it.update(search=[]), "search: Input should be an object"),
        (lambda it: it["search"].update(question=7), "search.question: Input should be a valid string"),
        (lambda it: it["search"].update(limit="5"), "search.limit: Input should be a valid integer"),
        (lambda it: it["search"].update(limit=5), "more passages than were asked for"),
        (lambda it: it["search"].update(outlets="GSV"), "search.outlets: Input should be a valid array"),
        (lambda it: it["search"].update(outlets=[7]), "search.outlets.0: Input should be a valid string"),
        (lambda it: it["models"].update(reader="yes"), "models.reader: Input should be a valid boolean"),
        (lambda it: it.update(verdict="perhaps"), "verdict: Input should be 'answered', 'weak' or 'none'"),
        (lambda it: it.update(confidence="high"), "confidence: Input should be a valid number"),
        (lambda it: it.update(confidence=True), "confidence: Input should be a valid number"),
        (lambda it: it.update(confidence=10**400), "a score or a probability is not a number"),
        (lambda it: it.update(revision=1.5), "revision: Input should be a valid integer"),
        (lambda it: it.update(evidence={}), "evidence: Input should be a valid array"),
        (lambda it: it["evidence"].append("more"), "evidence.6: Input should be an object"),
        (lambda it: it["evidence"][2].pop("score"), "evidence.2.score: Field required"),
        (lambda it: it["evidence"][0].update(text="other"), "a marked sentence is not where it should stand"),
        (lambda it: it["evidence"][0]["sentence"].update(end=-1), "a marked sentence is not where it should stand"),
        (lambda it: it["evidence"].append(it["evidence"][0]), "a passage stands in it twice"),
    ],
)
def test_what_was_changed_so_that_it_says_nothing_is_refused(
    receipt: Receipt, tmp_path: Path, change: Callable[[Form], object], said: str
) -> None:
    form: Form = json.loads(receipt_text(receipt))
    change(form)
    with pytest.raises(InvalidReceipt, match=rf"is not a receipt \(.*{re.escape(said)}.*\): name a file") as raised:
        read(tmp_path / "receipt.json", json.dumps(form))
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", "7", '"text"', b"\xff\xfe{}", b"\x00" * 100, "[" * 100_000, '{"format": 1', '{"format": NaN}'],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, written: bytes | str) -> None:
    with pytest.raises(InvalidReceipt, match="is not a receipt") as raised:
        read(tmp_path / "receipt.json", written)
    assert len(str(raised.value).splitlines()) == 1


def test_a_number_that_is_none_is_refused(receipt: Receipt, tmp_path: Path) -> None:
    for number in ("Infinity", "NaN", "1e999"):
        text = receipt_text(receipt).replace(f'"confidence": {receipt.confidence}', f'"confidence": {number}')
        with pytest.raises(InvalidReceipt, match="is not a receipt"):
            read(tmp_path / "receipt.json", text)


def test_a_file_that_cannot_be_a_receipt_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_LARGEST_BYTES", 100)
    with pytest.raises(InvalidReceipt, match="larger than any receipt"):
        read(tmp_path / "receipt.json", b" " * 101)


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "none.json", tmp_path / "pipe", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(InvalidReceipt, match="name (one|a file) that `qa ask --receipt` wrote"):
            read_receipt(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda it: it.update(verdict="weak"), "it names what is missing, and its verdict says otherwise"),
        (lambda it: it["absence"].update(read=12_000), "more was read than was searched"),
        (lambda it: it["absence"].update(read=-1), "more was read than was searched"),
        (lambda it: it["absence"].update(searched="all"), "absence.searched: Input should be a valid integer"),
        (lambda it: it["absence"].update(nowhere=["a", 7]), "absence.nowhere.1: Input should be a valid string"),
        (lambda it: it["absence"]["nearest"][1].pop("file"), "absence.nearest.1.file: Field required"),
        (lambda it: it["absence"]["control"].update(first=21), "found than was asked"),
        (lambda it: it["absence"]["control"].update(first=True), "absence.control.first: Input should be a valid int"),
    ],
)
def test_what_is_said_to_be_missing_is_checked_too(
    receipt: Receipt, tmp_path: Path, change: Callable[[Form], object], said: str
) -> None:
    form: Form = json.loads(receipt_text(replace(receipt, verdict="none", absence=ABSENCE)))
    assert read(tmp_path / "receipt.json", json.dumps(form)).absence == ABSENCE
    change(form)
    with pytest.raises(InvalidReceipt, match=re.escape(said)):
        read(tmp_path / "receipt.json", json.dumps(form))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_any_damage_gives_a_receipt_or_is_refused(receipt: Receipt, tmp_path: Path, at: int, byte: int) -> None:
    written = bytearray(receipt_text(receipt).encode())
    written[at % len(written)] = byte
    try:
        assert isinstance(read(tmp_path / "receipt.json", bytes(written)), Receipt)
    except InvalidReceipt as refused:
        assert len(str(refused).splitlines()) == 1
