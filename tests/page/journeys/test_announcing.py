"""What happens is said to those who listen, in one place and once."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.page.browsing import QUESTION, Watched, ask, first_card

pytestmark = pytest.mark.browser

LISTEN = """() => {
  window.said = [];
  new MutationObserver(() => {
    const text = document.getElementById("announcement").textContent;
    if (text) window.said.push(text);
  }).observe(document.getElementById("announcement"), { childList: true, characterData: true, subtree: true });
}"""


def said(page: Page) -> list[str]:
    """Return what was read out, once what comes a moment later has come."""
    page.wait_for_timeout(200)
    return list(page.evaluate("window.said"))


def test_a_verdict_is_said_once_whatever_else_is_done_with_its_answer(small: Watched) -> None:
    page = small.open()
    expect(page.locator("#examples .example").first).to_be_visible()
    page.evaluate(LISTEN)
    ask(page, QUESTION)
    expect(page.locator(".filters")).to_be_attached()
    first_card(page).locator(".read").first.click()
    expect(page.locator("#article mark.opened")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#article .article")).to_have_count(0)
    verdict = page.locator(".verdict h2").inner_text()
    assert [it.startswith(verdict) for it in said(page) if "Searching" not in it] == [True]


def test_an_answer_to_a_corrected_question_is_said_with_what_was_corrected(small: Watched) -> None:
    page = small.asked()
    corrected = '<p class="corrected" data-announce>Showing results for border.</p>'
    page.locator(".verdict").evaluate("(verdict, html) => verdict.insertAdjacentHTML('beforebegin', html)", corrected)
    page.evaluate("window.archivePage.settled()")
    verdict = page.locator(".verdict h2").inner_text()
    expect(page.locator("#announcement")).to_contain_text(f"Showing results for border. {verdict}")


def test_a_wait_is_said_after_a_moment(small: Watched) -> None:
    page = small.asked()
    page.evaluate(LISTEN)
    with page.expect_request("**/run/predict**"):
        page.route("**/run/predict**", lambda _: None)  # never answered
        page.locator(".orders a").first.click()
    expect(page.locator("#announcement")).to_have_text("Searching the archive…")


def test_the_drawing_of_the_map_is_said_and_its_end(small: Watched) -> None:
    page = small.open("?tab=archive")
    expect(page.locator("#list table")).to_be_visible()
    page.evaluate(LISTEN)
    held = list[Route]()
    page.route("**/queue/join**", lambda route: held.append(route))
    page.get_by_role("button", name="Draw the map").click()
    expect(page.locator("#announcement")).to_have_text("Drawing the map…")
    held[0].continue_()
    expect(page.locator("#map .point").first).to_be_attached(timeout=60_000)
    drawn = page.locator("#map [data-drawn]").get_attribute("aria-label") or ""
    expect(page.locator("#announcement")).to_have_text(drawn)
    assert said(page) == ["Drawing the map…", drawn]


def test_the_same_word_is_said_again_when_it_happens_again(small: Watched) -> None:
    page = small.asked()
    page.evaluate(LISTEN)
    for _ in range(2):
        page.get_by_role("button", name="Ask", exact=True).focus()
        page.get_by_label("Your question").fill("")
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)
    assert said(page) == ["Type a question."] * 2


def test_nothing_else_on_the_page_is_read_out_by_itself(small: Watched) -> None:
    page = small.asked()
    first_card(page).locator(".read").first.click()
    expect(page.locator("#article mark.opened")).to_be_focused()
    live = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]"
    heard = "all => all.filter((each) => each.checkVisibility()).map((each) => each.id)"
    assert page.locator(live).evaluate_all(heard) == ["announcement"]
