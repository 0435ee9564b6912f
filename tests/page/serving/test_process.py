"""What strangers and signals do to a page's process: to its log, its descriptors and its files."""

from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.page.browsing import served
from tests.page.http import get, post
from tests.support.ports import free_port


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
