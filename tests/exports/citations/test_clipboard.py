from dataclasses import replace

import pytest
from hypothesis import given

from qa.articles.plain_text import plain
from qa.exports.citations import Citation, as_text
from qa.exports.citations.clipboard import cited_address
from qa.exports.citations.markdown import markdown
from tests.exports.citations.made import BARE, CITATION, YEARLESS, citations, texts, unhurried


def test_a_quote_is_copied_with_all_that_says_where_it_stands() -> None:
    assert as_text(CITATION) == (
        "““The border is 7,591 km,” he said & smiled.” — A. Writer, “Border talks open”, The Herald, 10 December 2022, "
        "paragraph 4, https://example.org/talks?a=1&b=2 (retrieved 22 November 2026)"
    )


def test_what_is_not_stated_leaves_no_gap() -> None:
    assert as_text(replace(BARE, outlet="The Herald")) == (
        "““The border is 7,591 km,” he said & smiled.” — The Herald, paragraph 4 (retrieved 22 November 2026)"
    )


@pytest.mark.parametrize("stated", [{}, {"author": "A. Writer"}, {"date": "2022"}, {"headline": "\u200b"}])
def test_the_file_names_the_source_where_nothing_else_does(stated: dict[str, str]) -> None:
    citation = replace(BARE, file="minutes/7", **stated)  # type: ignore[arg-type]
    assert "paragraph 4 of minutes/7 (retrieved 22 November 2026)" in as_text(citation)
    assert "paragraph 4 of minutes/7 (retrieved 22 November 2026)" in markdown([citation])


def test_a_date_without_its_year_is_said_to_lack_it() -> None:
    assert ", 22 October, year not stated, paragraph 4," in as_text(YEARLESS)


@unhurried
@given(citations)
def test_the_words_are_the_articles_and_nothing_hidden_is_copied(citation: Citation) -> None:
    text = as_text(citation)
    assert text.startswith(f"“{plain(citation.quote)}” — ")
    assert plain(text.replace("&", "")) == text.replace("&", "")
    text.encode("utf-8")


def test_line_breaks_of_the_quote_stay_and_those_of_its_source_do_not() -> None:
    text = as_text(replace(CITATION, quote="Roses are red,\nviolets are blue.", headline="Two\nlines"))
    assert text.startswith("“Roses are red,\nviolets are blue.” — A. Writer, “Two lines”, ")


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("https://example.org/a?b=c&d=%20e#f", "https://example.org/a?b=c&d=%20e#f"),
        (" http://example.org/новости ", "http://example.org/новости"),
        ("https://example.org/a b{c}\\d<e>", "https://example.org/a%20b%7Bc%7D%5Cd%3Ce%3E"),
        ("https://example.org/a\u00a0b", "https://example.org/a%C2%A0b"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("https:", None),
        ("http://[", None),
        ("example.org", None),
        ("", None),
        (None, None),
    ],
)
def test_only_an_address_on_the_web_is_one(stated: str | None, address: str | None) -> None:
    assert cited_address(stated) == address


@unhurried
@given(texts)
def test_an_address_is_one_word_without_braces(text: str) -> None:
    address = cited_address(f"https://example.org/{text}")
    assert address is None or not set(address) & set(' {}\\<>"\n\t')
