"""What is selected on a card and copied: the words and their source, never what is pressed."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.browsing import BORDER, Watched, first_card

pytestmark = pytest.mark.browser

CONTROLS = ("Copy quote", "Keep", "Why this?", "Next paragraph", "Previous paragraph", "likely to answer", "Read in")
QUESTION = "How long is the land border between Kazakhstan and Russia?"


def copied(page: Page) -> str:
    page.keyboard.press("Control+c")
    return str(page.evaluate("navigator.clipboard.readText()"))


def select_all_of(page: Page, selector: str) -> None:
    page.evaluate(
        "selector => document.getSelection().selectAllChildren(document.querySelector(selector))",
        selector,
    )


def test_a_card_that_is_selected_whole_is_copied_as_its_quote_and_its_source(small: Watched) -> None:
    page = small.asked(QUESTION)
    select_all_of(page, "[data-card]")
    text = copied(page)
    quote, source = text.split("\n— ")
    assert BORDER in quote
    assert first_card(page).locator(".quote").first.inner_text().split() == quote.split()
    assert "Lavrov and Kazykhanov to Discuss Bilateral Cooperation" in source
    assert "22 October, year not stated" in source
    assert not any(it in text for it in CONTROLS)
    html = page.evaluate("navigator.clipboard.read().then(([it]) => it.getType('text/html')).then((it) => it.text())")
    assert "<blockquote>" in html
    assert "<button" not in html


def test_a_card_over_which_one_drags_is_copied_likewise(small: Watched) -> None:
    page = small.asked(QUESTION)
    top = first_card(page).locator(".headline").first.bounding_box()
    low = first_card(page).locator(".controls").first.bounding_box()
    assert top is not None
    assert low is not None
    page.mouse.move(top["x"] + 1, top["y"] + 2)
    page.mouse.down()
    page.mouse.move(low["x"] + low["width"] - 2, low["y"] + low["height"] + 1, steps=8)
    page.mouse.up()
    text = copied(page)
    assert BORDER in text
    assert "paragraph 7 of" in text
    assert not any(it in text for it in CONTROLS)


def test_some_words_of_a_quote_are_copied_alone(small: Watched) -> None:
    page = small.asked(QUESTION)
    page.evaluate(
        """() => {
            const words = document.createTreeWalker(document.querySelector('[data-card] .quote'), NodeFilter.SHOW_TEXT);
            words.nextNode();
            document.getSelection().setBaseAndExtent(words.currentNode, 0, words.currentNode, 10);
        }"""
    )
    assert copied(page) == first_card(page).locator(".quote").first.inner_text()[:10]


def test_several_cards_are_copied_with_the_source_of_each(small: Watched) -> None:
    page = small.asked(QUESTION)
    select_all_of(page, "#results")
    text = copied(page)
    assert text.count("\n— ") == page.locator(".evidence > li > [data-card]").count()
    assert not any(it in text for it in CONTROLS)


def test_even_all_of_the_page_is_copied_without_its_controls(small: Watched) -> None:
    page = small.asked(QUESTION)
    page.locator("#results").click(position={"x": 3, "y": 3})
    page.keyboard.press("Control+a")
    text = copied(page)
    assert BORDER in text
    assert not any(it in text for it in CONTROLS)


def test_an_entry_of_the_notebook_is_copied_likewise(small: Watched) -> None:
    page = small.asked(QUESTION)
    first_card(page).locator("[data-keeps]").first.click()
    expect(page.locator("#toast")).to_have_text("Kept in the notebook.")
    page.goto(small.address + "?tab=notebook")
    expect(page.locator("[data-entry]")).to_be_visible()
    select_all_of(page, "[data-entry]")
    text = copied(page)
    assert BORDER in text
    assert "\n— Lavrov and Kazykhanov" in text
    assert "Remove" not in text


def test_selected_passages_stay_selected_when_the_page_is_loaded_again(small: Watched) -> None:
    page = small.asked(QUESTION)
    picks = page.locator(".evidence > li > .card > .over > .pick")
    for place in (0, 2):
        picks.nth(place).check()
    page.reload()
    expect(page.locator("[data-chosen]")).to_have_text("2 selected")
    expect(picks.nth(0)).to_be_checked()
    expect(picks.nth(1)).not_to_be_checked()
    expect(picks.nth(2)).to_be_checked()
    page.goto(small.address + "?q=Lavrov")
    expect(picks.first).to_be_visible()
    expect(page.locator(".pick:checked")).to_have_count(0)
    page.go_back()
    expect(page.locator("[data-chosen]")).to_have_text("2 selected")
    page.get_by_role("link", name="More passages").click()
    expect(page.locator("#results [data-asked*='shown=20']")).to_be_attached()
    expect(page.locator("[data-chosen]")).to_have_text("2 selected")
    picks.nth(0).uncheck()
    page.reload()
    expect(page.locator("[data-chosen]")).to_have_text("1 selected")
