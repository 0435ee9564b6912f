"""A calibration stands beside its index, whole or not at all, and what is no calibration is never obeyed."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from qa.errors import FileUnwritable, IndexDamaged
from qa.index.calibration import (
    Calibration,
    calibration_beside,
    delete_calibration,
    read_calibration,
    write_calibration,
)

MADE = Calibration(0.71, 0.4, 60, 33, 1, 0.097, 0.7, "0f", "ab12", reader=True, calibrated_on="2026-11-30")


def test_what_is_written_is_read_and_a_later_one_takes_its_place(tmp_path: Path) -> None:
    index = tmp_path / "index"
    assert read_calibration(index) is None
    for it in (MADE, replace(MADE, answered=0.8, reader=False)):
        write_calibration(index, it)
        assert read_calibration(index) == it
    assert [path.name for path in tmp_path.iterdir()] == ["index-calibration.json"]
    assert (MADE.thresholds.answered, MADE.thresholds.answered_unread, MADE.thresholds.weak) == (0.71, 0.71, 0.4)


def test_deleting_says_whether_there_was_one(tmp_path: Path) -> None:
    write_calibration(tmp_path / "index", MADE)
    assert [delete_calibration(tmp_path / "index") for _ in range(2)] == [True, False]
    assert read_calibration(tmp_path / "index") is None


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", "null", "{}", '{"answered": 0.7}', {"answered": 1.2}, {"weak": 0.9}, {"answered": "many"}],
)
def test_what_is_no_calibration_is_named_with_the_remedy(tmp_path: Path, written: str | dict[str, object]) -> None:
    write_calibration(tmp_path / "index", MADE)
    path = calibration_beside(tmp_path / "index")
    path.write_text(written if isinstance(written, str) else json.dumps(json.loads(path.read_text()) | written))
    with pytest.raises(IndexDamaged, match=r"index-calibration\.json cannot be used: calibrate again with"):
        read_calibration(tmp_path / "index")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(FileUnwritable, match="cannot be written .Permission denied"):
        write_calibration(tmp_path / "index", MADE)
    assert list(tmp_path.iterdir()) == [], "nothing half written is left"
    monkeypatch.setattr(Path, "unlink", denied)
    with pytest.raises(FileUnwritable, match="Permission denied"):
        delete_calibration(tmp_path / "index")
