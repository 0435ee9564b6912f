"""What is written is read back by a JSON parser, to the character."""

import json
from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from qa.exports.citations import Citation
from qa.exports.citations.json_lines import json_lines
from tests.exports.citations.made import citations, unhurried


@unhurried
@given(st.lists(citations, max_size=3))
def test_whatever_an_article_holds_is_read_back_as_it_is(some: list[Citation]) -> None:
    written = json_lines(some)
    assert written.encode("utf-8").decode("utf-8") == written
    lines = written.splitlines()
    assert len(lines) == len(some)
    for line, citation in zip(lines, some, strict=True):
        assert json.loads(line) == asdict(citation) | {"retrieved": citation.retrieved.isoformat()}
