"""What is written is read back by a RIS parser."""

from dataclasses import replace
from typing import Any

import rispy
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.dates import full_date
from qa.articles.plain_text import in_one_line
from qa.exports.citations import Citation
from qa.exports.citations.clipboard import cited_address, date_words
from qa.exports.citations.ris import ris
from tests.exports.citations.made import CITATION, YEARLESS, citations, unhurried


def parsed(written: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = rispy.loads(written, newline="\r\n")
    return entries


def test_an_article_is_written_as_ris_has_it() -> None:
    assert ris([CITATION]).split("\r\n") == [
        "TY  - NEWS",
        "ID  - 0123456789abcdef",
        "TI  - Border talks open",
        "AU  - A. Writer",
        "T2  - The Herald",
        "JO  - The Herald",
        "SE  - Business",
        "DA  - 2022/12/10/",
        "PY  - 2022",
        "UR  - https://example.org/talks?a=1&b=2",
        "Y2  - 2026/11/22/",
        "N2  - “The border is 7,591 km,” he said & smiled.",
        "N1  - paragraph 4 of 2022/talks.txt",
        "ER  - ",
        "",
        "",
    ]


def test_each_of_several_authors_has_a_line() -> None:
    (entry,) = parsed(ris([replace(CITATION, author="Ann Lee, Bo Carr and Cy Dunn")]))
    assert entry["authors"] == ["Ann Lee", "Bo Carr", "Cy Dunn"]


def test_a_date_without_its_year_is_a_note() -> None:
    (entry,) = parsed(ris([YEARLESS]))
    assert entry["notes"] == ["paragraph 4 of 2022/talks.txt", "22 October, year not stated"]
    assert not {"date", "year"} & entry.keys()


def test_a_semicolon_parts_no_address() -> None:
    (entry,) = parsed(ris([replace(CITATION, url="https://example.org/a;b")]))
    assert entry["urls"] == ["https://example.org/a%3Bb"]


@unhurried
@given(st.lists(citations, max_size=3))
def test_whatever_an_article_holds_is_read_back_as_it_is_displayed(some: list[Citation]) -> None:
    written = ris(some)
    assert "\n" not in written.replace("\r\n", "")
    assert len(written.splitlines()) == written.count("\r\n")
    entries = parsed(written)
    assert len(entries) == len(some)
    for entry, citation in zip(entries, some, strict=True):
        assert entry["type_of_reference"] == "NEWS"
        assert entry["id"] == citation.passage_id
        assert entry.get("title", "") == in_one_line(citation.headline or "")
        assert entry.get("authors", [""]) == [in_one_line(citation.author or "")]
        assert entry.get("secondary_title", "") == entry.get("journal_name", "") == in_one_line(citation.outlet or "")
        assert entry.get("section", "") == in_one_line(citation.section or "")
        assert entry.get("notes_abstract", "") == in_one_line(citation.quote)
        date = full_date(citation.date)
        assert entry.get("date") == (f"{date.isoformat().replace('-', '/')}/" if date else None)
        assert entry.get("year") == (date.isoformat()[:4] if date else None)
        assert entry["notes"] == [f"paragraph {citation.paragraph} of {in_one_line(citation.file)}"] + (
            [date_words(citation)] if citation.date and not date else []
        )
        assert entry["access_date"] == f"{citation.retrieved.isoformat().replace('-', '/')}/"
        address = cited_address(citation.url)
        assert entry.get("urls") == (None if address is None else [address.replace(";", "%3B")])
