"""Watch a page in a browser: what it asks for, what goes wrong, and how a person uses it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect

from tests.conftest import ROOT

SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is the same browser without a window: a page takes 3.3 s of a processor in it, and 5.5 s in the second."""
_LEAVING = ("Connection errored out", "signal is aborted without reason")
"""What Gradio says of answers that are still under way when a page is left."""
QUESTION = "How long is the land border between Kazakhstan and Russia?"
BORDER = "share the world's longest continuous land border—7,591 kilometers"


@dataclass
class Watched:
    """A page in a browser, with whatever went wrong or left this machine."""

    page: Page
    address: str
    left: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note)
        self.page.on("pageerror", lambda error: self._go_wrong(str(error)))
        self.page.on("console", self._hear)

    def open(self, search: str = "") -> Page:
        self.page.goto(self.address + search)
        self.page.locator("#question textarea").wait_for(state="attached")
        return self.page

    def asked(self, question: str = QUESTION) -> Page:
        """Open the page at a question, and wait for its answer and its filters."""
        page = self.open()
        ask(page, question)
        expect(page.locator(".verdict")).to_be_visible()
        expect(page.locator(".filters")).to_be_attached()
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._go_wrong(message.text)

    def _go_wrong(self, said: str) -> None:
        if not any(it in said for it in _LEAVING):
            self.errors.append(said)

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.left.append(request.url)


def find_browser() -> str | None:
    """Return the path of a Chromium; None where this machine has none."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def ask(page: Page, question: str) -> None:
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")


def first_card(page: Page) -> Locator:
    return page.locator(".card").first


def unfold(card: Locator) -> None:
    """Show the whole passage of a card, where only the sentence that answers leads."""
    card.locator(":scope > .text > .unfold").click()
    expect(card.locator(":scope > .text.folded")).to_have_count(0)


def show_map(page: Page) -> None:
    """Draw the map on the Archive tab, where another visitor has not done so already."""
    button, map_ = page.locator("[data-draws]"), page.locator("#map .map")
    expect(button.or_(map_).first).to_be_visible()
    if button.is_visible():
        button.click()
    expect(map_).to_be_visible(timeout=60_000)


def assert_border_is_read(page: Page) -> None:
    opened = page.locator("#article mark.opened")
    expect(opened).to_contain_text(BORDER)
    expect(opened).to_be_focused()
    expect(opened).to_be_in_viewport()
    expect(opened.locator(".sentence")).to_contain_text("7,591 kilometers")
    expect(page.locator("#article")).to_contain_text('GSV "Russia - Islamic World"')


def press_until_focused(page: Page, selector: str, key: str = "Tab") -> None:
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} never reached {selector}")


def left_edge(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("element => element.getBoundingClientRect().left"))


def right_edge(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("element => element.getBoundingClientRect().right"))


def assert_fits(page: Page, width: int = 390) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def searched(page: Page) -> str:
    """Return the part of the page's address that says what is shown."""
    return re.sub(r"^[^?]*", "", page.url)


def served(*module_and_arguments: str, log: IO[str] | None = None) -> Iterator[str]:
    """Serve a page in a process of its own that logs to a file, and give its address once it answers."""
    command = [sys.executable, "-m", *module_and_arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()


def watched(browser: Browser, address: str, width: int, height: int, locale: str = "en-GB") -> Iterator[Watched]:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        locale=locale,
        permissions=["clipboard-read", "clipboard-write"],
    )
    watch = Watched(context.new_page(), address)
    yield watch
    context.close()
    assert watch.left == [], f"requests left this machine: {watch.left}"
    assert watch.errors == [], f"{len(watch.errors)} errors: {watch.errors}"
