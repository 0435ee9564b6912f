"""A link shows all that it asks for, and leaves alone what the visitor may have begun meanwhile."""

from dataclasses import dataclass
from typing import Any

import gradio as gr
import pytest
from gradio.blocks import Block
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.archive.article_list import LIST_ORDERS
from qa.articles.formats.known import accepted_endings
from qa.page.address import Address, Listing
from qa.page.archive_tab import archive_tab
from qa.page.ask_tab import ask_tab
from qa.page.components import Components, Updates
from qa.page.events import ClientEvent, html
from qa.page.index_tab import index_tab
from qa.page.language import LANGUAGES
from qa.page.notebook_tab import notebook_tab
from qa.page.words.english import ENGLISH
from qa.page.words.kazakh import KAZAKH
from qa.page.words.words import Words
from qa.settings import Settings
from tests.page.rendered import rendered
from tests.page.script import laid_out
from tests.support.examples import few
from tests.support.seeds import BORDER

LINK = "?q=How+long+is+the+border+between+Kazakhstan+and+Russia%3F"
FILE = "003_f21b648a2aaaf444.txt"


def parts(*, manage: bool) -> Components:
    top = html("masthead")
    with gr.Tabs():
        with gr.Tab("Ask", id="ask") as first:
            asking = ask_tab(Settings())
        with gr.Tab("Archive", id="archive") as second:
            browsing = archive_tab()
        with gr.Tab("Notebook", id="notebook") as third:
            notebook_tab()
        with gr.Tab("Index", id="index") as fourth:
            index = index_tab(manage=manage)
    return Components(top, (first, second, third, fourth), html("article"), asking, browsing, index)


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page over the seeds."""

    parts: Components
    archive: Archive

    def shown(self, address: str, *, first: bool = False, words: Words = ENGLISH) -> Updates:
        return self.parts.shown(self.archive, ClientEvent({"address": address, "first": first}), words)


@pytest.fixture(scope="module")
def archive(small_archive: Archive) -> Archive:
    return small_archive


@pytest.fixture(scope="module")
def page(archive: Archive) -> Page:
    """What a visitor gets."""
    return Page(laid_out(lambda: parts(manage=False))[1], archive)


@pytest.fixture(scope="module")
def owners(archive: Archive) -> Page:
    """What the archive's owner gets."""
    return Page(laid_out(lambda: parts(manage=True))[1], archive)


def text(shown: Updates, part: Block) -> str:
    """What a part that is HTML says."""
    return " ".join(rendered(shown[part]).text.split())


FIELDS = {
    "q": st.sampled_from([BORDER, "", "😀", "who -who"]),
    "after": st.sampled_from(["2020", "yesterday"]),
    "passage": st.sampled_from(["gone", ""]),
    "article": st.sampled_from([FILE, "gone.txt"]),
    "tab": st.sampled_from(["ask", "archive", "notebook", "index", "secret"]),
    "sort": st.sampled_from([*LIST_ORDERS, "size"]),
    "page": st.sampled_from(["1", "9999999", "-1"]),
    "month": st.sampled_from(["undated", "May"]),
}
LINKS = st.fixed_dictionaries({}, optional=FIELDS).map(lambda it: "?" + "&".join(f"{key}={it[key]}" for key in it))


@few(40)
@given(LINKS, st.booleans(), st.booleans(), st.sampled_from([*LANGUAGES.values()]))
def test_any_link_shows_something_on_parts_that_may_change_and_on_no_other(
    page: Page, owners: Page, link: str, first: bool, manage: bool, words: Words
) -> None:
    it = owners if manage else page
    told = ClientEvent({"address": link, "first": first})
    shown, turned = it.shown(link, first=first, words=words), it.parts.turned(it.archive, told.address, words)
    assert set(turned) <= set(shown) <= set(it.parts.every)
    assert set(turned) <= set(it.parts.turning) <= set(it.parts.every)
    assert words.messages.ours not in str([*shown.values()])


def test_no_part_changes_twice(page: Page, owners: Page) -> None:
    for it in (page, owners):
        for some in (it.parts.every, it.parts.turning):
            assert len(set(some)) == len(some)


def test_a_page_that_comes_up_leaves_what_somebody_has_begun(page: Page) -> None:
    shown = page.shown("", first=True)
    assert "Ask the archive" in text(shown, page.parts.top)
    assert "Ask in plain words" in text(shown, page.parts.asking.welcome)
    assert "value" not in shown[page.parts.asking.question]
    assert page.parts.asking.results not in shown


def test_a_page_that_comes_up_at_a_search_shows_its_answer(page: Page) -> None:
    shown = page.shown(LINK, first=True)
    assert "7,591 kilometers" in text(shown, page.parts.asking.results)


