"""Programs ask over plain HTTP and get what `qa ask --json` prints, or one line that says why not."""

import json
from typing import Any

import httpx
import pytest

from qa.archive.archive import Archive
from qa.errors import IndexDamaged
from qa.exports.json_line import json_line
from qa.page.api.http_ask import HttpAsk
from qa.page.work_queue import WorkQueue
from qa.records import Answer, SearchRequest
from tests.page.http import get, post, request
from tests.support import own_loop

QUESTION = "How long is the land border?"


def as_printed(answer: Answer) -> Any:
    return json.loads(json_line(answer.to_dict()))


def test_the_answer_is_what_the_shell_prints(small_page: str, small_archive: Archive) -> None:
    expected = as_printed(small_archive.ask(QUESTION, 2))
    assert expected["verdict"] == "answered"
    address = get(f"{small_page}api/ask", params={"q": QUESTION, "limit": 2})
    body = post(f"{small_page}api/ask", json={"question": QUESTION, "limit": 2})
    for answer in (address, body):
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        assert answer.text.count("\n") == 1
        assert answer.json() == expected


@pytest.mark.parametrize(
    "asked",
    [
        {"outlets": ["TASS"]},
        {"outlets": ["tass", "No Such Outlet"], "limit": 1000},
        {"places": ["ASTANA"], "offset": 1},
        {"articles": ["002_caa2fdbdc48b9f58.txt"], "order": "oldest"},
        {"after": "2023", "before": "2023-12"},
    ],
)
def test_every_filter_counts_as_in_python(small_page: str, small_archive: Archive, asked: dict[str, Any]) -> None:
    expected = as_printed(small_archive.ask(QUESTION, **asked))
    for answer in (
        get(f"{small_page}api/ask", params={"q": QUESTION, **asked}).json(),
        post(f"{small_page}api/ask", json={"question": QUESTION, **asked}).json(),
    ):
        if answer["absence"] is not None:
            answer["absence"]["control"] = None  # the page works it out when it has time
        assert answer == expected


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"question": " "}, "the question is empty"),
        ({"question": "x" * 1_001}, "the question has 1,001 characters"),
        ({"question": "Who?", "limit": 0}, "limit is 0 and must be a whole number from 1 to 1,000"),
        ({"question": "Who?", "limit": "many"}, "limit is 'many' and must be"),
        ({"question": "Who?", "offset": -1}, "offset is -1 and must be"),
        ({"question": "Who?", "order": "best"}, "unknown order 'best'"),
        ({"question": "Who?", "after": "yesterday"}, "after is 'yesterday', which is not a date"),
        ({"question": "Who?", "after": "2023", "before": "2022"}, "after (2023) is later than before (2022)"),
        ({"question": "Who?", "nonsense": "x"}, "there is no field 'nonsense'"),
        ({}, "the field question, in short q, is missing"),
    ],
)
def test_what_cannot_be_asked_is_a_400_of_one_line(small_page: str, asked: dict[str, Any], says: str) -> None:
    for refused in (get(f"{small_page}api/ask", params=asked), post(f"{small_page}api/ask", json=asked)):
        assert refused.status_code == 400
        assert list(refused.json()) == ["error"]
        assert refused.json()["error"].startswith(says)
        assert "\n" not in refused.text.strip()


@pytest.mark.parametrize(("name", "value"), [("limit", True), ("after", 2022), ("outlets", [1]), ("order", [])])
def test_a_value_of_another_type_is_a_400(small_page: str, name: str, value: Any) -> None:
    assert post(f"{small_page}api/ask", json={"question": "Who?", name: value}).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "api/nope", 404), ("POST", "api/nope", 404), ("GET", "api", 404), ("POST", "api/openapi.json", 405)],
)
def test_every_refusal_below_api_has_one_form(small_page: str, method: str, path: str, status: int) -> None:
    refused = request(method, f"{small_page}{path}")
    assert (refused.status_code, list(refused.json())) == (status, ["error"])


@pytest.mark.parametrize("asked", ["outlets=", "after=", "places=%20", "articles=", "languages="])
def test_what_is_named_empty_is_a_400_and_no_filter_left_out(small_page: str, asked: str) -> None:
    assert get(f"{small_page}api/ask?q=Who%3F&{asked}").status_code == 400


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("gradio_api/run/predict", {"data": [], "fn_index": 999}),
        ("gradio_api/run/predict", {"data": []}),
        ("gradio_api/run/nope", {"data": []}),
        ("gradio_api/queue/join", {"data": [], "fn_index": 999, "session_hash": "abc"}),
        *(("gradio_api/run/predict", {"data": [1], "fn_index": it}) for it in range(40)),
    ],
)
def test_an_event_that_nothing_answers_is_no_failure_of_ours(small_page: str, path: str, sent: dict[str, Any]) -> None:
    assert post(f"{small_page}{path}", json=sent).status_code in (200, 404)


def test_what_is_posted_stands_in_the_body_alone(small_page: str) -> None:
    refused = post(f"{small_page}api/ask?limit=2", json={"question": "Who?"})
    assert (refused.status_code, list(refused.json())) == (400, ["error"])
    assert refused.json()["error"] == "the address holds fields: post all of them in the body"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_it_is_asked_with_get_or_post(small_page: str, method: str) -> None:
    refused = request(method, f"{small_page}api/ask?q=Who%3F")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, POST")


def test_the_same_guards_stand_before_it(small_page: str) -> None:
    url = f"{small_page}api/ask?q=Who%3F"
    assert get(url, headers={"host": "evil.example"}).status_code == 421
    assert get(url, headers={"origin": "https://evil.example"}).status_code == 403
    assert post(url, content=b"x" * 70_000).status_code == 413
    assert get(url + "x" * 60_000).status_code == 414
    assert get(url).headers["cache-control"] == "private, no-store"


class Failing:
    """An archive that cannot answer."""

    def answer(self, _: SearchRequest) -> Answer:
        raise IndexDamaged("a file was changed: build the index again")


def asked(endpoint: HttpAsk) -> httpx.Response:
    async def main() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(endpoint), base_url="http://page") as client:
            return await client.get("/api/ask?q=Who%3F")

    return own_loop.run(main())


def test_where_too_many_wait_a_program_is_asked_to_come_back(archive: Archive) -> None:
    refused = asked(HttpAsk(archive, WorkQueue(most_waiting=0)))
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert refused.json() == {"error": "too many questions wait: ask again in a few seconds"}


def test_an_archive_that_cannot_answer_says_why() -> None:
    refused = asked(HttpAsk(Failing(), WorkQueue()))  # type: ignore[arg-type]
    assert (refused.status_code, refused.json()) == (500, {"error": "a file was changed: build the index again"})
