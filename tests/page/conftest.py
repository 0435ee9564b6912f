"""Start a headless Chromium, and pages over archives."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.conftest import ROOT
from tests.page.browsing import SWITCHES, Watched, find_browser, served, watched
from tests.support.lacking import lacking
from tests.support.ports import free_port

_PATIENCE = 30_000
"""Milliseconds that an expectation waits: a busy machine may take many times as long as an idle one."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        lacking("no chromium on this machine: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        expect.set_options(timeout=_PATIENCE)
        running = playwright.chromium.launch(executable_path=program, args=list(SWITCHES))
        yield running
        running.close()


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real thing: the seeds, the real encoder, the shell's own commands."""
    folder = tmp_path_factory.mktemp("page")
    articles = shutil.copytree(ROOT / "seeds", folder / "articles")
    index = str(folder / "index")
    subprocess.run([sys.executable, "-m", "qa.cli", "build", str(articles), "--index", index], cwd=ROOT, check=True)
    yield from served("qa.cli", "serve", "--index", index, "--port", str(free_port()))


@pytest.fixture(scope="session")
def small_page() -> Iterator[str]:
    """The seeds with an encoder that is computed by hand: quick to start."""
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


@pytest.fixture
def folder_page(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder of one article, and a page over it that a test may change."""
    folder, index = tmp_path / "articles", str(tmp_path / "index")
    folder.mkdir()
    (folder / "one.txt").write_text("Harbour closes\n\nThe harbour of Portville closed for 9 days after the storm.\n")
    subprocess.run([sys.executable, "-m", "qa.cli", "build", str(folder), "--index", index], cwd=ROOT, check=True)
    for address in served("qa.cli", "serve", "--index", index, "--port", str(free_port())):
        yield folder, address
