"""What is written is read back by a Markdown parser: text, and nothing but the marks that are meant."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from qa.articles.plain_text import in_one_line
from qa.exports.citations import Citation
from qa.exports.citations.clipboard import cited_address
from qa.exports.citations.markdown import markdown
from tests.exports.citations.made import BARE, CITATION, YEARLESS, citations, unhurried

MEANT = {
    "heading_open", "heading_close", "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close",
    "inline", "text", "text_special", "hardbreak", "link_open", "link_close", "em_open", "em_close",
}  # fmt: skip


def tokens(written: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(written)


def shown(token: Token) -> str:
    return "".join(" " if it.type == "hardbreak" else it.content for it in token.children or ())


def test_a_quote_stands_under_its_question_with_its_source() -> None:
    assert markdown([CITATION, YEARLESS, replace(BARE, question="Who smiled?")]) == (
        "## How long is the border?\n"
        "\n"
        "> “The border is 7,591 km,” he said \\& smiled.\n"
        "\n"
        "— A. Writer, [Border talks open](<https://example.org/talks?a=1&b=2>), *The Herald*, 10 December 2022, "
        "paragraph 4 (retrieved 22 November 2026)\n"
        "\n"
        "> “The border is 7,591 km,” he said \\& smiled.\n"
        "\n"
        "— A. Writer, [Border talks open](<https://example.org/talks?a=1&b=2>), *The Herald*, "
        "22 October, year not stated, paragraph 4 (retrieved 22 November 2026)\n"
        "\n"
        "## Who smiled?\n"
        "\n"
        "> “The border is 7,591 km,” he said \\& smiled.\n"
        "\n"
        "— paragraph 4 of 2022/talks.txt (retrieved 22 November 2026)\n"
    )


def test_line_breaks_of_a_quote_stay() -> None:
    written = markdown([replace(CITATION, quote="Roses are red,\n\n  violets are blue.")])
    assert "> Roses are red,\\\n> violets are blue.\n" in written


@unhurried
@given(st.lists(citations, max_size=3))
def test_whatever_an_article_holds_is_shown_as_text(some: list[Citation]) -> None:
    found = tokens(markdown(some))
    inline = [it for it in found if it.type == "inline"]
    assert {it.type for it in found} | {child.type for it in inline for child in it.children or ()} <= MEANT
    links = [str(child.attrs["href"]) for it in inline for child in it.children or () if child.type == "link_open"]
    assert len(links) == sum(cited_address(it.url) is not None for it in some)
    assert all(link.startswith(("http://", "https://")) for link in links)
    quotes = [shown(it) for it in inline if it.level == 2]
    expected = [in_one_line(it.quote) for it in some]
    assert [" ".join(it.split()) for it in quotes if it] == [it for it in expected if it]
    sources = [shown(it) for it in inline if shown(it).startswith("— ")]
    for citation in some:
        for stated in (citation.author, citation.headline, citation.outlet):
            assert any(in_one_line(stated or "") in " ".join(it.split()) for it in sources)
