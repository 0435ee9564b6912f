"""Articles in JSON are found under the names that common tools give them."""

import json

import pytest

from qa.articles.formats import Record
from qa.errors import ArticleUnreadable
from qa.settings import Settings
from tests.articles.formats.making import problems, read_all, record, records

NEWS_API = {
    "status": "ok",
    "articles": [
        {
            "source": {"id": None, "name": "Portville Courier"},
            "author": "Jane Doe",
            "title": "Bridge closed",
            "description": "In short.",
            "url": "https://example.org/1",
            "publishedAt": "2024-03-05T10:00:00Z",
            "content": "The bridge is shut… [+1234 chars]",
        }
    ],
}
NEWS_PLEASE = {
    "maintext": "The bridge is shut.\nIt opens in June, when the piers are mended.",
    "title": "Bridge closed",
    "authors": ["Jane Doe", "Aigerim Omarova"],
    "date_publish": "2024-03-05 10:00:00",
    "date_download": "2024-05-10 10:00:00",
    "date_modify": "2024-03-07 10:00:00",
    "source_domain": "example.org",
    "language": "en",
    "url": "https://example.org/1",
}
TRAFILATURA = {
    "title": "Bridge closed",
    "author": "Jane Doe; Aigerim Omarova",
    "hostname": "example.org",
    "sitename": "Portville Courier",
    "date": "2024-03-05",
    "text": "The bridge is shut.",
    "source": "https://example.org/1",
    "filedate": "2024-05-10",
    "language": "en",
}
WORDPRESS = {
    "id": 77,
    "date": "2024-03-05T10:00:00",
    "modified": "2024-03-07T10:00:00",
    "link": "https://example.org/1",
    "title": {"rendered": "Bridge &#8217;closed&#8217;"},
    "content": {"rendered": "<p>The bridge is <b>shut</b>.</p>\n<p>It opens in June.</p>"},
    "author": 5,
}
GUARDIAN = {
    "response": {
        "results": [
            {
                "id": "city/bridge",
                "webTitle": "Bridge closed",
                "webPublicationDate": "2024-03-05T10:00:00Z",
                "webUrl": "https://example.org/1",
                "sectionName": "City",
                "fields": {"bodyText": "The bridge is shut.", "byline": "Jane Doe"},
            }
        ]
    }
}
SCHEMA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge closed",
    "articleBody": "The bridge is shut.",
    "datePublished": "2024-03-05",
    "author": [{"@type": "Person", "name": "Jane Doe"}],
    "publisher": {"name": "Portville Courier"},
}


def one(found: object) -> Record:
    return record("a.json", json.dumps(found, indent=1))


def test_what_news_api_gives_is_read_without_its_mark_of_cut_text() -> None:
    found = one(NEWS_API)
    assert (found.title, found.outlet, found.author) == ("Bridge closed", "Portville Courier", "Jane Doe")
    assert (found.text, found.date, found.id) == ("The bridge is shut", "2024-03-05", "https://example.org/1")


def test_what_news_please_gives_is_read_and_the_day_of_the_crawl_is_not_its_date() -> None:
    found = one(NEWS_PLEASE)
    assert found.text.split("\n\n") == NEWS_PLEASE["maintext"].split("\n")  # type: ignore[attr-defined]
    assert (found.author, found.outlet, found.language) == ("Jane Doe, Aigerim Omarova", "example.org", "en")
    assert (found.date, found.saved, found.updated) == ("2024-03-05", "2024-05-10", "2024-03-07")


def test_what_trafilatura_gives_is_read_and_its_source_is_an_address() -> None:
    found = one(TRAFILATURA)
    assert (found.outlet, found.url, found.saved) == ("Portville Courier", "https://example.org/1", "2024-05-10")
    assert found.author == "Jane Doe, Aigerim Omarova"


def test_what_wordpress_gives_is_read_and_the_number_of_an_account_is_no_author() -> None:
    found = one([WORDPRESS])
    assert (found.id, found.title, found.author) == ("77", "Bridge ’closed’", None)
    assert (found.text, found.date, found.updated) == (
        "The bridge is shut.\n\nIt opens in June.",
        "2024-03-05",
        "2024-03-07",
    )


def test_what_the_guardian_gives_is_read() -> None:
    found = one(GUARDIAN)
    assert (found.title, found.text, found.author) == ("Bridge closed", "The bridge is shut.", "Jane Doe")
    assert (found.section, found.date, found.id) == ("City", "2024-03-05", "city/bridge")


