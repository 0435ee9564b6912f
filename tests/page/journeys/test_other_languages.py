"""Asked in Russian and Kazakh: over English seeds with articles in both, and over a model that only reads English."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from qa.archive.archive import Archive
from tests.articles.test_language import KAZAKH, RUSSIAN
from tests.conftest import SEEDS
from tests.page.browsing import assert_fits, first_card, watched
from tests.page.page_server import PageServer

pytestmark = [pytest.mark.browser, pytest.mark.model]

RUSSIAN_QUESTION = "Какова длина границы между Казахстаном и Россией?"
KAZAKH_QUESTION = "Қазақстан мен Ресей шекарасының ұзындығы қанша?"
DENIED = ("В этом архиве ответа нет", "Вероятно, ответа здесь нет", "Бұл мұрағатта жауап жоқ", "does not answer")


def ask_there(page: Page, question: str) -> None:
    """Ask where the page is in any language."""
    page.locator("#question textarea").fill(question)
    page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def mixed(pages: PageServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The seeds beside a Russian and a Kazakh article, with the encoder that they get by themselves."""
    folder = tmp_path_factory.mktemp("mixed")
    articles = Path(shutil.copytree(SEEDS, folder / "articles"))
    for name, text, more in (
        ("ru", RUSSIAN, "Музей древних карт открылся в Павлодаре 5 марта 2024 года, сообщил его директор Иван Петров."),
        ("kk", KAZAKH, "Павлодардағы кітапханаға былтыр 12 мың оқырман келді, деді оның басшысы Айгүл Серік."),
    ):
        (articles / f"{name}.txt").write_text(f"{text}\n\n{more}\n", "utf-8")
    Archive.build(articles, folder / "index")
    with pages.serving(folder / "index") as address:
        yield address


@pytest.mark.parametrize(
    ("locale", "question", "by_meaning"),
    [
        ("ru-RU", RUSSIAN_QUESTION, "Найдено по смыслу"),
        ("kk-KZ", KAZAKH_QUESTION, "Мағынасы бойынша табылды"),
    ],
)
def test_an_english_passage_answers_a_question_in_another_language(
    browser: Browser, mixed: str, locale: str, question: str, by_meaning: str
) -> None:
    for watch in watched(browser, mixed, 1280, 900, locale):
        page = watch.open()
        ask_there(page, question)
        expect(first_card(page)).to_contain_text("7,591 kilometers")
        verdict = page.locator(".verdict")
        expect(verdict).to_contain_text(by_meaning)
        for denial in DENIED:
            expect(verdict).not_to_contain_text(denial)
        expect(first_card(page).locator(".quote").first).to_have_attribute("lang", "en")
        assert_fits(page, 1280)


@pytest.mark.parametrize(
    ("question", "answer", "language"),
    [
        ("Когда открылся музей древних карт?", "5 марта 2024 года", "ru"),
        ("Кітапханаға қанша оқырман келді?", "12 мың оқырман", "kk"),
        ("How long is the border between Kazakhstan and Russia?", "7,591 kilometers", None),
    ],
)
def test_each_language_is_answered_from_its_own_articles(
    browser: Browser, mixed: str, question: str, answer: str, language: str | None
) -> None:
    for watch in watched(browser, mixed, 390, 844):
        page = watch.open()
        ask_there(page, question)
        expect(first_card(page).locator(".quote mark").first).to_contain_text(answer)
        expect(page.locator(".verdict")).not_to_contain_text("another language")
        expect(page.locator(".verdict h2")).not_to_contain_text("not")
        if language is not None:  # the page's own is not stated
            expect(first_card(page).locator(".quote").first).to_have_attribute("lang", language)
        assert_fits(page)


def test_the_index_tab_lists_the_languages_and_what_each_gets(browser: Browser, mixed: str) -> None:
    for watch in watched(browser, mixed, 1280, 900):
        listed = watch.open("?tab=index").locator(".status")
        expect(listed).to_contain_text("English 5 (read, word forms known)")
        expect(listed).to_contain_text("Russian 1 (read, word forms known)")
        expect(listed).to_contain_text("Kazakh 1 (read, word forms guessed)")


def test_over_an_english_model_it_is_not_denied_but_said_which_language_to_ask_in(
    browser: Browser, seeds_page: str
) -> None:
    for watch in watched(browser, seeds_page, 390, 844, "ru-RU"):
        page = watch.open()
        ask_there(page, RUSSIAN_QUESTION)
        expect(page.locator(".verdict h2")).to_have_text("Язык вопроса — русский, модель архива его не знает")
        expect(page.locator(".verdict")).to_contain_text("английский")
        expect(page.locator(".thumbs")).to_have_count(0)
        assert_fits(page)
