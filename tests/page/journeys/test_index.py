"""The tab where the index is looked after, by those who may."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.browsing import ask, first_card, served, watched
from tests.support.ports import free_port
from tests.support.shell import qa_process

pytestmark = [pytest.mark.browser, pytest.mark.model]

BRIDGE = "Bridge opens\n\nThe bridge of Rivertown opened on Monday and cost 4 million.\n"


def top_of(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("element => element.getBoundingClientRect().top"))


def test_it_says_what_is_searched_and_which_files_could_not_be_read(
    browser: Browser, folder_page: tuple[Path, str]
) -> None:
    folder, address = folder_page
    (folder / "empty.txt").write_text("")
    (folder / "two.txt").write_text(BRIDGE)
    for watch in watched(browser, address, 1280, 900):
        page = watch.open("?tab=index")
        expect(page.locator("#status")).to_contain_text("all-MiniLM-L6-v2")
        expect(page.locator("#status")).to_contain_text("1 article, 1 passage")
        expect(page.locator("#ahead")).to_have_text("The folder has changed since the last update: 2 added.")
        page.get_by_role("button", name="Rebuild").click()
        expect(page.locator("#status")).to_contain_text("empty.txt")
        expect(page.locator("#ahead")).to_have_text("Up to date.")
        expect(page.locator("#status")).to_contain_text("2 articles")


def test_articles_are_added_by_handing_them_in_and_answer_at_once(
    browser: Browser, folder_page: tuple[Path, str], tmp_path: Path
) -> None:
    folder, address = folder_page
    (tmp_path / "one.txt").write_text(BRIDGE)  # the folder has another of that name
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\x00\x01")
    for watch in watched(browser, address, 1280, 900):
        page = watch.open("?tab=index")
        page.locator("#add-words input[type=file]").set_input_files([tmp_path / "one.txt"])
        expect(page.locator("[data-handed] li")).to_contain_text("one.txt")
        page.get_by_role("button", name="Add articles", exact=True).last.click()
        expect(page.locator("#added")).to_have_text("1 added.")
        expect(page.locator("#added")).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.querySelector('#add').getBoundingClientRect().bottom") < top_of(page, "#added")
        assert top_of(page, "#added") < top_of(page, "#rebuild-words")
        expect(page.locator("#status")).to_contain_text("2 articles")
        page.get_by_role("tab", name="Ask").click()
        ask(page, "How much did the bridge of Rivertown cost?")
        expect(first_card(page).locator("mark")).to_contain_text("4 million")
    assert "storm" in (folder / "one.txt").read_text(), "nothing is written over"
    assert (folder / "one (2).txt").read_text() == BRIDGE


def test_questions_are_answered_while_the_index_is_rebuilt(browser: Browser, folder_page: tuple[Path, str]) -> None:
    folder, address = folder_page
    for number in range(300):
        text = "\n\n".join(f"Ship {number} carried load {part} across the bay on Monday." for part in range(8))
        (folder / f"ship-{number}.txt").write_text(f"Ship {number} sails\n\n{text}\n")
    for watch in watched(browser, address, 1280, 900):
        page = watch.open("?tab=index")
        page.get_by_role("button", name="Rebuild").click()
        expect(page.locator("#rebuilt")).to_contain_text(re.compile(r"\d+/301|\d+\.\d%"))
        other = page.context.new_page()
        other.goto(address)
        ask(other, "How long was the harbour of Portville closed?")
        expect(first_card(other).locator("mark")).to_contain_text("9 days")
        expect(page.locator("#rebuilt")).not_to_contain_text("added")
        expect(page.locator("#rebuilt")).to_contain_text("300 added.", timeout=120_000)
        ask(other, "What did ship 7 carry?")
        other.get_by_role("tab", name="Index").click()
        expect(other.locator("#status")).to_contain_text("301 articles")


def test_a_page_being_served_answers_from_an_index_that_another_process_rebuilt(
    browser: Browser, folder_page: tuple[Path, str], tmp_path: Path
) -> None:
    folder, address = folder_page
    for watch in watched(browser, address, 1280, 900):
        page = watch.open("?q=How+long+was+the+harbour+of+Portville+closed")
        expect(page.locator("#results mark").first).to_contain_text("9 days")
        (folder / "two.txt").write_text(BRIDGE)
        assert qa_process("build", folder, "--index", tmp_path / "index").returncode == 0
        ask(page, "How much did the bridge of Rivertown cost?")
        expect(page.locator("#results mark").first).to_contain_text("4 million")
        page.get_by_role("tab", name="Index").click()
        expect(page.locator("#status")).to_contain_text("2 articles")
        page.get_by_role("tab", name="Archive").click()
        expect(page.locator("#list")).to_contain_text("Bridge opens")
        page.locator("h1 a").click()
        expect(page.locator("#examples .holds")).to_contain_text("2 articles")


def test_behind_a_login_without_admin_nobody_manages_and_with_it_somebody_does(
    browser: Browser, seeds_index: Path
) -> None:
    index = str(seeds_index)
    for options, manages in (((), False), (("--admin",), True)):
        port = str(free_port())
        for address in served("qa.cli", "serve", "--index", index, "--port", port, "--auth", "ada:lovelace", *options):
            for watch in watched(browser, address, 1280, 900):
                page = watch.page
                page.goto(address)
                page.get_by_label("username").fill("ada")
                page.get_by_label("password").fill("lovelace")
                page.get_by_role("button", name="Login").click()
                page.get_by_role("tab", name="Index").click()
                expect(page.locator("#status dl").first).to_be_visible()
                expect(page.get_by_role("button", name="Rebuild")).to_have_count(int(manages))
                if not manages:
                    expect(page.locator("#status")).to_contain_text("Only whoever serves this archive can change it.")
