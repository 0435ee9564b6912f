"""The script that finds all copies of an archive runs."""

import sys
from pathlib import Path

import pytest

from benchmarks.quality import copies

pytestmark = pytest.mark.model


def test_the_script_that_finds_all_copies_of_an_archive_finds_those_of_the_seeds(
    seeds_index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["copies", str(seeds_index), "--texts"])
    copies.main()
    assert "0 missed" in capsys.readouterr().out
