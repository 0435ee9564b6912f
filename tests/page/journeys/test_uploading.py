"""Files are handed in on a list of the page's own, and what is refused is said in the page's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from qa.page.words.russian import RUSSIAN
from tests.page.browsing import watched
from tests.page.journeys.test_connection import assert_nothing_is_english
from tests.page.journeys.test_languages import examined

pytestmark = [pytest.mark.browser, pytest.mark.model]

BRIDGE = b"Bridge opens\n\nThe bridge of Rivertown opened on Monday and cost 4 million.\n"


def opened(browser: Browser, address: str, locale: str = "en-GB", width: int = 1280) -> Iterator[Page]:
    for watch in watched(browser, address, width, 900, locale):
        page = watch.open("?tab=index")
        expect(page.locator("#status dl").first).to_be_visible()
        expect(page.locator("[data-hands]")).to_be_attached()
        yield page
        watch.errors.clear()


def hand_in(page: Page, **files: bytes) -> None:
    named = {name.replace("_", "."): data for name, data in files.items()}
    payload = [FilePayload(name=name, mimeType="text/plain", buffer=data) for name, data in named.items()]
    page.locator("[data-hands]").set_input_files(payload)


def listed(page: Page) -> Locator:
    return page.locator("[data-handed] li")


def test_the_list_names_each_file_with_its_size_and_takes_it_out_again(
    browser: Browser, folder_page: tuple[Path, str]
) -> None:
    for page in opened(browser, folder_page[1]):
        hand_in(page, bridge_txt=BRIDGE, long_md=b"x" * 1_234_000)
        expect(listed(page)).to_have_text(["bridge.txt0.1 KB×", "long.md1.3 MB×"])
        page.get_by_role("button", name="Remove bridge.txt from the list").click()
        expect(listed(page)).to_have_count(1)
        last = page.get_by_role("button", name="Remove long.md from the list")
        expect(last).to_be_focused()
        last.press("Enter")
        expect(page.locator("[data-hands]")).to_be_focused()
        page.locator("#add").click()
        expect(page.locator("#toast")).to_have_text("Choose a file first.")
        expect(page.locator("[data-hands]")).to_be_focused()


def test_what_cannot_be_read_is_refused_in_words_and_the_rest_is_added(
    browser: Browser, folder_page: tuple[Path, str]
) -> None:
    for page in opened(browser, folder_page[1]):
        hand_in(page, picture_png=b"x", big_txt=b"x" * 20_000_001, bad_txt=b"\x89PNG\x00\x01", bridge_txt=BRIDGE)
        said = page.locator("#toast")
        expect(said).to_contain_text("picture.png was not added: files of that ending are not read.")
        expect(said).to_contain_text("big.txt was not added: it has 20.1 MB, and at most 20 MB are read.")
        expect(listed(page)).to_have_count(2)
        page.locator("#add").click()
        expect(page.locator("#added p")).to_have_text(["1 added.", "bad.txt was not added: it is not a text file."])
        expect(page.locator("#announcement")).to_contain_text("1 added. bad.txt was not added")
        expect(listed(page)).to_have_count(0)


def test_what_did_not_arrive_stays_on_the_list(browser: Browser, folder_page: tuple[Path, str]) -> None:
    for page in opened(browser, folder_page[1]):
        page.route("**/gradio_api/upload**", lambda route: route.fulfill(status=413, body="no"))
        hand_in(page, bridge_txt=BRIDGE)
        page.locator("#add").click()
        expect(page.locator("#toast")).to_contain_text("bridge.txt was not added: it could not be uploaded.")
        page.unroute("**/gradio_api/upload**")
        page.locator("#add").click()
        expect(page.locator("#added")).to_have_text("1 added.")


def test_files_are_dropped_too(browser: Browser, folder_page: tuple[Path, str]) -> None:
    for page in opened(browser, folder_page[1]):
        dropped = page.evaluate_handle(
            "() => { const it = new DataTransfer(); it.items.add(new File(['A text.'], 'drop.txt')); return it; }"
        )
        page.dispatch_event("[data-takes]", "drop", {"dataTransfer": dropped})
        expect(listed(page)).to_contain_text("drop.txt")


@pytest.mark.parametrize("width", [1280, 390])
def test_on_a_russian_page_nothing_of_it_is_english(
    browser: Browser, folder_page: tuple[Path, str], width: int
) -> None:
    for page in opened(browser, folder_page[1], "ru-RU", width):
        hand_in(page, picture_png=b"x", bad_txt=b"\x89PNG\x00\x01", bridge_txt=BRIDGE)
        expect(page.locator("#toast")).to_contain_text("picture.png не добавлен")
        assert_nothing_is_english(page)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            page.wait_for_timeout(300)
            assert examined(page)[0] == []
        page.locator("#add").click()
        expect(page.locator("#added")).to_contain_text("bad.txt не добавлен: это не текстовый файл.")
        page.locator("#rebuild").click()
        expect(page.locator("#rebuilt")).to_have_text("Ничего не изменилось.")
        assert_nothing_is_english(page)
        for tab in ("archive", "ask"):
            page.get_by_role("tab", name=RUSSIAN.tabs[tab]).click()
            expect(page.locator({"archive": "#list table", "ask": "#welcome .before"}[tab])).to_be_visible()
            assert_nothing_is_english(page.locator("main").page)
