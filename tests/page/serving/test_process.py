"""What strangers and signals do to a page's process: to its log, its descriptors and its files."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.conftest import ROOT
from tests.page.browsing import served
from tests.page.http import get, post
from tests.support.patience import PATIENCE
from tests.support.ports import free_port

FEW_DESCRIPTORS = """
import resource, runpy
resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
runpy.run_module("tests.page.serve_small_archive", run_name="__main__")
"""


def test_a_hundred_slips_are_less_than_a_few_pages_of_log(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as log:
        serving = served("tests.page.serving.serve", "127.0.0.1", str(free_port()), log=log)
        page = next(serving)
        for _ in range(10):
            for path, body in (
                ("run/predict", {"fn_index": 999, "data": []}),
                ("run/predict", {"fn_index": 0}),
                ("run/nothing", {"data": []}),
                ("queue/join", {"fn_index": 0, "session_hash": "x"}),
                ("queue/join", {"fn_index": 999, "data": [1], "session_hash": "x"}),
                ("component_server", {"data": [], "component_id": 999, "fn_name": "x", "session_hash": "x"}),
            ):
                post(f"{page}gradio_api/{path}", json=body)
            post(f"{page}api/ask", json={"nonsense": "x"})
            with suppress(httpx.RemoteProtocolError):  # the answer has begun when it is noticed
                get(f"{page}gradio_api/queue/data?session_hash=no-such-session")
        with pytest.raises(StopIteration):
            next(serving)
    logged = (tmp_path / "log").read_text()
    assert "Traceback" not in logged
    assert len(logged) < 20_000, logged


def test_what_is_uploaded_can_be_read_by_this_user_only_and_is_gone_with_the_page() -> None:
    serving = served("tests.page.serve_small_archive", str(free_port()))
    uploaded = upload(next(serving))
    assert uploaded.read_text() == "Words."
    folder = next(it for it in uploaded.parents if it.name.startswith("qa-page-"))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folder.stat().st_uid == os.getuid()
    with pytest.raises(StopIteration):
        next(serving)
    assert not folder.exists()


@pytest.mark.parametrize(("ignored", "ends"), [(False, True), (True, False)], ids=["a terminal", "nohup"])
def test_a_page_ends_with_its_terminal_unless_it_is_to_outlive_it(ignored: bool, ends: bool) -> None:
    command = [sys.executable, "-m", "tests.page.serve_small_archive", str(free_port())]
    ignoring = ["env", "--ignore-signal=HUP"] if ignored else []
    with subprocess.Popen([*ignoring, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        page = process.stdout.readline().split()[-1]
        uploaded = upload(page)
        for _ in range(3):  # the shell sends it, and the system once more
            process.send_signal(signal.SIGHUP)
        if ends:
            assert process.wait(PATIENCE) == 0
        else:
            assert get(page).status_code == 200
            process.terminate()
            process.wait(PATIENCE)
    assert not uploaded.exists()


def test_what_a_killed_page_leaves_is_gone_when_another_starts() -> None:
    command = [sys.executable, "-m", "tests.page.serve_small_archive"]
    with subprocess.Popen([*command, str(free_port())], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        uploaded = upload(process.stdout.readline().split()[-1])
        process.kill()
    assert uploaded.exists()
    next(served(*command[2:], str(free_port())))
    assert not uploaded.exists()


def test_idle_connections_leave_the_page_its_descriptors_and_the_log_its_disk(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as log, ExitStack() as stack:
        command = [sys.executable, "-c", FEW_DESCRIPTORS, str(free_port())]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True) as process:
            assert process.stdout is not None
            page = process.stdout.readline().split()[-1]
            address = urlsplit(page)
            idle = [stack.enter_context(socket.create_connection((address.hostname, address.port))) for _ in range(400)]
            with pytest.raises(httpx.HTTPStatusError, match="503"):
                get(page).raise_for_status()
            for it in idle:
                it.close()
            assert eventually(lambda: get(page).status_code == 200)
            process.terminate()
    logged = (tmp_path / "log").read_text()
    assert logged.count("too many connections are open") == 1
    assert len(logged) < 10_000, logged  # tracebacks of asyncio's, once each


def upload(page: str) -> Path:
    """Upload a file, and return where it lies."""
    (name,) = post(page + "gradio_api/upload", files={"files": ("a.txt", b"Words.")}).json()
    return Path(name)


def eventually(true: Callable[[], bool]) -> bool:
    """Wait until something is true, as long as a busy machine may take."""
    for _ in range(300):
        if true():
            return True
        time.sleep(0.1)
    return False
