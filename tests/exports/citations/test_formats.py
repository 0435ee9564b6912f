import json
import re
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import InvalidExport
from qa.exports.citations import FORMATS, Citation, export
from tests.exports.citations.made import CITATION, citations, unhurried


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_name_for_its_files_and_holds_the_quote(name: str) -> None:
    chosen = FORMATS[name]
    assert chosen.suffix.startswith(".")
    assert "/" in chosen.media_type
    assert "7,591 km" in export([CITATION, CITATION], name)
    assert export(iter([CITATION, CITATION]), name) == chosen.write([CITATION, CITATION])


@pytest.mark.parametrize("name", FORMATS)
@unhurried
@given(citation=citations)
def test_a_file_can_be_written_whatever_an_article_holds(name: str, citation: Citation) -> None:
    export([citation], name).encode(FORMATS[name].encoding)


@unhurried
@given(st.lists(citations, max_size=3))
def test_json_lines_hold_every_value_to_the_character(some: list[Citation]) -> None:
    lines = export(some, "jsonl").splitlines()
    assert len(lines) == len(some)
    for line, citation in zip(lines, some, strict=True):
        assert json.loads(line) == asdict(citation) | {"retrieved": citation.retrieved.isoformat()}


def test_a_format_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidExport, match="^unknown export format 'docx': choose markdown, csv, jsonl, bibtex, ris"):
        export([CITATION], "docx")


@pytest.mark.parametrize("name", ["markdown", "csv", "bibtex", "ris"])
def test_an_entity_that_an_article_displays_is_not_read_again(name: str) -> None:
    shown = "A&lt;B"  # as it is displayed: its file states A&amp;lt;B
    stated = "A&amp;lt;B"
    cited = replace(CITATION, date=None, quote=stated, headline=stated, outlet=stated, author=stated, file=stated)
    written = export([cited], name)
    assert shown in re.sub(r"\\(?=[&<>])", "", written)
    assert "A<B" not in re.sub(r"\\(?=[&<>])", "", written)
