"""What strangers and signals do to a page's process: to its log, its descriptors and its files."""

import socket
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
                ("call/v2/ask", {"q": "x"}),
                ("call/ask", {"data": ["x"]}),
                ("call/v2/nothing", {"question": "x"}),
                ("run/predict", {"fn_index": 999, "data": []}),
                ("run/predict", {"fn_index": 0}),
                ("run/nothing", {"data": []}),
                ("queue/join", {"fn_index": 0, "session_hash": "x"}),
                ("queue/join", {"fn_index": 999, "data": [1], "session_hash": "x"}),
                ("component_server", {"data": [], "component_id": 999, "fn_name": "x", "session_hash": "x"}),
            ):
                post(f"{page}gradio_api/{path}", json=body)
            with suppress(httpx.RemoteProtocolError):  # the answer has begun when it is noticed
                get(f"{page}gradio_api/call/ask/no-such-event")
        with pytest.raises(StopIteration):
            next(serving)
    logged = (tmp_path / "log").read_text()
    assert "Traceback" not in logged
    assert len(logged) < 20_000, logged


def test_idle_connections_leave_the_page_its_descriptors_and_the_log_its_disk(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as log, ExitStack() as stack:
        command = [sys.executable, "-c", FEW_DESCRIPTORS, "seeds", str(free_port())]
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


def eventually(true: Callable[[], bool]) -> bool:
    """Wait until something is true, as long as a busy machine may take."""
    for _ in range(300):
        if true():
            return True
        time.sleep(0.1)
    return False
