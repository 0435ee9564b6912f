"""The database opens for what it is, and writes all or nothing."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from qa.errors import ArchiveIndexError, IndexBusy, IndexDamaged, IndexIncompatible, IndexMissing, IndexUnwritable
from qa.index.index import Index
from qa.index.store import connection as opened
from qa.index.store.changes import delete_article, start_changes
from qa.index.store.connection import reading, shrink, writing
from qa.index.store.schema import DATABASE, FORMAT, PAGE_BYTES
from qa.index.store.sqlite_errors import sqlite_errors
from tests.index.store.stored import reading_of, store
from tests.support.nobody import as_nobody

WHISPER = "The ambassador whispered of the river."


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob(f"{DATABASE}*"))


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with writing(tmp_path):
        pass
    with pytest.raises(ValueError, match="on purpose"), writing(tmp_path) as connection:
        connection.execute("INSERT INTO skipped VALUES ('a', 'b', 'c', 'd', 0)")
        raise ValueError("on purpose")
    with reading(tmp_path) as connection:
        assert connection.execute("SELECT count(*) FROM skipped").fetchone() == (0,)


def test_a_first_write_that_fails_leaves_no_index(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="on purpose"), writing(tmp_path):
        raise ValueError("on purpose")
    with pytest.raises(IndexMissing), reading(tmp_path):
        pass
    with writing(tmp_path):
        pass
    with reading(tmp_path):
        pass


def test_a_reader_sees_one_state_while_a_writer_commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_MERGE_MILLISECONDS", 1)
    monkeypatch.setattr(opened, "_PATIENT_MERGE_MILLISECONDS", 1)
    with writing(tmp_path):
        pass
    with reading(tmp_path) as reader:
        assert reader.execute("SELECT count(*) FROM skipped").fetchone() == (0,)
        with writing(tmp_path) as writer:
            writer.execute("INSERT INTO skipped VALUES ('a', 'b', 'c', 'd', 0)")
        assert reader.execute("SELECT count(*) FROM skipped").fetchone() == (0,)
    with reading(tmp_path) as reader:
        assert reader.execute("SELECT count(*) FROM skipped").fetchone() == (1,)


def test_a_change_leaves_no_log_behind(index: Path) -> None:
    log = index / f"{DATABASE}-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_readers_that_come_and_go_together_do_not_disturb_each_other(index: Path) -> None:
    until = time.monotonic() + 1.5

    def come_and_go() -> int:
        opened = 0
        while time.monotonic() < until:
            with reading(index) as connection:  # the last to leave takes the log away
                opened += len(connection.execute("SELECT revision FROM state").fetchall())
        return opened

    with ThreadPoolExecutor(4) as readers:
        assert all(it.result() for it in [readers.submit(come_and_go) for _ in range(4)])


def test_a_second_writer_is_asked_to_wait(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_WAIT_SECONDS", 0.01)
    with writing(index), pytest.raises(IndexBusy, match="wait for it"), writing(index):
        pass


def test_what_is_deleted_stays_in_no_file(index: Path) -> None:
    with writing(index) as connection:
        store(connection, reading_of("secret.txt", WHISPER))
    assert WHISPER.encode() in bytes_on_disk(index)
    with writing(index) as connection:
        start_changes(connection)
        delete_article(connection, "secret.txt", 8)
    assert WHISPER.encode() not in bytes_on_disk(index)


def test_shrinking_gives_room_back_and_loses_no_row(index: Path) -> None:
    with writing(index) as connection:
        for at in range(300):
            store(connection, reading_of(f"{at}.txt", f"{WHISPER} {at}"))
    before = (index / DATABASE).stat().st_size
    with writing(index) as connection:
        start_changes(connection)
        for at in range(300):
            delete_article(connection, f"{at}.txt", 8)
    assert shrink(index)
    assert (index / DATABASE).stat().st_size < before
    with reading(index) as connection:
        assert connection.execute("SELECT file FROM article").fetchall() == [("a/b.txt",)]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_reader_keeps_its_state_while_the_database_shrinks(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_MERGE_MILLISECONDS", 1)
    monkeypatch.setattr(opened, "_PATIENT_MERGE_MILLISECONDS", 1)
    with reading(index) as connection:
        before = connection.execute("SELECT text FROM body").fetchall()
        assert not shrink(index)
        assert connection.execute("SELECT text FROM body").fetchall() == before
    assert shrink(index)


def test_an_index_of_a_newer_format_is_refused(index: Path) -> None:
    with closing(sqlite3.connect(index / DATABASE)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    for use in (reading, writing):
        with pytest.raises(IndexIncompatible, match="newer version.*upgrade"), use(index):
            pass


def test_an_index_of_an_older_format_is_to_be_built_again(index: Path) -> None:
    with closing(sqlite3.connect(index / DATABASE)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT - 1}")
    for use in (reading, writing):
        with pytest.raises(IndexIncompatible, match="old format.*qa build.*loses no article"), use(index):
            pass


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        connection.execute("CREATE TABLE theirs (it TEXT)")
    before = (tmp_path / DATABASE).read_bytes()
    for use in (reading, writing):
        with pytest.raises(IndexDamaged, match="not an index of this program"), use(tmp_path):
            pass
    assert (tmp_path / DATABASE).read_bytes() == before


@pytest.mark.parametrize("content", [b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 20_000])
def test_a_file_of_garbage_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    for use in (reading, writing):
        with pytest.raises(IndexDamaged, match="qa build"), use(tmp_path):
            pass


def test_an_empty_file_is_no_index_and_can_become_one(tmp_path: Path) -> None:
    (tmp_path / DATABASE).touch()
    with pytest.raises(IndexMissing, match="qa build"), reading(tmp_path):
        pass
    with writing(tmp_path):
        pass
    with reading(tmp_path):
        pass


@pytest.mark.usefixtures("cannot_be_written")
def test_a_folder_that_cannot_be_written_is_read_and_left_as_it_was(index: Path) -> None:
    for path in index.glob(f"{DATABASE}-*"):
        path.unlink()
    before = {path.name: path.read_bytes() for path in index.iterdir()}
    with reading(index) as connection:
        assert connection.execute("SELECT file FROM article").fetchall() == [("a/b.txt",)]
        assert {path.name: path.read_bytes() for path in index.iterdir()} == before


@pytest.mark.usefixtures("cannot_be_written")
def test_changes_in_a_log_that_cannot_be_merged_are_not_overlooked(index: Path) -> None:
    (index / f"{DATABASE}-wal").write_bytes(b"log")
    with pytest.raises(IndexUnwritable, match="not yet merged.*qa status"), reading(index):
        pass


WRITING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA wal_autocheckpoint = 0")
connection.execute("UPDATE state SET revision = revision + 1")
print("written", flush=True)
sys.stdin.read()
"""


