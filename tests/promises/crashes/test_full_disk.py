"""On a full disk a command ends with one line that says what is needed, and the last state goes on answering."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.promises.crashes.prepared import Prepared
from tests.promises.crashes.small_disk import Attempt
from tests.support.namespaces import apart


@pytest.mark.parametrize("step", [64_000, pytest.param(4_096, marks=pytest.mark.soak)])
def test_with_too_little_room_nothing_is_lost_and_with_more_the_same_command_succeeds(
    prepared: Prepared, place: Path, step: int
) -> None:
    alone = apart("-rm", f'mount -t tmpfs tmpfs "{place}"')
    command = [
        *alone,
        sys.executable,
        "-m",
        "tests.promises.crashes.small_disk",
        str(prepared.root),
        str(place),
        str(step),
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    ran = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    attempts = [Attempt(**{**it, "problems": tuple(it["problems"])}) for it in json.loads(ran.stdout)]
    for attempt in attempts:
        assert not attempt.problems, attempt
        if attempt.error is not None:
            assert "make room" in attempt.error, attempt
            assert "\n" not in attempt.error, attempt
    assert sum(attempt.error is None for attempt in attempts) == len({attempt.scenario for attempt in attempts})


BUILDING = """
import sys
from pathlib import Path
from qa.archive.archive import Archive
from qa.errors import IndexUnwritable
from tests.support.hand_encoder import HandEncoder
try:
    Archive.build(Path(sys.argv[1]), Path(sys.argv[2]), encoder=HandEncoder())
except IndexUnwritable as error:
    print(error)
"""


@pytest.mark.parametrize("files", [3, 4, 6, 8, 10])
def test_a_disk_that_takes_no_more_files_is_said_to_be_full(folder: Path, place: Path, files: int) -> None:
    alone = apart("-rm", f'mount -t tmpfs -o nr_inodes={files} tmpfs "{place}"')
    command = [*alone, sys.executable, "-c", BUILDING, str(folder), str(place / "index")]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "make room" in ran.stdout
    assert ran.stdout.count("\n") == 1
