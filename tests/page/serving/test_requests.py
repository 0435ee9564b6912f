"""What may be asked of the page, by whom, and how much at once, over HTTP."""

import http.client
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import qa
from qa.archive.archive import Archive
from qa.errors import PageError
from qa.evaluation.judgements import Judgements
from qa.page.app import launch
from qa.page.serving.security_headers import HEADERS
from tests.conftest import SEEDS
from tests.page.http import get, post, request
from tests.page.serving.conftest import EVERYWHERE
from tests.support.patience import PATIENCE
from tests.support.ports import free_port

JOIN, UPLOAD = "gradio_api/queue/join", "gradio_api/upload"
CHROMIUM_FOLLOWS_A_LINK = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
CHROMIUM_FETCHES = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}


def raw(page: str, method: str, path: str, *headers: tuple[str, str], body: bytes = b"") -> int:
    """Send exactly these headers, which may contradict each other, and give the status."""
    with closing(http.client.HTTPConnection(urlsplit(page).netloc, timeout=PATIENCE)) as connection:
        connection.putrequest(method, "/" + path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders()
        connection.send(body)
        return connection.getresponse().status


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:7860", "localhost:8000"]
)
def test_an_own_page_answers_to_this_machines_names_through_any_tunnel(small_page: str, host: str) -> None:
    assert get(small_page, headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:7860",
        "0.0.0.0",
        "[::]",
        "",
        "localhost:x",
        "::1",
    ],
)
def test_a_site_that_lets_its_name_point_at_this_machine_gets_nothing(small_page: str, host: str) -> None:
    for path in ("", "config", "theme.css", JOIN):
        answer = get(small_page + path, headers={"host": host})
        assert answer.status_code == 421
        assert "Kazakh" not in answer.text


def test_two_names_or_none_are_refused(small_page: str) -> None:
    for page_hosts in ((), (("host", "localhost"), ("host", "evil.example"))):
        assert raw(small_page, "GET", "config", *page_hosts) in (400, 421)


def test_a_page_for_others_answers_to_any_name(everyones_page: str) -> None:
    assert get(everyones_page + "config", headers={"host": "archive.example.org"}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:3000", "http://127.0.0.1", "x", ""]
)
@pytest.mark.parametrize("path", ["", "config", JOIN, UPLOAD, "api/ask", "fonts/x"])
def test_no_page_of_another_site_may_ask(small_page: str, everyones_page: str, origin: str, path: str) -> None:
    for page in (small_page, everyones_page):
        for method in ("GET", "POST"):
            answer = request(method, page + path, headers={"origin": origin})
            assert answer.status_code == 403
            assert "Kazakh" not in answer.text


def test_the_page_itself_may_ask_under_the_name_it_was_reached_by(small_page: str, everyones_page: str) -> None:
    own = {"origin": small_page.rstrip("/"), "sec-fetch-site": "same-origin"}
    assert post(small_page + JOIN, headers=own, json={}).status_code == 422
    named = {"origin": "https://Archive.example.org", "host": "archive.example.org"}
    assert post(everyones_page + JOIN, headers=named, json={}).status_code == 422


def test_links_from_other_sites_lead_to_the_page_and_nothing_else_of_it_is_loaded_from_there(small_page: str) -> None:
    def said(path: str, headers: Mapping[str, str]) -> int:
        return get(small_page + path, headers=headers).status_code

    assert said("?q=border", CHROMIUM_FOLLOWS_A_LINK) == 200
    assert said("", CHROMIUM_FETCHES) == 403
    for path in ("config", "logout", "gradio_api/info", "theme.css"):
        assert said(path, CHROMIUM_FOLLOWS_A_LINK) == 403
        assert said(path, CHROMIUM_FETCHES) == 403
        assert said(path, {**CHROMIUM_FETCHES, "sec-fetch-site": "same-site"}) == 403
        assert said(path, {**CHROMIUM_FETCHES, "sec-fetch-site": "same-origin"}) < 400
    assert post(small_page, headers=CHROMIUM_FOLLOWS_A_LINK).status_code == 403


@pytest.mark.parametrize("name", ["x-forwarded-host", "forwarded", "x-forwarded-server"])
def test_nobody_says_for_the_page_where_it_is(small_page: str, everyones_page: str, name: str) -> None:
    for page in (small_page, everyones_page):
        for path in ("", "config", "gradio_api/info"):
            answer = get(page + path, headers={name: "host=evil.example" if name == "forwarded" else "evil.example"})
            assert answer.status_code == 200
            assert "evil.example" not in answer.text


def test_every_answer_carries_the_headers_and_what_it_shows_is_kept_nowhere(small_page: str) -> None:
    for answer in (
        get(small_page),
        get(small_page + "config"),
        get(small_page + "no/such/route"),
        get(small_page, headers={"host": "evil.example"}),
        get(small_page, headers={"origin": "https://evil.example"}),
        post(small_page + JOIN, content=b"x" * 100_000),
        post(small_page + JOIN, json={"fn_index": 999, "data": [], "session_hash": "x"}),
    ):
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == "private, no-store"
    assert "frame-ancestors 'none'" in HEADERS["content-security-policy"]
    assert "no-store" not in get(small_page + "static/img/logo.svg").headers.get("cache-control", "")


