"""Everything that matters can be reached from the keyboard, in any layout, and never while somebody types."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from qa.page.words.kazakh import KAZAKH
from qa.page.words.russian import RUSSIAN
from qa.page.words.words import Words
from tests.page.browsing import QUESTION, Watched, first_card, watched
from tests.page.journeys.test_languages import examined

pytestmark = pytest.mark.browser


def press(page: Page, key: str, code: str, modifiers: int = 0) -> None:
    """Press a key as a keyboard of any layout does."""
    session = page.context.new_cdp_session(page)
    for kind in ("keyDown", "keyUp"):
        session.send("Input.dispatchKeyEvent", {"type": kind, "key": key, "code": code, "modifiers": modifiers})


def card(page: Page, number: int) -> Locator:
    return page.locator(".evidence > li > .card").nth(number)


def leave_the_box(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")


def test_the_first_stop_leads_to_the_answers(small: Watched) -> None:
    page = small.asked()
    page.reload()
    expect(first_card(page)).to_be_visible()
    page.wait_for_function("() => !document.documentElement.classList.contains('busy')")
    page.keyboard.press("Tab")
    skip = page.get_by_role("button", name="To the answers")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(first_card(page)).to_be_focused()
    expect(skip).not_to_be_in_viewport()


def test_where_nothing_was_asked_the_first_stop_leads_past_the_top(small: Watched) -> None:
    page = small.open("?tab=index")
    expect(page.locator("#status dl").first).to_be_visible()
    page.wait_for_function("() => !document.documentElement.classList.contains('busy')")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="To the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#index').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("down", "up", "opens"), [("j", "k", "o"), ("о", "л", "щ"), ("О", "Л", "Щ")], ids=["latin", "cyrillic", "capitals"]
)
def test_from_card_to_card_and_into_the_article(small: Watched, down: str, up: str, opens: str) -> None:
    page = small.asked()
    leave_the_box(page)
    for number in (0, 1):
        press(page, down, "KeyJ")
        expect(card(page, number)).to_be_focused()
        expect(card(page, number).locator(".quote").first).to_be_in_viewport()
    press(page, up, "KeyK")
    expect(card(page, 0)).to_be_focused()
    press(page, up, "KeyK")
    expect(card(page, 0)).to_be_focused()
    press(page, opens, "KeyO")
    expect(page.locator("#article mark.opened")).to_be_focused()
    press(page, down, "KeyJ")
    expect(card(page, 1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#article .article")).to_have_count(0)


def test_the_first_answer_is_at_most_four_stops_from_the_question(small: Watched) -> None:
    page = small.asked()
    page.get_by_label("Your question").focus()
    stops = 0
    while not page.evaluate("document.activeElement.closest('[data-card]') !== null"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= 4


@pytest.mark.parametrize("width", [1280, 390])
def test_a_card_that_is_reached_stands_clear_of_what_stays_at_the_top(
    browser: Browser, small_page: str, width: int
) -> None:
    for watch in watched(browser, small_page, width, 500):
        page = watch.open("?q=How+long+is+the+land+border+between+Kazakhstan+and+Russia%3F")
        expect(first_card(page)).to_be_visible()
        leave_the_box(page)
        for number in (0, 1):
            press(page, "j", "KeyJ")
            expect(card(page, number)).to_be_focused()
            top = "element => element.getBoundingClientRect().top"
            bottom = "element => element.getBoundingClientRect().bottom"
            page.wait_for_function("() => document.activeElement.getBoundingClientRect().top < 300")
            assert card(page, number).evaluate(top) > max(0, page.locator("#ask").evaluate(bottom))


def test_cards_that_are_folded_are_passed_over(small: Watched) -> None:
    page = small.asked()
    leave_the_box(page)
    cards = page.locator("#results [data-card]").count()
    for _ in range(cards + 2):
        press(page, "j", "KeyJ")
    assert page.evaluate("document.activeElement.matches('.evidence > li:last-child > .card')")


@pytest.mark.parametrize(("key", "code"), [("/", "Slash"), (".", "Slash"), ("№", "Slash"), ("/", "Backslash")])
def test_a_slash_leads_to_the_question(small: Watched, key: str, code: str) -> None:
    page = small.asked()
    leave_the_box(page)
    press(page, key, code)
    expect(page.get_by_label("Your question")).to_be_focused()
    assert page.evaluate("window.getSelection().toString()") == QUESTION


def test_on_another_tab_a_slash_leads_back_to_the_question(small: Watched) -> None:
    page = small.open("?tab=archive")
    expect(page.locator("#list table")).to_be_visible()
    press(page, "/", "Slash")
    expect(page.get_by_label("Your question")).to_be_focused()
    assert "tab=" not in page.url


def test_what_is_typed_is_typed_and_what_is_held_with_another_key_is_the_browsers(small: Watched) -> None:
    page = small.asked()
    box = page.get_by_label("Your question")
    box.fill("")
    page.keyboard.type("jok/?")
    expect(box).to_have_value("jok/?")
    leave_the_box(page)
    for modifier in (1, 2, 4):  # Alt, Ctrl, Meta
        press(page, "j", "KeyJ", modifier)
    press(page, "J", "KeyJ", 8)
    press(page, "h", "KeyJ")  # a Dvorak keyboard
    press(page, "-", "Slash")  # a German one
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize(("key", "code"), [("?", "Slash"), (",", "Slash"), ("?", "Digit7")])
def test_a_question_mark_lists_the_keys(small: Watched, key: str, code: str) -> None:
    page = small.asked()
    first_card(page).locator(".read").first.click()
    expect(page.locator("#article mark.opened")).to_be_focused()
    press(page, key, code, 8)
    listed = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(listed).to_contain_text("Next answer")
    press(page, "j", "KeyJ")
    expect(listed).to_be_visible()
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    expect(page.locator("#article .article")).to_be_visible()


def speaking(browser: Browser, address: str, words: Words) -> Iterator[Page]:
    for watch in watched(browser, address, 390, 844, words.code):
        yield watch.open()


@pytest.mark.parametrize("words", [RUSSIAN, KAZAKH], ids=lambda it: it.code)
def test_the_keys_are_listed_in_the_pages_language_and_in_any_look(
    browser: Browser, small_page: str, words: Words
) -> None:
    for page in speaking(browser, small_page, words):
        expect(page.locator("#welcome .before")).to_be_visible()
        press(page, "?", "Slash", 8)
        expect(page.get_by_role("dialog", name=words.script.keys)).to_contain_text(words.script.key_open)
        page.get_by_role("button", name=words.script.close).focus()
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            assert examined(page)[0] == []
