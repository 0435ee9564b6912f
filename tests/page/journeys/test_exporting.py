"""Taking evidence along, and leaving judgements behind."""

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from qa.evaluation.judgements.rows import question_rows
from tests.page.browsing import BORDER, QUESTION, Watched, first_card, watched
from tests.support.shell import qa

pytestmark = [pytest.mark.browser, pytest.mark.model]


def saved(page: Page, kind: str) -> str:
    """Save as a kind of file, and give what the browser was handed."""
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as handed:
        page.get_by_role("button", name=kind, exact=True).click()
    expect(page.locator("#toast")).to_contain_text(handed.value.suggested_filename)
    return Path(handed.value.path()).read_bytes().decode("utf-8-sig")


def judged(file: Path) -> list[Mapping[str, Any]]:
    """The questions of a file as judged."""
    return [row.judged() for row in question_rows(file.read_bytes())]


def test_a_quote_is_copied_with_its_source(wide: Watched) -> None:
    page = wide.asked()
    first_card(page).get_by_role("button", name="Copy quote").click()
    expect(page.locator("#toast")).to_have_text("Copied with its source.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert BORDER in copied
    for part in ("Lavrov and Kazykhanov", 'GSV "Russia - Islamic World"', "22 October, year not stated", "paragraph 7"):
        assert part in copied


def test_selected_evidence_is_saved_in_every_format_and_other_programs_read_it(wide: Watched) -> None:
    page = wide.asked()
    first_card(page).locator(":scope > .over > .pick").check()
    expect(page.locator("[data-chosen]")).to_have_text("1 selected")
    (row,) = csv.DictReader(io.StringIO(saved(page, "CSV")))
    assert BORDER in row["quote"]
    (entry,) = map(json.loads, saved(page, "JSON Lines").splitlines())
    assert BORDER in entry["quote"]
    assert entry["question"] == QUESTION
    assert saved(page, "BibTeX").count("@") >= 1
    ris = saved(page, "RIS")
    assert ris.startswith("TY  - ")
    assert ris.count("ER  - ") == 1
    assert f"{BORDER}" in saved(page, "Markdown")


def test_how_many_are_selected_is_said_in_the_visitors_language(browser: Browser, small_page: str) -> None:
    for locale, said in (("en-GB", "2 selected"), ("ru-RU", "Выбрано: 2"), ("kk-KZ", "2 таңдалды")):
        for watch in watched(browser, small_page, 1280, 900, locale):
            page = watch.open("?q=Lavrov")
            expect(page.locator(".pick").nth(1)).to_be_attached()
            for pick in page.locator(".evidence > li > .card > .over > .pick").all()[:2]:
                pick.check()
            expect(page.locator("[data-chosen]")).to_have_text(said)


def test_with_nothing_selected_all_that_is_shown_is_saved(wide: Watched) -> None:
    page = wide.asked()
    shown = page.locator("#results [data-card]").count()
    assert len(saved(page, "JSON Lines").splitlines()) == shown


@pytest.mark.parametrize("width", [320, 390, 600])
def test_on_a_phone_the_menu_opens_where_it_can_be_pressed(browser: Browser, small_page: str, width: int) -> None:
    for watch in watched(browser, small_page, width, 844):
        page = watch.asked()
        page.get_by_text("Export", exact=True).click()
        box = page.locator(".export > .menu").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        with page.expect_download() as handed:
            page.get_by_role("button", name="CSV", exact=True).click()
        assert handed.value.suggested_filename.endswith(".csv")


def test_the_link_to_a_search_is_copied_and_leads_there(wide: Watched) -> None:
    page = wide.asked()
    first_card(page).get_by_role("link", name="Read in the article").first.click()
    page.get_by_text("Export", exact=True).click()
    page.get_by_role("button", name="Copy link to this search").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{wide.address}?q={QUESTION.replace(' ', '+').replace('?', '%3F')}"


def test_a_receipt_is_replayed_and_says_what_has_changed_since(
    browser: Browser, folder_page: tuple[Path, str], tmp_path: Path
) -> None:
    folder, address = folder_page
    for watch in watched(browser, address, 1280, 900):
        page = watch.asked("How long was the harbour of Portville closed?")
        receipt = tmp_path / "receipt.json"
        receipt.write_text(saved(page, "Search receipt"), encoding="utf-8")
    index = tmp_path / "index"
    assert qa("replay", receipt, "--index", index).returncode == 0
    (folder / "one.txt").write_text("Harbour closes\n\nThe harbour of Portville closed for 3 days after the storm.\n")
    assert qa("build", folder, "--index", index).returncode == 0
    changed = qa("replay", receipt, "--index", index)
    assert changed.returncode == 1
    assert "no longer in the archive" in changed.stdout


def test_thumbs_become_judged_questions_that_evaluate_reads(
    browser: Browser, folder_page: tuple[Path, str], tmp_path: Path
) -> None:
    _, address = folder_page
    file = tmp_path / "index-judgements.jsonl"
    for watch in watched(browser, address, 1280, 900):
        page = watch.asked("How long was the harbour of Portville closed?")
        thumb = first_card(page).get_by_role("button", name="This passage answers", exact=True)
        thumb.click()
        expect(page.locator("#toast")).to_have_text("Saved for testing this archive.")
        expect(thumb).to_have_attribute("aria-pressed", "true")
        (row,) = judged(file)
        assert row["answerable"] is True
        assert row["gold_quotes"] == ["The harbour of Portville closed for 9 days after the storm."]
        page.reload()
        expect(thumb).to_have_attribute("aria-pressed", "true")
        thumb.click()
        expect(page.locator("#toast")).to_have_text("Removed.")
        assert not judged(file)
        thumb.click()
        expect(page.locator("#toast")).to_have_text(re.compile("Saved"))
    figures = json.loads(qa("evaluate", file, "--json", "--index", tmp_path / "index").stdout)
    assert figures["figures"]["hit@1"]["value"] == 1.0


def test_the_verdict_is_judged_too(browser: Browser, folder_page: tuple[Path, str], tmp_path: Path) -> None:
    _, address = folder_page
    for watch in watched(browser, address, 1280, 900):
        page = watch.asked("Which colour did the emperor penguins paint their parliament?")
        file = tmp_path / "index-judgements.jsonl"
        thumb = page.locator(".of-verdict").get_by_role("button", name="This verdict is right")
        file.write_text("no JSON")
        thumb.click()
        expect(page.locator("#toast")).to_contain_text("correct the file, or move it out of the way")
        expect(thumb).to_have_attribute("aria-pressed", "false")
        file.unlink()
        thumb.click()
        expect(page.locator("#toast")).to_have_text("Saved for testing this archive.")
        expect(thumb).to_have_attribute("aria-pressed", "true")
    (row,) = judged(tmp_path / "index-judgements.jsonl")
    assert row["answerable"] is False
