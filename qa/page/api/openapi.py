"""Describe the endpoint for programs, as OpenAPI."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from qa import __version__
from qa.exports.answer_schema import answer_schemas
from qa.page.api.fields import LISTS, SHORT
from qa.records import KINDS, ORDERS, SearchRequest
from qa.settings import Settings

ASK, DESCRIPTION = "/api/ask", "/api/openapi.json"
_SCHEMAS = "#/components/schemas/"
_JSON = "application/json"
_TEXT = {"type": ["string", "null"]}
_NAMES = {"type": ["array", "null"], "items": {"type": "string"}}
_SAYS: Mapping[str, str] = {
    "question": 'The question. "Quoted words" must occur as written, -word in no form.',
    "limit": "How many passages to show.",
    "offset": "How many passages to skip.",
    "order": "By relevance, or of what is relevant the newest or oldest first.",
    "after": "The earliest date, included: 2022-12-10, 2022-12 or 2022. It leaves out the undated.",
    "before": "The latest date, included, likewise.",
    "outlets": "Names of outlets; each matches whole, ignoring case.",
    "places": "Names of places, likewise.",
    "languages": "Tags of languages that articles are in: en, ru, kk.",
    "articles": "Files of articles, below the folder of articles.",
    "kind": "Whether it is a question or names a topic; without it the words decide.",
    "as_written": "Whether misspelt words are searched for as they are.",
    "asked_on": "The day that “this week” and “latest” are read against: 2022-12-10. Else the newest of an article.",
    "any_time": "Whether such words are left unread.",
    "as_of": "The day as of which the archive is asked: without later articles, and later versions of articles.",
}


def openapi_route(settings: Settings, published: str | None) -> Callable[[Request], Response]:
    """Return what answers with the description."""
    document = openapi_document(settings, published)

    def described(_: Request) -> Response:
        return JSONResponse(document)

    return described


def openapi_document(settings: Settings, published: str | None) -> dict[str, Any]:
    """Return the description of the endpoint; `published` is the address that a proxy serves it at."""
    parameters = [
        {"name": SHORT if name == "question" else name, "in": "query", "required": name == "question", "schema": it}
        for name, it in _asked(settings).items()
    ]
    body = {
        "type": "object",
        "properties": _asked(settings),
        "required": ["question"],
        "additionalProperties": False,
    }
    error = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Ask the archive",
            "version": __version__,
            "description": "Answers questions with passages of a news archive, word for word, best first.",
        },
        **({} if published is None else {"servers": [{"url": published}]}),
        "paths": {
            ASK: {
                "get": {"operationId": "ask", "parameters": parameters, **_answers()},
                "post": {
                    "operationId": "askWithBody",
                    "requestBody": {"required": True, "content": _json({"$ref": f"{_SCHEMAS}SearchRequest"})},
                    **_answers(),
                },
            }
        },
        "components": {"schemas": {"SearchRequest": body, "Error": error, **answer_schemas(_SCHEMAS)}},
    }


def _asked(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return the schema of each field that a program may say."""
    limits: Mapping[str, dict[str, Any]] = {
        "question": {"type": "string", "minLength": 1, "maxLength": settings.longest_question_characters},
        "limit": {"type": "integer", "minimum": 1, "maximum": settings.largest_limit},
        "offset": {"type": "integer", "minimum": 0},
        "order": {"enum": list(ORDERS)},
        "kind": {"enum": [*KINDS, None]},
        "as_written": {"type": "boolean"},
        "any_time": {"type": "boolean"},
    }
    asked = {}
    for it in fields(SearchRequest):
        schema = limits.get(it.name, _NAMES if it.name in LISTS else _TEXT)
        default = {"default": it.default} if isinstance(it.default, int | str) else {}
        asked[it.name] = {"description": _SAYS.get(it.name, ""), **schema, **default}
    return asked


def _answers() -> dict[str, Any]:
    refused = {"content": _json({"$ref": f"{_SCHEMAS}Error"})}
    return {
        "summary": "Answer a question",
        "responses": {
            "200": {
                "description": "The answer, as `qa ask --json` prints it",
                "content": _json({"$ref": f"{_SCHEMAS}Answer"}),
            },
            "400": {"description": "A field is wrong, missing or unknown", **refused},
            "503": {"description": "Too many questions wait: ask again in a few seconds", **refused},
            "default": {"description": "Another refusal, such as 401 where a login is asked for", **refused},
        },
    }


def _json(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {_JSON: {"schema": schema}}
