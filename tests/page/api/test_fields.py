"""What a program asks for is read from an address or a body alike, and each slip is said in one line."""

from typing import Any

import pytest

from qa.errors import QuestionError
from qa.page.api.fields import FIELDS, body_fields, query_fields, search_request
from qa.records import SearchRequest

EVERYTHING = SearchRequest(
    "Who?",
    limit=3,
    offset=1,
    order="newest",
    after="2022",
    before="2023-01",
    outlets=("TASS", "AP, Paris"),
    places=("ASTANA",),
    languages=("ru", "kk"),
    articles=("a b.txt", "c/d.txt"),
    asked_on="2022-12-10",
    any_time=True,
)


def test_all_that_can_be_asked_for_is_read_from_an_address() -> None:
    pairs = [("q", "Who?"), ("limit", "3"), ("offset", "1"), ("order", "newest"), ("after", "2022")]
    pairs += [("before", "2023-01"), ("outlets", "TASS"), ("articles", "a b.txt"), ("outlets", "AP, Paris")]
    pairs += [("places", "ASTANA"), ("languages", "ru"), ("articles", "c/d.txt"), ("languages", "kk")]
    pairs += [("asked_on", "2022-12-10"), ("any_time", "true")]
    assert search_request(query_fields(pairs)) == EVERYTHING


def test_all_that_can_be_asked_for_is_read_from_a_body() -> None:
    body = (
        '{"question": "Who?", "limit": 3, "offset": 1.0, "order": "newest", "after": "2022", "before": "2023-01",'
        '"outlets": ["TASS", "AP, Paris"], "places": ["ASTANA"], "languages": ["ru", "kk"],'
        '"articles": ["a b.txt", "c/d.txt"], "asked_on": "2022-12-10", "any_time": true}'
    )
    assert search_request(body_fields(body.encode())) == EVERYTHING


@pytest.mark.parametrize("name", ["q", "question"])
def test_the_question_alone_is_asked_as_archives_ask_it(name: str) -> None:
    assert search_request(query_fields([(name, "Who?")])) == SearchRequest("Who?")
    assert search_request({name: "Who?", "outlets": None, "after": None}) == SearchRequest("Who?")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "the field question, in short q, is missing: the fields are question, limit, "),
        ({"limit": 5}, "the field question, in short q, is missing: "),
        ({"q": "Who?", "nonsense": 1}, "there is no field 'nonsense': the fields are question, limit, "),
        ({"data": ["Who?"]}, "there is no field 'data': "),
        ({"question": "Who?", "Limit": 1}, "there is no field 'Limit': "),
        ({"q": "Who?", "question": "Who?"}, "the question is given as question and as q: leave one of them out"),
        ({"question": None}, "question is null and must be text"),
        ({"question": ["Who?"]}, r'question is \["Who\?"\] and must be text'),
        ({"q": "Who?", "outlets": "TASS"}, 'outlets is "TASS" and must be a list of names, such as'),
        ({"q": "Who?", "outlets": False}, "outlets is false and must be a list of names"),
        ({"q": "Who?", "outlets": ["TASS", None]}, "outlets holds null, which is not text"),
        ({"q": "Who?", "places": {"ASTANA": 1}}, 'places is {"ASTANA": 1} and must be a list of names'),
        ({"q": "Who?", "limit": None}, "limit is null and must be a whole number"),
        ({"q": "Who?", "limit": True}, "limit is true and must be a whole number"),
        ({"q": "Who?", "offset": 1.5}, "offset is 1.5 and must be a whole number"),
        ({"q": "Who?", "order": None}, "order is null and must be text"),
        ({"q": "Who?", "after": True}, "after is true and must be text or null"),
        ({"q": "Who?", "any_time": 0.0}, "any_time is 0.0 and must be true or false"),
        ({"q": "Who?", "as_written": None}, "as_written is null and must be true or false"),
        ({"q": "Who?", "kind": []}, r"kind is \[\] and must be text or null"),
        ({"q": "Who?", "articles": 0}, "articles is 0 and must be a list of names"),
        ({"q": "Who?", "x" * 9_000: 1}, "there is no field 'xxxx"),
        ({"q": "Who?", "a\nb\ud800": 1}, r"there is no field 'a\\nb\\ud800'"),
    ],
)
def test_a_slip_is_said_in_one_line_that_helps(given: dict[str, Any], says: str) -> None:
    with pytest.raises(QuestionError, match=f"^{says}") as refused:
        search_request(given)
    said = str(refused.value)
    assert len(said.splitlines()) == 1
    assert len(said) < 300
    if "the fields are" in said:
        assert said.endswith(", ".join(FIELDS))


@pytest.mark.parametrize("name", [it for it in FIELDS if FIELDS[it] != tuple[str, ...]])
def test_what_is_no_list_is_given_once(name: str) -> None:
    with pytest.raises(QuestionError, match=f"^'{name}' is given 2 times: give it once$"):
        query_fields([(name, "1"), (name, "1")])


@pytest.mark.parametrize("number", ["", "x", "2.0", "1e3", "١", "9" * 5_000])
def test_what_is_no_number_is_left_for_the_archive_to_refuse(number: str) -> None:
    assert query_fields([("limit", number)]) == {"limit": number}


@pytest.mark.parametrize("number", ["19" * 10, "-" + "1" * 25, "7" * 4_000])
def test_a_whole_number_may_have_many_digits(number: str) -> None:
    assert query_fields([("offset", number)]) == {"offset": int(number)}


@pytest.mark.parametrize(
    "body",
    [
        b'{"question": "x", "question": "Who?"}',
        b'{"question": "Who?", "limit": 1, "limit": 1}',
        b'{"question": "Who?", "outlets": ["A"], "outlets": ["B"]}',
        b'{"question": "Who?", "a": {"b": 1, "b": 2}}',
    ],
)
def test_a_field_that_a_body_holds_twice_is_refused_as_in_an_address(body: bytes) -> None:
    with pytest.raises(QuestionError, match="^'[a-z]+' is given 2 times: give it once$"):
        body_fields(body)


@pytest.mark.parametrize(
    "body", [b"", b"x", b"[1]", b"null", b'"Who?"', b'"\xff"', b"q=Who", b"[" * 60_000, b'{"a":' * 9_000]
)
def test_a_body_that_is_no_object_is_refused_with_an_example(body: bytes) -> None:
    with pytest.raises(QuestionError, match=r'^the body is not a JSON object: send one such as \{"question": '):
        body_fields(body)
