import re

import pytest
from playwright.sync_api import Locator, Page, expect

from qa.settings import Settings
from tests.page.browsing import (
    BORDER,
    QUESTION,
    Watched,
    ask,
    assert_border_is_read,
    assert_fits,
    first_card,
    left_edge,
    press_until_focused,
    right_edge,
    searched,
    unfold,
)

pytestmark = [pytest.mark.browser, pytest.mark.model]

BEIJING = "When did Lavrov meet Zakharova in Beijing?"


def test_before_a_question_the_page_says_what_to_do_and_what_the_archive_holds(wide: Watched) -> None:
    page = wide.open()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ask the archive")
    expect(page.locator("#examples .holds")).to_contain_text("5 articles")
    expect(page.locator("#welcome")).to_contain_text("Ask in plain words")


def test_asking_by_enter_reading_and_closing(wide: Watched) -> None:
    page = wide.asked()
    expect(page.locator(".verdict")).to_contain_text(
        re.compile(r"An answer is \d+% likely. No. 1 is best: its marked sentence reads like an answer.")
    )
    first = first_card(page)
    expect(first.locator(":scope > .text > .quote mark")).to_contain_text(BORDER)
    expect(first.locator(":scope > .text > .quote mark b.term").filter(has_text="border")).to_have_count(1)
    read = first.get_by_role("link", name="Read in the article")
    read.click()
    assert_border_is_read(page)
    assert right_edge(page, "#results") <= left_edge(page, "#article .article"), "the article stands beside the results"
    page.get_by_role("button", name="Close the article").click()
    expect(page.locator("#article .article")).to_have_count(0)
    expect(read).to_be_focused()


def test_asking_with_the_button(wide: Watched) -> None:
    page = wide.open()
    page.get_by_label("Your question").fill(QUESTION)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(first_card(page)).to_contain_text(BORDER)


def test_an_enter_pressed_while_the_page_still_comes_up_is_not_lost(wide: Watched) -> None:
    page = wide.page
    page.goto(wide.address, wait_until="commit")
    box = page.locator("#question textarea")
    box.wait_for(state="attached")
    box.fill(QUESTION)
    box.press("Enter")
    expect(first_card(page)).to_contain_text(BORDER)
    expect(page.locator("#welcome .before")).to_be_hidden()
    expect(box).to_have_value(QUESTION)


def test_the_examples_are_drawn_from_the_archive_and_it_answers_them(wide: Watched) -> None:
    page = wide.open()
    example = page.locator("#examples nav:not(.recent) a").first
    words = example.inner_text()
    example.click()
    expect(page.locator(".verdict h2")).to_have_text("Answered")
    expect(page.get_by_label("Your question")).to_have_value(words)


def test_what_was_asked_in_this_tab_can_be_asked_again_and_in_another_tab_is_not_known(wide: Watched) -> None:
    page = wide.asked()
    ask(page, "When will Tokayev visit Russia?")
    recent = page.get_by_role("navigation", name="Recent questions").get_by_role("link", name=QUESTION)
    recent.click()
    expect(first_card(page)).to_contain_text(BORDER)
    other = page.context.new_page()
    other.goto(wide.address)
    expect(other.locator("#welcome .before")).to_be_visible()
    expect(other.get_by_role("navigation", name="Recent questions")).to_be_hidden()


def test_what_was_refused_is_not_kept_to_be_asked_again_and_what_is_long_is_kept_short(small: Watched) -> None:
    page = small.open("?q=" + "word+" * 2000)
    expect(page.locator(".notice")).to_be_visible()
    long = "Who said of the border between Kazakhstan and Russia, which is the longest, what was said of it? " * 3
    ask(page, long.strip())
    expect(page.locator(".verdict")).to_be_visible()
    ask(page, "😀🎉")
    expect(page.locator(".notice")).to_be_visible()
    kept = page.get_by_role("navigation", name="Recent questions").get_by_role("link")
    expect(kept).to_have_count(1)
    expect(kept).to_have_text(re.compile(r"^Who said of the border.{40,70}…$"))
    kept.click()
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value(long.strip())


def test_no_more_is_typed_than_a_question_may_have(small: Watched) -> None:
    page = small.open()
    page.get_by_label("Your question").fill("word " * 2800)
    assert len(page.get_by_label("Your question").input_value()) == Settings().longest_question_characters