def test_going_back_to_where_nothing_was_asked_empties_the_page(page: Page) -> None:
    shown = page.shown("")
    assert shown[page.parts.asking.results] == ""
    assert shown[page.parts.article] == ""


def test_where_too_many_ask_the_page_says_so_in_its_language(page: Page) -> None:
    shown = page.parts.refused(ClientEvent({"address": LINK, "first": True}), KAZAKH)
    assert KAZAKH.messages.busy in text(shown, page.parts.asking.results)
    assert KAZAKH.asking.what_to_do in text(shown, page.parts.asking.welcome)
    assert set(shown) <= set(page.parts.every)


def test_a_link_to_a_passage_opens_its_article_beside(page: Page) -> None:
    passage = page.archive.passages(FILE)[6]
    for link in (f"{LINK}&passage={passage.id}", f"?passage={passage.id}"):
        assert f'data-reading="{passage.id}"' in page.shown(link, first=True)[page.parts.article]


@pytest.mark.parametrize("first", [True, False])
def test_a_link_to_a_tab_shows_what_stands_there(page: Page, first: bool) -> None:
    held, status = page.parts.archive_tab, page.parts.index.status
    shown = page.shown("?tab=archive&sort=title&title=Lavrov", first=first)
    assert "Lavrov and Kazykhanov" in text(shown, held.list)
    assert ENGLISH.archive.by_outlet in text(shown, held.held)
    assert status not in shown
    shown = page.shown("?tab=index", first=first)
    assert "hand" in text(shown, status)
    assert not {*held.shown} & {*shown}


def test_only_an_owner_is_shown_how_to_add_articles(page: Page, owners: Page) -> None:
    managing = owners.parts.index.managing
    assert managing is not None
    assert ENGLISH.index.not_here in page.shown("?tab=index")[page.parts.index.status]
    shown = owners.shown("?tab=index")
    assert ENGLISH.index.not_here not in shown[owners.parts.index.status]
    assert ENGLISH.index.add in shown[managing.add_words]
    assert ENGLISH.index.rebuild_words in shown[managing.rebuild_words]


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_an_owner_reads_which_files_are_taken_and_of_no_others(owners: Page, words: Words) -> None:
    managing = owners.parts.index.managing
    assert managing is not None
    told = owners.shown("?tab=index", words=words)[managing.add_words]
    assert words.index.kinds["text"] in told
    assert (words.index.kinds["pdf"] in told) == (".pdf" in accepted_endings())
    assert f'accept="{",".join(accepted_endings())}"' in told


def test_turning_to_another_tab_leaves_the_answer_and_the_article_where_they_are(page: Page) -> None:
    listing = Address(tab="archive", listing=Listing(title="Kazykhanov"))
    turned = page.parts.turned(page.archive, listing, ENGLISH)
    assert "1 article in this list" in text(turned, page.parts.archive_tab.list)
    assert set(turned) == set(page.parts.archive_tab.shown)
    assert page.parts.turned(page.archive, Address(), ENGLISH) == {}


def words_of(shown: Updates, parts: Components) -> dict[Block, dict[str, Any]]:
    """The words that components of Gradio's own are given."""
    own = [parts.asking.question, parts.asking.button, *parts.each_tab]
    managing = parts.index.managing
    own += [] if managing is None else [managing.add, managing.rebuild]
    names = ("label", "placeholder", "value")
    return {it: {name: shown[it][name] for name in names if name in shown[it]} for it in own if it in shown}


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_a_page_that_comes_up_is_given_all_its_words_in_its_language(owners: Page, words: Words) -> None:
    parts, managing = owners.parts, owners.parts.index.managing
    assert managing is not None
    ask, archive, notebook, index = parts.each_tab
    assert words_of(owners.shown("", first=True, words=words), parts) == {
        parts.asking.question: {"label": words.asking.question, "placeholder": words.asking.placeholder},
        parts.asking.button: {"value": words.asking.ask},
        ask: {"label": words.tabs["ask"]},
        archive: {"label": words.tabs["archive"]},
        notebook: {"label": words.tabs["notebook"]},
        index: {"label": words.tabs["index"]},
        managing.add: {"value": words.index.add},
        managing.rebuild: {"value": words.index.rebuild},
    }


def test_words_that_stand_on_the_page_already_are_not_sent_again(owners: Page) -> None:
    assert words_of(owners.shown(LINK), owners.parts) == {}
    assert words_of(owners.shown(LINK, words=KAZAKH), owners.parts) == {}


def test_what_is_typed_is_left_to_whoever_types(page: Page) -> None:
    for first in (True, False):
        assert "value" not in page.shown(LINK, first=first).get(page.parts.asking.question, {})
