"""A folder of files of all kinds: each is indexed, skipped, failed or not read, and none is passed over in silence."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qa.archive.archive import Archive
from qa.articles import files
from qa.articles.formats import read_records
from qa.build.folder_diff import unread_words
from qa.build.status import folder_status
from qa.errors import ArticleUnreadable, FolderError
from qa.index.index import Index
from qa.records import Source
from qa.settings import Settings
from tests.articles.formats.making import PROSE, TEXT, packed, page
from tests.support.hand_encoder import HandEncoder

HEAD = (
    '<title>Bridge closed</title><meta property="article:published_time" content="2024-03-05T10:00:00+03:00">'
    '<meta property="og:site_name" content="Portville Courier">'
)
PAGE = page(f"<h1>Bridge closed</h1>{PROSE}", HEAD)
ROWS = [
    {
        "id": f"r{number}",
        "title": f"Ship {number}",
        "text": f"The ship number {number} left the harbour.",
        "date": "2024-03-05",
    }
    for number in range(1, 4)
]
LINES = "\n".join(json.dumps(it) for it in ROWS)
MAIL = (
    "From: desk@example.org\nTo: you@example.org\nSubject: Ferry cancelled\nDate: Tue, 05 Mar 2024 10:00:00 +0300\n"
    "Message-ID: <1@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    "The ferry to the island was cancelled on Tuesday, the harbour master said.\n"
)


def index_of(folder: Path, index: Path) -> Archive:
    return Archive.build(folder, index, encoder=HandEncoder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One file of each kind, by name and by content."""
    made = tmp_path / "articles"
    made.mkdir()
    (made / "plain.txt").write_text("River rises\n\nThe river rose by a metre on Sunday.\n")
    (made / "page.html").write_text(PAGE)
    (made / "page.txt").write_text(PAGE.replace("Bridge closed", "Tunnel closed"))
    (made / "ships.jsonl").write_text(LINES)
    (made / "mail.eml").write_text(MAIL)
    (made / "crawl.zip").write_bytes(
        packed({"deep/one.txt": "Dam built\n\nThe dam was built in a year.\n", "photo.jpg": b"\xff\xd8\xff" * 9})
    )
    (made / "photo.jpg").write_bytes(b"\xff\xd8\xff" * 99)
    (made / "notes.py").write_text("print('no article')\n")
    (made / "torn.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (made / "empty.txt").write_text("")
    return made


def names(archive: Archive) -> set[str]:
    return {it.file for it in archive.contents().articles}


def test_every_file_that_is_seen_is_indexed_skipped_or_named_as_not_read(folder: Path, tmp_path: Path) -> None:
    archive = index_of(folder, tmp_path / "index")
    assert names(archive) == {
        "plain.txt", "page.html", "page.txt", "mail.eml", "crawl.zip#deep/one.txt",
        "ships.jsonl#r1", "ships.jsonl#r2", "ships.jsonl#r3",
    }  # fmt: skip
    report = archive.report
    assert report is not None
    assert report.added == 8
    whole = {it.file for it in report.skipped if "#" not in it.file}
    assert whole == {"torn.pdf", "empty.txt"}
    assert [it.file for it in report.unread] == ["notes.py", "photo.jpg"]
    indexed = {it.split("#")[0] for it in names(archive)}
    assert indexed | whole | {it.file for it in report.unread} == {it.name for it in folder.iterdir()}
    assert unread_words(report.unread) == "2 files of other kinds not read: 1 .jpg, 1 .py"


def test_what_a_file_states_is_what_is_shown_and_every_article_knows_its_source(folder: Path, tmp_path: Path) -> None:
    archive = index_of(folder, tmp_path / "index")
    bridge, ship, plain = (archive.article(it) for it in ("page.html", "ships.jsonl#r2", "plain.txt"))
    assert (bridge.title, bridge.outlet, bridge.date) == ("Bridge closed", "Portville Courier", "2024-03-05")
    assert bridge.text == TEXT
    assert (ship.title, ship.date, ship.text) == ("Ship 2", "2024-03-05", "The ship number 2 left the harbour.")
    assert [it.source for it in (bridge, ship, plain)] == [
        Source("page.html", "html"), Source("ships.jsonl", "jsonl", "r2"), Source("plain.txt"),
    ]  # fmt: skip
    assert archive.article("page.txt").source == Source("page.txt", "html"), "the content decides, not the name"
    assert archive.ask("Which ship number 2 left the harbour?").evidence[0].article.file == "ships.jsonl#r2"


def test_a_second_build_changes_nothing_and_remembers_what_it_could_not_read(folder: Path, tmp_path: Path) -> None:
    first = index_of(folder, tmp_path / "index").report
    again = index_of(folder, tmp_path / "index").report
    assert first is not None
    assert again is not None
    assert (again.added, again.changed, again.removed, again.unchanged, again.encoded) == (0, 0, 0, 8, 0)
    assert again.revision == first.revision
    assert {it.file for it in again.skipped} == {it.file for it in first.skipped}
    assert again.unread == first.unread
    looked = folder_status(Index(tmp_path / "index"), Settings())
    assert not looked.ahead


def test_of_a_table_only_the_rows_that_changed_are_changed(folder: Path, tmp_path: Path) -> None:
    archive = index_of(folder, tmp_path / "index")
    before = {it.id for it in archive.passages("ships.jsonl#r3")}
    rows = [
        ROWS[2],
        ROWS[0] | {"text": "The ship number 1 came back to the river."},
        ROWS[2] | {"id": "r9", "text": "A ninth ship sank."},
    ]
    (folder / "ships.jsonl").write_text("\n".join(json.dumps(it) for it in rows))
    report = archive.update([folder / "ships.jsonl"])
    assert (report.added, report.changed, report.removed, report.unchanged, report.encoded) == (1, 1, 1, 1, 2)
    assert {it.id for it in archive.passages("ships.jsonl#r3")} == before, "permalinks stay when rows move"
    assert {"ships.jsonl#r1", "ships.jsonl#r3", "ships.jsonl#r9"} == {it for it in names(archive) if "#r" in it}
    (folder / "ships.jsonl").unlink()
    assert archive.update([folder / "ships.jsonl"]).removed == 3
    assert not [it for it in names(archive) if it.startswith("ships")]


def test_a_row_that_cannot_be_read_is_named_until_it_is_mended(folder: Path, tmp_path: Path) -> None:
    (folder / "ships.jsonl").write_text(LINES + '\n{"id": "r4", "title": "Ship 4"}\n')
    archive = index_of(folder, tmp_path / "index")
    assert archive.report is not None
    (named,) = [it.file for it in archive.report.skipped if it.file.startswith("ships")]
    again = index_of(folder, tmp_path / "index").report
    assert again is not None
    assert named in {it.file for it in again.skipped}
    (folder / "ships.jsonl").write_text(LINES)
    assert not [it for it in archive.update([folder / "ships.jsonl"]).skipped if it.file.startswith("ships")]


def test_a_file_that_becomes_damaged_keeps_its_earlier_articles(folder: Path, tmp_path: Path) -> None:
    archive = index_of(folder, tmp_path / "index")
    (folder / "crawl.zip").write_bytes((folder / "crawl.zip").read_bytes()[:60])
    report = archive.update([folder / "crawl.zip"])
    assert "its earlier text still answers" in report.skipped[0].reason
    assert "crawl.zip#deep/one.txt" in names(archive)


def test_a_library_that_is_gone_loses_no_article(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = index_of(folder, tmp_path / "index")
    monkeypatch.setattr("qa.articles.formats.known.is_installed", lambda module: module != "trafilatura")
    report = index_of(folder, tmp_path / "index").report
    assert report is not None
    assert {"page.html", "page.txt"} <= names(archive)
    assert [it.reason for it in report.skipped if it.file == "page.html"] == [
        "reading it (html) needs a library: pip install 'qa-news-archive[formats]'; its earlier text still answers"
    ]
    shutil.copyfile(folder / "page.html", folder / "new.html")
    report = archive.update([folder / "new.html"])
    assert unread_words(report.unread) == (
        "1 file of other kinds not read: 1 .html; pip install 'qa-news-archive[formats]' reads html"
    )


def test_an_upgraded_library_has_its_files_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_of(folder, tmp_path / "index")
    monkeypatch.setattr(files, "parser_versions", lambda: "trafilatura==99")
    differing = folder_status(Index(tmp_path / "index"), Settings()).diff
    assert differing is not None
    assert "page.html" in differing.changed
    assert "plain.txt" not in differing.changed
    report = index_of(folder, tmp_path / "index").report
    assert report is not None
    assert (report.changed, report.unchanged, report.encoded) == (0, 8, 0), "they say the same"


def test_what_was_read_can_be_read_again_when_its_file_is_gone(folder: Path, tmp_path: Path) -> None:
    archive = index_of(folder, tmp_path / "index")
    before = archive.article("page.html"), archive.article("ships.jsonl#r1")
    again = [files.read_stored_article(it, Settings()).article for it in before]
    assert again == list(before)


def test_columns_of_other_names_are_named_once(folder: Path, tmp_path: Path) -> None:
    rows = [{"nr": it["id"], "prosa": it["text"], "kopf": it["title"]} for it in ROWS]
    (folder / "ships.jsonl").write_text("\n".join(json.dumps(it) for it in rows))
    archive = index_of(folder, tmp_path / "index")
    assert archive.report is not None
    (refused,) = [it.reason for it in archive.report.skipped if it.file == "ships.jsonl"]
    assert refused == "none of its columns (nr, prosa, kopf) holds a text; name it: qa build --map text=COLUMN"
    columns = {"text": "prosa", "title": "kopf", "id": "nr"}
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), columns=columns)
    assert archive.article("ships.jsonl#r2").title == "Ship 2"
    assert not folder_status(Index(tmp_path / "index"), Settings()).ahead
    (folder / "more.jsonl").write_text(json.dumps(rows[0] | {"nr": "r7", "prosa": "A seventh ship sank."}))
    assert archive.update([folder / "more.jsonl"]).added == 1
    assert archive.rebuild().unchanged == 9
    with pytest.raises(FolderError, match=r"'titel': a column is named as FIELD=COLUMN, and the fields are .*title"):
        Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), columns={"titel": "kopf"})


