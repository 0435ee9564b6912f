"""The tab that shows what the archive holds."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.browsing import (
    QUESTION,
    Watched,
    assert_fits,
    first_card,
    press_until_focused,
    searched,
    show_map,
    watched,
)

pytestmark = [pytest.mark.browser, pytest.mark.model]


def opened(wide: Watched) -> Page:
    page = wide.open()
    page.get_by_role("tab", name="Archive").click()
    expect(page.locator("#list tbody tr")).to_have_count(5)
    return page


def rows(page: Page) -> list[str]:
    return page.locator("#list tbody th").all_inner_texts()


def test_the_list_is_sorted_by_its_headings(wide: Watched) -> None:
    page = opened(wide)
    page.get_by_role("link", name="Headline", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Headline")
    assert rows(page) == sorted(rows(page), key=str.casefold)
    page.get_by_role("link", name="Passages", exact=True).click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Passages")
    counts = [int(it) for it in page.locator("#list .amount").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)


def test_a_month_an_outlet_and_words_of_a_headline_narrow_the_list(wide: Watched) -> None:
    page = opened(wide)
    page.locator("#held .period").last.click()
    expect(page.locator("#list tbody tr")).to_have_count(1)
    expect(page.locator("#list tbody")).to_contain_text("11 April 2023")
    page.get_by_role("link", name="Show all").click()
    expect(page.locator("#list tbody tr")).to_have_count(5)
    page.locator("#held .outlets a", has_text="TASS").click()
    expect(page.locator("#held .outlets a[aria-current]")).to_have_count(1)
    expect(page.locator("#list td", has_text="TASS").first).to_be_visible()
    page.get_by_role("link", name="Show all").click()
    expect(page.locator("#list tbody tr")).to_have_count(5)
    page.get_by_label("Words in the headline").fill("wedge")
    page.keyboard.press("Enter")
    expect(page.locator("#list tbody tr")).to_have_count(1)
    assert "title=wedge" in page.url


def test_each_article_is_one_line_of_the_list_and_said_in_whole_where_it_is_pointed_at(small: Watched) -> None:
    page = opened(small)
    rows = page.locator("#list tbody tr")
    assert rows.evaluate_all("rows => rows.map((it) => it.getBoundingClientRect().height)") == [36] * 5
    headline = page.locator("#list tbody th", has_text="West looks for any clue")
    expect(headline).to_have_attribute("title", re.compile("wedge between Russia and Kazakhstan, says Lavrov$"))


@pytest.mark.parametrize("locale", ["en-GB", "ru"])
def test_on_a_phone_each_article_of_the_list_is_two_lines_across_the_screen_and_stays_a_row_of_a_table(
    browser: Browser, small_page: str, locale: str
) -> None:
    for watch in watched(browser, small_page, 390, 844, locale):
        page = watch.open("?tab=archive")
        expect(page.locator("#list tbody tr")).to_have_count(5)
        heights = page.locator("#list tbody tr").evaluate_all("rows => rows.map((it) => it.clientHeight)")
        assert len(set(heights)) == 1
        assert heights[0] < 60
        row = page.locator("#list").get_by_role("row").nth(1)
        expect(row).to_be_visible()
        assert_fits(page)
        cells = page.locator("#list tbody :is(th, td)").evaluate_all(
            "all => all.map((it) => it.getBoundingClientRect()).map((it) => [it.width, it.right])"
        )
        assert all(width > 20 and right <= 390 - 18 for width, right in cells), "nothing is cut off but by its dots"
        headline = row.get_by_role("rowheader").bounding_box()
        assert headline is not None
        assert headline["width"] > 320
        expect(row.get_by_role("cell")).to_have_count(3)
        expect(row.get_by_role("cell").last).to_contain_text(re.compile(r"\d+ \S+"), use_inner_text=True)
        expect(page.locator("#list").get_by_role("columnheader")).to_have_count(4)


def test_the_bars_are_reached_by_keyboard_and_say_what_they_count(small: Watched) -> None:
    page = opened(small)
    press_until_focused(page, "#held .period")
    expect(page.locator("#held .period").first.locator(".named")).to_have_text("December 2022: 1 article")
    expect(page.locator("#held .period").first.locator(".named")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#list tbody tr")).to_have_count(1)
    expect(page.locator("#held")).to_contain_text("3 articles have no full date")


def test_an_article_opens_from_the_list_and_closes_back_to_it(wide: Watched) -> None:
    page = opened(wide)
    link = page.locator("#list tbody th a").first
    name = link.inner_text()
    link.click()
    expect(page.locator("#article h2")).to_have_text(name)
    expect(page.locator("#article h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_the_tab_and_what_it_lists_can_be_linked_to_and_gone_back_from(wide: Watched) -> None:
    page = wide.open("?tab=archive&sort=title")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Headline")
    page.get_by_role("tab", name="Ask").click()
    expect(page.get_by_label("Your question")).to_be_visible()
    expect(page).not_to_have_url(re.compile("tab=archive"))
    page.go_back()
    expect(page.locator("#list table")).to_be_visible()


def test_what_was_asked_stays_asked_while_the_archive_is_looked_through(small: Watched) -> None:
    page = small.asked()
    asked = searched(page)
    page.get_by_role("tab", name="Archive").click()
    page.get_by_role("link", name="Headline", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Headline")
    page.locator("#held .outlets a", has_text="TASS").click()
    expect(page.locator("#held .outlets a[aria-current]")).to_have_count(1)
    link = page.locator("#list tbody th a").first
    link.click()
    expect(page.locator("#article h2")).to_be_focused()
    page.reload()
    expect(page.locator("#article .article")).to_be_visible()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Headline")
    page.get_by_role("button", name="Close the article").click()
    expect(link).to_be_focused()
    page.get_by_role("tab", name="Ask").click()
    expect(page).to_have_url(small.address + asked)
    page.reload()
    expect(first_card(page)).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value(QUESTION)


def test_an_answer_can_be_taken_along_wherever_the_address_has_led_since(small: Watched) -> None:
    page = small.asked()
    asked = page.url
    page.evaluate("history.replaceState(null, '', location.pathname)")
    first_card(page).get_by_role("button", name="Copy quote").click()
    expect(page.locator("#toast")).to_have_text("Copied with its source.")
    page.get_by_text("Export", exact=True).click()
    page.get_by_role("button", name="Copy link to this search").click()
    expect(page.locator("#toast")).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == asked


def test_the_map_shows_topics_and_a_point_opens_its_passage(wide: Watched) -> None:
    page = wide.asked()
    page.get_by_role("tab", name="Archive").click()
    show_map(page)
    expect(page.locator("#map text").first).to_have_text(re.compile(r"\w{3,}"))
    expect(page.locator("#map .ring").first).to_be_attached()
    page.locator("#map .point").first.dispatch_event("click", {"button": 0})
    expect(page.locator("#article mark.opened")).to_be_focused()
    assert searched(page).startswith("?q=How+long"), "what was asked stays in the address"


def test_once_the_map_is_drawn_its_button_goes_and_the_map_is_there_until_articles_are_added(
    browser: Browser, folder_page: tuple[Path, str]
) -> None:
    folder, address = folder_page
    for watch in watched(browser, address, 1280, 900):
        page = watch.open("?tab=archive")
        page.get_by_role("button", name="Draw the map").click()
        expect(page.locator("#map .point")).to_have_count(1, timeout=60_000)
        expect(page.get_by_role("button", name="Draw the map")).to_be_hidden()
        expect(page.locator("#map figure")).to_be_focused()
        page.reload()
        expect(page.locator("#map .point")).to_have_count(1)
        expect(page.locator("#map figure")).not_to_be_focused()
        expect(page.locator("[data-draws]")).to_have_count(0)
        (folder / "two.txt").write_text("Bridge opens\n\nThe bridge of Rivertown opened on Monday.\n")
        page.get_by_role("tab", name="Index").click()
        page.get_by_role("button", name="Rebuild").click()
        expect(page.locator("#rebuilt")).to_contain_text("1 added")
        page.get_by_role("tab", name="Archive").click()
        expect(page.get_by_role("button", name="Draw the map")).to_be_visible()
        expect(page.locator("#map .point")).to_have_count(0)


def test_the_map_and_the_timeline_are_on_the_first_screen_and_no_label_stands_on_another(
    browser: Browser, seeds_page: str
) -> None:
    for watch in watched(browser, seeds_page, 1440, 900):
        page = watch.open("?tab=archive")
        show_map(page)
        expect(page.locator("#map .topic-map")).to_be_in_viewport(ratio=1)
        expect(page.locator("#held .timeline")).to_be_in_viewport()
        boxes = page.locator("#map text").evaluate_all(
            "all => all.map((it) => it.getBoundingClientRect()).map((it) => [it.left, it.right, it.top, it.bottom])"
        )
        assert len(boxes) > 1
        for (left, right, top, bottom), (left2, right2, top2, bottom2) in combinations(boxes, 2):
            assert right < left2 or right2 < left or bottom < top2 or bottom2 < top


def test_on_a_phone_topics_are_named_below_the_map_with_their_colours(narrow: Watched) -> None:
    page = narrow.open("?tab=archive")
    show_map(page)
    assert_fits(page)
    expect(page.locator("#map text").first).to_be_hidden()
    topics, groups = page.locator("#map .topics li"), page.locator("#map [data-topic]")
    expect(topics).to_have_count(groups.count())
    for at in range(topics.count()):
        colour = topics.nth(at).locator(".swatch").evaluate("it => getComputedStyle(it).backgroundColor")
        assert colour == groups.nth(at).locator(".point").first.evaluate("it => getComputedStyle(it).stroke")
    assert topics.first.evaluate("it => it.getBoundingClientRect().top") > page.locator("#map svg").evaluate(
        "it => it.getBoundingClientRect().bottom"
    )


def test_the_points_of_the_topic_that_is_pointed_at_stand_out(wide: Watched) -> None:
    page = wide.open("?tab=archive")
    show_map(page)
    page.locator("#map .topics a").nth(1).focus()
    expect(page.locator("#map .lit")).to_have_count(1)
    expect(page.locator("#map .lit")).to_have_attribute("data-topic", "1")
    page.locator("#list h2").hover()
    expect(page.locator("#map .lit")).to_have_count(0)


def test_on_a_phone_no_line_of_what_is_held_ends_in_a_dot(narrow: Watched) -> None:
    page = narrow.open("?tab=archive")
    facts = page.locator("#archive .holds > span:not(.dot)")
    expect(facts.first).to_be_visible()
    assert facts.count() == 3
    assert page.locator("#archive .holds > .dot:visible").count() == 0
    tops = facts.evaluate_all("all => all.map(it => it.getBoundingClientRect().top)")
    assert len(set(tops)) == 3
