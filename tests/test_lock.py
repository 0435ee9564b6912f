"""One process at a time writes an index, and a dead one holds nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qa.errors import IndexBusy
from qa.lock import LOCK, writer_lock
from tests.conftest import ROOT

HOLDER = """
import sys, time
from pathlib import Path
from qa.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_holder_in_another_process_is_named_and_its_death_frees_the_lock(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(IndexBusy, match=f"process {holder.pid} on .* since "), writer_lock(tmp_path):
            pass
    finally:
        os.kill(holder.pid, signal.SIGKILL)
        holder.communicate()
    with writer_lock(tmp_path):
        assert str(os.getpid()) in (tmp_path / LOCK).read_text()


def test_a_holder_that_wrote_nothing_is_still_respected(tmp_path: Path) -> None:
    with writer_lock(tmp_path):
        (tmp_path / LOCK).write_bytes(b"")
        with pytest.raises(IndexBusy, match="another process"), writer_lock(tmp_path):
            pass


def test_the_folder_is_made(tmp_path: Path) -> None:
    with writer_lock(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b").is_dir()
