"""Three languages, two themes, and those who do not see the page."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from qa.page.words.english import ENGLISH
from qa.page.words.kazakh import KAZAKH
from qa.page.words.russian import RUSSIAN
from qa.page.words.words import Words
from tests.page.browsing import BORDER, QUESTION, Watched, first_card, show_map, watched

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.mark.parametrize(
    ("locale", "question", "verdict", "tab", "date"),
    [
        ("ru-RU", "Ваш вопрос", "Ответ есть", "Архив", "22 октября, год не указан"),
        ("kk-KZ", "Сұрағыңыз", "Жауап бар", "Мұрағат", "22 қазан, жылы көрсетілмеген"),
    ],
)
def test_the_page_speaks_the_browsers_language_everywhere(
    browser: Browser, seeds_page: str, locale: str, question: str, verdict: str, tab: str, date: str
) -> None:
    for watch in watched(browser, seeds_page, 1280, 900, locale):
        page = watch.open()
        expect(page.locator("html")).to_have_attribute("lang", locale[:2])
        page.get_by_label(question).fill(QUESTION)
        page.keyboard.press("Enter")
        expect(page.locator(".verdict h2")).to_have_text(verdict)
        expect(first_card(page)).to_contain_text(BORDER)
        expect(first_card(page).locator(".source").first).to_contain_text(date)
        page.get_by_role("tab", name=tab).click()
        expect(page.locator("#list table")).to_be_visible()
        words = " ".join(page.locator("#masthead, [role=tablist], #list th").all_inner_texts())
        assert tab in words
        assert not re.search(r"\b(Ask|Archive|Index|articles?|passages?|Published|Title|Outlet)\b", words)


def choose(page: Page, name: str) -> None:
    """Choose a language from its menu."""
    page.locator(".languages > summary").click()
    page.locator(".languages").get_by_role("button", name=name).click()


def test_another_language_is_chosen_from_the_menu_and_stays(wide: Watched) -> None:
    page = wide.asked()
    choose(page, "Русский")
    expect(page.locator(".verdict h2")).to_have_text("Ответ есть")
    page.goto(wide.address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Спросите архив")
    choose(page, "English")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ask the archive")


@pytest.mark.parametrize("locale", ["en-GB", "ru-RU"])
def test_a_chosen_language_is_spoken_by_every_part_of_the_page(browser: Browser, small_page: str, locale: str) -> None:
    for watch in watched(browser, small_page, 1280, 900, locale):
        page = watch.open()
        for words in (RUSSIAN, ENGLISH, KAZAKH, RUSSIAN, KAZAKH, ENGLISH):
            choose(page, words.name)
            expect(page.get_by_role("heading", level=1)).to_have_text(words.title)
            expect(page.get_by_role("tab")).to_have_text([*words.tabs.values()])
            expect(page.get_by_label(words.asking.question)).to_be_visible()
            expect(page.locator("#ask-button")).to_have_text(words.asking.ask)


THEMES: Mapping[int, tuple[Literal["light", "dark"], ...]] = {1280: ("light", "dark"), 390: ("dark", "light")}
"""In which order both are looked at, by the width: what comes next is loaded in the last one."""


@cache
def axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def examined(page: Page) -> tuple[list[str], set[str]]:
    """Return what axe finds serious or critical, and which rules it passed."""
    page.evaluate(axe())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations', 'passes']})")
    serious = [
        f"{it['id']}: {node['target']} {node.get('failureSummary', '')}"
        for it in found["violations"]
        if it["impact"] in ("serious", "critical")
        for node in it["nodes"]
    ]
    return serious, {it["id"] for it in found["passes"]}


def states(page: Page, address: str, words: Words = ENGLISH) -> Iterator[str]:
    """Lead the page through what it can show, naming each; its theme and width may change meanwhile."""
    page.goto(address)
    expect(page.locator("#welcome .before")).to_be_visible()
    expect(page.locator("#examples .example").first).to_be_visible(timeout=30_000)
    yield "before asking"
    page.goto(address + "?q=" + QUESTION.replace(" ", "+"))
    expect(page.locator(".filters")).to_be_attached()
    first_card(page).locator("[data-keeps]").first.click()
    for details in page.locator("#desk details:not([open]) > summary").all():
        if details.is_visible():
            details.click()
    yield "answer"
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    yield "keyboard shortcuts"
    page.keyboard.press("Escape")
    page.goto(address + "?q=Which+penguin+painted+parliament%3F")
    expect(page.locator(".closest")).to_be_visible()
    yield "no answer"
    page.goto(address + "?q=Lavrov+borders")
    expect(page.locator(".verdict.topic")).to_be_visible()
    yield "topic"
    page.goto(address + "?q=" + QUESTION.replace(" ", "+"))
    first_card(page).get_by_role("link", name=words.card.read).first.click()
    expect(page.locator("#article .article")).to_be_visible()
    yield "article"
    page.goto(address + "?tab=notebook")
    expect(page.locator("[data-entry]")).to_have_count(1)
    yield "notebook"
    page.goto(address + "?tab=archive")
    expect(page.locator("#list table")).to_be_visible()
    show_map(page)
    yield "archive"
    page.goto(address + "?tab=index")
    expect(page.locator("#status dl").first).to_be_visible()
    yield "index"


@pytest.mark.parametrize(
    ("words", "width"),
    [(ENGLISH, 1280), (ENGLISH, 390), (RUSSIAN, 1280), (KAZAKH, 390)],
    ids=lambda it: getattr(it, "code", it),
)
def test_axe_finds_nothing_serious_in_any_state_in_either_theme(
    browser: Browser, seeds_page: str, words: Words, width: int
) -> None:
    for watch in watched(browser, seeds_page, width, 900, words.code):
        for state in states(watch.page, watch.address, words):
            passed = dict[str, set[str]]()
            for theme in THEMES[width]:
                watch.page.emulate_media(color_scheme=theme)
                watch.page.wait_for_timeout(300)
                serious, passed[theme] = examined(watch.page)
                assert serious == [], f"{theme}, {state}"
            assert passed["light"] == passed["dark"], f"the themes of {state} were not examined alike"
            assert "color-contrast" in passed["light"], state


TABS_CLEAR = """() => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const all = [...document.querySelectorAll("#tabs .tab-container [role=tab]")];
  const tabs = all.map((it) => it.getBoundingClientRect());
  const above = document.querySelector("#ask")?.checkVisibility() ? box("#ask").top : 49;
  const apart = tabs.every((it, at) => at === 0 || it.left >= tabs[at - 1].right + 4);
  return apart && tabs.every((it) => it.bottom <= Math.min(above, 49) && it.right <= box(".languages").left);
}"""


@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN, KAZAKH], ids=lambda it: it.code)
def test_on_a_phone_no_tab_lies_on_another_or_on_the_question(browser: Browser, small_page: str, words: Words) -> None:
    for watch in watched(browser, small_page, 390, 800, words.code):
        page = watch.open()
        for kept in (False, True):
            if kept:
                page = watch.open("?q=" + QUESTION.replace(" ", "+"))
                first_card(page).locator("[data-keeps]").first.click()
                expect(page.locator("[role=tab][data-kept='1']")).to_be_visible()
            for width in (390, 360, 344, 320):
                page.set_viewport_size({"width": width, "height": 800})
                expect(page.get_by_role("tab")).to_have_count(4)
                page.wait_for_function(TABS_CLEAR)  # once its letters are drawn
                assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("opened", "resized"), [(390, 768), (1920, 1024)])
def test_the_page_fits_every_width(browser: Browser, seeds_page: str, opened: int, resized: int) -> None:
    for watch in watched(browser, seeds_page, opened, 900):
        for state in states(watch.page, watch.address):
            for width in (opened, resized, opened):  # the next state is loaded at the first width again
                watch.page.set_viewport_size({"width": width, "height": 900})
                assert watch.page.evaluate("document.documentElement.scrollWidth") <= width, state
                assert "article" in state or watch.page.evaluate(TABS_CLEAR), state
