"""What a revision names is on the disk before the revision is: the order of fsync, commit and rename."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pytest

from qa.index.steps import EVENT
from qa.index.store.connection import reading
from qa.index.store.state import read_digests
from tests.conftest import ROOT
from tests.promises.crashes.prepared import Prepared
from tests.promises.crashes.scenarios import SCENARIOS, damage, write_articles
from tests.support.tracing import traced

BACK = "first build"
"""It leads from any archive to the first articles."""
IN_A_ROW = (BACK, "build", "compact", BACK, "build again", BACK, "update", "rebuild", "mend", BACK, "encode again")


@dataclass(frozen=True, slots=True)
class Version:
    """What tells one state of a file from the next, and what the names in a folder stand for."""

    size: int
    changed: int
    inode: int
    names: Mapping[str, int] = field(default_factory=dict)
    """The inode that each stands for."""


class Recorder:
    """Remembers what was last pushed to the disk, and looks at the index when it is committed or a file is renamed."""

    def __init__(self, index: Path) -> None:
        self._index = index
        self._on_disk: dict[int, Version] = {}
        """By inode: a file may have several names."""
        self._committing: dict[str, Version] = {}
        self._safe: dict[str, Version | None] = {}
        """What the index folder holds when a commit begins, and what of it is on the disk."""
        self.commits = 0
        self.wrong: list[str] = []

    def fsync(self, handle: int) -> None:
        """Take note of a call of `os.fsync`."""
        status = os.fstat(handle)
        names = dict[str, int]()
        if stat.S_ISDIR(status.st_mode):
            with os.scandir(handle) as entries:
                names = {entry.name: entry.inode() for entry in entries}
        self._on_disk[status.st_ino] = Version(status.st_size, status.st_mtime_ns, status.st_ino, names)

    def rename(self, source: Path) -> None:
        """Take note of a call of `os.replace` or `os.rename`."""
        if not _same(_version(source), self._on_disk.get(source.stat().st_ino)):
            self.wrong.append(f"{source.name} was renamed before it was on the disk")

    def step(self, step: str) -> None:
        """Look at the index before a commit; what it named is known after it."""
        if step == "ready to commit":
            there = {path.relative_to(self._index).as_posix(): path for path in self._index.rglob("*")}
            there["."] = self._index
            self._committing = {name: _version(path) for name, path in there.items()}
            self._safe = {name: self._on_disk.get(path.stat().st_ino) for name, path in there.items()}
        elif step == "committed":
            self.commits += 1
            with reading(self._index) as connection:
                for name in read_digests(connection):
                    self._check(name)

    def _check(self, name: str) -> None:
        if not _same(self._committing[name], self._safe[name]):
            self.wrong.append(f"{name} was not on the disk before the commit")
        for path in (PurePosixPath(name), *PurePosixPath(name).parents[:-1]):
            folder = self._safe[str(path.parent)]
            if folder is None or folder.names.get(path.name) != self._committing[str(path)].inode:
                self.wrong.append(f"the name {path} was not on the disk before the commit")


def _version(path: Path) -> Version:
    status = path.stat()
    return Version(status.st_size, status.st_mtime_ns, status.st_ino)


def _same(now: Version, safe: Version | None) -> bool:
    return safe is not None and (now.size, now.changed) == (safe.size, safe.changed)


def test_what_a_commit_names_is_on_the_disk_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder(tmp_path / "index")
    fsync, replace, rename, audit = os.fsync, os.replace, os.rename, sys.audit

    def recorded_fsync(handle: int) -> None:
        fsync(handle)
        recorder.fsync(handle)

    def recorded_replace(source: str | Path, target: str | Path) -> None:
        recorder.rename(Path(source))
        replace(source, target)

    def recorded_rename(source: str | Path, target: str | Path) -> None:
        recorder.rename(Path(source))
        rename(source, target)

    def recorded_audit(event: str, *arguments: object) -> None:
        audit(event, *arguments)
        if event == EVENT:
            recorder.step(str(arguments[0]))

    monkeypatch.setattr(os, "fsync", recorded_fsync)
    monkeypatch.setattr(os, "replace", recorded_replace)
    monkeypatch.setattr(os, "rename", recorded_rename)
    monkeypatch.setattr(sys, "audit", recorded_audit)
    for name in IN_A_ROW:
        write_articles(tmp_path / "articles", SCENARIOS[name].articles)
        if name == "mend":
            damage(tmp_path / "index", words=False)
        before = recorder.commits
        SCENARIOS[name].run(tmp_path)
        assert recorder.commits > before, name
        assert not recorder.wrong, name


MARKED = """
import os, sys
from pathlib import Path
from qa.index.steps import EVENT
from tests.promises.crashes.scenarios import SCENARIOS

place = Path(sys.argv[1])
(place / "not committed").touch()

def mark(event, arguments):
    if event == EVENT and arguments[0] == "committed":
        os.rename(place / "not committed", place / "committed")

sys.addaudithook(mark)
SCENARIOS["build again"].run(place)
"""
"""Runs a build, and leaves a mark in the list of its calls where it was committed."""


def test_the_system_is_asked_for_that_order(prepared: Prepared, tmp_path: Path) -> None:
    place, log = prepared.copy("build again", tmp_path / "place"), tmp_path / "calls"
    command = [*traced(log, "pwrite64,fsync,fdatasync,rename,renameat,renameat2"), sys.executable, "-c", MARKED]
    ran = subprocess.run([*command, str(place)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    index = place / "index"
    vectors, lexical = next(index.glob("vectors-*.faiss")), next(index.glob("lexical-*"))
    unnamed = lexical.with_name(f"{lexical.name}-writing")
    words = [unnamed / part.name for part in lexical.iterdir() if not part.name.startswith(".")]
    committed = _calls(log, rf'rename.*"{place}/committed"')[0]
    commit = max(it for it in _calls(log, rf"f(data)?sync\(\d+<{index}/archive\.sqlite-wal>") if it < committed)
    written = max(it for it in _calls(log, rf"pwrite64\(\d+<{index}/archive\.sqlite-wal>") if it < committed)
    assert written < commit
    named = _calls(log, rf'rename.*"{lexical}"')[0]
    for path in (*words, unnamed):
        assert _calls(log, rf"fsync\(\d+<{path}>")[0] < named, path
    assert any(named < it < commit for it in _calls(log, rf"fsync\(\d+<{index}>"))
    for path in (vectors, index):
        assert _calls(log, rf"fsync\(\d+<{path}>")[0] < commit, path
    merged = _calls(log, rf"f(data)?sync\(\d+<{index}/archive\.sqlite>")[-1]
    assert commit < committed < merged


def _calls(log: Path, pattern: str) -> list[int]:
    """Return the lines of a log of system calls that look like that; they may end on another line."""
    return [number for number, line in enumerate(log.read_text().splitlines()) if re.search(pattern, line)]
