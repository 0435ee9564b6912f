"""Take pictures of a running page: `python docs/screenshots.py [ADDRESS] [--all FOLDER]`.

Without `--all`, the two of the README. With it, every tab and state, wide and narrow, light and dark, into a folder, to
be looked at.
"""

import argparse
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).resolve().parent
ADDRESS = "http://127.0.0.1:7860/"
SEARCH = "?q=How+long+is+the+border+between+Kazakhstan+and+Russia%3F"
BROWSER = shutil.which("chromium-headless-shell") or shutil.which("chromium")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SIZES: Mapping[str, tuple[int, int]] = MappingProxyType({"wide": (1280, 900), "narrow": (390, 844)})


def welcome(page: Page, address: str) -> None:
    """Show what stands there before a question."""
    page.goto(address)
    page.locator("#welcome .before").wait_for()


def answer(page: Page, address: str) -> None:
    """Show an answer with its filters."""
    page.goto(address + SEARCH)
    page.locator(".filters").wait_for()


def article(page: Page, address: str) -> None:
    """Show an answer with its article open beside it."""
    answer(page, address)
    page.locator(".card .read").first.click()
    page.locator("#article mark.opened").wait_for()


def no_answer(page: Page, address: str) -> None:
    """Show what the archive does not answer."""
    page.goto(address + "?q=Which+colour+did+the+penguins+paint+their+parliament%3F")
    page.locator(".filters").wait_for()


def archive(page: Page, address: str) -> None:
    """Show what the archive holds."""
    page.goto(address + "?tab=archive")
    page.locator("#list table").wait_for()


def topics(page: Page, address: str) -> None:
    """Show the map of what the archive is about, the evidence ringed."""
    page.goto(address + SEARCH + "&tab=archive")
    page.locator("[data-draws], #map .map").first.wait_for()
    if page.locator("[data-draws]").is_visible():
        page.locator("[data-draws]").click()
    page.locator("#map .map").wait_for(timeout=60_000)


def index(page: Page, address: str) -> None:
    """Show what is known of the index."""
    page.goto(address + "?tab=index")
    page.locator("#status dl").wait_for()


STATES: Mapping[str, Callable[[Page, str], None]] = MappingProxyType(
    {
        "welcome": welcome,
        "answer": answer,
        "article": article,
        "no-answer": no_answer,
        "archive": archive,
        "map": topics,
        "index": index,
    }
)


def take(address: str) -> None:
    """Picture an answer with its article open beside it, and the same answer on a phone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(SWITCHES))
        picture(browser, address, "article", "wide", "light", DOCS / "page-wide.png")
        picture(browser, address, "answer", "narrow", "light", DOCS / "page-narrow.png")
        browser.close()


def take_all(address: str, folder: Path) -> None:
    """Picture every state in every size and theme."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(SWITCHES))
        for state in STATES:
            for size in SIZES:
                for theme in ("light", "dark"):
                    picture(browser, address, state, size, theme, folder / f"{state}-{size}-{theme}.png")
        browser.close()


def picture(browser: Browser, address: str, state: str, size: str, theme: str, file: Path) -> None:
    """Write what the window shows, once its letters are there."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", locale="en-GB")
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    STATES[state](page, address)
    page.evaluate("document.fonts.ready.then(() => document.activeElement.blur())")
    page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(400)
    page.screenshot(path=file)
    context.close()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("address", nargs="?", default=ADDRESS)
    arguments.add_argument("--all", type=Path, metavar="FOLDER")
    given = arguments.parse_args()
    if given.all is None:
        take(given.address)
    else:
        take_all(given.address, given.all)
