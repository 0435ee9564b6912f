"""Whatever is pressed before the answer has come, what stands there in the end is what was asked for last."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.browsing import QUESTION, Watched, ask, first_card, unfold

pytestmark = pytest.mark.browser

LATER = "When will Tokayev make a state visit to Russia?"
SLOW = """() => {
  const swift = window.fetch;
  window.fetch = async (...all) => {
    await new Promise((go) => setTimeout(go, 400));
    return swift(...all);
  };
}"""
HELD = """() => {
  const swift = window.fetch;
  const said = new Promise((say) => (window.release = say));
  window.fetch = async (...all) => {
    const answer = await swift(...all);
    await said;
    return answer;
  };
}"""
"""Answers come, and are kept from the page until it is said."""
BROKEN = """() => {
  const whole = window.fetch;
  window.fetch = async () => { throw new TypeError("no way through"); };
  window.mend = () => { window.fetch = whole; };
}"""


def assert_all_of_it_is_about(page: Page, question: str) -> None:
    """The box, the answer and the filters are those of one question."""
    words = question.replace(" ", "+").replace("?", "%3F")
    expect(page.locator(f'#results [data-asked*="{words}"]')).to_be_visible(timeout=10_000)
    expect(page.get_by_label("Your question")).to_have_value(question)
    expect(page.locator("#filters .choices a").first).to_have_attribute("href", re.compile(re.escape(words)))
    assert words in page.url


def test_of_two_questions_the_second_is_answered(small: Watched) -> None:
    page = small.open()
    expect(page.locator("#welcome .before")).to_be_visible()
    page.evaluate(SLOW)
    ask(page, QUESTION)
    ask(page, LATER)
    assert_all_of_it_is_about(page, LATER)


def test_the_way_back_may_be_taken_in_a_hurry(small: Watched) -> None:
    page = small.asked()
    for question in (LATER, "Who came to Astana?"):
        ask(page, question)
        assert_all_of_it_is_about(page, question)
    page.evaluate(SLOW)
    page.evaluate("window.history.back()")
    page.wait_for_timeout(100)
    page.evaluate("window.history.back()")
    assert_all_of_it_is_about(page, QUESTION)


def test_on_the_way_back_to_the_beginning_nothing_is_left_of_the_question(small: Watched) -> None:
    page = small.asked()
    page.go_back()
    expect(page.locator("#welcome .before")).to_be_visible()
    expect(page.locator(".before")).to_have_count(1)
    expect(page.locator("[data-filters]")).to_have_count(0)
    expect(page.get_by_label("Your question")).to_have_value("")


def test_of_two_articles_the_second_is_read(small: Watched) -> None:
    page = small.asked()
    links = page.locator(".evidence > li > .card > .controls > .read")
    second = page.locator(".evidence > li > .card").nth(1).get_attribute("data-card")
    page.evaluate(SLOW)
    links.nth(0).click()
    links.nth(1).click()
    expect(page.locator(f'#article .opened[data-match="{second}"]')).to_be_visible()
    assert f"passage={second}" in page.url


def test_each_neighbour_comes_where_it_was_asked_for(small: Watched) -> None:
    page = small.asked()
    one_by_one = [neighbour(press_neighbour(page, which)) for which in ("previous", "following")]
    page = small.asked()
    page.evaluate(SLOW)
    places = [press_neighbour(page, which) for which in ("previous", "following")]
    assert [neighbour(it) for it in places] == one_by_one
    assert len(set(one_by_one)) == 2


def press_neighbour(page: Page, which: str) -> Locator:
    text = first_card(page).locator(":scope > .text")
    if "folded" in (text.get_attribute("class") or ""):
        unfold(first_card(page))
    place = text.locator(f".neighbour.{which}")
    place.get_by_role("button").click()
    return place


def neighbour(place: Locator) -> str:
    expect(place.locator(".fetched")).to_have_count(1)
    return place.locator(".fetched .beside").inner_text()


def test_an_answer_that_never_came_keeps_no_other_waiting(small: Watched) -> None:
    page = small.open()
    expect(page.locator("#welcome .before")).to_be_visible()
    page.evaluate(BROKEN)
    ask(page, QUESTION)
    page.wait_for_timeout(500)
    page.evaluate("window.mend()")
    ask(page, LATER)
    assert_all_of_it_is_about(page, LATER)


def test_a_tab_pressed_while_a_filtered_answer_is_on_its_way_stays_in_front(small: Watched) -> None:
    page = small.asked()
    outlet = page.locator("#filters .choices a[href*=outlet]").first
    words = outlet.locator(".choice").inner_text()
    page.evaluate(HELD)
    outlet.click()
    page.get_by_role("tab", name="Archive").click()
    page.evaluate("window.release()")
    expect(page.locator("#list table")).to_be_visible()
    page.wait_for_function("() => !document.documentElement.classList.contains('busy')")
    assert_archive_is_in_front(page)
    assert "outlet=" in page.url
    page.go_back()
    expect(page.locator(".chip")).to_contain_text(words)
    assert "tab=" not in page.url


def test_a_tab_pressed_right_after_the_way_back_from_an_article_stays_in_front(small: Watched) -> None:
    page = small.asked()
    page.evaluate(HELD)
    first_card(page).locator(".read").first.click()
    page.evaluate("window.history.back()")
    page.wait_for_function("() => !window.location.search.includes('passage')")
    page.get_by_role("tab", name="Archive").click()
    page.evaluate("window.release()")
    expect(page.locator("#list table")).to_be_visible()
    page.wait_for_function("() => !document.documentElement.classList.contains('busy')")
    assert_archive_is_in_front(page)
    expect(page.locator("#article .article")).to_have_count(0)
    page.get_by_role("tab", name="Ask").click()
    expect(first_card(page)).to_be_visible()


def assert_archive_is_in_front(page: Page) -> None:
    expect(page.get_by_role("tab", name="Archive")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#held")).to_be_visible()
    assert "tab=archive" in page.url


def test_what_is_typed_while_an_answer_is_on_its_way_is_left_as_it_is(small: Watched) -> None:
    page = small.asked()
    page.evaluate(HELD)
    page.locator(".orders a").first.click()
    page.get_by_label("Your question").fill("Who came to Astana")
    page.evaluate("window.release()")
    expect(page.locator(".orders [aria-current]")).to_have_text("newest first")
    page.wait_for_function("() => !document.documentElement.classList.contains('busy')")
    expect(page.get_by_label("Your question")).to_have_value("Who came to Astana")
