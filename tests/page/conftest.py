"""Start a headless Chromium, and pages over archives."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from qa.archive.archive import Archive
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder
from tests.conftest import SEEDS
from tests.page.browsing import SWITCHES, Watched, find_browser, served, watched
from tests.page.hostile import hostile_folder
from tests.page.page_server import PageServer, page_server
from tests.support.hand_encoder import HandEncoder
from tests.support.lacking import lacking
from tests.support.patience import PATIENCE
from tests.support.ports import free_port


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        lacking("no chromium on this machine: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE * 1000)
        running = playwright.chromium.launch(executable_path=program, args=list(SWITCHES))
        yield running
        running.close()


@pytest.fixture(scope="session")
def shipped_encoder() -> Encoder:
    """The real encoder, loaded once."""
    return find_encoder()


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory: pytest.TempPathFactory, shipped_encoder: Encoder) -> Iterator[str]:
    """The real thing: the seeds, the real encoder, the shell's own command."""
    folder = tmp_path_factory.mktemp("page")
    articles, index = shutil.copytree(SEEDS, folder / "articles"), str(folder / "index")
    Archive.build(articles, index, encoder=shipped_encoder)
    yield from served("qa.cli", "serve", "--index", index, "--port", str(free_port()))


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds with an encoder that is computed by hand: quick to open. No test changes it."""
    index = tmp_path_factory.mktemp("small") / "index"
    Archive.build(SEEDS, index, encoder=HandEncoder())
    return index


@pytest.fixture(scope="session")
def small_archive(small_index: Path) -> Archive:
    return Archive.open(small_index, encoder=HandEncoder())


@pytest.fixture(scope="session")
def pages() -> Iterator[PageServer]:
    """A process that serves any archive."""
    with page_server() as started:
        yield started


@pytest.fixture(scope="session")
def small_page(pages: PageServer, small_index: Path) -> Iterator[str]:
    """The page over such an archive."""
    with pages.serving(small_index, by_hand=True) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_page(pages: PageServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    Archive.build(hostile_folder(folder / "articles"), folder / "index", encoder=HandEncoder())
    with pages.serving(folder / "index", by_hand=True) as address:
        yield address


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
def folder_page(pages: PageServer, tmp_path: Path, shipped_encoder: Encoder) -> Iterator[tuple[Path, str]]:
    """A folder of one article, and a page over it that a test may change."""
    folder, index = tmp_path / "articles", tmp_path / "index"
    folder.mkdir()
    (folder / "one.txt").write_text("Harbour closes\n\nThe harbour of Portville closed for 9 days after the storm.\n")
    Archive.build(folder, index, encoder=shipped_encoder)
    with pages.serving(index) as address:
        yield folder, address
