"""The shapes that databases and content systems give their records in are read, and nothing of them is lost."""

import json
from typing import Any

import pytest

from qa.articles.formats import Record
from qa.errors import ArticleUnreadable
from tests.articles.formats.making import problems, read_all, record, records

PLAIN = {"title": "Bridge closed", "body": "The bridge is shut."}


def one(found: object) -> Record:
    return record("a.json", json.dumps(found, ensure_ascii=False, indent=1))


def of(**more: object) -> Record:
    return one([PLAIN | more])


@pytest.mark.parametrize(
    "stated",
    [
        {"$date": "2025-03-11T21:40:00Z"},
        {"$date": {"$numberLong": "1741725600000"}},
        {"$date": 1741725600000},
        {"date": "2025-03-11 21:40:00.000000", "timezone_type": 3, "timezone": "UTC"},
        {"_seconds": 1741725600, "_nanoseconds": 0},
        [{"value": "2025-03-11T10:00:00+00:00", "format": "Y-m-d"}],
        "1741725600",
    ],
)
def test_a_date_is_read_as_databases_write_it(stated: object) -> None:
    assert of(published_at=stated).date == "2025-03-11"
    assert of(changed=stated).updated == "2025-03-11"


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ({"data": {"id": 3, "attributes": {"name": "Graham Oakes"}}}, "Graham Oakes"),
        (
            {"data": [{"attributes": {"name": "Graham Oakes"}}, {"attributes": {"name": "Ann Lee"}}]},
            "Graham Oakes, Ann Lee",
        ),
        ({"first_name": "Graham", "last_name": "Oakes"}, "Graham Oakes"),
        (
            [{"firstName": "Graham", "lastName": "Oakes"}, {"given_name": "Ann", "family_name": "Lee"}],
            "Graham Oakes, Ann Lee",
        ),
        ({"имя": "Иван", "фамилия": "Петров"}, "Иван Петров"),
        ({"node": {"name": "Graham Oakes"}}, "Graham Oakes"),
        ({"edges": [{"node": {"name": "Graham Oakes"}}]}, "Graham Oakes"),
        ({"display_name": "Graham Oakes", "id": 7}, "Graham Oakes"),
        ([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Northern Wire"}], "Ann Lee"),
        ([{"@type": "NewsMediaOrganization", "name": "Northern Wire"}], "Northern Wire"),
        ({"first_name": "Graham", "last_name": "Oakes", "url": "https://e.org/g", "title": "Editor"}, "Graham Oakes"),
        ([{"author": {"name": "Graham Oakes"}}], "Graham Oakes"),
        ({"id": 7}, None),
    ],
)
def test_a_writer_is_read_through_what_stands_around_the_name(stated: object, author: str | None) -> None:
    assert of(author=stated).author == author


def test_a_number_of_an_account_hides_no_name_beside_it() -> None:
    assert of(author="42", byline="Graham Oakes").author == "Graham Oakes"
    assert of(author_first_name="Graham", author_last_name="Oakes").author == "Graham Oakes"


@pytest.mark.parametrize(
    "around",
    [
        lambda it: {"hits": {"total": 1, "hits": [{"_index": "news", "_id": "n-1", "_source": it}]}},
        lambda it: {"hits": {"hits": [{"_id": "n-1", "fields": {name: [value] for name, value in it.items()}}]}},
        lambda it: {"data": [{"id": "n-1", "type": "node--article", "attributes": it}]},
        lambda it: {"data": {"posts": {"edges": [{"node": it | {"id": "n-1"}}]}}},
        lambda it: {"total_rows": 1, "rows": [{"id": "n-1", "value": {"rev": "1"}, "doc": it | {"_id": "n-1"}}]},
        lambda it: {"db": [{"meta": {"version": 5}, "data": {"posts": [it | {"id": "n-1"}]}}]},
        lambda it: {"pages": [{"page": 1, "results": [it | {"id": "n-1"}]}]},
        lambda it: [{"page": 1, "results": [it | {"id": "n-1"}]}],
    ],
)
def test_articles_are_found_in_objects_and_in_lists(around: Any) -> None:
    found = one(around(PLAIN | {"created": "2025-03-11", "author": "Ann Lee"}))
    assert (found.id, found.title, found.text) == ("n-1", "Bridge closed", "The bridge is shut.")
    assert (found.date, found.author) == ("2025-03-11", "Ann Lee")


def test_every_page_of_an_answer_is_read() -> None:
    pages = {"pages": [{"results": [PLAIN | {"id": page}]} for page in ("a", "b")]}
    assert [it.id for it in records("a.json", json.dumps(pages))] == ["a", "b"]


