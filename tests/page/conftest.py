"""Start a headless Chromium and the page, and watch what the browser asks for."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.lacking import lacking

ROOT = Path(__file__).parents[2]
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Watched:
    """A page in a browser, with whatever went wrong or left this machine."""

    page: Page
    address: str
    left: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._hear)

    def open(self, search: str = "") -> Page:
        self.page.goto(self.address + search)
        self.page.get_by_label("Your question").wait_for()
        self.page.locator("#announcement").wait_for(state="attached")  # the page's own script runs
        return self.page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.left.append(request.url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        lacking("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(SWITCHES))
        yield running
        running.close()


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real thing: the seeds, the real encoder, the shell's own commands."""
    index = str(tmp_path_factory.mktemp("page") / "index")
    subprocess.run([sys.executable, "-m", "qa.cli", "build", "seeds", "--index", index], cwd=ROOT, check=True)
    yield from served("qa.cli", "serve", "--index", index, "--port", str(free_port()))


@pytest.fixture(scope="session")
def small_page() -> Iterator[str]:
    yield from served("tests.page.serve_small_archive", "seeds", str(free_port()))


@pytest.fixture(scope="session")
def hostile_page() -> Iterator[str]:
    yield from served("tests.page.serve_small_archive", "hostile", str(free_port()))


@pytest.fixture
def wide(browser: Browser, seeds_page: str) -> Iterator[Watched]:
    yield from watched(browser, seeds_page, 1280, 900)


@pytest.fixture
def narrow(browser: Browser, seeds_page: str) -> Iterator[Watched]:
    yield from watched(browser, seeds_page, 390, 844)


@pytest.fixture
def small(browser: Browser, small_page: str) -> Iterator[Watched]:
    yield from watched(browser, small_page, 1280, 900)


@pytest.fixture
def attacked(browser: Browser, hostile_page: str) -> Iterator[Watched]:
    yield from watched(browser, hostile_page, 1280, 900)


def served(*module_and_arguments: str) -> Iterator[str]:
    """Serve a page in a process of its own, and give its address once it answers."""
    command = [sys.executable, "-m", *module_and_arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()


def watched(browser: Browser, address: str, width: int, height: int) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    watch = Watched(context.new_page(), address)
    yield watch
    context.close()
    assert watch.left == [], "a request left this machine"
    assert watch.errors == []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
