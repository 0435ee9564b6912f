"""A folder of web pages, mail, tables, documents and PDFs answers, and each file can be opened as it came."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from qa.archive.archive import Archive
from qa.models.encoder.protocol import Encoder
from tests.articles.formats.made_pdf import column, make_pdf
from tests.articles.formats.making import packed
from tests.page.browsing import Watched, ask, first_card, watched
from tests.page.journeys.test_languages import examined
from tests.page.journeys.test_uploading import opened
from tests.page.page_server import PageServer

pytestmark = [pytest.mark.browser, pytest.mark.model]

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LIGHTHOUSE = "How tall is the new lighthouse of Rivertown?"
TUNNEL = "How long is the railway tunnel under Mount Orel?"
FERRY = "How much does a ticket for the ferry to Seal Island cost?"
QUESTIONS = [
    (LIGHTHOUSE, "page.html", "The new lighthouse of Rivertown is 62 metres tall"),
    (TUNNEL, "report.pdf", "The railway tunnel under Mount Orel is 14 kilometres long"),
    (FERRY, "notices.jsonl#7", "A ticket for the ferry to Seal Island costs 11 crowns"),
]


def web_page(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{it}</p>" for it in paragraphs)
    head = f"<head><title>{title}</title></head>"
    return f"<!doctype html><html lang='en'>{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


def folder_of_everything(folder: Path) -> None:
    """Write a file of many a kind into a folder."""
    (folder / "page.html").write_text(
        web_page(
            "Lighthouse lit for the first time",
            "The new lighthouse of Rivertown is 62 metres tall, the harbour master said on Monday.",
            "It took four years to build, and its lamp can be seen from the other side of the bay at night.",
        )
    )
    (folder / "report.pdf").write_bytes(
        make_pdf(
            [
                column(
                    [
                        "Yearly report of the railway",
                        "",
                        "The railway of the province carried more passengers last year than in any",
                        "year before, and most of its trains were on time, the board writes.",
                    ]
                ),
                column(
                    [
                        "The railway tunnel under Mount Orel is 14 kilometres long, and the drilling of it",
                        "took nine years. Trains have been running through it since the spring.",
                    ]
                ),
            ]
        )
    )
    rows = [
        (5, "Market moves", "The market of Portville moves to the square before the town hall for the winter."),
        (6, "Library closed", "The library of Portville stays closed on Friday, because its roof is being repaired."),
        (7, "New fares", "A ticket for the ferry to Seal Island costs 11 crowns from Sunday, the company said."),
    ]
    (folder / "notices.jsonl").write_text(
        "".join(json.dumps({"id": number, "title": title, "text": text}) + "\n" for number, title, text in rows)
    )
    (folder / "letter.eml").write_text(
        "From: Ana Ruiz <ana@example.org>\nTo: desk@example.org\nSubject: The choir sings again\n"
        "Date: Mon, 3 Mar 2025 10:00:00 +0000\nMessage-ID: <1@example.org>\n\n"
        "The choir of Rivertown sings in the old brewery on Saturday evening. Entry is free for children.\n"
    )
    (folder / "older.zip").write_bytes(
        packed({"orchard.txt": "Orchard planted\n\nSchool children planted ninety apple trees beside the river.\n"})
    )
    paragraph = "The bakers of Portville went on strike on Tuesday, because flour had become dear."
    (folder / "strike.docx").write_bytes(
        packed(
            {
                "[Content_Types].xml": "<Types/>",
                "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>'
                f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p></w:body></w:document>",
            }
        )
    )
    (folder / "museum.txt").write_text("Museum opens\n\nA museum of clocks opened in Portville on Thursday.\n")


@pytest.fixture(scope="module")
def everything(pages: PageServer, tmp_path_factory: pytest.TempPathFactory, shipped_encoder: Encoder) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("everything")
    (folder / "articles").mkdir()
    folder_of_everything(folder / "articles")
    Archive.build(folder / "articles", folder / "index", encoder=shipped_encoder)
    with pages.serving(folder / "index") as address:
        yield address


@pytest.fixture
def mixed(browser: Browser, everything: str) -> Iterator[Watched]:
    yield from watched(browser, everything, 1280, 900)


def open_answer(page: Page, question: str, answer: str) -> None:
    """Ask, see the answer on the first card, and open it in its article."""
    ask(page, question)
    expect(first_card(page)).to_contain_text(answer)
    first_card(page).get_by_role("link", name="Read in the article").first.click()
    expect(page.locator("#article mark.opened")).to_contain_text(answer)
    expect(page.locator("#article mark.opened")).to_be_focused()


@pytest.mark.parametrize(("question", "file", "answer"), QUESTIONS, ids=["web page", "PDF", "row"])
def test_what_a_file_of_any_kind_says_is_found_and_read_in_its_article(
    mixed: Watched, question: str, file: str, answer: str
) -> None:
    page = mixed.open()
    open_answer(page, question, answer)
    expect(page.locator("#article")).to_contain_text(file)


def test_a_pdf_opens_at_the_page_that_answers_and_a_web_page_is_only_saved(mixed: Watched) -> None:
    page = mixed.open()
    open_answer(page, TUNNEL, "14 kilometres long")
    original = page.locator("#article").get_by_role("link", name="Open the original").get_attribute("href") or ""
    assert original.endswith("#page=2")
    fetched = page.request.get(mixed.address + original)
    assert fetched.ok
    assert fetched.headers["content-type"] == "application/pdf"
    assert fetched.headers["content-disposition"].startswith("inline")
    assert fetched.body().startswith(b"%PDF-")
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        page.wait_for_timeout(300)
        assert examined(page)[0] == []
    page.keyboard.press("Escape")
    expect(page.locator("#article .article")).to_have_count(0)
    open_answer(page, LIGHTHOUSE, "62 metres tall")
    original = page.locator("#article").get_by_role("link", name="Open the original").get_attribute("href") or ""
    fetched = page.request.get(mixed.address + original)
    assert fetched.ok
    assert fetched.headers["content-type"] == "application/octet-stream"
    assert fetched.headers["content-disposition"].startswith("attachment")


def test_a_web_page_and_a_pdf_that_are_handed_in_are_asked_at_once(
    browser: Browser, folder_page: tuple[Path, str]
) -> None:
    bridge = web_page(
        "Bridge opens",
        "The bridge of Rivertown cost 4 million crowns, the mayor said when she opened it on Monday.",
        "Buses will cross it from the summer on, and cyclists have a lane of their own beside the rails.",
    )
    mine = make_pdf([column(["Mine reopens", "", "The salt mine of Hallburg employs 230 people again since March."])])
    for page in opened(browser, folder_page[1]):
        handed = [
            FilePayload(name="bridge.html", mimeType="text/html", buffer=bridge.encode()),
            FilePayload(name="mine.pdf", mimeType="application/pdf", buffer=mine),
        ]
        page.locator("[data-hands]").set_input_files(handed)
        page.locator("#add").click()
        expect(page.locator("#added")).to_have_text("2 added.")
        page.get_by_role("tab", name="Ask").click()
        open_answer(page, "What did the bridge of Rivertown cost?", "4 million crowns")
        page.keyboard.press("Escape")
        open_answer(page, "How many people does the salt mine of Hallburg employ?", "230 people")
