"""Take pictures of a running page: `python docs/screenshots.py [ADDRESS] [--all]`.

Without `--all`, the two of the README. With it, a sheet of every tab and state, wide and narrow, light and dark, into
`docs/pages/`, to be looked at. `docs/pages/before/` holds the same of the page as it was before its first screen
belonged to the answer.

The page must be that over the seeds, as `make app` serves it: the questions are of their articles.
"""

import argparse
import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).resolve().parent
SHEETS = DOCS / "pages"
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
SIZES: Mapping[str, tuple[int, int]] = MappingProxyType({"wide": (1440, 900), "narrow": (390, 844)})


def welcome(page: Page, address: str) -> None:
    """Show what stands there before a question."""
    page.goto(address)
    page.locator("#examples .example").first.wait_for()


def answer(page: Page, address: str) -> None:
    """Show an answer with its filters."""
    page.goto(address + SEARCH)
    page.locator(".filters").wait_for()


def article(page: Page, address: str) -> None:
    """Show an answer with its article open beside it."""
    answer(page, address)
    page.locator(".card .read").first.click()
    page.locator("#article mark.opened").wait_for()


def whole(page: Page, address: str) -> None:
    """Show a card with its whole paragraph, and why it comes first."""
    answer(page, address)
    page.locator(".unfold").first.click()
    page.locator(".why > summary").first.click()


def possible(page: Page, address: str) -> None:
    """Show what the archive may answer."""
    page.goto(address + "?q=Why+does+Lavrov+distrust+the+dollar%3F")
    page.locator(".filters").wait_for()


def topic(page: Page, address: str) -> None:
    """Show what there is on a topic."""
    page.goto(address + "?q=nuclear+power")
    page.locator(".filters").wait_for()


def another_language(page: Page, address: str) -> None:
    """Show what a Russian question finds in English articles."""
    page.goto(address + "?q=Какова+длина+границы+между+Казахстаном+и+Россией%3F")
    page.locator(".filters").wait_for()


def russian(page: Page, address: str) -> None:
    """Show an answer on the Russian page."""
    spoken(page, address, "ru")


def kazakh(page: Page, address: str) -> None:
    """Show an answer on the Kazakh page."""
    spoken(page, address, "kk")


def spoken(page: Page, address: str, language: str) -> None:
    """Show an answer with its filters in a language of the page."""
    answer(page, address)
    page.locator(".languages > summary").click()
    page.locator(f"[data-speaks={language}]").click()
    page.locator(f"html[lang={language}] .filters").wait_for()


def filters_open(page: Page, address: str) -> None:
    """Show an answer with its filters open, on a phone too."""
    answer(page, address)
    if not page.locator(".filters[open]").count():
        page.locator(".filters > summary").click()


def newest_first(page: Page, address: str) -> None:
    """Show the evidence by date, narrowed to an outlet."""
    page.goto(address + SEARCH + "&order=newest&outlet=TASS")
    page.locator(".filters").wait_for()


def this_week(page: Page, address: str) -> None:
    """Show a question of this week, which is the archive's last one."""
    page.goto(address + "?q=What+did+Lavrov+say+this+week%3F")
    page.locator(".chip").wait_for()
    page.locator(".filters").wait_for(state="attached")


def message(page: Page, address: str) -> None:
    """Show what stands in place of an answer that there cannot be."""
    page.goto(address + SEARCH + "&passage=0123456789abcdef")
    page.locator("#article h2").wait_for()


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
    page.locator("#status dl").first.wait_for()


def notebook(page: Page, address: str) -> None:
    """Show two kept passages, one with a note."""
    answer(page, address)
    for place in (0, 1):
        page.locator(".evidence > li > [data-card]").nth(place).locator("[data-keeps]").first.click()
        page.locator("[data-keeps][aria-pressed=true]").nth(place).wait_for(state="attached")
    page.goto(address + "?tab=notebook")
    page.locator("[data-notes]").first.fill("Ask the embassy whether the sea counts.")


STATES: Mapping[str, Callable[[Page, str], None]] = MappingProxyType(
    {
        "welcome": welcome,
        "answered": answer,
        "unfolded": whole,
        "possibly-answered": possible,
        "not-answered": no_answer,
        "topic": topic,
        "another-language": another_language,
        "russian": russian,
        "kazakh": kazakh,
        "filters": filters_open,
        "newest-first": newest_first,
        "this-week": this_week,
        "article": article,
        "message": message,
        "archive": archive,
        "map": topics,
        "notebook": notebook,
        "index": index,
    }
)


def take(address: str) -> None:
    """Picture an answer with its article open beside it, and the same answer on a phone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(SWITCHES))
        picture(browser, address, "article", "wide", "light").save(DOCS / "page-wide.png", optimize=True)
        picture(browser, address, "answered", "narrow", "light").save(DOCS / "page-narrow.png", optimize=True)
        browser.close()


def take_all(address: str) -> None:
    """Write a sheet of every state in every size and theme."""
    SHEETS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(SWITCHES))
        for state in STATES:
            pictures = [picture(browser, address, state, size, theme) for size in SIZES for theme in ("light", "dark")]
            sheet(pictures).save(SHEETS / f"{state}.webp", quality=82, method=6)
        browser.close()


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """Return pictures beside each other."""
    gap = 12
    width = sum(it.width + gap for it in pictures) - gap
    whole_sheet = Image.new("RGB", (width, max(it.height for it in pictures)), "grey")
    left = 0
    for it in pictures:
        whole_sheet.paste(it, (left, 0))
        left += it.width + gap
    return whole_sheet


def picture(browser: Browser, address: str, state: str, size: str, theme: str) -> Image.Image:
    """Return what the window shows, once its letters are there."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", locale="en-GB")
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    STATES[state](page, address)
    page.evaluate("document.fonts.ready.then(() => document.activeElement.blur())")
    page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(400)
    taken = page.screenshot()
    context.close()
    return Image.open(BytesIO(taken)).convert("RGB")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("address", nargs="?", default=ADDRESS)
    arguments.add_argument("--all", action="store_true")
    given = arguments.parse_args()
    if given.all:
        take_all(given.address)
    else:
        take(given.address)
