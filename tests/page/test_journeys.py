import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import ROOT, Watched, free_port, served, watched

pytestmark = [pytest.mark.browser, pytest.mark.model]

QUESTION = "How long is the land border between Kazakhstan and Russia?"
BORDER = "share the world's longest continuous land border—7,591 kilometers"


def ask(page: Page, question: str) -> None:
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")


def assert_border_is_read(page: Page) -> None:
    opened = page.locator("#reader mark.opened")
    expect(opened).to_contain_text(BORDER)
    expect(opened).to_be_focused()
    expect(opened).to_be_in_viewport()
    expect(opened.locator(".sentence")).to_contain_text("7,591 kilometers")
    expect(page.locator("#reader")).to_contain_text('GSV "Russia - Islamic World"')


def test_before_a_question_the_page_says_what_to_do_and_what_the_archive_holds(wide: Watched) -> None:
    page = wide.open()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ask the archive")
    expect(page.locator("#masthead")).to_contain_text("5 articles")
    expect(page.locator("#results")).to_contain_text("Ask in plain words")


def test_asking_by_enter_reading_and_closing(wide: Watched) -> None:
    page = wide.open()
    ask(page, QUESTION)
    expect(page.locator(".verdict")).to_contain_text(re.compile(r"\d+% likely that an answer is among these"))
    first = page.locator(".card").first
    expect(first.locator("mark")).to_contain_text(BORDER)
    read = first.get_by_role("link", name="Read in the article")
    read.click()
    assert_border_is_read(page)
    assert right_edge(page, "#results") <= left_edge(page, "#reader .article"), "the article stands beside the results"
    page.get_by_role("button", name="Close the article").click()
    expect(page.locator("#reader .article")).to_have_count(0)
    expect(read).to_be_focused()


def test_asking_with_the_button(wide: Watched) -> None:
    page = wide.open()
    page.get_by_label("Your question").fill(QUESTION)
    page.get_by_role("button", name="Ask").click()
    expect(page.locator(".card").first).to_contain_text(BORDER)


def test_asking_an_example(small: Watched) -> None:
    page = small.open()
    example = page.get_by_role("navigation").get_by_role("link").first
    words = example.inner_text()
    example.click()
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value(words)


def test_the_same_report_elsewhere_is_folded_under_one_card(wide: Watched) -> None:
    page = wide.open()
    ask(page, "Why does Lavrov say the dollar and the euro can no longer be trusted?")
    copies = page.locator(".copies").first
    expect(copies.locator("summary")).to_have_text("Also in 1 other source")
    copies.locator("summary").click()
    expect(copies.locator(".quote")).to_be_visible()
    copies.get_by_role("link").click()
    expect(page.locator("#reader mark.opened")).to_be_focused()


def test_a_missing_year_is_said_and_not_guessed(wide: Watched) -> None:
    page = wide.open()
    ask(page, QUESTION)
    source = page.locator(".card").first.locator(".source")
    expect(source).to_contain_text('GSV "Russia - Islamic World" · 22 October, year not stated · paragraph 7')


def test_the_address_of_a_search_and_of_a_passage_can_be_copied(wide: Watched) -> None:
    page = wide.open()
    ask(page, QUESTION)
    expect(page.locator(".card").first).to_contain_text(BORDER)
    search = page.url.removeprefix(wide.address)
    assert search.startswith("?q=How+long")
    page.locator(".card").first.get_by_role("link").click()
    assert_border_is_read(page)
    passage = page.url.removeprefix(wide.address)

    page.goto("about:blank")
    wide.open(search)
    expect(page.locator(".card").first).to_contain_text(BORDER)
    expect(page.get_by_label("Your question")).to_have_value(QUESTION)
    expect(page).to_have_title(re.compile("How long"))

    page.goto("about:blank")
    wide.open(passage)
    assert_border_is_read(page)
    expect(page.locator(".card").first).to_contain_text(BORDER)


def test_the_back_button_leads_back(wide: Watched) -> None:
    page = wide.open()
    ask(page, QUESTION)
    expect(page.locator(".card").first).to_contain_text(BORDER)
    page.locator(".card").first.get_by_role("link").click()
    assert_border_is_read(page)
    page.go_back()
    expect(page.locator("#reader .article")).to_have_count(0)
    expect(page.locator(".card").first).to_contain_text(BORDER)
    page.go_back()
    expect(page.locator("#results")).to_contain_text("Ask in plain words")
    expect(page.get_by_label("Your question")).to_have_value("")


