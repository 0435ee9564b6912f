"""What the shell lets people keep: quotes with their sources, and receipts that can be replayed."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.exports.receipts import read_receipt
from tests.conftest import ROOT, SEEDS
from tests.support.seeds import BORDER
from tests.support.shell import qa

pytestmark = pytest.mark.model


def test_places_order_and_offset_reach_the_search(seeds_index: Path, seeds_archive: Archive) -> None:
    search = ["--place", "astana", "--place", "moscow", "--order", "oldest", "--offset", "2", "--limit", "7"]
    asked = qa("ask", "Who met whom?", *search, "--json", "--index", seeds_index)
    expected = seeds_archive.ask("Who met whom?", 7, offset=2, order="oldest", places=["astana", "moscow"])
    assert [it["passage"]["id"] for it in json.loads(asked.stdout)["evidence"]] == [
        it.passage.id for it in expected.evidence
    ]
    assert len(expected.evidence) == 7


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask", "trade", "--order", "best"], "unknown order 'best': choose relevance, newest, oldest"),
        (["ask", "trade", "--offset", "-1"], "offset is -1"),
        (["ask", "trade", "--export", "docx"], "choose markdown, csv, jsonl, bibtex, ris"),
        (["ask", "trade", "--export", "ris", "--json"], "--json and --export cannot be used together: choose one"),
        (["ask", "trade", "--receipt", str(ROOT / "README.md")], "exists already"),
        (["ask", "trade", "--receipt", "/nowhere/at/all"], "cannot be written"),
        (["replay", "/nowhere/at/all"], "there is no file /nowhere/at/all: name one that `qa ask --receipt` wrote"),
        (["replay", str(ROOT / "README.md")], "is not a receipt (it is not JSON): name a file"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else None,
)
def test_bad_input_is_one_line_that_says_what_to_do_and_exit_code_2(
    seeds_index: Path, arguments: list[str], says: str
) -> None:
    before = (ROOT / "README.md").read_bytes()
    ran = qa(*arguments, "--index", seeds_index)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert (ROOT / "README.md").read_bytes() == before


def test_quotes_are_printed_as_a_file_of_their_format_holds_them(seeds_index: Path) -> None:
    command = [sys.executable, "-m", "qa.cli", "ask", BORDER, "--limit", "2", "--export", "csv", "--index"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    printed = subprocess.run([*command, str(seeds_index)], cwd=ROOT, env=env, capture_output=True, check=True).stdout
    assert printed.startswith(b"\xef\xbb\xbfquote,")
    assert printed.count(b"\r\n") == 3
    first, second = csv.DictReader(io.StringIO(printed.decode("utf-8-sig"), newline=""))
    assert "7,591 kilometers" in first["quote"] != second["quote"]
    assert (first["question"], first["outlet"]) == (BORDER, 'GSV "Russia - Islamic World"')


def test_a_receipt_is_replayed_as_it_was_asked_until_something_changes(seeds_index: Path, tmp_path: Path) -> None:
    folder, index, receipt = tmp_path / "articles", tmp_path / "index", tmp_path / "receipt.json"
    shutil.copytree(SEEDS, folder)
    shutil.copytree(seeds_index, index)
    Archive.build(folder, index, replace=True)
    asked = qa("ask", BORDER, "--limit", "3", "--fast", "--receipt", receipt, "--json", "--index", index)
    assert asked.returncode == 0, asked.stderr
    evidence = json.loads(asked.stdout)["evidence"]
    assert [it.passage_id for it in read_receipt(receipt).evidence] == [it["passage"]["id"] for it in evidence]
    assert not read_receipt(receipt).models.reader
    same = qa("replay", receipt, "--index", index)
    assert (same.returncode, same.stderr) == (0, "")
    assert "\nThe same.\n" in same.stdout
    (folder / evidence[0]["article"]["file"]).unlink()
    Archive.build(folder, index)
    changed = qa("replay", receipt, "--json", "--index", index)
    assert (changed.returncode, changed.stdout.count("\n")) == (1, 1)
    assert json.loads(changed.stdout)["results"][0]["fate"] == "gone"
