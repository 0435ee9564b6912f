"""A text that a program hands in is read whole, and what is known of it is believed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from qa.articles.given import read_again, read_given
from qa.errors import ArticleUnreadable
from qa.records import NewArticle, ParsedArticle
from qa.settings import Settings
from tests.articles.parsed import paragraphs

LINE = "The mayor resigned on Monday"
REPORT = "She had been in office for two years and left for reasons of health."


def read(text: str, **known: Any) -> ParsedArticle:
    return read_given(NewArticle(text, **known), Settings())


def test_what_is_given_is_stated_and_the_text_stays_as_it_was() -> None:
    text = f"{LINE}.\n\n{REPORT}"
    known = {"title": "Mayor resigns", "outlet": "Wire", "author": "Jane Doe", "place": "PORTVILLE", "section": "News"}
    article = read(text, id="m-1", date="2024-03-05", url="https://example.org/1", **known).article
    assert (article.file, article.text, article.date, article.url) == (
        "m-1",
        text,
        "2024-03-05",
        "https://example.org/1",
    )
    assert {name: getattr(article, name) for name in known} == known
    assert article.name == "Mayor resigns"


def test_what_is_not_given_is_read_from_the_text() -> None:
    article = read(f"{LINE}\n\n5 March 2024\n\nBy Jane Doe\n\n{REPORT}", outlet="Wire").article
    assert (article.title, article.date, article.author, article.outlet) == (LINE, "2024-03-05", "Jane Doe", "Wire")


def test_what_is_given_counts_for_more_than_the_text_and_its_header() -> None:
    text = f"---\ntitle: Old headline\ndate: 2001-01-01\n---\n\n{LINE}\n\n{REPORT}"
    article = read(text, title="New headline", date="2024-03").article
    assert (article.title, article.date) == ("New headline", "2024-03")


@pytest.mark.parametrize("first", [LINE, f"# {LINE}", "Storm: harbour shut", "Mayor"])
def test_no_first_line_is_lost_where_the_headline_is_another(first: str) -> None:
    assert paragraphs(read(f"{first}\n\n{REPORT}", title="Mayor resigns")) == [first, REPORT]


def test_a_single_line_is_all_there_is_to_find() -> None:
    assert paragraphs(read(LINE, title="Mayor resigns")) == [LINE]


@pytest.mark.parametrize(
    "first", [LINE, f"# {LINE}", f"**{LINE}**", LINE.upper(), "The mayor  resigned on&nbsp;Monday"]
)
def test_a_first_line_that_repeats_the_headline_is_no_paragraph(first: str) -> None:
    assert paragraphs(read(f"{first}\n\n{REPORT}", title=LINE)) == [REPORT]


@pytest.mark.parametrize(
    ("given", "stated"),
    [
        (date(2024, 3, 5), "2024-03-05"),
        (datetime(2024, 3, 5, 23, 59, tzinfo=UTC), "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("2024-03-05T10:00:00Z", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("--03-05", "--03-05"),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_given_in_any_form_that_a_header_may_have(given: str | date | None, stated: str | None) -> None:
    assert read(REPORT, date=given).article.date == stated


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"date": "soon"}, "m-1: its date 'soon' is not a date; write it like 2022-12-10"),
        ({"url": "javascript:alert(1)"}, "m-1: its url 'javascript:alert.1.' is no address of the web"),
        ({"title": "half \udc80"}, "m-1: its title holds half characters"),
        ({"text": "half \ud800"}, "m-1: its text holds half characters"),
        ({"text": " \n"}, "m-1: it is empty"),
        ({"text": "a\0b"}, "m-1: it is not a text file"),
        ({"id": ""}, "is no id; give 1 to 1,000 characters"),
        ({"id": " m"}, "is no id"),
        ({"id": "a\nb"}, "is no id"),
        ({"id": "a\udc80"}, "is no id"),
        ({"id": "a" * 1_001}, "is no id"),
        *(
            ({"id": it}, "is no id")
            for it in (
                "\u200b",
                "a\u200bb",
                "a\u2028b",
                "a\u2029b",
                "a\u202eb",
                "\u2066a",
                "\u200ea",
                "a\ufeff",
                "a\u00adb",
                "\u200d",
                "a\u200d",
                "\u200ca",
                "a \u200d b",
                "\ufe0f",
                "\u0301",
                "\u3164",
                "\u2800",
                "a\x9bb",
            )
        ),
        ({"title": "\x00"}, "its title .* holds control characters"),
        ({"title": "\x1b[31mred"}, "its title .* holds control characters"),
        ({"outlet": "Wi\x07re"}, "its outlet .* holds control characters"),
        ({"url": "https://e.org/\n<script>"}, "is no address of the web"),
        ({"url": "https://e.org/a\tb"}, "is no address of the web"),
        ({"url": "https://e.org/a\u2028b"}, "is no address of the web"),
        ({"url": "https://e.org/\u202eb"}, "is no address of the web"),
        ({"url": "https://e.org <b>/"}, "is no address of the web"),
        ({"url": "https:///a"}, "is no address of the web"),
        ({"url": "https://e.org/\x1b[31m"}, "holds control characters"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(known: dict[str, Any], said: str) -> None:
    with pytest.raises(ArticleUnreadable, match=said) as raised:
        read(**{"text": REPORT, "id": "m-1", **known})
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("key", ["می‌خواهم", "क्‍ष", "👩‍🔬", "заметка-7", "a/b c.txt", "é", "2024", "…"])
def test_an_id_may_be_a_word_of_any_language(key: str) -> None:
    assert read(REPORT, id=key).article.file == key


@pytest.mark.parametrize(
    ("known", "stored"),
    [
        ({"title": "Mayor\u202e resigns\u200b"}, "Mayor resigns"),
        ({"title": "Mayor\n resigns"}, "Mayor resigns"),
        ({"title": "AT&amp;T می‌خواهم"}, "AT&amp;T می‌خواهم"),
        ({"outlet": "\u200b"}, None),
        ({"url": " https://e.org/a\n"}, "https://e.org/a"),
        ({"url": "https://e.org/my file.html"}, "https://e.org/my%20file.html"),
        ({"url": "https://e.org/ <script>"}, "https://e.org/%20%3Cscript%3E"),
        ({"url": 'https://e.org/"a'}, "https://e.org/%22a"),
        ({"url": "http://e.org/новости?a=1&b={2}"}, "http://e.org/новости?a=1&b={2}"),
    ],
)
def test_what_is_stored_of_a_line_is_all_that_is_shown_of_it(known: dict[str, str], stored: str | None) -> None:
    assert [getattr(read(REPORT, **known).article, name) for name in known] == [stored]


def test_what_was_taken_once_is_read_again_whatever_is_refused_now() -> None:
    before = replace(read(REPORT).article, file="\u200b", url="https://e.org/ <script>", title="\x00")
    again = read_again(before, Settings()).article
    assert (again.file, again.url, again.title) == (before.file, before.url, before.title)


@pytest.mark.parametrize("known", [{"text": None}, {"text": b"x"}, {"title": 5}, {"id": 7}, {"date": 2024}])
def test_what_is_no_text_at_all_is_a_type_error(known: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="must be str, not"):
        read(**{"text": REPORT, **known})
    with pytest.raises(TypeError, match="NewArticle"):
        read_given({"text": REPORT}, Settings())  # type: ignore[arg-type]


def test_a_text_too_large_for_a_file_is_too_large() -> None:
    with pytest.raises(ArticleUnreadable, match="has 68 bytes, and 67 is the largest size read"):
        read_given(NewArticle(REPORT), Settings(largest_file_bytes=67))


def test_an_id_is_made_of_all_that_is_given() -> None:
    ids = {
        NewArticle(LINE).key,
        NewArticle(REPORT).key,
        NewArticle(LINE, title="A").key,
        NewArticle(LINE, outlet="A").key,
        NewArticle(LINE, date="2024-01-01").key,
        NewArticle(LINE, date="2024-01-02").key,
    }
    assert len(ids) == 6
    assert NewArticle(LINE, date="2024-01-02").key == NewArticle(LINE, date=date(2024, 1, 2)).key
    assert NewArticle(LINE, id="m-1", title="A").key == "m-1"


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"title": "Mayor resigns"},
        {"title": LINE, "date": "--03-05", "outlet": "Wire", "url": "https://example.org"},
    ],
)
@pytest.mark.parametrize("text", [f"{LINE}\n\n{REPORT}", REPORT, LINE, f"# {LINE}\nBy Jane Doe\n{REPORT}\r\n{REPORT}"])
def test_what_is_stored_of_an_article_makes_the_same_again(text: str, known: dict[str, Any]) -> None:
    parsed = read(text, **known)
    assert read_again(parsed.article, Settings()) == parsed