@pytest.mark.parametrize(
    "path",
    [
        *("gradio_api/proxy=https://evil.example", "gradio_api/vibe-edit", "gradio_api/vibe-code", "gradio_api/token"),
        *("gradio_api/deep_link?session_hash=x", "gradio_api/run-history/buckets", "gradio_api/runs", "monitoring"),
        *("gradio_api/custom_component/x/client/component/x", "gradio_api/dev/reload", "gradio_api/process_recording"),
        *("gradio_api/call/ask", "gradio_api/call/v2/ask", "gradio_api/call/ask/no-such-event"),
        *("openapi.json", "gradio_api/stream/x/y/0/playlist-file", "docs", "gradio_api/mcp"),
    ],
)
def test_what_the_page_never_asks_for_is_closed(small_page: str, path: str) -> None:
    for method in ("GET", "POST"):
        assert request(method, small_page + path).status_code == 404


@pytest.mark.parametrize(
    "path", ["etc/passwd", str(SEEDS / "000_473dfb39bd99536d.txt"), str(SEEDS / ".." / "pyproject.toml")]
)
def test_no_file_of_this_machine_is_served(small_page: str, everyones_page: str, path: str) -> None:
    for page in (small_page, everyones_page):
        assert get(f"{page}gradio_api/file={path}").status_code in (403, 404)


def test_what_is_not_to_be_served_is_not_though_it_would_be_otherwise(small_page: str, everyones_page: str) -> None:
    font = Path(qa.__file__).parent / "page" / "fonts" / "source-serif-4-latin-wght-normal.woff2"
    assert get(f"{small_page}gradio_api/file={font}").status_code == 200
    assert get(f"{everyones_page}gradio_api/file={font}").status_code == 403


def chunks(size: int) -> Iterator[bytes]:
    """A body whose size is not announced."""
    for _ in range(size // 1024):
        yield b"x" * 1024


@pytest.mark.parametrize("path", ["", "login", "config", JOIN, "api/ask", "gradio_api/run/predict", "no/such"])
def test_a_body_larger_than_anything_the_page_sends_is_refused_announced_or_not(everyones_page: str, path: str) -> None:
    assert post(everyones_page + path, content=b"x" * (64 * 1024 + 1)).status_code == 413
    assert raw(everyones_page, "POST", path, ("host", "localhost"), ("content-length", str(10**12))) == 413
    if path not in ("", "config", "no/such", "login"):  # nothing reads a body there
        assert post(everyones_page + path, content=chunks(66 * 1024)).status_code == 413
        assert post(everyones_page + path, content=chunks(64 * 1024)).status_code != 413


def test_an_owner_may_name_thousands_of_files_at_once_and_no_more_than_that(small_page: str) -> None:
    assert post(small_page + JOIN, content=b"x" * 2 * 1024 * 1024).status_code != 413
    assert post(small_page + JOIN, content=b"x" * (2 * 1024 * 1024 + 1)).status_code == 413
    assert post(small_page + "api/ask", content=b"x" * (64 * 1024 + 1)).status_code == 413


def test_nothing_that_waits_in_the_queue_is_done_past_it(small_page: str) -> None:
    events = get(small_page + "config").json()["dependencies"]
    queued = [it for it in events if it["queue"] is not False and it["backend_fn"]]
    assert {"ask", "add", "rebuild"} <= {it["api_name"] for it in queued}
    for event in queued:
        body = {"fn_index": event["id"], "data": [None] * len(event["inputs"]), "session_hash": "x"}
        for path in ("run/predict", "api/predict", f"run/{event['api_name']}", f"api/{event['api_name']}/"):
            assert post(f"{small_page}gradio_api/{path}", json=body).status_code == 404


def test_an_event_that_is_not_there_is_said_to_be_none_in_one_line(small_page: str) -> None:
    failed = post(small_page + JOIN, json={"fn_index": 999, "data": [], "session_hash": "x"})
    assert failed.status_code == 404
    assert list(failed.json()) == ["error"]
    assert "\n" not in failed.json()["error"]


def test_a_question_of_the_greatest_length_passes(small_page: str) -> None:
    asked = post(small_page + "api/ask", json={"question": "я" * 1_000, "outlets": ["x" * 9_000]})
    assert asked.status_code == 200


def test_the_owner_uploads_articles_up_to_the_largest_that_is_read(small_page: str) -> None:
    def upload(size: int) -> int:
        files = {"files": ("a.txt", b"x" * size)}
        return post(small_page + UPLOAD, files=files).status_code

    assert upload(1_000_000) == 200
    assert upload(19_999_000) == 200
    assert upload(20_100_000) == 413
    assert raw(small_page, "POST", UPLOAD, ("host", "localhost"), ("content-length", str(10**9))) == 413


def test_where_everyone_comes_in_nobody_uploads(everyones_page: str) -> None:
    for path in (UPLOAD, UPLOAD + "/", UPLOAD + "?upload_id=x"):
        assert post(everyones_page + path, files={"files": ("a.txt", b"Words.")}).status_code == 404


def test_from_python_as_well_others_come_in_only_when_it_was_said(small_archive: Archive) -> None:
    with pytest.raises(PageError, match="nothing decides who may come in"):
        launch(small_archive, Judgements(Path("judgements.jsonl")), host=EVERYWHERE, port=free_port())