@pytest.mark.usefixtures("cannot_be_written")
def test_who_may_only_read_sees_what_somebody_else_is_writing(index: Path) -> None:
    with tempfile.TemporaryDirectory() as name, reading(index) as connection:
        (before,) = connection.execute("SELECT revision FROM state").fetchone()
        place = Path(shutil.copytree(index, Path(name) / "index"))
        for folder in (place, place.parent):
            folder.chmod(0o755)
        command = [sys.executable, "-c", WRITING, str(place / DATABASE)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "written\n"
            with as_nobody(), reading(place) as reader:
                assert reader.execute("SELECT revision FROM state").fetchone() == (before + 1,)


def test_an_index_that_may_not_be_entered_is_refused_in_one_line(index: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(shutil.copytree(index, Path(name) / "index"))
        place.chmod(0)
        place.parent.chmod(0o755)
        for look in (reading, lambda folder: Index(folder).view()):
            with as_nobody(), pytest.raises(IndexUnwritable, match=r"cannot be entered.*--index"), look(place):
                pass
        place.chmod(0o700)


def test_a_complaint_holds_no_text_of_an_article(index: Path) -> None:
    with closing(sqlite3.connect(index / DATABASE)) as connection, connection:
        connection.execute("UPDATE body SET text = 'Secretive ' || CAST(X'FF' AS TEXT)")
    with pytest.raises(IndexDamaged) as raised, reading(index) as connection:
        connection.execute("SELECT text FROM body").fetchall()
    assert "Secretive" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_whatever_byte_of_the_first_page_is_damaged_rows_come_whole_or_with_a_remedy(index: Path) -> None:
    path, statement = index / DATABASE, "SELECT id, file, name FROM article"
    with reading(index) as connection:
        expected = connection.execute(statement).fetchall()
    sound = path.read_bytes()
    for place in [at for at in range(PAGE_BYTES) if sound[at]][::3]:
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :])
        try:
            with reading(index) as connection:
                assert connection.execute(statement).fetchall() == expected
        except ArchiveIndexError as said:
            assert str(path) in str(said)


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with writing(tmp_path):
        pass
    with pytest.raises(IndexUnwritable), reading(tmp_path) as connection:
        connection.execute("INSERT INTO skipped VALUES ('a', 'b', 'c', 'd', 0)")


def test_a_path_with_signs_that_addresses_use_is_opened(tmp_path: Path) -> None:
    odd = tmp_path / "50% & more? #1"
    odd.mkdir()
    with writing(odd):
        pass
    with reading(odd):
        pass


@pytest.mark.parametrize(
    ("code", "error", "remedy"),
    [
        (sqlite3.SQLITE_FULL, IndexUnwritable, "make room"),
        (sqlite3.SQLITE_READONLY, IndexUnwritable, "--index"),
        (sqlite3.SQLITE_CANTOPEN, IndexUnwritable, "permissions"),
        (sqlite3.SQLITE_IOERR, IndexUnwritable, "check it"),
        (sqlite3.SQLITE_BUSY, IndexBusy, "wait"),
        (sqlite3.SQLITE_CORRUPT, IndexDamaged, "qa build"),
        (sqlite3.SQLITE_NOTADB, IndexDamaged, "qa build"),
    ],
)
def test_each_complaint_of_sqlite_becomes_one_line_with_a_remedy(
    tmp_path: Path, code: int, error: type[Exception], remedy: str
) -> None:
    complaint = sqlite3.OperationalError("as SQLite says it")
    complaint.sqlite_errorcode = code
    with pytest.raises(error, match=remedy), sqlite_errors(tmp_path / "archive.sqlite"):
        raise complaint
