"""The page behind a login, over HTTP."""

import http.client
import re
import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import httpx
import pytest
from gradio_client.exceptions import AuthenticationError

from tests.page.http import connect, get, post, request
from tests.page.serving.conftest import PASSWORDS, PROXY
from tests.support.patience import PATIENCE

ROUTE = re.compile(r'@(app|router)\.(get|post|head)\(\s*"([^"]+)"')
"""How Gradio writes down a route, below `/gradio_api` where it is the router's."""
OPEN = {
    *("/", "/login", "/login/", "/logout", "/theme.css", "/gradio_api/theme.css", "/robots.txt", "/manifest.json"),
    *("/favicon.ico", "/gradio_api/startup-events", "/assets/{path}", "/static/{path}", "/svelte/{path}"),
}
"""What a stranger may fetch: the way to log in, and what is the same for everybody."""


def routes() -> Iterator[tuple[str, str]]:
    """Return every route of the installed version of Gradio, by its method and path."""
    gradio = find_spec("gradio")
    assert gradio is not None
    assert gradio.origin is not None
    for owner, method, path in ROUTE.findall((Path(gradio.origin).parent / "routes.py").read_text(encoding="utf-8")):
        yield method.upper(), ("/gradio_api" if owner == "router" else "") + path.replace(":path", "")


def log_in(page: str, name: str, password: str, address: str = "192.0.2.1") -> httpx.Response:
    """Log in from an address: what a proxy on this machine says of it is believed."""
    typed = {"username": name, "password": password}
    return post(page + "login", data=typed, headers={"x-forwarded-for": address})


def test_a_stranger_gets_nothing_of_the_archive_from_any_route(closed_page: str) -> None:
    found = set(routes())
    assert len(found) > 60
    for method, path in found:
        url = closed_page + re.sub(r"\{\w+\}", "x", path).removeprefix("/")
        answer = request(method, url)
        if path not in OPEN:
            assert answer.status_code in (401, 404), (method, path)
        assert "Kazakh" not in answer.text, (method, path)
        assert "land border" not in answer.text, (method, path)


@pytest.mark.parametrize(
    "path",
    ["config", "gradio_api/info", "gradio_api/queue/data?session_hash=x", "gradio_api/heartbeat/x", "assets/../config"],
)
def test_a_token_that_nobody_was_given_opens_nothing(closed_page: str, path: str) -> None:
    login = log_in(closed_page, "ann", PASSWORDS["ann"])
    forged = dict.fromkeys(login.cookies, "x")
    assert forged
    for cookies in (forged, dict.fromkeys(forged, ""), {"access-token-": "x"}):
        assert get(closed_page + path, cookies=cookies).status_code == 401


def test_each_name_opens_the_page_with_its_own_password_only(closed_page: str) -> None:
    for number, (name, password) in enumerate(PASSWORDS.items()):
        login = log_in(closed_page, name, password, f"192.0.2.{10 + number}")
        assert login.status_code == 200
        shown = get(closed_page, cookies=login.cookies).text
        assert "window.archivePage" in shown
        assert get(closed_page + "config", cookies=login.cookies).status_code == 200
    assert log_in(closed_page, "ann", PASSWORDS["Bob Қ"], "192.0.2.12").status_code == 400
    assert log_in(closed_page, "nobody", PASSWORDS["ann"], "192.0.2.13").status_code == 400


def test_scripts_and_other_sites_do_not_get_at_the_login(closed_page: str) -> None:
    login = log_in(closed_page, "ann", PASSWORDS["ann"])
    cookies = login.headers.get_list("set-cookie")
    assert len(cookies) == 2
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert re.findall(r"(?i)samesite=\w+", cookie) == ["SameSite=Lax"]
    assert get(closed_page + "gradio_api/token", cookies=login.cookies).status_code == 404
    shown = get(closed_page, cookies=login.cookies)
    assert shown.headers["cache-control"] == "private, no-store"
    assert not any(value in shown.text for value in login.cookies.values())


def test_logging_out_ends_every_login_of_that_name(closed_page: str) -> None:
    login = log_in(closed_page, "Bob Қ", PASSWORDS["Bob Қ"])
    shared = log_in(closed_page, "Bob Қ", PASSWORDS["Bob Қ"])
    other = log_in(closed_page, "ann", PASSWORDS["ann"])
    assert get(closed_page + "config", cookies=login.cookies).status_code == 200
    assert get(closed_page + "logout", cookies=login.cookies).status_code == 302
    for ended in (login, shared):
        assert get(closed_page + "config", cookies=ended.cookies).status_code == 401
    assert get(closed_page + "config", cookies=other.cookies).status_code == 200