def test_where_reading_breaks_off_nothing_behind_it_is_lost(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = index_of(folder, tmp_path / "index")

    def broken(file: str, *others: Any) -> Iterator[Any]:
        for number, record in enumerate(read_records(file, *others)):
            if file == "ships.jsonl" and number == 1:
                raise ArticleUnreadable(file, "it is damaged; write it again")
            yield record

    monkeypatch.setattr(files, "read_records", broken)
    (folder / "ships.jsonl").write_text(LINES.replace("ship number 1 left", "ship number 1 reached"))
    report = archive.update([folder / "ships.jsonl"])
    assert (report.changed, report.removed) == (1, 0)
    assert [it.reason for it in report.skipped] == [
        "it is damaged; write it again; what stands before that is read; its earlier text still answers"
    ]
    assert {"ships.jsonl#r1", "ships.jsonl#r2", "ships.jsonl#r3"} <= names(archive)
    again = index_of(folder, tmp_path / "index").report
    assert again is not None
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    assert "ships.jsonl" in {it.file for it in again.skipped}, "it is named at every build"
    assert {"ships.jsonl#r1", "ships.jsonl#r2", "ships.jsonl#r3"} <= names(archive)


def test_columns_named_for_one_table_leave_the_others_as_they_are(folder: Path, tmp_path: Path) -> None:
    (folder / "usual.csv").write_text("id,title,text\n1,Ferry,The ferry was cancelled on Tuesday.\n")
    (folder / "other.csv").write_text("nr,kopf,prosa\n7,Tunnel,The tunnel was closed on Monday.\n")
    columns = {"text": "prosa", "title": "kopf", "id": "nr"}
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), columns=columns)
    assert [archive.article(it).title for it in ("usual.csv#1", "other.csv#7")] == ["Ferry", "Tunnel"]
