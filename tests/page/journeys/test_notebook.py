"""Passages kept over several questions: a journalist's notebook, in the browser alone."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from qa.archive.archive import Archive
from qa.exports.notebook import read_notebook
from qa.exports.notebook.word_document import writes_word
from qa.page.words.kazakh import KAZAKH
from qa.page.words.russian import RUSSIAN
from tests.page.browsing import Watched, ask, watched
from tests.page.journeys.test_languages import examined
from tests.support.hand_encoder import HandEncoder

pytestmark = pytest.mark.browser

FIRST, SECOND = "How long is the land border?", "When will Tokayev make a state visit to Russia?"
NOTE = "Ask the embassy.\nDoes it count the sea?"
HELD = "JSON.parse(localStorage.getItem('notebook')).entries"


def cards(page: Page) -> Locator:
    return page.locator(".evidence > li > [data-card]")


def keep(page: Page, place: int = 0) -> str:
    """Keep the passage of a card, and give its id."""
    card = cards(page).nth(place)
    button = card.locator("[data-keeps]").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    return str(card.get_attribute("data-card"))


def open_notebook(page: Page, count: int) -> None:
    page.get_by_role("tab", name=re.compile("^Notebook")).click()
    expect(entries(page)).to_have_count(count)


def entries(page: Page) -> Locator:
    return page.locator("[data-entry]")


def listed(page: Page) -> list[str]:
    return [str(it.get_attribute("data-entry")) for it in entries(page).all()]


def held(page: Page) -> list[dict[str, Any]]:
    return list(page.evaluate(HELD))


def load(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file").click()
    chooser.value.set_files(file)


def kept_over_two_questions(watch: Watched) -> tuple[Page, list[str]]:
    page = watch.asked(FIRST)
    first = [keep(page), keep(page, 1)]
    ask(page, SECOND)
    expect(page.locator("#results [data-asked*=state]")).to_be_visible()
    expect(page.locator(".filters")).to_be_attached()
    other = next(place for place in range(5) if cards(page).nth(place).get_attribute("data-card") not in first)
    return page, [*first, keep(page, other)]


def test_passages_of_two_questions_are_kept_in_order_with_their_sources(small: Watched) -> None:
    page, ids = kept_over_two_questions(small)
    open_notebook(page, 3)
    assert listed(page) == ids
    expect(page.get_by_role("tab", name="Notebook (3)")).to_be_visible()
    expect(page.locator(".asked-for").first).to_have_text(FIRST)
    expect(page.locator(".asked-for").last).to_have_text(SECOND)
    one = held(page)[0]
    assert one["passage_id"] == ids[0]
    assert one["quote"] in one["passage"]
    expect(entries(page).first.locator(".quote")).to_have_text(one["passage"])
    expect(entries(page).first.locator(".source")).to_contain_text(one["headline"])
    expect(page.locator(".state")).to_have_count(0)


def test_the_number_kept_stands_on_the_tab_before_it_is_opened(small: Watched) -> None:
    page = small.asked(FIRST)
    tab = page.get_by_role("tab", name="Notebook")
    shown = "tab => getComputedStyle(tab, '::after').display"
    assert tab.evaluate(shown) == "none"
    keep(page)
    assert tab.evaluate(shown) != "none"
    keep(page, 1)
    expect(page.get_by_role("tab", name="Notebook (2)")).to_be_visible()


def test_a_passage_is_taken_out_where_it_was_kept_and_that_is_taken_back(small: Watched) -> None:
    page = small.asked(FIRST)
    keep(page)
    button = cards(page).first.locator("[data-keeps]").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#toast")).to_contain_text("Removed from the notebook.")
    page.locator("#toast").get_by_role("button", name="Undo").click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert len(held(page)) == 1


def test_notes_and_order_survive_a_reload_and_another_visit(browser: Browser, small: Watched) -> None:
    page, ids = kept_over_two_questions(small)
    open_notebook(page, 3)
    entries(page).nth(2).get_by_role("textbox").fill(NOTE)
    entries(page).nth(2).get_by_role("button", name=re.compile("^Move up")).click()
    up = entries(page).nth(1).get_by_role("button", name=re.compile("^Move up"))
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    order = [ids[2], ids[0], ids[1]]
    assert listed(page) == order
    expect(page.locator("#announcement")).to_have_text("Now 1 of 3.")
    page.reload()
    expect(entries(page)).to_have_count(3)
    assert listed(page) == order
    expect(entries(page).first.get_by_role("textbox")).to_have_value(NOTE)
    other = page.context.new_page()
    other.goto(small.address + "?tab=notebook")
    expect(other.locator("[data-entry]")).to_have_count(3)
    other.close()


def test_what_is_removed_comes_back_where_it_stood_with_its_note_by_keyboard(small: Watched) -> None:
    page, ids = kept_over_two_questions(small)
    open_notebook(page, 3)
    entries(page).nth(1).get_by_role("textbox").fill(NOTE)
    entries(page).nth(1).get_by_role("button", name=re.compile("^Remove")).focus()
    page.keyboard.press("Enter")
    expect(entries(page)).to_have_count(2)
    expect(page.locator("#toast").get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(entries(page)).to_have_count(3)
    assert listed(page) == ids
    expect(entries(page).nth(1).get_by_role("textbox")).to_have_value(NOTE)
    expect(page.locator(f'[data-removes="{ids[1]}"]')).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(f'[data-removes="{ids[2]}"]')).to_be_focused()
    assert [it["passage_id"] for it in held(page)] == [ids[0], ids[2]]


def test_a_saved_file_is_opened_again_and_brings_no_doubles(small: Watched, tmp_path: Path) -> None:
    page, ids = kept_over_two_questions(small)
    open_notebook(page, 3)
    entries(page).first.get_by_role("textbox").fill(NOTE)
    with page.expect_download() as handed:
        page.get_by_role("button", name="Save as a file").click()
    assert re.fullmatch(r"notebook-\d{4}-\d\d-\d\d\.json", handed.value.suggested_filename)
    file = tmp_path / "notebook.json"
    handed.value.save_as(file)
    before = held(page)
    assert [it.citation.passage_id for it in read_notebook(file.read_bytes())] == ids
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(".notebook > .empty")).to_contain_text("Nothing kept yet")
    load(page, file)
    expect(page.locator("#toast")).to_have_text("Added: 3. Already there: 0.")
    assert held(page) == before
    entries(page).first.get_by_role("textbox").fill("Another note.")
    load(page, file)
    expect(page.locator("#toast")).to_have_text("Added: 0. Already there: 3.")
    assert len(held(page)) == 3
    assert held(page)[0]["note"] == f"Another note.\n\n{NOTE}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        '{"format": "qa-notebook", "version": 2, "entries": []}',
        '{"format": "qa-notebook", "version": 1, "entries": [{"passage_id": "x"}]}',
        '{"format": "qa-notebook", "version": 1}',
    ],
)
def test_a_file_that_is_no_notebook_gets_one_line_and_changes_nothing(
    small: Watched, tmp_path: Path, text: str
) -> None:
    page = small.asked(FIRST)
    keep(page)
    open_notebook(page, 1)
    file = tmp_path / "other.json"
    file.write_text(text)
    before = held(page)
    load(page, file)
    expect(page.locator("#toast")).to_have_text("That file is not a notebook this page can read. Nothing was changed.")
    assert held(page) == before


def test_a_field_that_the_server_would_refuse_is_refused_when_the_file_is_opened(
    small: Watched, tmp_path: Path
) -> None:
    page = small.asked(FIRST)
    keep(page)
    open_notebook(page, 1)
    (entry,) = held(page)
    wrongs: tuple[dict[str, Any], ...] = (
        {"retrieved": "2026-02-30"},
        {"paragraph": 0},
        {"paragraph": 1e300},
        {"note": 5},
        {"url": []},
    )
    for wrong in wrongs:
        file = tmp_path / "wrong.json"
        file.write_text(json.dumps({"format": "qa-notebook", "version": 1, "entries": [entry | wrong]}))
        load(page, file)
        expect(page.locator("#toast")).to_contain_text("not a notebook")
        page.evaluate("document.getElementById('toast').textContent = ''")
    assert held(page) == [entry]


def exported(page: Page, kind: str) -> bytes:
    page.locator(".notebook .export > summary").click()
    with page.expect_download() as handed:
        page.locator(".notebook .menu").get_by_role("button", name=kind).click()
    expect(page.locator("#toast")).to_contain_text(handed.value.suggested_filename)
    return Path(handed.value.path()).read_bytes()


def test_the_notebook_is_exported_as_documents_with_all_that_belongs_to_each_entry(small: Watched) -> None:
    page, ids = kept_over_two_questions(small)
    open_notebook(page, 3)
    entries(page).first.get_by_role("textbox").fill(NOTE)
    links = [f"{small.address}?q=How+long+is+the+land+border%3F", f"passage={ids[0]}", f"passage={ids[2]}"]
    markdown = exported(page, "Markdown").decode()
    for part in (f"## {FIRST}", f"## {SECOND}", "retrieved ", *links):
        assert part in markdown
    assert "**Note:** Ask the embassy.\\\nDoes it count the sea?" in markdown
    written = exported(page, "Web page for print (HTML)").decode()
    assert NOTE in written
    assert all(link.replace("&", "&amp;") in written for link in links)
    if writes_word():
        with zipfile.ZipFile(io.BytesIO(exported(page, "Word (DOCX)"))) as held_in:
            document = held_in.read("word/document.xml").decode()
            assert FIRST in document
            assert "Ask the embassy." in document
            assert ids[0] in held_in.read("word/_rels/document.xml.rels").decode()
    else:
        page.locator(".notebook .export > summary").click()
        expect(page.locator(".notebook .menu")).to_contain_text("pip install 'qa-news-archive[docx]'")


def test_two_windows_of_one_browser_do_not_overwrite_each_other(small: Watched) -> None:
    page = small.asked(FIRST)
    first = keep(page)
    other = page.context.new_page()
    other.goto(small.address + "?tab=notebook")
    expect(entries(other)).to_have_count(1)
    second = keep(page, 1)
    expect(entries(other)).to_have_count(2)
    entries(other).first.get_by_role("textbox").fill(NOTE)
    keep(page, 2)
    expect(entries(other)).to_have_count(3)
    expect(entries(other).first.get_by_role("textbox")).to_be_focused()
    assert [it["passage_id"] for it in held(page)][:2] == [first, second]
    assert held(page)[0]["note"] == NOTE
    other.locator(f'[data-removes="{second}"]').click()
    expect(page.locator(f'[data-keeps="{second}"]')).to_have_attribute("aria-pressed", "false")
    other.close()


def test_a_browser_without_room_says_so_in_one_line_and_loses_nothing(small: Watched) -> None:
    page = small.asked(FIRST)
    keep(page)
    page.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); })")
    cards(page).nth(1).locator("[data-keeps]").first.click()
    expect(page.locator("#toast")).to_contain_text("This browser has no room left.")
    assert len(held(page)) == 1


def test_no_more_is_kept_than_the_notebook_holds(small: Watched, tmp_path: Path) -> None:
    page = small.asked(FIRST)
    keep(page)
    (entry,) = held(page)
    many = [entry | {"passage_id": f"{number:016x}"} for number in range(500)]
    file = tmp_path / "many.json"
    file.write_text(json.dumps({"format": "qa-notebook", "version": 1, "entries": many}))
    open_notebook(page, 1)
    load(page, file)
    expect(page.locator("#toast")).to_contain_text("it holds 500 passages")
    assert held(page) == [entry]
    page.locator(f'[data-removes="{entry["passage_id"]}"]').click()
    load(page, file)
    expect(entries(page)).to_have_count(500)


def test_what_was_no_notebook_in_the_store_is_put_aside(small: Watched) -> None:
    page = small.asked(FIRST)
    page.evaluate("localStorage.setItem('notebook', 'a later version')")
    keep(page)
    assert page.evaluate("localStorage.getItem('notebook, unreadable')") == "a later version"
    assert len(held(page)) == 1


def test_a_kept_passage_leads_back_to_its_question_and_into_its_article(small: Watched) -> None:
    page = small.asked(FIRST)
    keep(page)
    open_notebook(page, 1)
    entries(page).get_by_role("link", name=re.compile("^Read in the article")).click()
    expect(page.locator("#article mark.opened")).to_be_focused()
    page.get_by_role("button", name="Close the article").click()
    expect(entries(page)).to_be_visible()
    entries(page).get_by_role("link", name=FIRST).click()
    expect(page.get_by_role("tab", name="Ask")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#article mark.opened")).to_be_visible()


def test_after_a_rebuild_it_says_what_has_changed_and_what_has_gone(
    browser: Browser, pages: Any, tmp_path: Path
) -> None:
    folder, index = tmp_path / "articles", tmp_path / "index"
    folder.mkdir()
    texts = {
        "one": "The harbour of Portville closed for 9 days after the storm, its master said.",
        "two": "The harbour of Eastville opened its new pier on Monday, the mayor said.",
        "three": "The harbour of Westville lost its only crane in the storm, a fisherman said.",
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"Harbour {name}\n\n{text}\n")
    Archive.build(folder, index, encoder=HandEncoder())
    with pages.serving(index, by_hand=True) as address:
        for watch in watched(browser, address, 1280, 900):
            page = watch.asked("What happened to the harbour?")
            for place in range(3):
                keep(page, place)
            (folder / "one.txt").write_text(f"Harbour one\n\n{texts['one'].replace('9 days', '12 days')}\n")
            (folder / "two.txt").unlink()
            Archive.build(folder, index, encoder=HandEncoder())
            open_notebook(page, 3)
            changed = entries(page).filter(has_text="Portville")
            expect(changed.locator(".state.changed")).to_have_text(
                "The article has changed. You see the words as you kept them."
            )
            expect(changed.locator(".quote").first).to_have_text(texts["one"])
            changed.get_by_text("The words now").click()
            expect(changed.locator(".now .differs")).to_have_text("12")
            gone = entries(page).filter(has_text="Eastville")
            expect(gone.locator(".state.gone")).to_contain_text("No longer in the archive.")
            expect(gone.locator(".quote")).to_have_text(texts["two"])
            expect(gone.get_by_role("link", name=re.compile("^Read"))).to_have_count(0)
            expect(entries(page).filter(has_text="Westville").locator(".state")).to_have_count(0)


def test_a_server_that_does_not_answer_takes_nothing(small: Watched) -> None:
    page = small.asked(FIRST)
    keep(page)
    page.route("**/notebook/*", lambda route: route.abort())
    cards(page).nth(1).locator("[data-keeps]").first.click()
    expect(page.locator("#toast")).to_contain_text("The server does not answer.")
    assert len(held(page)) == 1
    page.unroute("**/notebook/*")
    small.errors.clear()  # the browser says what was aborted


@pytest.mark.parametrize("words", [RUSSIAN, KAZAKH], ids=["ru", "kk"])
def test_the_notebook_speaks_the_visitors_language(browser: Browser, small_page: str, words: Any) -> None:
    for watch in watched(browser, small_page, 390, 844, f"{words.code}-KZ"):
        page = watch.open("?q=Lavrov")
        cards(page).first.get_by_role("button", name=words.card.keep).first.click()
        expect(page.locator("#toast")).to_have_text(words.notebook.kept)
        page.get_by_role("tab", name=re.compile(words.tabs["notebook"])).click()
        expect(entries(page)).to_have_count(1)
        expect(page.get_by_role("button", name=words.notebook.save)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        said = page.locator("#notebook").inner_text()
        assert not re.search(r"\b(Notebook|Note|Remove|Move|Export|asked|Save)\b", said)


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_in_the_notebook(browser: Browser, small_page: str, width: int) -> None:
    for watch in watched(browser, small_page, width, 900):
        page = watch.open("?tab=notebook")
        expect(page.locator(".notebook > .empty")).to_be_visible()
        assert examined(page)[0] == []
        page.goto(small_page + "?q=Lavrov")
        keep(page)
        keep(page, 1)
        open_notebook(page, 2)
        page.locator(".notebook .export > summary").click()
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            page.wait_for_timeout(300)
            assert examined(page)[0] == [], theme


def test_hostile_words_are_kept_shown_and_exported_as_text(attacked: Watched) -> None:
    page = attacked.open("?q=attacked+window")
    for place in range(4):
        keep(page, place)
    open_notebook(page, 4)
    entries(page).first.get_by_role("textbox").fill('<img src=x onerror="window.attacked = 1"></textarea><script>')
    assert "&lt;img" in exported(page, "Web page for print (HTML)").decode()
    page.reload()
    expect(entries(page)).to_have_count(4)
    assert page.evaluate("window.attacked") is None
    assert page.locator("#notebook :is(script, img, iframe, form, style, object, embed, link)").count() == 0


def test_a_hostile_file_runs_nothing_and_leads_nowhere_else(attacked: Watched, tmp_path: Path) -> None:
    page = attacked.open("?q=attacked+window")
    keep(page)
    (entry,) = held(page)
    attack = '"><img src=x onerror="window.attacked = 1">'
    texts = ("quote", "file", "passage", "question", "headline", "outlet", "author", "date", "place", "section")
    hostile = entry | dict.fromkeys(texts, attack) | {"note": attack, "url": "javascript:window.attacked = 1"}
    addresses = ("javascript:window.attacked=1", "https://evil.example/", "//evil.example", f"?q={attack}&tab=archive")
    many = [hostile | {"passage_id": f"{n:016x}", "address": it} for n, it in enumerate(addresses)]
    file = tmp_path / "hostile.json"
    file.write_text(json.dumps({"format": "qa-notebook", "version": 1, "entries": many}))
    open_notebook(page, 1)
    load(page, file)
    expect(entries(page)).to_have_count(5)
    assert page.evaluate("window.attacked") is None
    assert page.locator("#notebook img").count() == 0
    for link in page.locator("#notebook a").all():
        assert str(link.get_attribute("href")).startswith("?")
    assert "evil.example/" not in exported(page, "Markdown").decode().replace("evil\\.example", "")