def test_one_object_is_one_article() -> None:
    found = one(SCHEMA)
    assert (found.id, found.title, found.author) == (None, "Bridge closed", "Jane Doe")
    assert found.outlet == "Portville Courier"


def test_a_feed_in_json_is_read_with_its_outlet() -> None:
    item = {"id": "n-1", "title": "Bridge closed", "content_html": "<p>It is shut.</p>", "date_published": "2024-03-05"}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Portville Courier",
        "description": "x",
        "items": [item],
    }
    found = one(feed)
    assert (found.id, found.outlet, found.text, found.date) == ("n-1", "Portville Courier", "It is shut.", "2024-03-05")


def test_a_text_in_blocks_is_one_text() -> None:
    blocks = [{"type": "paragraph", "text": "The bridge is shut."}, {"type": "paragraph", "text": "It opens in June."}]
    assert one({"title": "Bridge closed", "content": blocks}).text == "The bridge is shut.\n\nIt opens in June."


def test_a_summary_is_the_text_where_nothing_else_is() -> None:
    assert one([{"title": "A", "description": "In short.", "content": None}]).text == "In short."
    assert one({"title": "A", "description": "In short.", "content": "At length."}).text == "At length."


def test_other_reports_beside_an_article_are_no_articles_of_the_file() -> None:
    found = one(SCHEMA | {"comments": [{"text": "I saw it."}]})
    assert found.text == "The bridge is shut."


def test_articles_under_their_ids_are_read() -> None:
    found = records("a.json", json.dumps({"b1": TRAFILATURA | {"source": ""}, "b2": SCHEMA}))
    assert [it.id for it in found] == ["b1", "b2"]


def test_a_line_is_an_article_and_a_damaged_line_is_named() -> None:
    lines = [json.dumps(NEWS_PLEASE, ensure_ascii=False), "{damaged", "", json.dumps(SCHEMA), "7"]
    found = read_all("a.jsonl", "\n".join(lines))
    assert len(found) == 4
    assert [it.split(":")[0] for it in problems(found)] == ["a.jsonl#line 2", "a.jsonl#line 5"]


def test_a_line_that_is_too_long_is_named_and_the_next_one_read() -> None:
    lines = [
        json.dumps(SCHEMA),
        json.dumps(SCHEMA | {"articleBody": "word " * 1_000}),
        json.dumps(SCHEMA | {"headline": "B"}),
    ]
    found = read_all("a.jsonl", "\n".join(lines), Settings(largest_file_bytes=2_000))
    assert len(found) == 3
    assert problems(found) == ["a.jsonl#line 2: it has more than 2,000 bytes; split it"]


def test_the_ending_of_a_name_says_that_each_line_is_a_record_where_the_first_is_longer_than_is_looked_at() -> None:
    lines = [json.dumps(SCHEMA | {"articleBody": "word " * 400_000}), json.dumps(SCHEMA | {"headline": "B"})]
    found = read_all("a.jsonl", "\n".join(lines), Settings(largest_file_bytes=1_500_000))
    assert len(found) == 2
    assert problems(found) == ["a.jsonl#line 1: it has more than 1,500,000 bytes; split it"]


def test_a_list_may_be_larger_than_an_article() -> None:
    articles = [
        SCHEMA | {"headline": f"Bridge {number}", "articleBody": f"Мост {number} закрыт."} for number in range(300)
    ]
    found = records(
        "a.json", json.dumps(articles, ensure_ascii=False, indent=1), Settings(largest_file_bytes=100_000 // 2)
    )
    assert [it.title for it in found] == [it["headline"] for it in articles]


def test_a_count_of_seconds_is_a_day() -> None:
    assert one([{"title": "A", "text": "One is here.", "timestamp": 1709632800}]).date == "2024-03-05"
    assert one([{"title": "A", "text": "One is here.", "timestamp": "1709632800000"}]).date == "2024-03-05"
    assert one([{"title": "A", "text": "One is here.", "date": 2024}]).date is None


@pytest.mark.parametrize(
    "data", ["[" * 100_000, '{"a":' * 100_000, '[{"text": "x"', '{"text": "x"', "[{}]x", '{"a": 1}']
)
def test_damaged_and_hostile_json_is_named(data: str) -> None:
    from io import BytesIO

    from qa.articles.formats import read_records
    from qa.articles.formats.known import FORMATS

    try:
        found = list(read_records("a.json", BytesIO(data.encode()), FORMATS["json"], Settings()))
    except ArticleUnreadable as problem:
        assert str(problem).startswith("a.json")
    else:
        assert problems(found)
