"""Uploads lie where only this user reads them, and nothing of a page that died stays."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from qa.page.serving.private_folder import private_files
from tests.conftest import ROOT

DYING = """
import os, sys, time
from qa.page.serving.private_folder import private_files
with private_files():
    print(os.environ["GRADIO_TEMP_DIR"], flush=True)
    time.sleep(60)
"""


@pytest.fixture
def parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    return tmp_path


def other_page() -> tuple["subprocess.Popen[str]", Path]:
    process = subprocess.Popen([sys.executable, "-c", DYING], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def end(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_uploads_are_for_this_user_only_and_gone_in_the_end(parent: Path) -> None:
    with private_files():
        folder = Path(os.environ["GRADIO_TEMP_DIR"])
        assert folder.parent == parent
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "upload").mkdir()
        (folder / "upload" / "a.txt").write_text("Words.")
    assert os.environ["GRADIO_TEMP_DIR"] == str(parent)
    assert list(parent.iterdir()) == []


@pytest.mark.usefixtures("parent")
def test_what_a_killed_page_left_is_removed_when_another_starts() -> None:
    process, folder = other_page()
    (folder / "a.txt").write_text("Words.")
    end(process)
    assert folder.exists()
    with private_files():
        assert not folder.exists()


@pytest.mark.usefixtures("parent")
def test_what_a_running_page_has_stays() -> None:
    process, folder = other_page()
    (folder / "a.txt").write_text("Words.")
    try:
        with private_files():
            pass
        assert (folder / "a.txt").read_text() == "Words."
    finally:
        end(process)


def test_what_is_no_folder_of_a_page_stays(parent: Path) -> None:
    (parent / "qa-page-file").write_text("Words.")
    (parent / "elsewhere").mkdir()
    (parent / "elsewhere" / "a.txt").write_text("Words.")
    (parent / "qa-page-link").symlink_to(parent / "elsewhere")
    with private_files():
        pass
    assert {it.name for it in parent.iterdir()} == {"qa-page-file", "elsewhere", "qa-page-link"}
    assert (parent / "elsewhere" / "a.txt").exists()


def test_a_disk_without_locks_has_a_folder_too(parent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.page.serving.private_folder._lock", lambda _: None)
    (parent / "qa-page-other").mkdir()
    with private_files():
        assert Path(os.environ["GRADIO_TEMP_DIR"]).is_dir()
    assert [it.name for it in parent.iterdir()] == ["qa-page-other"]
