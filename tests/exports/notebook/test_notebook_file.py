"""A notebook that was saved is opened as it was, and whatever is no notebook is refused in one line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import InvalidExport
from qa.exports.notebook import Kept, notebook_text, read_notebook
from qa.exports.notebook.kept import fields_of
from tests.exports.citations.made import unhurried
from tests.exports.notebook.made import KEPT, SECOND, kept


@unhurried
@given(st.lists(kept, max_size=3))
def test_what_was_saved_is_opened_to_the_letter(entries: list[Kept]) -> None:
    written = notebook_text(entries)
    assert read_notebook(json.dumps(json.loads(written))) == tuple(entries)


def test_the_file_says_what_it_is() -> None:
    held = json.loads(notebook_text([KEPT, SECOND]))
    assert (held["format"], held["version"], len(held["entries"])) == ("qa-notebook", 1, 2)
    assert held["entries"][0]["retrieved"] == "2026-11-22"
    assert held["entries"][0]["note"] == KEPT.note


def test_a_note_may_be_left_out_and_what_is_not_known_is() -> None:
    entry = {name: value for name, value in fields_of(SECOND).items() if name not in ("note", "address")}
    held = {"format": "qa-notebook", "version": 1, "entries": [{**entry, "colour": "red"}]}
    assert read_notebook(json.dumps(held)) == (SECOND,)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no notebook"),
        ("[" * 100_000, "no notebook"),
        ("[]", "no notebook"),
        ('{"format": "qa-receipt"}', "no notebook"),
        ('{"format": "qa-notebook", "version": 2, "entries": []}', "another version"),
        ('{"format": "qa-notebook", "version": 1, "entries": [5]}', "no list of objects"),
        ('{"format": "qa-notebook", "version": 1, "entries": [{}]}', "quote is None and must be text"),
        (b"\xff\xfe\x00", "no notebook"),
    ],
)
def test_what_is_no_notebook_is_refused(text: str | bytes, says: str) -> None:
    with pytest.raises(InvalidExport, match=says):
        read_notebook(text)


@pytest.mark.parametrize("wrong", [{"paragraph": 0}, {"paragraph": True}, {"retrieved": "today"}, {"note": 5}])
def test_a_field_of_another_type_is_refused(wrong: dict[str, object]) -> None:
    held = {"format": "qa-notebook", "version": 1, "entries": [fields_of(KEPT) | wrong]}
    with pytest.raises(InvalidExport, match=next(iter(wrong))):
        read_notebook(json.dumps(held))
