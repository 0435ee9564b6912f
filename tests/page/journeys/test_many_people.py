"""Several people at once."""

import pytest
from playwright.sync_api import Browser, expect

from tests.page.browsing import Watched, ask, first_card

pytestmark = [pytest.mark.browser, pytest.mark.model]

QUESTIONS = {
    "How long is the land border between Kazakhstan and Russia?": "7,591",
    "What is the main priority of Kazakhstan's foreign policy?": "cooperation with the Russian Federation",
    "How much did trade with Kazakhstan grow?": "turnover increased by about 10%",
    "When will Tokayev make a state visit to Russia?": "November 12",
}


def test_ten_people_asking_at_once_each_get_their_own_answer(browser: Browser, seeds_page: str) -> None:
    contexts = [browser.new_context(locale="en-GB") for _ in range(10)]
    pages = [context.new_page() for context in contexts]
    asked = [list(QUESTIONS)[number % len(QUESTIONS)] for number in range(10)]
    for page in pages:
        page.goto(seeds_page)
        page.locator("#welcome .before").wait_for()
    for page, question in zip(pages, asked, strict=True):
        ask(page, question)
    for page, question in zip(pages, asked, strict=True):
        expect(first_card(page)).to_contain_text(QUESTIONS[question])
        expect(page.get_by_label("Your question")).to_have_value(question)
    for context in contexts:
        context.close()


def test_two_browsers_do_not_see_each_others_questions(browser: Browser, wide: Watched) -> None:
    page = wide.asked()
    other = browser.new_context(locale="en-GB").new_page()
    other.goto(wide.address)
    expect(other.locator("#welcome .before")).to_be_visible()
    expect(other.locator(".verdict")).to_have_count(0)
    ask(other, "When will Tokayev make a state visit to Russia?")
    expect(first_card(other)).to_contain_text("November 12")
    expect(first_card(page)).to_contain_text("7,591")
    other.context.close()
