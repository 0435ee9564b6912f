"""What is written is read back by a BibTeX parser."""

import re
from dataclasses import replace

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import RemoveEnclosingMiddleware
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.dates import full_date
from qa.articles.plain_text import in_one_line
from qa.exports.citations import Citation
from qa.exports.citations.bibtex import bibtex, escaped
from qa.exports.citations.clipboard import cited_address, date_words
from tests.exports.citations.made import BARE, CITATION, YEARLESS, citations, unhurried

COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    "{}": "",
} | {f"\\{mark}": mark for mark in "#$%&_"}
WHOLE = ("author", "title", "journal")
"""What stands in a second pair of braces."""


def typeset(written: str) -> str:
    """Read TeX as TeX does, as far as it is written here; anything else that TeX would act on is a failure."""
    commands = "|".join(map(re.escape, COMMANDS))
    assert not re.search(r"[\\{}~^#$%&_]|--|''|``|,,|<<|>>|[?!]`", re.sub(commands, "\x00", written)), written
    return re.sub(commands, lambda it: COMMANDS[it[0]], written)


def parsed(written: str) -> list[Entry]:
    library = parse_string(written, parse_stack=[RemoveEnclosingMiddleware()])
    assert not library.failed_blocks
    assert len(library.blocks) == len(library.entries)
    return library.entries


def value(entry: Entry, name: str) -> str:
    if name not in entry.fields_dict:
        return ""
    written = str(entry.fields_dict[name].value)
    if name in WHOLE:
        assert (written[0], written[-1]) == ("{", "}")
        written = written[1:-1]
    return typeset(written)


def test_an_article_is_written_as_bibtex_has_it() -> None:
    assert bibtex([CITATION]) == (
        "@article{0123456789abcdef,\n"
        "  author = {{A. Writer}},\n"
        "  title = {{Border talks open}},\n"
        "  journal = {{The Herald}},\n"
        "  year = {2022},\n"
        "  month = dec,\n"
        "  day = {10},\n"
        "  url = {https://example.org/talks?a=1&b=2},\n"
        "  urldate = {2026-11-22},\n"
        "  note = {paragraph 4 of 2022/talks.txt},\n"
        "  annote = {“The border is 7,591 km,” he said \\& smiled.},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("stated", "written"),
    [
        ("Ann Lee and Bo Carr", "{{Ann Lee} and {Bo Carr}}"),
        ("Ann Lee, Bo Carr, PhD, and Cy Dunn", "{{Ann Lee} and {Bo Carr, PhD} and {Cy Dunn}}"),
        ("Ann Lee &amp; Bo Carr", "{{Ann Lee} and {Bo Carr}}"),
        ("Ministry of Culture and Sport", "{{Ministry of Culture and Sport}}"),
    ],
)
def test_each_of_several_authors_is_one(stated: str, written: str) -> None:
    assert f"  author = {written},\n" in bibtex([replace(CITATION, author=stated)])


def test_a_date_without_its_year_is_in_the_note_and_no_year_is_given() -> None:
    (entry,) = parsed(bibtex([YEARLESS]))
    assert value(entry, "note") == "paragraph 4 of 2022/talks.txt; 22 October, year not stated"
    assert not {"year", "month", "day"} & entry.fields_dict.keys()


@pytest.mark.parametrize(
    ("citation", "kind"),
    [(CITATION, "article"), (replace(CITATION, outlet=None), "online"), (BARE, "misc")],
)
def test_the_kind_of_entry_is_what_the_source_states(citation: Citation, kind: str) -> None:
    (entry,) = parsed(bibtex([citation]))
    assert entry.entry_type == kind


@unhurried
@given(st.lists(citations, max_size=3, unique_by=lambda it: it.passage_id))
def test_whatever_an_article_holds_is_read_back_as_it_is_displayed(some: list[Citation]) -> None:
    entries = parsed(bibtex(some))
    assert [it.key for it in entries] == [it.passage_id for it in some]
    for entry, citation in zip(entries, some, strict=True):
        for name, stated in (
            ("author", citation.author),
            ("title", citation.headline),
            ("journal", citation.outlet),
            ("annote", citation.quote),
        ):
            assert value(entry, name) == in_one_line(stated or "")
        date = full_date(citation.date)
        assert value(entry, "year") == (date.isoformat()[:4] if date else "")
        assert value(entry, "urldate") == citation.retrieved.isoformat()
        stated = "" if date or not citation.date else f"; {date_words(citation)}"
        assert value(entry, "note") == f"paragraph {citation.paragraph} of {in_one_line(citation.file)}{stated}"
        url = entry.fields_dict.get("url")
        assert (None if url is None else url.value) == cited_address(citation.url)


@pytest.mark.parametrize("text", ["{", "}", "a}{b", "\\}", "\\", "{{", "}}}"])
def test_braces_are_balanced_for_programs_that_only_count_them(text: str) -> None:
    depth = 0
    for character in escaped(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


def test_nothing_is_written_for_nothing() -> None:
    assert bibtex([]) == ""
