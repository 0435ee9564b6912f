"""A check compares every file with what was written, and says what it could not tell."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.verify import _rows, verify_index
from qa.errors import IndexMissing
from qa.index.lock import writer_lock
from qa.index.store.connection import writing
from qa.index.store.schema import DATABASE, State
from tests.support.hand_encoder import HandEncoder
from tests.support.namespaces import read_only
from tests.support.shell import Ran, qa_process


@pytest.fixture
def index(archive: Archive, tmp_path: Path) -> Path:
    """The index of three articles."""
    return tmp_path / "index"


def test_while_a_build_runs_rows_and_files_are_checked(index: Path) -> None:
    next(index.glob("vectors-*")).write_bytes(b"damaged")
    with writer_lock(index):
        found = verify_index(index)
    assert ["vectors-" in problem for problem in found.problems] == [True]
    assert found.notes == ()


def test_a_build_that_ends_while_the_rows_are_read_is_noted_and_nothing_is_a_problem(
    archive: Archive, folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rows_read_slowly(connection: sqlite3.Connection, index: Path) -> State:
        state = _rows(connection, index)
        (folder / "new.txt").write_text("New\n\nA ship left the river.\n")
        Archive.build(folder, index, encoder=HandEncoder())
        return state

    monkeypatch.setattr("qa.build.verify._rows", rows_read_slowly)
    found = verify_index(index)
    assert found.problems == ()
    assert any("a build has ended meanwhile" in note for note in found.notes)


def verified_read_only(index: Path) -> Ran:
    """Verify an index as a person does, on media that cannot be written."""
    return qa_process("verify", "--json", "--index", index, behind=read_only(index))


def test_an_index_on_read_only_media_is_verified_whole(index: Path) -> None:
    checked = verified_read_only(index)
    assert (checked.returncode, checked.stderr) == (0, "")
    form = json.loads(checked.stdout)
    assert (form["articles"], form["problems"], form["notes"]) == (3, [], [])
    data = bytearray((index / DATABASE).read_bytes())
    data[data.index(b"follows the river")] ^= 1
    (index / DATABASE).write_bytes(data)
    checked = verified_read_only(index)
    assert checked.returncode == 1
    assert f"{DATABASE} is damaged" in json.loads(checked.stdout)["problems"][0]


def test_every_damaged_file_is_named_with_its_remedy(index: Path) -> None:
    damaged = sorted([*index.glob("catalogue-*"), *index.glob("vectors-*"), *index.glob("lexical-*/*.term")])
    for path in damaged:
        path.write_bytes(path.read_bytes()[:-1])
    problems = sorted(verify_index(index).problems)
    assert len(problems) == len(damaged) == 3
    for path, problem in zip(damaged, problems, strict=True):
        assert str(path) in problem
        assert "`qa compact`" in problem


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM article WHERE file = 'music.txt'", "2 articles"),
        ("DELETE FROM passage WHERE rowid = 1", "passages are left of"),
        ("UPDATE article SET outlet = 'Other' WHERE rowid = 1", "row 1 of table article"),
        ("UPDATE sqlite_sequence SET seq = 1", "beyond the last one"),
        ("UPDATE derived SET digest = 'x'", "of table derived"),
        ("UPDATE history SET revision = 9", "of table history"),
        ("INSERT INTO removed VALUES (1, 1, 1, 1)", "row 1 of table removed"),
        ("INSERT INTO skipped VALUES ('a', 'b', 'c', 'd', 1)", "row a of table skipped"),
        ("CREATE TABLE more (a)", "tables are not those that were declared"),
    ],
)
def test_what_another_program_did_to_the_rows_is_reported(index: Path, statement: str, said: str) -> None:
    with closing(sqlite3.connect(index / DATABASE)) as connection, connection:
        connection.execute(statement)
    found = verify_index(index)
    (problem,) = found.problems
    assert said in problem
    assert "qa build" in problem


def test_where_there_is_nothing_to_check_the_command_that_makes_an_index_is_named(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="qa build"):
        verify_index(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
    with writing(tmp_path):
        pass
    with pytest.raises(IndexMissing, match="the first build of .* did not end: run `qa build FOLDER --index "):
        verify_index(tmp_path)


def test_an_index_that_was_moved_is_whole(index: Path, tmp_path: Path) -> None:
    shutil.move(index, tmp_path / "elsewhere")
    found = verify_index(tmp_path / "elsewhere")
    assert (found.problems, found.notes, found.revision) == ((), (), 1)