def test_a_missing_year_is_said_and_not_guessed(wide: Watched) -> None:
    page = wide.asked()
    expect(first_card(page).locator(":scope > .over > .source")).to_have_text(
        re.compile(r'^GSV "Russia - Islamic World"\s*·\s*22 October, year not stated$')
    )
    unfold(first_card(page))
    expect(first_card(page).locator(".further").first).to_contain_text(re.compile(r"paragraph 7 of \d+"))


def test_the_address_of_a_search_and_of_a_passage_can_be_copied(wide: Watched) -> None:
    page = wide.asked()
    search = searched(page)
    assert search.startswith("?q=How+long")
    first_card(page).get_by_role("link").click()
    assert_border_is_read(page)
    passage = searched(page)

    page.goto("about:blank")
    wide.open(search)
    expect(first_card(page)).to_contain_text(BORDER)
    expect(page.get_by_label("Your question")).to_have_value(QUESTION)
    expect(page).to_have_title(re.compile("How long"))

    page.goto("about:blank")
    wide.open(passage)
    assert_border_is_read(page)
    expect(first_card(page)).to_contain_text(BORDER)


def test_the_back_button_leads_back(wide: Watched) -> None:
    page = wide.asked()
    first_card(page).get_by_role("link").click()
    assert_border_is_read(page)
    page.go_back()
    expect(page.locator("#article .article")).to_have_count(0)
    expect(first_card(page)).to_contain_text(BORDER)
    page.go_back()
    expect(page.locator("#welcome")).to_contain_text("Ask in plain words")
    expect(page.locator(".verdict")).to_have_count(0)
    expect(page.get_by_label("Your question")).to_have_value("")


