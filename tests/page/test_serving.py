"""What the page serves beside itself, to browsers and to programs, and how its process behaves."""

import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest
from gradio_client.exceptions import AppError

from qa.archive.archive import Archive
from qa.page.address import link
from tests.conftest import ROOT
from tests.page.http import connect, get, post
from tests.page.records_made import EVERYTHING
from tests.support.patience import PATIENCE
from tests.support.ports import free_port


def test_the_browser_may_load_and_send_nothing_elsewhere(small_page: str) -> None:
    headers = get(small_page).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["openapi.json", "docs", "monitoring", "monitoring/summary", "fonts/../app.py"])
def test_nothing_is_served_beside_the_page(small_page: str, path: str) -> None:
    assert get(small_page + path).status_code in (403, 404)


@pytest.mark.parametrize("said", ["", link(EVERYTHING), *link(EVERYTHING).removeprefix("?").split("&")])
def test_every_link_of_the_page_opens_it_when_it_is_opened_again(small_page: str, said: str) -> None:
    assert get(f"{small_page}?{said.removeprefix('?')}").status_code == 200


@pytest.mark.parametrize("said", ["page=2", "page=settings", "deep_link=x", "deep_link=../x&page=", "%ff=%00", "q=%zz"])
def test_what_no_link_of_the_page_says_opens_it_too(small_page: str, said: str) -> None:
    assert get(f"{small_page}?{said}").status_code == 200


def test_a_link_longer_than_any_of_the_page_is_refused(small_page: str) -> None:
    assert get(f"{small_page}?q={'x' * 49_000}").status_code == 200
    for path in ("?q=", "x/", "config?"):
        assert get(small_page + path + "x" * 60_000).status_code == 414


def test_the_page_brings_its_own_letters(small_page: str) -> None:
    for script in ("latin", "latin-ext", "cyrillic", "cyrillic-ext"):
        font = get(f"{small_page}fonts/source-serif-4-{script}-wght-normal.woff2")
        assert font.content.startswith(b"wOF2")


def test_a_program_asks_by_name_and_finds_no_other_endpoint(small_page: str) -> None:
    client = connect(small_page)
    described = client.view_api(return_format="dict")
    assert isinstance(described, dict)
    assert list(described["named_endpoints"]) == ["/ask"]
    answer = client.predict(question="How long is the land border?", limit=2, api_name="/ask")
    assert answer["verdict"] == "answered"
    assert "7,591 kilometers" in answer["evidence"][0]["passage"]["text"]
    assert len(answer["evidence"]) == 2


def test_a_program_asks_over_plain_http_as_the_document_shows(small_page: str) -> None:
    shown = re.findall(r"^curl (.*)", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.MULTILINE)
    asked = [shlex.split(it.replace("http://127.0.0.1:7860/", small_page)) for it in shown]
    assert [len(it) for it in asked] == [1, 3]
    (found,) = get(asked[0][0]).json()["evidence"]
    assert "7,591 kilometers" in found["passage"]["text"]
    answer = post(asked[1][0], content=asked[1][2].encode()).json()
    assert [it["article"]["outlet"] for it in answer["evidence"]] == ["TASS", "TASS"]
    assert answer["unknown"]["outlets"] == ["Reuters"]


def test_a_program_gets_the_archives_own_words_for_a_bad_question(small_page: str) -> None:
    client = connect(small_page)
    with pytest.raises(AppError, match="the question is empty"):
        client.predict(question=" ", api_name="/ask")


@pytest.mark.model
def test_a_program_filters_as_the_shell_does(seeds_page: str) -> None:
    client = connect(seeds_page)
    answer = client.predict(question="Lavrov", limit=1000, after="2023", outlets=None, api_name="/ask")
    assert {it["article"]["file"] for it in answer["evidence"]} == {"002_caa2fdbdc48b9f58.txt"}
    assert answer["undated"] == 3
    answer = client.predict(question="Lavrov", limit=3, offset=1, outlets=["TASS"], api_name="/ask")
    assert {it["article"]["outlet"] for it in answer["evidence"]} == {"TASS"}
    with pytest.raises(AppError, match="which is not a date"):
        client.predict(question="Lavrov", after="yesterday", api_name="/ask")


ENDED_BY_ANOTHER_THREAD = """
import signal, sys, threading, time
import httpx
from qa.evaluation.judgements import Judgements
from qa.page.app import serve_archive
from qa.archive.archive import Archive
from tests.support.hand_encoder import HandEncoder

def end_once_served():
    while True:
        try:
            httpx.get(f"http://127.0.0.1:{sys.argv[1]}/", timeout=5)
            break
        except httpx.TransportError:
            time.sleep(0.1)
    time.sleep(3)  # until it stands and waits
    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
    time.sleep(60)

threading.Thread(target=end_once_served, daemon=True).start()
archive = Archive.open(sys.argv[3], encoder=HandEncoder())
serve_archive(archive, Judgements(sys.argv[2]), port=int(sys.argv[1]))
"""


def test_a_page_ends_even_if_another_thread_takes_the_signal(archive: Archive, tmp_path: Path) -> None:
    command = [sys.executable, "-c", ENDED_BY_ANOTHER_THREAD, str(free_port()), str(tmp_path / "judgements.jsonl")]
    command.append(str(tmp_path / "index"))
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=2 * PATIENCE)
    assert ended.returncode == 0, ended.stderr
    assert "The archive answers at" in ended.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="reads how often threads woke from /proc")
def test_a_page_that_nobody_asks_anything_leaves_the_processor_alone() -> None:
    command = [sys.executable, "-m", "tests.page.serve_small_archive", str(free_port())]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as page:
        try:
            assert page.stdout is not None
            get(page.stdout.readline().split()[-1])
            time.sleep(2)  # what follows a first visit
            before = woken(page.pid)
            time.sleep(2)
            after = woken(page.pid)
        finally:
            page.terminate()
    assert (after - before) / 2 < 300


def woken(process: int) -> int:
    """Count how often the threads of a process have waited for something and gone on."""
    tasks = Path(f"/proc/{process}/task").glob("*/status")
    return sum(int(re.findall(r"^voluntary_ctxt_switches:\s*(\d+)", task.read_text(), re.M)[0]) for task in tasks)
