"""Measure what the first screen of a running page shows: `python -m benchmarks.first_screen ADDRESS QUESTIONS`.

Of the first questions in a file of judged ones: how far down the sentence that answers begins, on a wide screen and on
a phone, how many cards end on the screen, and how many Tabs lead from the question to the first card.
"""

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from types import MappingProxyType
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

SIZES: Mapping[str, tuple[int, int]] = MappingProxyType({"wide": (1440, 900), "phone": (390, 844)})
_SHOWN = """() => ({
  mark: document.querySelector(".card mark").getBoundingClientRect().top,
  cards: [...document.querySelectorAll(".evidence > li")].filter(
    (card) => card.getBoundingClientRect().bottom <= window.innerHeight).length,
})"""
_IN_CARD = "document.activeElement.closest('.card') !== null"
_MOST_TABS = 40
_PATIENCE = 120_000
"""Milliseconds: the machine may be busy."""


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """What a screen shows of one answer."""

    mark: float
    """Pixels from the top of the window."""
    cards: int
    tabs: int


def first_screen(page: Page, address: str, question: str) -> FirstScreen | None:
    """Return what the first screen shows; None where no passage is shown."""
    page.goto(f"{address}?{urlencode({'q': question})}")
    page.locator("[data-filters]").wait_for(state="attached", timeout=_PATIENCE)
    if not page.locator(".card mark").count():
        return None
    page.evaluate("document.fonts.ready")
    shown = page.evaluate(_SHOWN)
    page.locator("#question textarea").focus()
    for tabs in range(1, _MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(_IN_CARD):
            return FirstScreen(shown["mark"], shown["cards"], tabs)
    return FirstScreen(shown["mark"], shown["cards"], _MOST_TABS)


def questions(file: Path, first: int) -> Iterator[str]:
    """Yield the first questions of a file."""
    with file.open(encoding="utf-8") as lines:
        for line in islice(lines, first):
            yield json.loads(line)["question"]


def main() -> None:
    """Print what was measured."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("address")
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("--first", type=int, default=40)
    given = arguments.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"), args=["--no-sandbox"]
        )
        for name, (width, height) in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            asked = [first_screen(page, given.address, it) for it in questions(given.questions, given.first)]
            shown = [it for it in asked if it is not None]
            marks, cards, tabs = [it.mark for it in shown], [it.cards for it in shown], [it.tabs for it in shown]
            print(
                f"{name} {width}x{height}, {len(shown)} questions: mark at {median(marks):.0f}, at most "
                f"{max(marks):.0f}; whole cards {median(cards):.0f}, "
                f"at least {min(cards)}; Tabs to the first card at most {max(tabs)}"
            )


if __name__ == "__main__":
    main()
