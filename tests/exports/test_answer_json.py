import json
from dataclasses import replace
from typing import Any

import pytest

from qa.exports.answer_json import answer_form, answer_line
from qa.records import Answer, Article, Copy, Evidence, Passage, Sentence

TEXT = "Café “ships”\nsail.\tOften."
ARTICLE = Article(
    "2022/a.txt", TEXT, "Name", "Title", "Outlet", "2022-12-10", "Author", "PLACE", "Section", "https://a.b"
)
PASSAGE = Passage("0123456789abcdef", TEXT, 0, len(TEXT), 1, "Heading")
OTHER = Copy(Article("b.txt", "text", "Name"), Passage("fedcba9876543210", "text", 0, 4, 2, None))
EVIDENCE = Evidence(
    0.75, 0.5, Sentence("Often.", 19, 25), PASSAGE, ARTICLE, (OTHER,), {"passage": 0.5, "words": 0.25}, 4
)
ANSWER = Answer("Do ships sail?", "answered", 0.875, 42, (EVIDENCE,), 3)

PASSAGE_KEYS = {"id", "text", "start", "end", "number", "heading"}
ARTICLE_KEYS = {"title", "outlet", "date", "author", "place", "section", "file", "url"}


def read_back(answer: Answer) -> Any:
    return json.loads(answer_line(answer))


def test_an_answer_has_the_documented_keys_and_no_others() -> None:
    answer = read_back(ANSWER)
    assert set(answer) == {
        "verdict",
        "confidence",
        "revision",
        "undated",
        "corrections",
        "unheld",
        "unknown",
        "evidence",
    }
    (evidence,) = answer["evidence"]
    assert set(evidence) == {"score", "probability", "sentence", "passage", "article", "copies", "parts", "paragraphs"}
    assert set(evidence["sentence"]) == {"text", "start", "end"}
    assert set(evidence["passage"]) == PASSAGE_KEYS
    assert set(evidence["article"]) == ARTICLE_KEYS
    (copy,) = evidence["copies"]
    assert set(copy) == {"passage", "article"}
    assert (set(copy["passage"]), set(copy["article"])) == (PASSAGE_KEYS, ARTICLE_KEYS)


def test_what_is_printed_is_what_python_gives() -> None:
    assert read_back(ANSWER) == answer_form(ANSWER)
    answer = read_back(ANSWER)
    (evidence,) = answer["evidence"]
    assert (answer["verdict"], answer["confidence"], answer["revision"], answer["undated"]) == (
        "answered",
        0.875,
        42,
        3,
    )
    assert (evidence["score"], evidence["probability"], evidence["parts"]) == (0.75, 0.5, EVIDENCE.parts)
    assert evidence["paragraphs"] == 4
    assert Sentence(**evidence["sentence"]) == EVIDENCE.sentence
    assert Passage(**evidence["passage"]) == PASSAGE
    assert Article(text=TEXT, name="Name", **evidence["article"]) == ARTICLE
    assert Passage(**evidence["copies"][0]["passage"]) == OTHER.passage


def test_letters_are_written_as_they_are() -> None:
    assert "Café “ships”" in answer_line(ANSWER)


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\x0b", "\x0c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_an_answer_is_one_line_whatever_the_article_holds(separator: str) -> None:
    text = f"one{separator}two"
    odd = replace(EVIDENCE, sentence=Sentence(text, 0, len(text)), article=replace(ARTICLE, title=text))
    answer = replace(ANSWER, evidence=(odd,))
    assert len(answer_line(answer).splitlines()) == 1
    assert read_back(answer)["evidence"][0]["sentence"]["text"] == text


def test_an_answer_without_evidence_is_spelled_too() -> None:
    assert read_back(Answer("Who?", "none", 0.0, 1, ())) == {
        "verdict": "none",
        "confidence": 0.0,
        "revision": 1,
        "undated": 0,
        "corrections": [],
        "unheld": [],
        "unknown": {"outlets": [], "places": [], "files": []},
        "evidence": [],
    }


def test_quoted_words_that_no_passage_holds_are_spelled() -> None:
    assert read_back(replace(ANSWER, unheld=("café “ships”", "sail")))["unheld"] == ["café “ships”", "sail"]


def test_the_form_can_be_changed_without_touching_the_answer() -> None:
    form = answer_form(ANSWER)
    form["evidence"][0]["parts"]["passage"] = 9.0
    assert EVIDENCE.parts["passage"] == 0.5