def test_a_program_logs_in_and_asks(closed_page: str) -> None:
    client = connect(closed_page, auth=("ann", PASSWORDS["ann"]))
    answer = client.predict(question="How long is the land border?", limit=1, api_name="/ask")
    assert "7,591 kilometers" in answer["evidence"][0]["passage"]["text"]
    with pytest.raises(AuthenticationError):
        connect(closed_page)


def test_a_program_asks_over_plain_http_with_its_login_only(closed_page: str) -> None:
    for path in ("api/ask?q=border", "api/ask", "api/openapi.json"):
        refused = get(closed_page + path)
        assert (refused.status_code, list(refused.json())) == (401, ["error"])
        assert "/login" in refused.json()["error"]
    login = log_in(closed_page, "ann", PASSWORDS["ann"])
    answer = get(closed_page + "api/ask?q=How+long+is+the+land+border%3F&limit=1", cookies=login.cookies).json()
    assert "7,591 kilometers" in answer["evidence"][0]["passage"]["text"]


def test_many_guesses_from_one_address_are_turned_away_and_nobody_else_waits(closed_page: str) -> None:
    with ExitStack() as stack:
        waiting: dict[socket.socket, http.client.HTTPConnection] = {}
        for number in range(30):
            guess = stack.enter_context(closing(http.client.HTTPConnection(urlsplit(closed_page).netloc)))
            form = {"content-type": "application/x-www-form-urlencoded", "x-forwarded-for": "192.0.2.50"}
            guess.request("POST", "/login", urlencode({"username": "ann", "password": number}), form)
            waiting[guess.sock] = guess
        statuses = list[int]()
        while 429 not in statuses:
            (answered, *_), _, _ = select.select([*waiting], [], [], PATIENCE)
            statuses.append(waiting.pop(answered).getresponse().status)
        assert set(statuses) <= {400, 429}
        assert get(closed_page).status_code == 200
        assert log_in(closed_page, "ann", PASSWORDS["ann"], "192.0.2.51").status_code == 200
        assert waiting, "most guesses wait for each other"


def test_behind_a_proxy_the_page_answers_to_the_proxys_name_and_leads_back_to_it(proxied_page: str) -> None:
    cookies = dict(log_in(proxied_page, "ann", PASSWORDS["ann"]).cookies)  # the proxy gets them encrypted
    for host in ("archive.example.org", "127.0.0.1:7860"):  # as the proxy passes it on, or not
        passed_on = {"host": host, "origin": "https://archive.example.org", "sec-fetch-site": "same-origin"}
        answer = get(proxied_page + "config", headers=passed_on, cookies=cookies)
        assert answer.json()["root"] == PROXY
        joined = post(proxied_page + "gradio_api/queue/join", headers=passed_on, cookies=cookies, json={})
        assert joined.status_code == 422
        font = get(proxied_page + "fonts/source-serif-4-latin-wght-normal.woff2", headers={"host": host})
        assert font.content.startswith(b"wOF2")
    assert get(proxied_page, headers={"host": "evil.example"}).status_code == 421
    for origin in ("https://evil.example", "https://archive.example.org:8443"):
        assert get(proxied_page, headers={"origin": origin}).status_code == 403


def test_behind_https_nothing_of_a_login_is_ever_sent_unencrypted(proxied_page: str, closed_page: str) -> None:
    cookies = log_in(proxied_page, "ann", PASSWORDS["ann"]).headers.get_list("set-cookie")
    assert [re.findall(r"(?i); (secure)\b", it) for it in cookies] == [["Secure"], ["Secure"]]
    for path in ("", "config", "no/such"):
        assert get(proxied_page + path).headers["strict-transport-security"] == "max-age=31536000"
        assert "strict-transport-security" not in get(closed_page + path).headers


def test_who_logs_in_may_not_upload_unless_that_was_said(closed_page: str) -> None:
    login = log_in(closed_page, "ann", PASSWORDS["ann"])
    sent = post(closed_page + "gradio_api/upload", files={"files": ("a.txt", b"Words.")}, cookies=login.cookies)
    assert sent.status_code == 404
