"""What the first screen shows of an answer, before anybody scrolls."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.browsing import Watched, ask, first_card, press_until_focused, unfold, watched

pytestmark = [pytest.mark.browser, pytest.mark.model]

MOST_TABS = 4
HIGHEST: Mapping[int, int] = MappingProxyType({1440: 400, 390: 520})
"""How far down the first mark may stand, by the width of the window."""
STATES: Mapping[str, str] = MappingProxyType(
    {
        "answered": "How long is the border between Kazakhstan and Russia?",
        "weak": "Why does Lavrov distrust the dollar?",
        "none": "Which colour did the penguins paint their parliament?",
        "topic": "nuclear power",
    }
)
"""A question for each that an answer may be."""


def top_of(page: Page, selector: str) -> float:
    return float(page.locator(selector).first.evaluate("element => element.getBoundingClientRect().top"))


def test_on_a_wide_screen_the_answer_stands_in_its_upper_half_and_three_cards_are_whole(wide: Watched) -> None:
    wide.page.set_viewport_size({"width": 1440, "height": 900})
    page = wide.asked()
    assert top_of(page, ".card mark") <= HIGHEST[1440]
    third = page.locator(".evidence > li").nth(2)
    assert third.evaluate("element => element.getBoundingClientRect().bottom") <= 900 - 8
    assert page.locator(".masthead h1").evaluate("element => element.getBoundingClientRect().bottom") <= 48


def test_on_a_phone_the_answer_begins_before_two_thirds_of_the_screen(narrow: Watched) -> None:
    page = narrow.asked()
    assert top_of(page, ".card mark") <= HIGHEST[390]


@pytest.mark.parametrize("width", HIGHEST)
@pytest.mark.parametrize("locale", ["en-GB", "ru-RU", "kk-KZ"])
def test_whatever_the_verdict_the_first_mark_stands_as_high(
    browser: Browser, seeds_page: str, locale: str, width: int
) -> None:
    for watch in watched(browser, seeds_page, width, 900 if width > 390 else 844, locale):
        for state, question in STATES.items():
            page = watch.open("?" + urlencode({"q": question}))
            expect(page.locator(f".verdict.{state}")).to_be_visible()
            expect(page.locator(".filters")).to_be_attached()
            assert top_of(page, ".card mark") <= HIGHEST[width], (state, question)


def test_what_is_missing_is_folded_to_whole_lines_and_unfolds(wide: Watched) -> None:
    page = wide.asked(STATES["none"])
    checked, box = page.get_by_role("region", name="How this was checked"), page.locator(".checked")
    expect(checked).to_contain_text("In no passage searched: “colour”, “penguins”")
    assert box.evaluate("it => it.clientHeight % parseFloat(getComputedStyle(it).lineHeight)") == 0
    assert box.evaluate("it => it.scrollHeight > it.clientHeight")
    checked.get_by_role("button", name="more").click()
    assert box.evaluate("it => it.scrollHeight == it.clientHeight")
    expect(checked.get_by_role("button", name="less")).to_have_attribute("aria-expanded", "true")


WORDS_SHOWN = """quote => {
  const cut = [];
  for (const part of quote.querySelectorAll(":scope > .earlier, :scope > .later")) {
    const box = part.getBoundingClientRect(), walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const more = quote.parentElement.querySelector(":scope > .unfold").getBoundingClientRect();
    while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/\\S+/g)) {
      const range = new Range();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      for (const at of range.getClientRects()) {
        const shown = Math.min(at.bottom, box.bottom) - Math.max(at.top, box.top);
        if (shown < 6) continue;
        if (shown < at.height - 6 || at.right > box.right + 1 || at.left < box.left - 1) cut.push(`cut: ${word[0]}`);
        if (at.right > more.left && at.left < more.right && at.bottom > more.top + 4 && at.top < more.bottom - 4)
          cut.push(`under more: ${word[0]}`);
      }
    }
  }
  return cut;
}"""


@pytest.mark.parametrize("width", [390, 1000, 1440])
@pytest.mark.parametrize("question", ["How long is the border?", "Which penguin painted parliament?", "nuclear power"])
def test_what_stands_around_the_mark_is_cut_between_words_and_nothing_lies_on_it(
    browser: Browser, seeds_page: str, width: int, question: str
) -> None:
    for watch in watched(browser, seeds_page, width, 900):
        page = watch.open("?" + urlencode({"q": question}))
        expect(page.locator(".filters")).to_be_attached()
        quotes = page.locator(".evidence > li > .card > .text.folded > .quote:has(> :is(.earlier, .later))")
        assert quotes.count() >= 3
        for quote in quotes.all():
            assert quote.evaluate(WORDS_SHOWN) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_menu_of_languages_stays_while_the_evidence_is_scrolled(
    browser: Browser, seeds_page: str, width: int
) -> None:
    for watch in watched(browser, seeds_page, width, 500):
        page = watch.asked()
        menu = page.locator(".languages")
        before = menu.evaluate("it => it.getBoundingClientRect().top")
        page.evaluate("scrollTo(0, 400)")
        assert page.evaluate("scrollY") == 400
        assert menu.evaluate("it => it.getBoundingClientRect().top") == before == 8
        menu.locator("summary").click()
        expect(menu.get_by_role("button", name="Русский")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_long_question_shows_whole_lines(browser: Browser, small_page: str, width: int) -> None:
    for watch in watched(browser, small_page, width, 900):
        page = watch.open()
        box = page.locator("#question textarea")
        box.fill("How long is the border between Kazakhstan and Russia, and who says so? " * 6)
        lines = "it => it.clientHeight / parseFloat(getComputedStyle(it).lineHeight)"
        assert box.evaluate(lines) == pytest.approx(3, abs=0.1)  # a part of a pixel is rounded
        page.keyboard.press("Enter")
        expect(page.locator(".verdict")).to_be_visible()
        box.evaluate("it => it.blur()")
        assert box.evaluate(lines) == pytest.approx(3, abs=0.1)  # a part of a pixel is rounded


def test_a_message_instead_of_an_answer_stands_in_the_middle(wide: Watched) -> None:
    page = wide.open("?q=%3F%3F%3F")
    notice = page.locator("#results .notice")
    expect(notice).to_be_visible()
    page.wait_for_timeout(500)
    left, right = notice.evaluate("it => [it.getBoundingClientRect().left, it.getBoundingClientRect().right]")
    assert abs(left - (1280 - right)) < 2


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
