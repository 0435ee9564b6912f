from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.page.browsing import Watched, ask, show_map
from tests.page.hostile import ATTACKS, QUESTION

pytestmark = pytest.mark.browser

DANGEROUS = ":is(script, img, iframe, form:not([data-dates], [data-titles]), style, object, embed, link)"


def assert_safe(watch: Watched) -> None:
    """Nothing of an article has become an element that could run, load or send anything."""
    assert watch.page.evaluate("window.attacked") is None
    for part in ("#masthead", "#results", "#filters", "#article", "#held", "#list", "#map", "#status"):
        assert watch.page.locator(f"{part} {DANGEROUS}").count() == 0


def test_nothing_in_any_field_runs_or_calls_out(attacked: Watched) -> None:
    page = attacked.open()
    ask(page, QUESTION)
    page.locator(".filters").wait_for()
    for closed in page.locator("#desk details:not([open]) > summary").all():
        if closed.is_visible():
            closed.click()
    page.locator(".card").last.hover()
    assert_safe(attacked)
    for card in page.locator(".evidence > li > .card").all()[:8]:
        name = card.locator(":scope > .over > .headline").inner_text()
        card.locator(":scope > .controls > .read").click()
        page.locator("#article h2", has_text=name).wait_for()
        assert_safe(attacked)
        page.get_by_role("button", name="Close the article").click()
        page.locator("#article .article").wait_for(state="detached")
    page.locator(".unfold").first.click()
    page.locator(".neighbour button").first.click()
    page.locator(".card .fetched").first.wait_for()
    assert_safe(attacked)


def test_nothing_in_the_lists_and_the_map_runs_or_calls_out(attacked: Watched) -> None:
    page = attacked.open("?tab=archive")
    page.locator("#list table").wait_for()
    assert_safe(attacked)
    show_map(page)
    page.locator("#map .point").first.hover(force=True)
    assert_safe(attacked)
    page.get_by_role("tab", name="Index").click()
    page.locator("#status dl").first.wait_for()
    assert_safe(attacked)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_link_runs_or_calls_out(attacked: Watched, attack: str) -> None:
    fields = {"q": attack + " window", "passage": attack, "outlet": attack, "place": attack}
    page = attacked.open("?" + urlencode(fields))
    page.locator(".verdict").wait_for()
    page.get_by_role("heading", name="Not in this archive").wait_for()
    page.locator(".filters").wait_for(state="attached")
    assert page.get_by_label("Your question").input_value() == attack + " window"
    assert_safe(attacked)


def test_a_recent_question_is_text_and_no_more(attacked: Watched) -> None:
    page = attacked.open()
    ask(page, QUESTION)
    page.locator(".verdict").wait_for()
    ask(page, "window")
    recent = page.locator("[data-recent] a")
    expect(recent).to_contain_text(QUESTION[:60])
    expect(recent).to_have_attribute("title", QUESTION)
    assert_safe(attacked)


def test_hostile_words_of_a_quote_are_copied_and_saved_as_they_are(attacked: Watched) -> None:
    page = attacked.open()
    ask(page, QUESTION)
    page.locator(".card").first.get_by_role("button", name="Copy quote").click()
    expect(page.locator("#toast")).to_have_text("Copied with its source.")
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").click()
    assert saved.value.suggested_filename.endswith(".csv")
    assert_safe(attacked)
