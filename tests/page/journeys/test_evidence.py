"""What a person does with a piece of evidence."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.page.browsing import BORDER, Watched, first_card, unfold, watched

pytestmark = [pytest.mark.browser, pytest.mark.model]

LAVROV = "Why does Lavrov say the dollar and the euro can no longer be trusted?"


def test_the_same_report_elsewhere_is_folded_under_one_card_with_its_differing_words(wide: Watched) -> None:
    page = wide.asked(LAVROV)
    copies = page.locator(".copies").first
    expect(copies.locator("summary")).to_have_text(re.compile("Also in 1 other source, earliest: 10 December 2022"))
    copies.locator("summary").click()
    expect(copies.locator(".quote")).to_be_visible()
    expect(copies.locator(".differs").first).to_be_visible()
    copies.get_by_role("link").click()
    expect(page.locator("#article mark.opened")).to_be_focused()


def test_the_paragraphs_around_it_come_one_by_one_until_the_article_ends(wide: Watched) -> None:
    card = first_card(wide.asked())
    unfold(card)
    before = card.get_by_role("button", name="Previous paragraph")
    before.click()
    expect(card.locator(".fetched")).to_have_count(1)
    expect(card.locator(".fetched").first).to_contain_text("paragraph 6 of")
    before.click()
    expect(card.locator(".fetched")).to_have_count(2)
    expect(card.locator(".fetched").first).to_contain_text("paragraph 5 of")
    after = card.get_by_role("button", name="Next paragraph")
    for _ in range(12):
        if after.count() == 0:
            break
        shown = card.locator(".fetched").count()
        after.click()
        expect(card.locator(".fetched")).to_have_count(shown + 1)
    expect(after).to_have_count(0)
    numbers = [int(it.split()[1]) for it in card.locator(".fetched .source").all_inner_texts()]
    assert numbers == sorted(numbers)
    assert 7 not in numbers


def test_why_this_shows_the_parts_of_the_score(wide: Watched) -> None:
    card = first_card(wide.asked())
    card.get_by_text("Why?").first.click()
    rows = card.locator(".why").first.locator("tr")
    expect(rows.first).to_be_visible()
    values = [float(it.locator("td").inner_text()) for it in rows.all()]
    assert sum(values[:-1]) == pytest.approx(values[-1], abs=0.006)
    expect(rows.filter(has_text="the reader finds an answer in it")).to_have_count(1)


def test_more_of_an_article_stands_folded_under_its_best_passage(wide: Watched) -> None:
    page = wide.asked()
    for listed in page.locator(".evidence").all():  # what is relevant, and what is less so
        names = listed.locator(":scope > li > .card > .over > .headline").all_inner_texts()
        assert len(names) == len(set(names)) > 0
    folded = page.locator(".more-here").first
    expect(folded.locator(".quote").first).to_be_hidden()
    folded.locator("summary").first.click()
    expect(folded.locator(".quote").first).to_be_visible()


def test_the_article_marks_every_passage_that_matches_and_leads_through_them(wide: Watched) -> None:
    page = wide.asked(LAVROV)
    first_card(page).locator(":scope > .controls > .read").click()
    marks = page.locator("#article [data-match]")
    expect(marks.nth(1)).to_be_attached()
    expect(page.locator("#article .matches")).to_contain_text(f"{marks.count()} passages match")
    expect(page.locator("#article [data-match]:focus")).to_have_count(1)
    opened = page.evaluate("document.activeElement.dataset.match")
    page.get_by_role("button", name="Next match").click()
    following = page.evaluate("document.activeElement.dataset.match")
    assert following != opened
    expect(page.locator(f'#article [data-match="{following}"]')).to_be_in_viewport()
    page.get_by_role("button", name="Previous match").click()
    assert page.evaluate("document.activeElement.dataset.match") == opened


def test_escape_empties_the_words_to_find_before_it_closes_the_article(small: Watched) -> None:
    page = small.asked()
    first_card(page).get_by_role("link", name="Read in the article").first.click()
    box = page.get_by_label("Find in this article")
    box.fill("Tokayev")
    expect(page.locator("[data-found]")).to_have_text(re.compile(r"1 of \d+"))
    box.press("Escape")
    expect(page.locator("[data-found]")).to_have_text("")
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    assert page.evaluate("CSS.highlights.get('found').size") == 0
    box.press("Escape")
    expect(page.locator("#article .article")).to_have_count(0)


def test_words_are_found_in_the_article(wide: Watched) -> None:
    page = wide.asked()
    first_card(page).get_by_role("link", name="Read in the article").first.click()
    box = page.get_by_label("Find in this article")
    box.fill("7,591 KILOMETERS")
    expect(page.locator("[data-found]")).to_have_text("1 of 1")
    box.fill("Tokayev")
    expect(page.locator("[data-found]")).to_have_text(re.compile(r"1 of \d+"))
    box.press("Enter")
    expect(page.locator("[data-found]")).to_have_text(re.compile(r"2 of \d+"))
    box.press("Shift+Enter")
    expect(page.locator("[data-found]")).to_have_text(re.compile(r"1 of \d+"))
    highlighted = "[...CSS.highlights.get('found-here')].map((range) => range.toString()).join()"
    assert page.evaluate(highlighted) == "Tokayev"
    box.fill("penguin")
    expect(page.locator("[data-found]")).to_have_text("not found")
    expect(page.locator("#article mark.opened")).to_contain_text(BORDER)


@pytest.mark.parametrize("width", [1000, 1440, 1920])
def test_beside_an_open_article_every_source_ends_at_the_box_that_selects_its_card(
    browser: Browser, folder_page: tuple[Path, str], width: int
) -> None:
    for watch in watched(browser, folder_page[1], width, 900):
        page = watch.asked("How many days was the harbour of Portville closed?")
        first_card(page).get_by_role("link", name="Read in the article").first.click()
        expect(page.locator("#article mark.opened")).to_be_visible()
        source, pick = first_card(page).locator(".over > .source"), first_card(page).locator(".over > .pick")
        left_over = pick.evaluate("it => it.getBoundingClientRect().left") - source.evaluate(
            "it => it.getBoundingClientRect().right"
        )
        assert abs(left_over - 18) < 1
