"""Of the versions of an article the newest answers, says that it was updated, and old links lead to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from qa.archive.archive import Archive
from qa.models.encoder.protocol import Encoder
from tests.build.test_versions import NOTE, write
from tests.page.browsing import assert_fits, first_card, watched
from tests.page.page_server import PageServer

pytestmark = [pytest.mark.browser, pytest.mark.model]

FIRST = (
    "The harbour bridge will reopen on 14 June after repairs that cost 4.2 million, the city council said on Friday."
)
SECOND = (
    "The harbour bridge will reopen on 5 July after repairs that cost 4.9 million, the city council said on Saturday."
)
SAME = "The bridge was closed in January after inspectors found cracks in two of its piers."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("harbour") / "articles"
    write(made, "v1.txt", FIRST, SAME, title="Harbour bridge to reopen in June")
    write(made, "v2.txt", SECOND, SAME, NOTE, title="Harbour bridge to reopen in July", date="2025-05-03")
    return made


@pytest.fixture(scope="module")
def harbour(pages: PageServer, folder: Path, shipped_encoder: Encoder) -> Iterator[str]:
    Archive.build(folder, folder.parent / "index", encoder=shipped_encoder)
    with pages.serving(folder.parent / "index") as address:
        yield address


@pytest.fixture(scope="module")
def old_link(folder: Path, harbour: str, shipped_encoder: Encoder) -> str:
    with Archive.open(folder.parent / "index", encoder=shipped_encoder) as archive:
        return f"?passage={archive.passages('v1.txt')[0].id}"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_card_of_the_newest_version_shows_the_correction_and_what_the_earlier_text_said(
    browser: Browser, harbour: str, width: int
) -> None:
    for watch in watched(browser, harbour, width, 844):
        page = watch.asked("When will the harbour bridge reopen?")
        expect(first_card(page).locator(".sentence").first).to_have_text(SECOND)
        expect(first_card(page).locator(".correction")).to_have_text(NOTE)
        earlier = first_card(page).locator(".earlier-versions")
        expect(earlier.locator("summary")).to_have_text("Updated 3 May 2025: the earlier text differed")
        earlier.locator("summary").click()
        expect(earlier.locator("blockquote")).to_have_text(FIRST)
        expect(earlier.locator(".differs").first).to_have_text("14 June")
        assert_fits(page, width)
        earlier.get_by_role("link", name="Read in the article").click()
        expect(page.locator("#article .version")).to_contain_text("This is an earlier version.")
        page.locator("#article .version a").click()
        expect(page.locator("#article h2")).to_have_text("Harbour bridge to reopen in July")
        expect(page.locator("#article .version")).to_have_count(0)
        assert_fits(page, width)


def test_a_link_to_a_passage_of_an_earlier_version_leads_to_the_newest_and_says_so(
    browser: Browser, harbour: str, old_link: str
) -> None:
    for watch in watched(browser, harbour, 1280, 844):
        page = watch.open(old_link)
        expect(page.locator("#article .opened")).to_have_text(SECOND)
        expect(page.locator("#article .version")).to_contain_text("This link led to an earlier version.")
        page.get_by_role("link", name="Read the earlier version").click()
        expect(page.locator("#article h2")).to_have_text("Harbour bridge to reopen in June")
        expect(page.locator("#article .version")).to_contain_text("This is an earlier version.")


def test_the_index_tab_names_the_articles_with_earlier_versions(browser: Browser, harbour: str) -> None:
    for watch in watched(browser, harbour, 1280, 844):
        expect(watch.open("?tab=index").locator("#index .status")).to_contain_text(
            "1 article has earlier versions: v2.txt ← v1.txt"
        )
