"""The notebook over HTTP: what is posted is rendered, kept and exported, and what cannot be is refused in one line."""

import json
from typing import Any

import httpx
import pytest

from qa.archive.archive import Archive
from qa.exports.notebook import read_notebook
from qa.exports.notebook.kept import fields_of
from tests.exports.notebook.made import KEPT
from tests.page.http import get, post

FILE = "003_f21b648a2aaaf444.txt"
ENTRY = fields_of(KEPT)


def posted(page: str, what: str, told: Any, language: str = "en") -> httpx.Response:
    return post(f"{page}notebook/{what}", content=json.dumps(told), headers={"accept-language": language})


def test_a_passage_is_kept_with_its_citation_its_question_and_its_address(
    small_page: str, small_archive: Archive
) -> None:
    passage = small_archive.passages(FILE)[6]
    told = {"address": "?q=How+long%3F&outlet=TASS", "passage": passage.id, "sentence": "4-10"}
    answer = posted(small_page, "keep", told, "ru")
    assert answer.json()["message"] == "Добавлено в блокнот."
    entry = answer.json()["entry"]
    (kept,) = read_notebook(json.dumps({"format": "qa-notebook", "version": 1, "entries": [entry]}))
    assert kept.citation.question == "How long?"
    assert kept.citation.passage == passage.text
    assert kept.citation.quote == passage.text[4:10]
    assert kept.address == f"?q=How+long%3F&outlet=TASS&passage={passage.id}&sentence=4-10"


def test_what_is_kept_is_exported_with_links_to_this_page(small_page: str) -> None:
    told = {"format": "markdown", "page": "http://127.0.0.1:7860/", "entries": [ENTRY]}
    answer = posted(small_page, "export", told, "kk")
    assert answer.headers["content-type"].startswith("text/markdown")
    assert "notebook-20" in answer.headers["content-disposition"]
    assert "# Дәптер" in answer.text
    assert (
        "(<http://127.0.0.1:7860/?q=How+long+is+the+border%3F&passage=0123456789abcdef&sentence=20-63>)" in answer.text
    )


@pytest.mark.parametrize(
    ("what", "told", "says"),
    [
        ("keep", {"address": "?q=border", "passage": "gone"}, "That passage is not in the archive."),
        ("keep", {"passage": "gone"}, "Keep a passage that was found for a question."),
        ("show", {"entries": [{}]}, "must be text"),
        ("show", {"entries": [ENTRY | {"paragraph": -1}]}, "must be a whole number"),
        ("export", {"format": "odt", "entries": []}, "choose markdown, html, docx"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(small_page: str, what: str, told: Any, says: str) -> None:
    answer = posted(small_page, what, told)
    assert answer.status_code == 400
    assert says in answer.json()["error"]


@pytest.mark.parametrize("told", [None, [], "text", {"entries": "x"}, {"entries": [1]}])
def test_what_is_no_notebook_is_shown_as_an_empty_one(small_page: str, told: Any) -> None:
    assert "Nothing kept yet" in posted(small_page, "show", told).text


def test_odd_letters_are_looked_up_without_a_fault(small_page: str) -> None:
    odd = ENTRY | dict.fromkeys(("file", "passage", "quote", "question", "address"), "\ud800\x00\uffff")
    assert "No longer in the archive" in posted(small_page, "show", {"entries": [odd]}).text


def test_other_parts_and_other_methods_are_refused(small_page: str) -> None:
    assert posted(small_page, "burn", {}).status_code == 404
    assert get(f"{small_page}notebook/show").status_code == 405


def test_a_whole_notebook_may_be_posted_and_no_more(small_page: str) -> None:
    entry = ENTRY | {"passage": "word " * 400}
    assert posted(small_page, "show", {"entries": [entry] * 500}).text.count("data-entry=") == 500
    assert posted(small_page, "show", {"entries": [entry | {"note": "x" * 7_000_000}]}).status_code == 413
    assert posted(small_page, "keep", {"entries": [entry] * 500}).status_code == 413
