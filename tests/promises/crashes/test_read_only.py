"""An index on media that cannot be written answers like any other, and no write is tried."""

import os
import re
import subprocess
import sys
from pathlib import Path

from qa.index.store.connection import reading
from qa.index.store.state import read_state
from tests.conftest import ROOT
from tests.promises.crashes.prepared import Prepared
from tests.support.namespaces import read_only
from tests.support.tracing import traced

CHANGING = re.compile(
    r"\b(open\w*\(.*O_(WRONLY|RDWR|CREAT|TRUNC)"
    r"|(creat|mkdir|mknod|unlink|rmdir|rename|(sym)?link|truncate|[fl]?chmod|[fl]?chown|f?utime|l?(set|remove)xattr)\w*\()"
)
"""The beginnings of calls that change what they name."""
POINTING = re.compile(r'(?<=\bsymlink\()"[^"]*", ')
"""What a link points to, which does not change."""


def asked(index: Path, *before: str) -> "subprocess.CompletedProcess[str]":
    """Run `tests.promises.crashes.asking` over an index, behind some other command."""
    command = [*before, sys.executable, "-m", "tests.promises.crashes.asking", str(index)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)


def test_an_index_with_a_tail_answers_from_read_only_media_without_trying_to_write(
    prepared: Prepared, tmp_path: Path
) -> None:
    place = prepared.copy("compact", tmp_path / "place")
    index, calls = place / "index", tmp_path / "calls"
    with reading(index) as connection:
        state = read_state(connection)
    assert state is not None
    assert state.compacted < state.revision
    expected = asked(index)
    assert expected.returncode == 0, expected.stderr
    before = {path: path.stat().st_mtime_ns for path in index.rglob("*")}
    found = asked(index, *read_only(index), *traced(calls, "%file"))
    assert found.returncode == 0, found.stderr
    assert found.stdout == expected.stdout
    assert not found.stderr
    assert {path: path.stat().st_mtime_ns for path in index.rglob("*")} == before
    lines = [POINTING.sub("", line) for line in calls.read_text().splitlines()]
    assert any("archive.sqlite" in line for line in lines)
    assert not [line for line in lines if str(index) in line and CHANGING.search(line)]
