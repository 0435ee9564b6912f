"""Files that other processes read ahead come to what they come to when they are read here, in their order."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qa.archive.archive import Archive
from qa.build.processes import start
from qa.build.reading_ahead import files_ahead
from qa.build.reading_process import Wanted
from qa.errors import ArticleUnreadable
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder

FILES = 40
START, FEWEST = "qa.build.reading_ahead.start", "qa.build.reading_ahead._FEWEST"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Articles, a table of three, a picture, an empty file, and a table whose second half cannot be read."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(FILES):
        text = f"Ward {number} meets\n\nThe council of ward {number} met by the river and spoke of the harbour."
        (folder / f"{number:02d}.txt").write_text(text)
    rows = [{"id": it, "title": f"Row {it}", "text": f"The bank of row {it} expects more trade."} for it in "abc"]
    (folder / "10-rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    (folder / "20-picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    (folder / "30-empty.txt").write_text("")
    return folder


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Read ahead however few files there are; the ids of the processes that do."""
    started = list[int]()

    def recorded(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        process = start(*arguments, **options)
        started.append(process.pid)
        return process

    monkeypatch.setattr(START, recorded)
    monkeypatch.setattr(FEWEST, 1)
    yield started
    for process in started:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.fixture
def crashing(ahead: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let some files end the process that reads them."""
    monkeypatch.setattr(START, lambda _, *rest, **options: start("tests.build.crashing_process", *rest, **options))


def held(folder: Path, index: Path) -> tuple[list[object], list[str]]:
    archive = Archive.build(folder, index, encoder=HandEncoder())
    assert archive.report is not None
    return [archive.article(it.file) for it in archive.contents(limit=100).articles], [
        str(it) for it in archive.report.skipped
    ]


def test_an_index_is_the_same_whether_files_are_read_here_or_ahead(
    news: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    here = held(news, tmp_path / "here")
    started: list[int] = request.getfixturevalue("ahead")
    assert held(news, tmp_path / "ahead") == here
    assert started
    assert len(here[0]) == FILES + 3


def test_a_few_files_are_read_here(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(START, None)
    with files_ahead(Wanted(news, Settings()), ["00.txt"]) as few:
        assert [it.article.title for it in few.take().articles if not isinstance(it, ArticleUnreadable)] == [
            "Ward 0 meets"
        ]


def test_files_are_read_here_where_no_process_can_be_started(news: Path, ahead: list[int], tmp_path: Path) -> None:
    expected = held(news, tmp_path / "with")
    with pytest.MonkeyPatch.context() as without:
        without.setattr(START, _no_process)
        assert held(news, tmp_path / "without") == expected


def test_a_file_that_ends_what_reads_it_is_refused_and_the_others_are_read(
    news: Path, crashing: None, tmp_path: Path
) -> None:
    (news / "15-crash.txt").write_text("A trap\n\nThis text ends whatever reads it, as a library that crashes.")
    articles, skipped = held(news, tmp_path / "index")
    assert len(articles) == FILES + 3
    assert [it for it in skipped if it.startswith("15-crash.txt: whatever reads it is ended by it")]


def test_a_process_that_ends_once_costs_no_file(news: Path, crashing: None, tmp_path: Path) -> None:
    (news / "15-killed.txt").write_text(
        "Memory ran out\n\nThis text ends the first process that reads it, and no other."
    )
    articles, skipped = held(news, tmp_path / "index")
    assert len(articles) == FILES + 4
    assert not [it for it in skipped if it.startswith("15-killed.txt")]


def test_a_file_that_went_since_it_was_listed_is_named(news: Path, ahead: list[int]) -> None:
    files = sorted(it.name for it in news.iterdir())
    shutil.copytree(news, news.parent / "copy")
    (news.parent / "copy" / "05.txt").unlink()
    with files_ahead(Wanted(news.parent / "copy", Settings()), files) as some:
        for file in files:
            if file == "05.txt":
                with pytest.raises(ArticleUnreadable, match="it vanished"):
                    some.take()
            else:
                some.take()


def _no_process(*_: object, **__: object) -> subprocess.Popen[bytes]:
    raise OSError("no memory")
