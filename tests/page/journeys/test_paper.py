"""What is printed: the question and the evidence, or the open article, on any paper, and nothing that is pressed."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib import import_module
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.browsing import BORDER, QUESTION, Watched, first_card, show_map, watched

pytestmark = pytest.mark.browser

PAPERS = tuple(product(("A4", "A3"), (False, True)))
SHEETS: Mapping[str, tuple[int, int]] = {"A4": (718, 1047), "A3": (1047, 1511)}
"""Of a sheet within its margins, in the pixels of CSS."""
CONTROLS = ("Copy quote", "Keep", "Why this?", "Next paragraph", "Export", "Filters", "Sort by", "Close the article")
PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def dark(browser: Browser, small_page: str) -> Iterator[Watched]:
    """A wide window, dark, which no paper is."""
    for watch in watched(browser, small_page, 1440, 900):
        watch.page.emulate_media(color_scheme="dark")
        yield watch


def sheets(page: Page, paper: str, *, across: bool) -> int:
    """Print, and count the sheets."""
    margin: Any = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")
    return len(PAGE.findall(page.pdf(format=paper, landscape=across, margin=margin)))


def words_on_paper(page: Page, paper: str = "A4") -> str:
    """Return what a printed page says, without its spaces: lines break anywhere."""
    pdfium: Any = import_module("pypdfium2")
    with pdfium.PdfDocument(page.pdf(format=paper)) as document:
        return squeezed("".join(it.get_textpage().get_text_range() for it in document))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe-]|\u2014|\u2013", "", text)


WORDS_SEEN = """quote => {
  const seen = [], walker = document.createTreeWalker(quote, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/\\S+/g)) {
    const range = new Range();
    range.setStart(walker.currentNode, word.index);
    range.setEnd(walker.currentNode, word.index + word[0].length);
    const rects = [...range.getClientRects()];
    let whole = rects.length > 0 && rects.every((it) => it.left >= -1 && it.right <= innerWidth + 1);
    for (let box = walker.currentNode.parentElement; box !== quote.parentElement; box = box.parentElement) {
      const style = getComputedStyle(box), edge = box.getBoundingClientRect();
      if (style.overflow === "visible" || style.display === "inline") continue;
      whole &&= rects.every((it) => it.left >= edge.left - 1 && it.right <= edge.right + 1);
      whole &&= rects.every((it) => it.bottom - 6 <= edge.bottom && it.top + 6 >= edge.top);
    }
    if (whole) seen.push(word[0]);
  }
  return seen.join("");
}"""


@pytest.mark.parametrize("question", [QUESTION, "Which penguin painted parliament?", "What did Lavrov say of trade?"])
def test_every_passage_is_printed_whole(dark: Watched, question: str) -> None:
    page = dark.asked(question)
    laid_out(page, 718)
    quotes = page.locator(".evidence > li > .card > .text > .quote").all()
    assert len(quotes) >= 3
    passages = [squeezed(quote.evaluate("it => it.textContent")) for quote in quotes]
    assert [squeezed(quote.evaluate(WORDS_SEEN)) for quote in quotes] == passages
    on_paper = words_on_paper(page)
    assert [it for it in passages if it not in on_paper] == []


def test_what_stands_before_a_question_is_printed_and_not_an_empty_sheet(dark: Watched) -> None:
    page = dark.open()
    expect(page.locator("#examples .holds")).to_be_visible(timeout=30_000)
    assert squeezed("What do you want to know?") in words_on_paper(page)
    assert sheets(page, "A4", across=False) == 1


def test_bars_and_swatches_are_printed_though_they_are_backgrounds(dark: Watched) -> None:
    page = dark.open("?tab=archive")
    expect(page.locator("#held .tall").first).to_be_visible()
    show_map(page)
    laid_out(page, 718)
    for part in ("#held .tall", "#map .swatch"):
        style = "it => [getComputedStyle(it).printColorAdjust, getComputedStyle(it).backgroundColor]"
        exact, colour = page.locator(part).first.evaluate(style)
        assert exact == "exact", part
        assert colour not in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}, part


def test_of_the_index_nothing_is_printed_that_is_pressed_or_dropped_on(dark: Watched) -> None:
    page = dark.open("?tab=index")
    expect(page.locator("#status dl").first).to_be_visible()
    expect(page.locator(".drop")).to_be_visible()
    text = words_on_paper(page)
    assert "Revision" not in text, "what is folded"
    assert squeezed("The index of this archive") in text
    assert squeezed("Drop files here") not in text
    assert squeezed("Add articles") not in text


def laid_out(page: Page, width: int) -> None:
    """Lay the page out as it is printed on a sheet of that width."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("scrollTo(0, 0)")


