"""What is written is read back by a CSV parser, and computed by none."""

import csv
import io
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.dates import full_date
from qa.articles.plain_text import plain
from qa.exports.citations import FORMATS, Citation
from qa.exports.citations.clipboard import date_words
from qa.exports.citations.table import cell, table
from tests.exports.citations.made import CITATION, YEARLESS, citations, texts, unhurried


def parsed(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written, newline=""), strict=True))


def test_the_first_row_names_every_value_of_a_citation() -> None:
    assert table([]) == (
        "quote,headline,outlet,author,date,place,section,paragraph,url,file,passage,passage_id,question,retrieved\r\n"
    )


def test_a_row_holds_a_citation() -> None:
    (row,) = parsed(table([CITATION]))
    assert row == {name: str(value) for name, value in asdict(CITATION).items()}
    (row,) = parsed(table([YEARLESS]))
    assert row["date"] == "22 October, year not stated"


@unhurried
@given(st.lists(citations, max_size=3))
def test_whatever_an_article_holds_is_read_back_as_it_is_displayed(some: list[Citation]) -> None:
    rows = parsed(table(some))
    assert len(rows) == len(some)
    for row, citation in zip(rows, some, strict=True):
        date = full_date(citation.date)
        stated = asdict(citation) | {"date": date.isoformat() if date else date_words(citation)}
        for name, value in stated.items():
            expected = plain("" if value is None else str(value))
            assert row[name] in (expected, f"'{expected}")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1"])
def test_a_formula_is_shown_and_not_computed(formula: str) -> None:
    assert cell(formula) == f"'{plain(formula)}"


@unhurried
@given(texts)
def test_no_cell_begins_a_formula(text: str) -> None:
    assert not cell(text).lstrip().startswith(("=", "+", "-", "@"))
    assert not cell(text).startswith(("\t", "\r", "\n"))


def test_other_words_get_no_apostrophe() -> None:
    assert cell("7,591 km = much") == "7,591 km = much"


def test_a_spreadsheet_finds_that_it_is_utf_8() -> None:
    assert table([CITATION]).encode(FORMATS["csv"].encoding).startswith(b"\xef\xbb\xbfquote,")
