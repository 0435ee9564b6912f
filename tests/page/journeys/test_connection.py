"""A server that stops and comes back loses nothing that somebody asked, and the page says so in its own words."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from qa.page.words.russian import RUSSIAN
from tests.conftest import ROOT
from tests.page.browsing import QUESTION, Watched, ask, first_card
from tests.page.journeys.test_languages import examined
from tests.support.ports import free_port

pytestmark = pytest.mark.browser

UNREACHABLE = "The archive is not reachable. Your question is kept."


@contextmanager
def server(port: int) -> Iterator[str]:
    """Serve a small archive in a process of its own until the end of the block."""
    command = [sys.executable, "-m", "tests.page.serve_small_archive", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()


@contextmanager
def visitor(browser: Browser, locale: str) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale=locale)
    yield context
    context.close()


def test_a_server_that_stops_and_starts_again_answers_what_was_asked_meanwhile(browser: Browser) -> None:
    port = free_port()
    script = RUSSIAN.script
    with visitor(browser, "ru-RU") as context:
        page = context.new_page()
        with server(port) as address:
            page.goto(address)
            expect(page.locator("#welcome .before")).to_be_visible()
        page.get_by_label(RUSSIAN.asking.question).fill(QUESTION)
        page.keyboard.press("Enter")
        expect(page.locator("#unreachable")).to_have_text(script.unreachable)
        expect(page.locator("#announcement")).to_have_text(script.unreachable)
        assert_nothing_is_english(page)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            page.wait_for_timeout(300)
            assert examined(page)[0] == []
        page.get_by_label(RUSSIAN.asking.question).fill("Кто приезжал")
        with server(port):
            expect(first_card(page)).to_contain_text("7,591 kilometers")
            expect(page.locator("#unreachable")).to_have_count(0)
            expect(page.get_by_label(RUSSIAN.asking.question)).to_have_value("Кто приезжал")
            expect(page.get_by_label(RUSSIAN.asking.question)).to_be_focused()


def assert_nothing_is_english(page: Page) -> None:
    """No sentence of Latin letters is seen or read out; names of people, files and languages are no sentences."""
    snapshot = page.locator("body").aria_snapshot() + page.locator("body").inner_text()
    for example in page.locator("#examples .example").all_inner_texts():  # made of the articles' own sentences
        snapshot = snapshot.replace(example, "")
    assert re.findall(r"\b[A-Za-z]{2,}(?: [A-Za-z]{2,}){2,}", snapshot.replace(QUESTION, "")) == []


@pytest.mark.parametrize("fault", ["gone", "proxy"])
def test_what_did_not_get_through_gets_through_by_itself(small: Watched, fault: str) -> None:
    page = small.asked()
    page.route(
        "**/gradio_api/**", lambda route: route.abort() if fault == "gone" else route.fulfill(status=502, body="gone")
    )
    ask(page, "When will Tokayev make a state visit to Russia?")
    expect(page.locator("#unreachable")).to_have_text(UNREACHABLE)
    expect(first_card(page)).to_be_visible()
    page.unroute("**/gradio_api/**")
    expect(page.locator("[data-asked*=Tokayev]")).to_be_visible()
    expect(page.locator("#unreachable")).to_have_count(0)
    expect(page.locator("#toast.shown")).to_have_count(0)
    small.errors.clear()  # the browser's own, of what did not get through


def test_what_the_server_fails_at_is_said_in_the_pages_words(small: Watched) -> None:
    page = small.open("?tab=index")
    expect(page.locator("#status dl").first).to_be_visible()
    page.route("**/queue/join**", lambda route: route.fulfill(status=500, json={"detail": "Internal Server Error"}))
    page.get_by_role("button", name="Rebuild").click()
    expect(page.locator("#toast")).to_have_text("That did not work. Please try again.")
    expect(page.locator("body")).not_to_contain_text("Internal Server Error", use_inner_text=True)
    expect(page.get_by_text("Error", exact=True).locator("visible=true")).to_have_count(0)
    small.errors.clear()