def printed(page: Page) -> str:
    return page.locator("body").inner_text()


@pytest.mark.parametrize(("paper", "across"), PAPERS)
def test_an_answer_stands_on_paper_in_one_column_under_its_question(dark: Watched, paper: str, across: bool) -> None:
    page = dark.asked(QUESTION)
    width, height = SHEETS[paper][::-1] if across else SHEETS[paper]
    laid_out(page, width)
    text = printed(page)
    today = datetime.now().astimezone()
    assert text.strip().startswith(QUESTION)
    assert f"{today.day} {today:%B %Y}" in text
    assert f"{dark.address}?q=How+long+is+the+land+border" in text
    assert BORDER in text
    assert not any(it in text for it in CONTROLS)
    boxes = [it.bounding_box() for it in page.locator("#paper, .verdict, .evidence > li > .card").all()]
    assert all(box is not None and box["x"] < 2 and box["width"] > width - 4 for box in boxes)
    long = page.evaluate("document.documentElement.scrollHeight")
    assert sheets(page, paper, across=across) <= long / height * 1.35 + 1


def test_the_mark_is_a_rule_and_an_underline_and_the_words_of_the_question_are_not(dark: Watched) -> None:
    page = dark.asked(QUESTION)
    laid_out(page, 718)
    style = "(element, name) => getComputedStyle(element)[name]"
    mark = first_card(page).locator(".quote mark").first
    assert mark.evaluate(style, "textDecorationLine") == "underline"
    assert float(mark.evaluate(style, "borderLeftWidth").removesuffix("px")) > 2
    assert mark.evaluate(style, "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert mark.evaluate(style, "color") == "rgb(0, 0, 0)"
    term = page.locator(".quote .term").first
    assert term.evaluate(style, "textDecorationLine") == "none"


@pytest.mark.parametrize(("paper", "across"), PAPERS)
def test_the_open_article_is_printed_with_its_source_and_nothing_else(dark: Watched, paper: str, across: bool) -> None:
    page = dark.asked(QUESTION)
    first_card(page).get_by_role("link", name="Read in the article").first.click()
    expect(page.locator("#article mark.opened")).to_be_visible()
    width, height = SHEETS[paper][::-1] if across else SHEETS[paper]
    laid_out(page, width)
    text = printed(page).strip()
    assert text.startswith("Lavrov and Kazykhanov to Discuss Bilateral Cooperation")
    assert 'GSV "Russia - Islamic World"' in text
    assert "File: " in text
    assert QUESTION not in text
    assert "likely" not in text
    assert not any(it in text for it in CONTROLS)
    first = page.locator("#article h2").bounding_box()
    assert first is not None
    assert first["y"] < 60
    last = page.locator("#article .colophon").bounding_box()
    assert last is not None
    assert page.evaluate("document.documentElement.scrollHeight") < last["y"] + last["height"] + 60
    assert sheets(page, paper, across=across) <= (last["y"] + last["height"]) / height * 1.3 + 1


def test_the_notebook_is_printed_with_its_notes(dark: Watched) -> None:
    page = dark.asked(QUESTION)
    first_card(page).locator("[data-keeps]").first.click()
    expect(page.locator("#toast")).to_have_text("Kept in the notebook.")
    page.goto(dark.address + "?tab=notebook")
    note = page.locator("[data-notes]")
    note.fill("Ask the embassy.\n" * 12)
    laid_out(page, 718)
    text = printed(page)
    assert QUESTION in text
    assert BORDER in text
    assert "Remove" not in text
    assert note.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    assert sheets(page, "A4", across=False) == 1
