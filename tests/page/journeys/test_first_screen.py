"""What the first screen shows of an answer, before anybody scrolls."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.page.browsing import Watched, ask, first_card, press_until_focused, unfold

pytestmark = [pytest.mark.browser, pytest.mark.model]

MOST_TABS = 4


def top_of(page: Page, selector: str) -> float:
    return float(page.locator(selector).first.evaluate("element => element.getBoundingClientRect().top"))


def test_on_a_wide_screen_the_answer_stands_in_its_upper_half_and_three_cards_are_whole(wide: Watched) -> None:
    wide.page.set_viewport_size({"width": 1440, "height": 900})
    page = wide.asked()
    assert top_of(page, ".card mark") <= 400
    expect(page.locator(".evidence > li").nth(2)).to_be_in_viewport(ratio=1)
    assert page.locator(".masthead h1").evaluate("element => element.getBoundingClientRect().bottom") <= 48


def test_on_a_phone_the_answer_begins_before_two_thirds_of_the_screen(narrow: Watched) -> None:
    page = narrow.asked()
    assert top_of(page, ".card mark") <= 520


def test_from_the_question_four_tabs_lead_to_the_first_card(wide: Watched) -> None:
    page = wide.asked()
    page.get_by_label("Your question").focus()
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.card') !== null"):
            break
    else:
        pytest.fail(f"the first card is more than {MOST_TABS} Tabs away")
    press_until_focused(page, ".filters > summary")


def test_name_and_question_stay_where_they_are_while_the_evidence_is_scrolled(wide: Watched) -> None:
    page = wide.asked()
    page.mouse.wheel(0, 2_000)
    expect(page.locator(".masthead h1")).to_be_in_viewport()
    expect(page.get_by_label("Your question")).to_be_in_viewport()
    ask(page, "When will Tokayev visit Russia?")
    expect(page.locator(".verdict h2")).to_have_text("Answered")


def test_the_sentence_that_answers_leads_and_the_paragraph_unfolds_word_for_word(wide: Watched) -> None:
    card = first_card(wide.asked())
    quote, sentence = card.locator(":scope > .text > .quote"), card.locator(".answering").first
    paragraph = quote.evaluate("element => element.textContent")
    above = card.locator(":scope > .over > .headline").evaluate("element => element.getBoundingClientRect().bottom")
    assert sentence.evaluate("element => element.getBoundingClientRect().top") - above < 30
    folded = quote.evaluate("element => element.getBoundingClientRect().height")
    unfold(card)
    assert quote.evaluate("element => element.textContent") == paragraph
    assert quote.evaluate("element => element.innerText").strip() == paragraph.strip()
    assert quote.evaluate("element => element.getBoundingClientRect().height") != folded
    expect(card.get_by_role("button", name="less")).to_have_attribute("aria-expanded", "true")


def test_likelihood_is_a_word_with_its_figure_on_demand_and_is_left_out_where_it_is_next_to_nothing(
    wide: Watched,
) -> None:
    page = wide.asked()
    expect(first_card(page).locator(".likely").first).to_have_attribute("title", re.compile(r"^9\d% likely to answer$"))
    expect(first_card(page).locator(".likely").first).to_contain_text("High likelihood")
    expect(page.locator(".evidence.quieter > li > .card > .controls > .judgement > .likely")).to_have_count(0)


def style(page: Page, selector: str, name: str) -> str:
    return str(page.locator(selector).first.evaluate("(element, name) => getComputedStyle(element)[name]", name))


def test_the_words_of_the_question_are_a_dotted_hairline_and_the_mark_is_the_only_ground(wide: Watched) -> None:
    page = wide.asked()
    term = ".card .quote .term"
    assert style(page, term, "fontWeight") == style(page, ".card .quote mark", "fontWeight")
    assert style(page, term, "textDecorationStyle") == "dotted"
    assert style(page, term, "textDecorationThickness") == "1px"
    assert style(page, term, "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert style(page, ".card .quote mark", "backgroundColor") != "rgba(0, 0, 0, 0)"


def test_the_controls_of_a_card_are_one_quiet_row(wide: Watched) -> None:
    page = wide.asked()
    tops, heights = zip(
        *first_card(page)
        .locator(".controls :is(.action, .read):visible")
        .evaluate_all("all => all.map(it => [it.getBoundingClientRect().top, it.getBoundingClientRect().height])"),
        strict=True,
    )
    assert len(tops) >= 3
    assert max(tops) - min(tops) < 6
    assert max(heights) <= 34


_RULE_OF = """name => {
  const verdict = document.querySelector(".verdict"), other = verdict.cloneNode();
  other.className = `verdict ${name}`;
  verdict.after(other);
  const found = getComputedStyle(other).borderLeftColor;
  other.remove();
  return found;
}"""


def test_the_verdict_is_a_strip_with_a_rule_in_the_colour_of_its_band(wide: Watched) -> None:
    page = wide.asked()
    assert style(page, ".verdict", "borderLeftStyle") == "solid"
    assert 3 <= float(style(page, ".verdict", "borderLeftWidth").removesuffix("px")) <= 5
    assert len({page.evaluate(_RULE_OF, band) for band in ("answered", "weak", "none")}) == 3
