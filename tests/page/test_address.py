import inspect
from urllib.parse import parse_qsl

import gradio as gr
from gradio.routes import App
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.article_list import LIST_ORDERS
from qa.articles.stated_names import shown_name
from qa.page.address import SHOWN, Address, Listing, changed, link, parse, parse_span
from qa.records import ORDERS, SearchRequest, Span
from tests.page.records_made import EVERYTHING
from tests.support import own_loop

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)
NAMES = st.lists(WORDS.filter(shown_name), max_size=3, unique=True).map(tuple)
SEARCHES = st.builds(
    SearchRequest,
    WORDS | st.just(""),
    st.integers(SHOWN, 200),
    order=st.sampled_from(ORDERS),
    after=st.none() | WORDS,
    before=st.none() | WORDS,
    outlets=NAMES,
    places=NAMES,
    asked_on=st.none() | WORDS,
    any_time=st.booleans(),
)
LISTINGS = st.builds(
    Listing, st.sampled_from(LIST_ORDERS), st.integers(1, 9999), st.none() | WORDS | st.just(""), st.none() | WORDS,
    st.none() | WORDS,
)  # fmt: skip
SPANS = st.none() | st.builds(lambda start, more: Span(start, start + more), st.integers(0, 9999), st.integers(1, 999))
ADDRESSES = st.builds(
    Address, st.none() | SEARCHES, st.none() | WORDS, SPANS, st.none() | WORDS,
    st.sampled_from(["ask", "archive", "index"]), LISTINGS,
)  # fmt: skip


@given(ADDRESSES)
def test_a_link_reproduces_what_it_was_made_from(address: Address) -> None:
    assert parse(link(address)) == address


def test_a_name_that_names_nothing_is_left_out_of_a_link() -> None:
    read = parse("?q=Who&outlet=&outlet=%20&outlet=%E2%80%8B&outlet=TASS&place=%00").search
    assert read is not None
    assert (read.outlets, read.places) == (("TASS",), ())


def test_no_name_in_a_link_is_also_a_parameter_of_gradios_own_routes() -> None:
    async def gradios() -> set[str]:
        with gr.Blocks(analytics_enabled=False) as blocks:
            pass
        endpoints = (getattr(route, "endpoint", None) for route in App.create_app(blocks).routes)
        return {name for it in endpoints if it is not None for name in inspect.signature(it).parameters}

    taken = own_loop.run(gradios()) | {"__lang", "__sign", "__theme", "all_endpoints", "view"}  # and read without one
    assert {"page", "deep_link", "session_hash"} <= taken
    ours = {name for name, _ in parse_qsl(link(EVERYTHING).removeprefix("?"))}
    assert len(ours) == 18
    assert not ours & taken


@given(st.text())
def test_no_address_is_an_error(text: str) -> None:
    assert isinstance(parse(text), Address)


def test_what_is_not_understood_is_left_out() -> None:
    assert parse("?q=war&__theme=dark&sentence=9-3&tab=secret&order=random&shown=9999999") == Address(
        SearchRequest("war", 200)
    )
    assert parse("?sort=size&list_page=0&shown=-5") == Address()
    assert parse("&".join("q=a" for _ in range(1000))) == Address()
    assert parse("") == Address()


def test_a_link_says_no_more_than_it_must() -> None:
    assert link(Address()) == "?"
    assert link(Address(SearchRequest("Who won?", after="2022", outlets=("TASS", "AP")))) == (
        "?q=Who+won%3F&after=2022&outlet=TASS&outlet=AP"
    )


def test_what_is_asked_otherwise_begins_with_the_first_passages() -> None:
    search = SearchRequest("war", 30, after="2022")
    assert changed(search, order="newest") == SearchRequest("war", SHOWN, after="2022", order="newest")


def test_a_stretch_of_text_is_two_numbers_in_order() -> None:
    assert parse_span("31-88") == Span(31, 88)
    for wrong in ("", "88-31", "3-3", "-1-3", "1-2-3", "a-b", "٣-٤"):
        assert parse_span(wrong) is None