def test_the_page_works_by_keyboard_alone(wide: Watched) -> None:
    page = wide.open()
    press_until_focused(page, "#question textarea")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(first_card(page)).to_contain_text(BORDER)
    press_until_focused(page, ".card .pick")
    page.keyboard.press("Space")
    press_until_focused(page, ".card .read")
    page.keyboard.press("Enter")
    assert_border_is_read(page)
    press_until_focused(page, "#article .close", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#article .article")).to_have_count(0)
    expect(page.locator(".card .read").first).to_be_focused()
    press_until_focused(page, "[role=tab][data-tab-id=archive]", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#list table")).to_be_visible()


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_article_covers_the_page(narrow: Watched) -> None:
    page = narrow.open()
    assert_fits(page)
    ask(page, QUESTION)
    expect(first_card(page)).to_contain_text(BORDER)
    assert_fits(page)
    first_card(page).get_by_role("link").click()
    assert_border_is_read(page)
    assert_fits(page)
    box = page.locator("#article .article").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, 390)
    page.keyboard.press("Escape")
    expect(page.locator(".card .read").first).to_be_focused()
    for tab in ("Archive", "Index"):
        page.get_by_role("tab", name=tab).click()
        expect(page.locator("#list table, #status dl").filter(visible=True).first).to_be_visible()
        assert_fits(page)


def test_a_word_without_a_break_does_not_widen_a_phone(narrow: Watched) -> None:
    page = narrow.open()
    ask(page, "Kazakhstan" + "x" * 600)
    expect(page.locator(".verdict, .notice")).to_be_visible()
    assert_fits(page)


@pytest.mark.parametrize("question", ["", "   "], ids=["empty", "blank"])
def test_asking_nothing_leads_to_the_box_with_a_word(small: Watched, question: str) -> None:
    page = small.open()
    box = page.get_by_label("Your question")
    box.fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(box).to_be_focused()
    expect(page.locator("#toast")).to_have_text("Type a question.")
    expect(page.locator("#announcement")).to_have_text("Type a question.")
    expect(page.locator("#welcome .before")).to_be_visible()


def test_what_is_no_question_gets_a_friendly_message(wide: Watched) -> None:
    page = wide.open()
    ask(page, "😀🎉")
    expect(page.locator(".notice h2")).to_have_text("Please change your search")
    expect(page.locator("#announcement[aria-live=polite]")).to_contain_text("Please change your search")


def test_asking_nothing_leaves_the_answer_that_is_shown(small: Watched) -> None:
    page = small.asked()
    asked, box = page.url, page.get_by_label("Your question")
    ask(page, "  ")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(box).to_be_focused()
    page.wait_for_timeout(1_000)
    expect(first_card(page)).to_be_visible()
    assert page.url == asked
    ask(page, "When will Tokayev visit Russia?")
    expect(page).to_have_url(re.compile("Tokayev"))


def test_a_link_to_an_endless_question_gets_a_friendly_message(wide: Watched) -> None:
    page = wide.open("?q=" + "word+" * 2000)
    expect(page.locator(".notice")).to_contain_text("Shorten it")


def test_the_verdict_is_announced_to_a_screen_reader(wide: Watched) -> None:
    page = wide.asked()
    expect(page.locator("#announcement[aria-live=polite]")).to_contain_text(
        re.compile(r"Answered. An answer is \d+% likely. No. 1 is best")
    )


def test_what_the_archive_does_not_answer_is_said_first_and_the_closest_follow(wide: Watched) -> None:
    page = wide.open()
    ask(page, "Which colour did the emperor penguins paint their parliament?")
    expect(page.locator(".verdict h2")).to_have_text("This archive does not answer that")
    expect(page.get_by_role("heading", name="Closest passages")).to_be_visible()


def test_how_a_no_was_checked_leads_to_the_closest_sentence_in_its_article_and_back(wide: Watched) -> None:
    page = wide.asked(BEIJING)
    expect(page.locator(".verdict h2")).to_have_text("Probably not answered here")
    checked = page.get_by_role("region", name="How this was checked")
    expect(checked).to_contain_text("In no passage searched: “Beijing”.")
    checked.get_by_role("button", name="more").click()
    read_and_close(page, checked.get_by_role("link").first)


def test_of_two_links_to_the_same_sentence_the_focus_returns_to_the_one_that_was_pressed(wide: Watched) -> None:
    page = wide.asked(BEIJING)
    under_the_verdict = page.get_by_role("region", name="How this was checked").get_by_role("link").last
    in_its_card = page.locator(f'.card a[href="{under_the_verdict.get_attribute("href")}"]')
    page.locator(".more-here > summary").first.click()
    in_its_card.click()
    expect(page.locator("#article .opened")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#article .article")).to_have_count(0)
    expect(in_its_card).to_be_focused()


def test_on_a_phone_that_moves_things_the_focus_returns_to_what_led_to_an_article(narrow: Watched) -> None:
    page = narrow.asked(BEIJING)
    page.emulate_media(reduced_motion="no-preference")
    checked = page.get_by_role("region", name="How this was checked")
    checked.get_by_role("button", name="more").click()
    read_and_close(page, checked.get_by_role("link").first)


def read_and_close(page: Page, closest: Locator) -> None:
    """Open a sentence in its article, see it marked there, and come back to its link."""
    sentence = closest.inner_text()
    closest.click()
    expect(page.locator("#article .opened .sentence")).to_have_text(sentence)
    expect(page.locator("#article .opened")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#article .article")).to_have_count(0)
    expect(closest).to_be_focused()


def test_quoted_words_must_occur_and_where_nothing_holds_them_the_page_says_so(wide: Watched) -> None:
    page = wide.asked('Tokayev "state visit"')
    for card in page.locator(".evidence > li > .card").all():
        expect(card).to_contain_text(re.compile("state visit", re.IGNORECASE))
    ask(page, 'Tokayev "flying circus"')
    expect(page.locator(".verdict")).to_contain_text("No passage contains “flying circus” exactly as quoted")
    expect(first_card(page)).to_be_visible()


def test_a_word_with_a_minus_before_it_leaves_out_what_holds_it(wide: Watched) -> None:
    page = wide.asked("What did Lavrov say about trade? -dollar")
    texts = [it.inner_text().lower() for it in page.locator(".card .quote").all()]
    assert texts
    assert not any("dollar" in it for it in texts)


def test_more_passages_follow_those_that_are_shown(wide: Watched) -> None:
    page = wide.asked()
    first = [it.get_attribute("data-card") for it in page.locator("#results [data-card]").all()]
    page.get_by_role("link", name="More passages").click()
    expect(page.locator("#results [data-card]")).to_have_count(2 * len(first))
    assert "shown=20" in page.url
    more = {it.get_attribute("data-card") for it in page.locator("#results [data-card]").all()}
    assert more > set(first)
