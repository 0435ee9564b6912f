"""A figure that changes over time is said to, and the newest is read first."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from qa.archive.archive import Archive
from qa.models.encoder.protocol import Encoder
from tests.page.browsing import assert_fits, first_card, watched
from tests.page.page_server import PageServer
from tests.retrieval.test_differing_answers import INHABITANTS, write_years

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture(scope="module")
def portville(pages: PageServer, tmp_path_factory: pytest.TempPathFactory, shipped_encoder: Encoder) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("portville")
    write_years(folder / "articles")
    Archive.build(folder / "articles", folder / "index", encoder=shipped_encoder)
    with pages.serving(folder / "index") as address:
        yield address


@pytest.mark.parametrize("width", [1280, 390])
def test_the_verdict_says_that_answers_differ_and_the_newest_is_on_the_first_card(
    browser: Browser, portville: str, width: int
) -> None:
    for watch in watched(browser, portville, width, 844):
        page = watch.asked(INHABITANTS)
        expect(page.locator(".verdict")).to_contain_text(
            "Answers differ by date, newest first: 3 May 2025 (no. 1), 3 May 2023 (no. 2), 3 May 2022 (no. 3)."
        )
        expect(first_card(page)).to_contain_text("47,350 inhabitants")
        expect(first_card(page).locator(".source").first).to_contain_text("3 May 2025")
        assert_fits(page, width)
        first_card(page).get_by_role("link", name="Read in the article").first.click()
        expect(page.locator("#article .opened .sentence")).to_contain_text("47,350 inhabitants")
        assert_fits(page, width)