def test_the_comments_of_an_article_without_text_are_no_articles() -> None:
    found = read_all(
        "a.json", json.dumps([{"title": "A", "url": "https://e.org/1", "comments": [{"text": "I saw it."}]}])
    )
    assert len(problems(found)) == len(found) == 1


def test_the_export_of_ghost_is_read_with_the_names_of_its_tables_and_without_drafts() -> None:
    post = {"slug": "bridge", "status": "published", "type": "post", "published_at": "2025-03-11T10:00:00.000Z"}
    data = {
        "newsletters": [{"id": "n", "name": "Weekly", "description": "What was of use this week."}],
        "posts": [
            post | {"id": "p1", "title": "Bridge closed", "html": "<p>The bridge is shut.</p>"},
            post | {"id": "p2", "title": "Port", "html": "<p>Not yet.</p>", "status": "draft"},
        ],
        "posts_authors": [
            {"post_id": "p1", "author_id": "u2", "sort_order": 1},
            {"post_id": "p1", "author_id": "u1", "sort_order": 0},
        ],
        "posts_tags": [{"post_id": "p1", "tag_id": "t1", "sort_order": 0}],
        "tags": [{"id": "t1", "name": "City"}],
        "users": [{"id": "u1", "name": "Graham Oakes"}, {"id": "u2", "name": "Ann Lee"}],
    }
    found = read_all("a.json", json.dumps({"db": [{"meta": {"exported_on": 1}, "data": data}]}))
    (read,) = [it for it in found if isinstance(it, Record)]
    assert (read.id, read.title, read.text) == ("p1", "Bridge closed", "The bridge is shut.")
    assert (read.author, read.section, read.date) == ("Graham Oakes, Ann Lee", "City", "2025-03-11")
    assert problems(found) == ["a.json: 1 of its posts are not published, and are left out"]


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (
            {"introtext": "<p>It is shut.</p>", "fulltext": "<p>It opens in June.</p>"},
            "It is shut.\n\nIt opens in June.",
        ),
        ({"introtext": "<p>It is shut.</p>", "fulltext": ""}, "It is shut."),
        ({"lead": "It is shut.", "body": "It opens in June."}, "It is shut.\n\nIt opens in June."),
        ({"lead": "It is shut…", "body": "It is shut. It opens in June."}, "It is shut. It opens in June."),
        ({"лид": "Мост закрыт.", "текст": "Откроют в июне."}, "Мост закрыт.\n\nОткроют в июне."),
        ({"excerpt": "In short.", "body": "It opens in June."}, "It opens in June."),
    ],
)
def test_the_opening_that_a_system_keeps_apart_stands_before_the_body_once(parts: object, text: str) -> None:
    assert one([{"title": "Bridge closed", **parts}]).text == text  # type: ignore[dict-item]


def test_a_name_that_may_mean_something_else_counts_only_where_no_better_one_is_there() -> None:
    assert of(name="bridge.html", subject="Politics", site="Other", publisher="Courier").title == "Bridge closed"
    assert of(site="Other", publisher="Courier").outlet == "Courier"
    assert of(created="2025-03-01", published_on="2025-03-11").date == "2025-03-11"
    assert of(created_at="2025-03-11").date == "2025-03-11"
    weak = one(
        [{"name": "Bridge closed", "body": "It is shut.", "site": "Courier", "by": "Ann Lee", "region": "North"}]
    )
    assert (weak.title, weak.outlet, weak.author, weak.place) == ("Bridge closed", "Courier", "Ann Lee", "North")


def test_pictures_and_front_pages_are_no_outlet_and_no_address_of_the_article() -> None:
    found = of(media=[{"type": "image", "url": "https://e.org/a.jpg"}], site="https://e.org/", path="/news/5")
    assert (found.outlet, found.url) == (None, None)
    assert of(path="https://e.org/5").url == "https://e.org/5"


@pytest.mark.parametrize("name", ["e.json", "e.jsonl", "e.ndjson"])
@pytest.mark.parametrize("data", ["[]", "{}", "[ ]", "[\n]\n", "{ }", "null", '""'])
def test_an_export_of_nothing_is_named_and_no_article(name: str, data: str) -> None:
    with pytest.raises(ArticleUnreadable, match="no article is in it"):
        read_all(name, data)


@pytest.mark.parametrize("data", ["[[]]", "[null]", "[{}]"])
def test_an_export_of_empty_records_is_no_article(data: str) -> None:
    found = read_all("e.json", data)
    assert len(found) == len(problems(found)) == 1


def test_a_table_without_rows_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match="it has no rows"):
        read_all("a.csv", "title,text\n")
