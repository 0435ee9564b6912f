"""Take the README's pictures of a running page: `python docs/screenshots.py [ADDRESS]`."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).resolve().parent
ADDRESS = "http://127.0.0.1:7860/"
SEARCH = "?q=How+long+is+the+border+between+Kazakhstan+and+Russia%3F"
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def take(address: str) -> None:
    """Picture an answer with its article open beside it, and the same answer on a phone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(SWITCHES))
        wide = opened(browser, address, 1280, 900)
        wide.locator(".card .read").first.click()
        wide.locator("#reader mark.opened").wait_for()
        picture(wide, "page-wide.png")
        picture(opened(browser, address, 390, 844), "page-narrow.png")
        browser.close()


def opened(browser: Browser, address: str, width: int, height: int) -> Page:
    """Open the page at a search, in a window of a given size."""
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.goto(address + SEARCH)
    page.locator(".card").first.wait_for()
    return page


def picture(page: Page, name: str) -> None:
    """Write what the window shows, from the top, once its letters are there."""
    page.evaluate("document.fonts.ready.then(() => { document.activeElement.blur(); window.scrollTo(0, 0); })")
    page.wait_for_timeout(300)
    page.screenshot(path=DOCS / name)


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else ADDRESS)
