from hypothesis import given
from hypothesis import strategies as st

from qa.page.address import Address, Span, link, parse

WORDS = st.none() | st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300)
SPANS = st.none() | st.builds(lambda start, more: Span(start, start + more), st.integers(0, 9999), st.integers(1, 999))


@given(st.builds(Address, WORDS, WORDS, SPANS))
def test_a_link_reproduces_what_it_was_made_from(address: Address) -> None:
    assert parse(link(address)) == address


@given(st.text())
def test_no_address_is_an_error(text: str) -> None:
    assert isinstance(parse(text), Address)


def test_what_is_not_understood_is_left_out() -> None:
    assert parse("?q=war&__theme=dark&sentence=9-3") == Address("war")
    assert parse("&".join("q=a" for _ in range(1000))) == Address()
    assert parse("") == Address()
