"""The description of the endpoint is OpenAPI, and real answers are as it says."""

import copy
from typing import Any

import pytest
from fastapi.openapi.models import OpenAPI

from qa.page.api.fields import FIELDS
from qa.page.api.openapi import ASK, openapi_document
from qa.settings import Settings
from tests.page.http import get, post
from tests.support.json_schema import differences

ANSWER, ERROR = ({"$ref": f"#/components/schemas/{name}"} for name in ("Answer", "Error"))


@pytest.fixture
def document(small_page: str) -> dict[str, Any]:
    served: dict[str, Any] = get(f"{small_page}api/openapi.json").json()
    return served


def test_the_page_serves_a_description_that_is_openapi(document: dict[str, Any]) -> None:
    assert OpenAPI.model_validate(document).openapi == "3.1.0"
    assert document == openapi_document(Settings(), None)
    assert "servers" not in document


def test_behind_a_proxy_it_names_the_address_that_programs_ask(document: dict[str, Any]) -> None:
    published = openapi_document(Settings(), "https://archive.example.org/news")
    assert published == document | {"servers": [{"url": "https://archive.example.org/news"}]}


def test_it_names_every_field_for_an_address_and_for_a_body(document: dict[str, Any]) -> None:
    said = document["paths"][ASK]
    assert [it["name"] for it in said["get"]["parameters"]] == ["q", *list(FIELDS)[1:]]
    assert [it["name"] for it in said["get"]["parameters"] if it["required"]] == ["q"]
    body = document["components"]["schemas"]["SearchRequest"]
    assert list(body["properties"]) == list(FIELDS)
    assert body["required"] == ["question"]
    assert body["properties"]["limit"] == {
        "description": "How many passages to show.",
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 5,
    }


@pytest.mark.parametrize(
    "asked",
    [
        {"question": "How long is the land border?", "limit": 1000},
        {"question": '"no such words" borderr', "outlets": ["No Such Outlet"], "after": "2023"},
        {"question": "Who is the president of Mars?", "order": "newest"},
        {"question": "Who crossed the border this week?", "asked_on": "2022-12-10"},
        {"question": "the latest on the border", "any_time": False},
        {"question": "border", "articles": ["gone.txt"], "offset": 7},
    ],
)
def test_real_answers_are_as_it_says(small_page: str, document: dict[str, Any], asked: dict[str, Any]) -> None:
    answer = post(f"{small_page}api/ask", json=asked).json()
    assert list(differences(answer, ANSWER, document)) == []


def test_a_refusal_is_as_it_says(small_page: str, document: dict[str, Any]) -> None:
    assert list(differences(post(f"{small_page}api/ask", json={}).json(), ERROR, document)) == []


def test_an_answer_that_differs_in_anything_is_not_as_it_says(small_page: str, document: dict[str, Any]) -> None:
    answer = get(f"{small_page}api/ask", params={"q": "How long is the land border?"}).json()
    for name in answer:
        assert any(differences({it: answer[it] for it in answer if it != name}, ANSWER, document)), name
    changed = copy.deepcopy(answer)
    changed["evidence"][0]["article"]["text"] = "left out of answers"
    assert list(differences(changed, ANSWER, document)) == ["/evidence/0/article/text is not foreseen"]
    changed["evidence"][0]["article"].pop("text")
    changed["evidence"][0]["parts"]["x"] = "no number"
    assert any(differences(changed, ANSWER, document))
