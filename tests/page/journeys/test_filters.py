"""Narrowing a search."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.page.browsing import QUESTION, Watched, ask, first_card

pytestmark = [pytest.mark.browser, pytest.mark.model]

LAVROV = "What did Lavrov say?"


def sources(page: Page) -> list[str]:
    return page.locator(".evidence > li > .card > .over > .source").all_inner_texts()


def shown_as_relevant(page: Page) -> int:
    """Count the passages above the divider, folded ones too, once all are shown."""
    page.goto(page.url.replace("?", "?shown=100&"))
    expect(page.locator(".no-more")).to_be_visible()
    expect(page.locator(".no-more a")).to_have_count(0)
    expect(page.locator(".filters")).to_be_attached()
    above = """results => {
        const divider = results.querySelector(".beyond");
        const above = (card) => !divider || card.compareDocumentPosition(divider) & Node.DOCUMENT_POSITION_FOLLOWING;
        return [...results.querySelectorAll("[data-card]")].filter(above).length;
    }"""
    return int(page.locator("#results").evaluate(above))


def test_a_bar_an_outlet_and_both_show_as_many_as_their_counts_say(wide: Watched) -> None:
    page = wide.asked(LAVROV)
    bar = page.locator(".filters .period").last
    counted = bar.locator(".named").text_content() or ""
    bar.click()
    expect(page.locator(".chip")).to_have_count(2)
    assert counted.endswith(f": {shown_as_relevant(page)} passages")
    outlet = page.locator(".choices a", has_text="UrduPoint")
    both = outlet.locator(".count").inner_text()
    outlet.click()
    expect(page.locator(".chip")).to_have_count(3)
    assert shown_as_relevant(page) == int(both)
    page = wide.asked(LAVROV)
    outlet = page.locator(".choices a", has_text="TASS")
    alone = outlet.locator(".count").inner_text()
    outlet.click()
    expect(page.locator(".chip")).to_have_count(1)
    assert shown_as_relevant(page) == int(alone)


def test_an_outlet_narrows_the_search_and_is_cleared_by_one_press(wide: Watched) -> None:
    page = wide.asked(LAVROV)
    before = len(sources(page))
    page.locator(".choices a", has_text="TASS").click()
    expect(page.locator(".chip")).to_have_text(re.compile("TASS"))
    assert all(it.startswith("TASS") for it in sources(page))
    expect(page.locator(".choices a", has_text="UrduPoint")).to_be_visible()
    expect(page.locator(".choices a[aria-current]")).to_have_text(re.compile("TASS"))
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)
    assert len(sources(page)) == before


def test_dates_narrow_and_the_articles_left_out_for_want_of_a_date_are_counted(wide: Watched) -> None:
    page = wide.asked(LAVROV)
    page.get_by_label("From").fill("2023-01-01")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".chip")).to_have_text(re.compile("From 1 January 2023"))
    assert all("2023" in it for it in sources(page))
    expect(page.locator(".verdict")).to_contain_text("leaves out 3 articles without a full date")
    assert "after=2023-01-01" in page.url


def test_the_week_that_a_question_names_is_a_chip_that_is_taken_off_and_not_for_the_next_question(
    wide: Watched,
) -> None:
    page = wide.asked("What did Lavrov say this week?")
    expect(page.locator(".chip")).to_have_text(re.compile("this week: 10–11 April 2023"))
    assert all("2023" in it for it in sources(page))
    expect(page.get_by_label("From")).to_have_value("2023-04-10")
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator(".source", has_text="year not stated").first).to_be_visible()
    assert "time=any" in page.url
    ask(page, "Whom did Lavrov meet this week?")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.get_by_label("From")).to_have_value("2023-04-10")
    expect(page.get_by_label("to", exact=True)).to_have_value("2023-04-11")
    page.get_by_label("From").fill("")
    page.get_by_label("to", exact=True).fill("")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".chip")).to_have_count(0)
    assert "time=any" in page.url


def test_a_bar_of_the_timeline_is_a_filter(wide: Watched) -> None:
    page = wide.asked(LAVROV)
    expect(page.locator(".facet .note").first).to_contain_text("no full date")
    page.locator(".filters .period").last.click()
    expect(page.locator(".filters .period[aria-current]")).to_have_count(1)
    assert all("April 2023" in it for it in sources(page))
    page.locator(".filters .period[aria-current]").click()
    expect(page.locator(".chip")).to_have_count(0)


def test_the_newest_and_the_oldest_come_first_when_asked_for(wide: Watched) -> None:
    page = wide.asked(LAVROV)
    page.get_by_role("link", name="newest first").click()
    expect(page.locator(".order[aria-current]")).to_have_text("newest first")
    expect(page.locator(".evidence > li > .card > .over > .source").first).to_contain_text("April 2023")
    page.get_by_role("link", name="oldest first").click()
    expect(page.locator(".evidence > li > .card > .over > .source").first).to_contain_text("December 2022")


def test_filters_stay_for_the_next_question_and_are_all_cleared_by_one_press(wide: Watched) -> None:
    page = wide.asked(LAVROV)
    page.locator(".choices a", has_text="TASS").click()
    expect(page.locator(".chip")).to_have_count(1)
    ask(page, "Who is the foreign minister?")
    expect(page).to_have_url(re.compile("q=Who.*outlet=TASS|outlet=TASS.*q=Who"))
    expect(page.locator(".chip")).to_have_count(1)
    page.get_by_role("link", name="Clear all filters").click()
    expect(page.locator(".chip")).to_have_count(0)


def test_filters_that_nothing_satisfies_say_so(wide: Watched) -> None:
    page = wide.open("?q=Lavrov&outlet=Nobody")
    expect(page.locator("#results")).to_contain_text("No passage matches the filters. Widen them or remove one.")
    page.locator(".chip").click()
    expect(first_card(page)).to_be_visible()


def test_a_date_that_is_none_gets_a_message(wide: Watched) -> None:
    page = wide.open("?q=Lavrov&after=yesterday")
    expect(page.locator(".notice")).to_contain_text("is not a date")


def test_after_dates_that_no_day_satisfies_clearing_leaves_the_question_as_it_was_asked_last(small: Watched) -> None:
    page = small.asked(LAVROV)
    page.locator(".choices a", has_text="TASS").click()
    expect(page.locator(".filters .in-force")).to_have_text("1")
    page.get_by_label("From").fill("2030-01-01")
    page.get_by_label("to", exact=True).fill("2003-01-01")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".filters .in-force")).to_have_text("3")
    ask(page, QUESTION)
    expect(page.locator(".notice")).to_be_visible()
    expect(page.locator(".filters a", has_text="Clear all filters")).to_have_attribute("href", re.compile("border"))
    page.get_by_role("link", name="Clear all filters").click()
    expect(first_card(page)).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value(QUESTION)


def test_on_a_phone_the_filters_are_folded_away_until_wanted(narrow: Watched) -> None:
    page = narrow.asked(QUESTION)
    expect(page.locator(".facet").first).to_be_hidden()
    page.locator(".filters > summary").click()
    expect(page.locator(".facet").first).to_be_visible()
