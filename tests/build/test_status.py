"""What an index says of itself: how it is searched, how old it is, what waits for a compaction."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from qa.archive.archive import Archive
from qa.build.compact import compact_index
from qa.build.folder_diff import Scan, scan
from qa.build.status import folder_status, index_size, index_status, unread_languages
from qa.cli.terminal import print_status, print_unread
from qa.index.index import Index
from qa.models.languages import DEFAULT_ENCODER, MULTILINGUAL_ENCODER
from qa.settings import Settings
from tests.articles.test_language import ENGLISH, KAZAKH, RUSSIAN
from tests.support.hand_encoder import VOCABULARY, HandEncoder
from tests.support.overtaken_scan import overtaken_scan
from tests.support.settings import ADDED_TO


def shown(index: Path, capsys: pytest.CaptureFixture[str]) -> str:
    print_status(
        Console(width=120, highlight=False), index_status(Index(index)), folder_status(Index(index), Settings())
    )
    return " ".join(capsys.readouterr().out.split())


def test_an_exact_search_is_called_so(archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = archive.status()
    assert (held.index_kind, held.recall) == ("exact", None)
    assert "search exact size" in shown(tmp_path / "index", capsys)


def test_an_approximate_search_says_what_it_finds_of_what_an_exact_one_would(
    folder: Path, tmp_path: Path, encoder: HandEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(40):
        words = " ".join(VOCABULARY[place] for place in range(8) if number >> place & 1)
        (folder / f"{number}.txt").write_text(f"Number {number}\n\nThe {words} of {number} were counted.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=encoder, settings=Settings(exact_up_to=10))
    held = archive.status()
    assert held.index_kind == "approximate"
    assert held.recall is not None
    assert held.recall > 0.9
    assert f"approximate, recall@10 {held.recall:.3f} when made" in shown(tmp_path / "index", capsys)


def test_passages_that_are_newer_or_gone_are_counted_until_a_compaction(
    folder: Path, tmp_path: Path, encoder: HandEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = Archive.build(folder, tmp_path / "index", encoder=encoder, settings=ADDED_TO)
    (folder / "new.txt").write_text("Ship leaves\n\nThe ship left.\n\nIt came back.\n\nIt left again.\n")
    archive.update([folder / "new.txt"])
    (folder / "music.txt").unlink()
    archive.update([folder / "music.txt"])
    held = archive.status()
    assert (held.newer_passages, held.gone_passages) == (3, 2)
    waiting = "3 added since the vector file was written; 2 deleted and not yet cleared away"
    assert f"passages 7; {waiting}" in shown(tmp_path / "index", capsys)
    (folder / "new.txt").write_text("Ship leaves\n\nThe ship left.\n")
    archive.update([folder / "new.txt"])
    assert archive.status().newer_passages == 1  # the gone ones among the newer are not
    compact_index(tmp_path / "index", ADDED_TO)
    held = archive.status()
    assert (held.newer_passages, held.gone_passages) == (0, 0)
    assert "passages 5 dates" in shown(tmp_path / "index", capsys)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (3 * 3600 + 59, "3 hours ago"),
        (86_399, "23 hours ago"),
        (400 * 86_400, "400 days ago"),
    ],
)
def test_the_age_is_said_in_words(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str], seconds: int, words: str
) -> None:
    folder = folder_status(Index(tmp_path / "index"), Settings())
    print_status(Console(width=120), replace(archive.status(), age_seconds=seconds), folder)
    assert f"revision 1, built {words} (2" in " ".join(capsys.readouterr().out.split())


def test_the_age_counts_from_the_revision_that_answers(archive: Archive) -> None:
    held = archive.status()
    since = datetime.now(UTC) - datetime.fromisoformat(held.built_at)
    assert 0 <= held.age_seconds <= since.total_seconds()
    assert since.total_seconds() < 60


def test_a_file_that_vanishes_while_the_size_is_added_up_is_no_error(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = index_size(tmp_path / "index")
    assert whole == archive.status().index_bytes
    walked = [*os.walk(tmp_path / "index")]
    walked[0][2].append("gone")
    monkeypatch.setattr(os, "walk", lambda _: iter(walked))
    assert index_size(tmp_path / "index") == whole


def test_whoever_asks_again_does_not_make_every_file_be_read_again_until_something_is_built(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    clock = [0.0]

    def slow(*given: Any) -> Scan:
        clock[0] += 10
        return scan(*given)

    monkeypatch.setattr("qa.build.status.monotonic", lambda: clock[0])
    monkeypatch.setattr("qa.build.status.scan", slow)
    assert not archive.folder_status().ahead
    (folder / "new.txt").write_text("A ship sails\n\nThe ship sailed to the harbour of the river.\n")
    clock[0] += 199
    assert not archive.folder_status().ahead
    clock[0] += 1
    assert archive.folder_status().ahead
    archive.rebuild()
    assert not archive.folder_status().ahead


def test_what_is_taken_in_while_the_folder_is_looked_through_is_not_called_removed(
    archive: Archive, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.build.status.scan", overtaken_scan(archive, folder))
    assert not folder_status(Index(tmp_path / "index"), Settings()).ahead


def test_each_language_is_listed_with_what_is_made_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, text in (("en", ENGLISH), ("ru", RUSSIAN), ("kk", KAZAKH), ("ru2", RUSSIAN)):
        (folder / f"{name}.txt").write_text(f"{text}\n\n{text}\n", "utf-8")
    archive = Archive.build(folder, tmp_path / "in", encoder=HandEncoder(name=DEFAULT_ENCODER))
    held = archive.status().languages
    assert [(it.language, it.articles, it.read, it.words) for it in held] == [
        ("ru", 2, False, "stems"),
        ("en", 1, True, "stems"),
        ("kk", 1, False, "endings"),
    ]
    assert [it.language for it in unread_languages(tmp_path / "in").languages] == ["ru", "kk"]
    line = "languages Russian 2 (not read, word forms known); English 1 (read, word forms known); Kazakh 1 (not read,"
    assert line in shown(tmp_path / "in", capsys)
    print_unread(Console(width=300, highlight=False), unread_languages(tmp_path / "in"))
    warned = capsys.readouterr().out.splitlines()
    assert warned[0].startswith("2 of 4 articles are in Russian, which all-MiniLM-L6-v2 does not read: ")
    assert len(warned) == 2


def test_nothing_is_warned_of_where_the_encoder_reads_all_or_nobody_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "russian"
    folder.mkdir()
    (folder / "ru.txt").write_text(f"{RUSSIAN}\n", "utf-8")
    for name in (MULTILINGUAL_ENCODER, "somebody/model"):
        Archive.build(folder, tmp_path / name.replace("/", "-"), encoder=HandEncoder(name=name))
        print_unread(Console(width=300), unread_languages(tmp_path / name.replace("/", "-")))
    assert capsys.readouterr().out == ""