def test_the_page_works_by_keyboard_alone(wide: Watched) -> None:
    page = wide.open()
    press_until_focused(page, "#question textarea")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".card").first).to_contain_text(BORDER)
    press_until_focused(page, ".card .read")
    page.keyboard.press("Enter")
    assert_border_is_read(page)
    press_until_focused(page, "#reader .close", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#reader .article")).to_have_count(0)
    expect(page.locator(".card .read").first).to_be_focused()


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_article_covers_the_page(narrow: Watched) -> None:
    page = narrow.open()
    assert_fits(page)
    ask(page, QUESTION)
    expect(page.locator(".card").first).to_contain_text(BORDER)
    assert_fits(page)
    page.locator(".card").first.get_by_role("link").click()
    assert_border_is_read(page)
    assert_fits(page)
    box = page.locator("#reader .article").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, 390)
    page.keyboard.press("Escape")
    expect(page.locator(".card .read").first).to_be_focused()


def test_a_word_without_a_break_does_not_widen_a_phone(narrow: Watched) -> None:
    page = narrow.open()
    ask(page, "Kazakhstan" + "x" * 600)
    expect(page.locator(".verdict, .notice")).to_be_visible()
    assert_fits(page)


@pytest.mark.parametrize("question", ["", "   ", "😀🎉", "word " * 2000], ids=["empty", "blank", "emoji", "endless"])
def test_what_is_no_question_gets_a_friendly_message(wide: Watched, question: str) -> None:
    page = wide.open()
    ask(page, question)
    expect(page.locator(".notice h2")).to_have_text("Please ask that another way")
    expect(page.locator("#announcement[aria-live=polite]")).to_contain_text("Please ask that another way")


def test_the_verdict_is_announced_to_a_screen_reader(wide: Watched) -> None:
    page = wide.open()
    ask(page, QUESTION)
    expect(page.locator("#announcement[aria-live=polite]")).to_contain_text("likely that an answer is among these")


def test_what_the_archive_does_not_answer_is_said_first_and_the_closest_follow(wide: Watched) -> None:
    page = wide.open()
    ask(page, "Which colour did the emperor penguins paint their parliament?")
    expect(page.get_by_role("heading", level=2)).to_have_text("This archive does not answer that")
    expect(page.get_by_role("heading", name="Closest passages")).to_be_visible()


def press_until_focused(page: Page, selector: str, key: str = "Tab") -> None:
    for _ in range(25):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} never reached {selector}")


def left_edge(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("element => element.getBoundingClientRect().left"))


def right_edge(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("element => element.getBoundingClientRect().right"))


def assert_fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_page_being_served_answers_from_a_rebuilt_index(browser: Browser, tmp_path: Path) -> None:
    folder, index = tmp_path / "articles", str(tmp_path / "index")
    folder.mkdir()
    build = [sys.executable, "-m", "qa.cli", "build", str(folder), "--index", index]
    (folder / "one.txt").write_text("Harbour closes\n\nThe harbour of Portville closed for 9 days after the storm.\n")
    subprocess.run(build, cwd=ROOT, check=True)
    pages = served("qa.cli", "serve", "--index", index, "--port", str(free_port()))
    watching = watched(browser, next(pages), 1280, 900)
    watch = next(watching)
    watch.open("?q=How+long+was+the+harbour+of+Portville+closed")
    expect(watch.page.locator("#masthead")).to_contain_text("1 article")
    expect(watch.page.locator("#results mark").first).to_contain_text("9 days")
    (folder / "two.txt").write_text("Bridge opens\n\nThe bridge of Rivertown opened on Monday and cost 4 million.\n")
    subprocess.run(build, cwd=ROOT, check=True)
    watch.page.get_by_label("Your question").fill("How much did the bridge of Rivertown cost?")
    watch.page.get_by_label("Your question").press("Enter")
    expect(watch.page.locator("#results mark").first).to_contain_text("4 million")
    expect(watch.page.locator("#masthead")).to_contain_text("2 articles")
    next(watching, None)
    next(pages, None)
