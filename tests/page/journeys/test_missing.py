"""An article is read under a bar of one line, and one that is not there leaves ways on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.browsing import Watched, first_card, watched
from tests.page.journeys.test_languages import examined

pytestmark = pytest.mark.browser

TOP, BOTTOM = "element => element.getBoundingClientRect().top", "element => element.getBoundingClientRect().bottom"


def reading(browser: Browser, address: str, width: int, locale: str) -> Iterator[Page]:
    for watch in watched(browser, address, width, 900, locale):
        page = watch.open("?q=How+long+is+the+land+border+between+Kazakhstan+and+Russia%3F")
        first_card(page).locator("a[data-opens=article]").first.click()
        expect(page.locator("#article mark.opened")).to_be_focused()
        yield page


@pytest.mark.parametrize("locale", ["en-GB", "ru-RU", "kk-KZ"])
@pytest.mark.parametrize("width", [1000, 1440])
def test_the_bar_of_an_article_is_one_line_and_ends_in_the_way_out(
    browser: Browser, small_page: str, width: int, locale: str
) -> None:
    for page in reading(browser, small_page, width, locale):
        assert page.locator(".bar").evaluate("bar => bar.getBoundingClientRect().height") <= 60
        middles = (
            "all => all.map((each) => { const box = each.getBoundingClientRect(); return (box.top + box.bottom) / 2; })"
        )
        heights = page.locator(".bar > *").evaluate_all(middles)
        assert max(heights) - min(heights) < 4
        close = page.locator(".bar .close")
        assert close.evaluate("it => innerWidth - it.getBoundingClientRect().right") < 40
        ends = page.locator(".bar > :not(.close)").evaluate_all(
            "all => all.map((each) => each.getBoundingClientRect().right)"
        )
        assert max(ends) <= close.evaluate("it => it.getBoundingClientRect().left")
        close.click()
        expect(page.locator("#article .article")).to_have_count(0)


@pytest.mark.parametrize("search", ["?q=hello&passage=deadbeefdeadbeef", "?article=none.txt"])
def test_a_stale_link_says_so_clear_of_its_ring_and_leads_home(small: Watched, search: str) -> None:
    page = small.open(search)
    headline = page.get_by_role("heading", name="Not in this archive")
    expect(headline).to_be_focused()
    assert headline.evaluate(BOTTOM) + 8 <= page.locator(".missing").evaluate(TOP)
    assert examined(page)[0] == []
    page.get_by_role("link", name="Go to the start page").click()
    expect(page.locator("#article .article")).to_have_count(0)
    expect(page.locator("#welcome .before")).to_be_visible()


def test_instead_of_an_article_that_is_gone_its_words_can_be_searched_for(small: Watched) -> None:
    page = small.open("?article=2022/lavrov_and-Kazykhanov.txt")
    page.get_by_role("link", name="Search for “lavrov and Kazykhanov”").click()
    expect(first_card(page)).to_contain_text("Kazykhanov")
    page.goto(f"{small.address}?article=000_473dfb39bd99536d.md")
    expect(page.get_by_role("heading", name="Not in this archive")).to_be_visible()
    expect(page.get_by_role("link", name="Search for")).to_have_count(0)
